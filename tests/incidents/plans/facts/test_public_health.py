"""Outbreak: protect, call who knows, obey orders, and name nobody."""

from tests.incidents.plans.facts.asserted import calls, critical, explains, first_of, forbids, in_order, says, shipped

PLAN = shipped("public-health")


def test_protection_and_distance_come_first_then_120_and_the_health_authority() -> None:
    assert first_of(PLAN)[:4] == ["protect", "ill-120", "report-cdc", "committee"]
    says(PLAN, "protect", "口罩", "手套", "距离")
    calls(PLAN, "ill-120", "120")
    calls(PLAN, "report-cdc", "health-authority")
    critical(PLAN, "protect", "ill-120", "report-cdc")


def test_a_suspected_notifiable_disease_is_reported_at_once_by_whoever_finds_it() -> None:
    says(PLAN, "report-cdc", "马上报", "疾控", "医院")
    explains(PLAN, "report-cdc", "任何人", "按本地规定核对")


def test_the_office_helps_and_does_not_diagnose_or_pass_rumours() -> None:
    says(PLAN, "no-diagnosis", "不诊断")
    says(PLAN, "no-rumour", "官方消息")
    critical(PLAN, "no-diagnosis", "no-rumour")
    forbids(PLAN, "没证实")


def test_isolation_and_closing_are_ordered_by_the_authorities_only() -> None:
    says(PLAN, "by-order", "只听政府命令")
    critical(PLAN, "by-order")
    forbids(PLAN, "隔离", "封楼")
    in_order(PLAN, "by-order", "manager", "clean")


def test_a_notice_bears_no_name_and_no_room() -> None:
    step = says(PLAN, "notice", "不写姓名房号")
    assert (step.notice, step.critical) == ("epidemic", True)
    forbids(PLAN, "姓名", "房号")


def test_contacts_are_recorded_on_request_only_and_given_up_afterwards() -> None:
    says(PLAN, "lists", "应要求才")
    says(PLAN, "records-gone", "交、删")
    critical(PLAN, "records-gone")


def test_only_the_trained_disinfect() -> None:
    says(PLAN, "clean", "培训过的人")
    critical(PLAN, "clean")
    forbids(PLAN, "消毒剂")
