"""Network, books, arrears, crowds and data: nothing deleted, nobody shamed, no service cut, money kept apart."""

from tests.incidents.plans.facts.asserted import (
    calls,
    critical,
    explains,
    first_of,
    forbids,
    in_order,
    opens,
    page_of,
    runs,
    says,
    shipped,
)

NETWORK = shipped("network-down")
FAULT = shipped("internal-fault")
ARREARS = shipped("unable-to-pay")
CROWD = shipped("crowd-complaint")
LEAK = shipped("data-leak")


def test_without_a_network_the_counter_goes_on_with_cash_and_transfer() -> None:
    assert first_of(NETWORK)[:5] == ["note-start", "tell-lead", "offline", "cash-transfer", "in-doubt"]
    assert NETWORK.step("offline").outage
    says(NETWORK, "cash-transfer", "只收现金、转账")
    critical(NETWORK, "offline", "cash-transfer", "in-doubt", "full-test", "reconcile")


def test_the_technician_starts_within_the_agreed_time_and_owners_are_kept_informed() -> None:
    runs(NETWORK, "answer", 60, "technician", "technician-in")
    runs(NETWORK, "status", 30, "note-start", "back", again=True)
    assert NETWORK.step("notice").notice == "network-failure"
    assert any("每周备份" in question.zh for question in NETWORK.after)


def test_transfers_are_reconciled_later_and_no_private_code_is_used() -> None:
    in_order(NETWORK, "full-test", "back", "reconcile")
    forbids(NETWORK, "个人收款码")


def test_an_internal_fault_is_reported_and_records_are_frozen_before_anybody_corrects() -> None:
    assert first_of(FAULT)[:3] == ["report-up", "freeze", "count-two"]
    in_order(FAULT, "freeze", "investigate", "correct", "evaluate", "tell-owners")
    says(FAULT, "freeze", "封存", "复制")
    explains(FAULT, "freeze", "不删")
    critical(FAULT, "report-up", "freeze", "count-two")
    forbids(FAULT, "删除")


def test_two_people_count_missing_money_and_theft_is_for_the_police() -> None:
    says(FAULT, "count-two", "两人")
    opens(FAULT, "theft", "police", "stolen")
    calls(FAULT, "call-110", "110")
    critical(FAULT, "theft", "call-110")
    forbids(FAULT, "一个人点钱")


def test_wrong_charges_are_reversed_and_refunded() -> None:
    says(FAULT, "correct", "冲红", "不涂改")
    says(FAULT, "refund", "多收", "重收", "退还")
    critical(FAULT, "correct", "refund")
    assert FAULT.basis == ("物业服务纠纷司法解释 第二条",)


def test_who_cannot_pay_is_heard_and_offered_a_later_date_or_parts() -> None:
    assert first_of(ARREARS)[0] == "listen"
    in_order(ARREARS, "listen", "offer", "help", "signed", "follow-up", "feedback")
    says(ARREARS, "offer", "延期", "分期")
    critical(ARREARS, "offer")


def test_the_plan_is_written_and_signed_because_it_restarts_the_limitation_period() -> None:
    says(ARREARS, "signed", "协议", "签名")
    explains(ARREARS, "signed", "诉讼时效")
    critical(ARREARS, "signed")


def test_a_waiver_comes_by_approval_only() -> None:
    says(ARREARS, "waiver", "只按审批")
    critical(ARREARS, "waiver")
    forbids(ARREARS, "口头", "减免")


def test_arrears_never_cut_a_service_or_shame_anybody() -> None:
    forbids(ARREARS, "停水停电", "门禁", "电梯", "车辆")
    forbids(ARREARS, "张贴", "姓名", "房号")
    forbids(CROWD, "停水停电")


def test_two_receive_a_crowd_and_one_speaks() -> None:
    assert first_of(CROWD)[:3] == ["two-staff", "danger", "room"]
    says(CROWD, "two-staff", "两个人", "一个人说话")
    critical(CROWD, "two-staff")


def test_police_come_to_a_crowd_only_for_violence_or_blocking() -> None:
    says(CROWD, "danger", "打人", "堵门", "才打 110")
    opens(CROWD, "danger", "police", "violence")
    calls(CROWD, "call-110", "110")
    critical(CROWD, "danger", "call-110")


def test_claims_are_written_down_and_answered_with_a_date() -> None:
    in_order(CROWD, "room", "write-claims", "answer-date", "tell-parties", "answered")
    says(CROWD, "answer-date", "答复日期")
    says(CROWD, "tell-parties", "业委会", "建设单位", "居委会")
    critical(CROWD, "write-claims", "answer-date")


def test_a_crowd_is_reported_the_same_day() -> None:
    runs(CROWD, "same-day", 480, "", "report")
    says(CROWD, "report", "当天")
    critical(CROWD, "report")


def test_a_leak_is_stopped_and_the_copied_medium_disconnected_first() -> None:
    opens(LEAK, "which", "leak", "leak", "both")
    assert page_of(LEAK, "leak")[:4] == ["stop-sharing", "disconnect", "manager", "whose"]
    critical(LEAK, "which", "stop-sharing", "disconnect", "manager", "whose", "keep-traces")
    forbids(LEAK, "隐瞒", "删")


def test_people_and_authority_are_notified_with_what_the_law_asks() -> None:
    calls(LEAK, "notify", "data-authority")
    explains(LEAK, "notify", "哪些信息", "危害", "补救", "按本地规定核对")
    critical(LEAK, "notify")
    assert LEAK.basis == ("个人信息保护法 第五十七条",)


def test_a_broken_computer_means_paper_receipts_and_the_last_proven_backup() -> None:
    opens(LEAK, "which", "fault", "fault", "both")
    assert page_of(LEAK, "fault")[0] == "paper"
    assert LEAK.step("paper").outage
    says(LEAK, "proven-backup", "验证过的备份")
    critical(LEAK, "paper", "proven-backup", "compare", "back-entry")
    forbids(LEAK, "没验证过")
