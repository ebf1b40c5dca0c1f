"""Illness: 120 before anybody else is told, then what the eyes see, and nothing that harms."""

from tests.incidents.plans.facts.asserted import (
    answer,
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

PLAN = shipped("acute-illness")


def test_a_safe_scene_and_the_look_at_response_and_breathing_come_first() -> None:
    assert first_of(PLAN)[:2] == ["scene", "response"]
    says(PLAN, "scene", "安全")
    says(PLAN, "response", "反应", "呼吸")
    starts(PLAN, "scene", "electric-shock", "electric")
    starts(PLAN, "scene", "gas-leak", "gas")
    starts(PLAN, "scene", "fire", "fire")
    answers = {option.id: option.text.zh for option in PLAN.step("scene").asks[0].options}
    assert "先断电" in answers["electric"]
    assert "先出来再打电话" in answers["gas"]
    critical(PLAN, "scene", "response")


def test_120_comes_before_supervisor_and_family_are_told() -> None:
    assert first_of(PLAN)[2] == "call-120"
    in_order(PLAN, "call-120", "state", "tell-others")
    calls(PLAN, "call-120", "120")
    critical(PLAN, "call-120", "tell-120")


def test_120_hears_all_of_it_and_hangs_up_first() -> None:
    says(PLAN, "call-120", "等对方先挂")
    says(PLAN, "tell-120", "地点标志", "症状", "人数", "年龄", "电话")


def test_a_guide_meets_the_ambulance_with_the_lift_held_and_barriers_open_before_first_aid_begins() -> None:
    assert first_of(PLAN)[4:6] == ["guide", "state"]
    says(PLAN, "guide", "门口", "电梯", "道闸")
    explains(PLAN, "guide", "只有你一个人")


def test_without_normal_breathing_there_are_compressions_and_the_aed_until_help_comes() -> None:
    opens(PLAN, "state", "cpr", "not-breathing")
    assert page_of(PLAN, "cpr") == ["aed", "press", "depth", "breaths", "aed-on", "go-on"]
    says(PLAN, "press", "胸口正中", "100–120")
    says(PLAN, "depth", "5–6 厘米", "回弹")
    says(PLAN, "breaths", "受过训练 30:2", "只按压")
    says(PLAN, "go-on", "一直按")
    critical(PLAN, "aed", "press", "depth", "aed-on", "go-on")


def test_who_is_alone_does_not_leave_to_fetch_the_aed() -> None:
    explains(PLAN, "aed", "只有你一个人", "不离开")


def test_bleeding_is_pressed_and_a_tourniquet_is_for_the_trained_with_its_time() -> None:
    opens(PLAN, "state", "bleeding", "bleeding")
    assert page_of(PLAN, "bleeding") == ["press-wound", "tourniquet"]
    says(PLAN, "press-wound", "压住伤口")
    assert says(PLAN, "tourniquet", "会用的人").asks[0].kind == "time"


def test_nobody_is_moved_without_danger_and_nothing_is_given() -> None:
    says(PLAN, "leave-alone", "不搬动", "不喂")
    critical(PLAN, "leave-alone")
    forbids(PLAN, "搬动")
    forbids(PLAN, "喂药")
    assert [step.id for step in PLAN.to_confirm()] == ["leave-alone"]


def test_unconscious_but_breathing_lies_on_the_side_and_is_watched() -> None:
    opens(PLAN, "state", "recovery", "unconscious")
    assert page_of(PLAN, "recovery") == ["on-side", "watch"]
    says(PLAN, "on-side", "侧卧")
    says(PLAN, "watch", "不离开", "停了", "心肺复苏")
    runs(PLAN, "breath", 2, "state", "handed-over", again=True)


def test_choking_gets_back_blows_and_thrusts_and_an_infant_never_the_belly() -> None:
    opens(PLAN, "state", "choking", "choking")
    assert page_of(PLAN, "choking") == ["cough", "infant", "back-blows", "choked-out"]
    says(PLAN, "back-blows", "1 岁以上", "拍背", "上腹")
    says(PLAN, "infant", "1 岁以下")
    hides(PLAN, "back-blows", "age", "infant")
    hides(PLAN, "infant", "age", "older")
    says(PLAN, "infant", "绝不压腹")
    critical(PLAN, "back-blows", "infant", "choked-out")
    forbids(PLAN, "婴儿压腹")


def test_in_a_fit_the_head_is_protected_and_nothing_goes_into_the_mouth() -> None:
    opens(PLAN, "state", "fit", "fit")
    assert page_of(PLAN, "fit")[:2] == ["head", "mouth"]
    says(PLAN, "head", "护住头", "不按住")
    says(PLAN, "mouth", "不塞")
    critical(PLAN, "head", "mouth")
    forbids(PLAN, "抽搐", "塞")


def test_somebody_stays_and_the_crew_hears_what_happened() -> None:
    in_order(PLAN, "stay", "handed-over", "report")
    critical(PLAN, "stay", "handed-over")
    forbids(PLAN, "一个人待着")


def test_whoever_helps_is_told_that_the_law_protects_them() -> None:
    explains(PLAN, "state", "不担责", "4 分钟")
    assert PLAN.basis == ("民法典 第一百八十四条",)


def test_whenever_the_breath_stops_the_compressions_come_up_at_once() -> None:
    opens(PLAN, "watch", "cpr", "stopped")
    opens(PLAN, "choked-out", "cpr", "no-response")
    opens(PLAN, "fit-over", "cpr", "not-breathing-now")
    assert "看不准" in answer(PLAN, "state", "not-breathing")


def test_nobody_taps_a_person_who_may_be_live() -> None:
    hides(PLAN, "response", "danger", "electric")
    assert "不碰人" in answer(PLAN, "scene", "electric")
