"""Dispute: weapons and fights are for 110, two people, low voices, nobody held, nothing cut."""

from tests.incidents.plans.facts.asserted import (
    calls,
    critical,
    explains,
    first_of,
    forbids,
    in_order,
    opens,
    page_of,
    says,
    shipped,
)

PLAN = shipped("dispute-intrusion")


def test_weapons_threats_fights_and_a_blocked_gate_are_for_110_before_anybody_steps_near() -> None:
    assert first_of(PLAN)[0] == "look"
    opens(PLAN, "look", "police", "danger")
    assert page_of(PLAN, "police")[:2] == ["call-110", "back-off"]
    calls(PLAN, "call-110", "110")
    critical(PLAN, "look", "call-110", "back-off")
    answers = {option.id: option.text.zh for option in PLAN.step("look").asks[0].options}
    for sign in ("凶器", "威胁", "打斗", "堵门"):
        assert sign in answers["danger"]


def test_two_go_and_who_is_alone_keeps_away() -> None:
    assert first_of(PLAN)[1] == "two"
    says(PLAN, "two", "两个人", "退路")
    explains(PLAN, "two", "只有你一个人", "110")
    critical(PLAN, "two")
    forbids(PLAN, "一个人上前")


def test_a_low_voice_a_room_and_the_sides_apart() -> None:
    assert first_of(PLAN)[2:4] == ["low-voice", "room"]
    says(PLAN, "room", "屋里", "分开")


def test_nobody_is_pulled_and_no_way_home_is_blocked() -> None:
    says(PLAN, "hands-off", "不拉扯", "不挡回家的路")
    critical(PLAN, "hands-off")
    forbids(PLAN, "拉扯", "扣人")
    forbids(PLAN, "回家的路")


def test_services_are_never_cut() -> None:
    says(PLAN, "no-cut", "不停水电", "不锁门禁")
    critical(PLAN, "no-cut")
    forbids(PLAN, "停水停电")
    in_order(PLAN, "no-cut", "kind")


def test_facts_are_written_and_a_body_camera_only_where_allowed() -> None:
    explains(PLAN, "facts", "记录仪", "按本地规定核对")


def test_quarrels_go_to_mediation_and_fees_to_ticket_contract_12345_or_court() -> None:
    opens(PLAN, "kind", "mediation", "owners")
    opens(PLAN, "kind", "fee", "fee")
    says(PLAN, "mediate", "居委会", "人民调解")
    says(PLAN, "ticket", "工单", "合同")
    says(PLAN, "ways", "12345", "法院")


def test_who_forces_a_way_in_is_not_stopped_by_hand() -> None:
    opens(PLAN, "kind", "entry", "entry")
    says(PLAN, "let-go", "硬闯不拦", "110")
    critical(PLAN, "let-go")
