"""Drunk or disturbed: distance and one voice, police or ambulance, and nobody is ever restrained."""

from tests.incidents.plans.facts.asserted import (
    calls,
    critical,
    explains,
    first_of,
    forbids,
    hides,
    in_order,
    opens,
    page_of,
    runs,
    says,
    shipped,
    starts,
)

PLAN = shipped("intoxicated-or-disturbed")


def test_distance_one_calm_speaker_no_bystanders_no_hazards() -> None:
    assert first_of(PLAN)[:4] == ["distance", "one-voice", "bystanders", "hazards"]
    says(PLAN, "distance", "离开几步", "退路")
    explains(PLAN, "distance", "只有你一个人", "110")
    says(PLAN, "hazards", "拿着就退")
    critical(PLAN, "distance")


def test_danger_is_for_110_and_the_unconscious_vomiting_or_hurt_for_120() -> None:
    assert first_of(PLAN)[4:6] == ["call-110", "call-120"]
    says(PLAN, "call-120", "叫不醒", "呕吐", "受伤")
    calls(PLAN, "call-110", "110")
    calls(PLAN, "call-120", "120")
    critical(PLAN, "call-110", "call-120")


def test_nobody_is_tied_locked_in_or_filmed() -> None:
    forbids(PLAN, "捆绑", "按倒")
    forbids(PLAN, "关进房间", "锁门")
    forbids(PLAN, "拍摄", "转发")


def test_restraint_is_the_polices_and_hospital_that_of_family_employer_or_police() -> None:
    explains(PLAN, "call-110", "公安", "近亲属", "所在单位", "物业不约束人")
    assert {step.id for step in PLAN.to_confirm()} == {"call-110", "on-side", "down-breath"}


def test_no_step_restrains_anybody() -> None:
    for step in PLAN.steps():
        assert not set("绑锁拖按") & set(step.text.zh), step.text.zh


def test_unconscious_but_breathing_lies_on_the_side_and_is_not_left() -> None:
    assert first_of(PLAN)[6] == "on-side"
    says(PLAN, "on-side", "侧卧", "不离开")
    starts(PLAN, "on-side", "acute-illness", "none")
    critical(PLAN, "on-side", "stay")
    forbids(PLAN, "一个人留")


def test_family_comes_after_the_calls_and_all_is_written_down() -> None:
    in_order(PLAN, "call-120", "family", "handed-over", "report")
    critical(PLAN, "private")


def test_who_does_not_wake_gets_120_before_any_talk() -> None:
    opens(PLAN, "distance", "down", "down")
    assert page_of(PLAN, "down") == ["down-120", "down-breath"]
    calls(PLAN, "down-120", "120")
    explains(PLAN, "down-breath", "没有正常呼吸", "100–120", "5–6 厘米")
    starts(PLAN, "down-breath", "acute-illness", "down-none")
    runs(PLAN, "breath-down", 2, "down", "handed-over", again=True)
    for step in ("one-voice", "call-120", "on-side"):
        hides(PLAN, step, "seen", "down")


def test_who_holds_a_knife_is_for_110_before_any_talk_and_nobody_reaches_for_it() -> None:
    opens(PLAN, "distance", "armed", "armed")
    assert page_of(PLAN, "armed") == ["armed-110", "armed-back"]
    calls(PLAN, "armed-110", "110")
    says(PLAN, "armed-back", "不夺刀")
    hides(PLAN, "hazards", "seen", "armed")
    hides(PLAN, "call-110", "seen", "armed")
