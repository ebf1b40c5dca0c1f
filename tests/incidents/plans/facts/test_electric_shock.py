"""Shock: power off before a hand touches, eight metres from high voltage, then compressions."""

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
    says,
    shipped,
)

PLAN = shipped("electric-shock")


def test_power_off_comes_first_and_nobody_touches_the_person() -> None:
    assert first_of(PLAN)[0] == "power-off"
    says(PLAN, "power-off", "不碰人", "先断电", "8 米")
    explains(PLAN, "power-off", "拉闸", "拔插头")
    critical(PLAN, "power-off")
    forbids(PLAN, "手拉")


def test_only_household_current_is_parted_with_dry_wood_and_never_with_wet_or_metal() -> None:
    assert first_of(PLAN)[1] == "dry-wood"
    says(PLAN, "dry-wood", "家用电", "干木棍")
    explains(PLAN, "dry-wood", "湿", "金属", "高压绝不")
    critical(PLAN, "dry-wood")
    forbids(PLAN, "湿的", "金属")


def test_high_voltage_or_a_fallen_line_keeps_eight_metres_until_the_supplier_has_cut() -> None:
    opens(PLAN, "power-off", "high", "high")
    assert page_of(PLAN, "high")[:3] == ["eight-metres", "call-95598", "call-119"]
    says(PLAN, "eight-metres", "8 米", "并脚跳", "单脚跳")
    says(PLAN, "call-119", "119", "110")
    assert page_of(PLAN, "high")[-1] == "cut-confirmed"
    says(PLAN, "cut-confirmed", "已断电", "才靠近")
    calls(PLAN, "call-95598", "power-company")
    critical(PLAN, *page_of(PLAN, "high"))
    forbids(PLAN, "8 米以内")


def test_a_line_that_cannot_be_told_counts_as_high_voltage() -> None:
    answers = {option.id: option.text.zh for option in PLAN.step("power-off").asks[0].options}
    assert "看不清" in answers["high"]


def test_a_fall_is_prevented_then_120_then_the_look_at_breathing() -> None:
    assert first_of(PLAN)[2:6] == ["fall", "call-120", "guide", "breathing"]
    says(PLAN, "fall", "下面垫软物", "不用手接")
    says(PLAN, "breathing", "断了电才靠近")
    calls(PLAN, "call-120", "120")
    critical(PLAN, "fall", "call-120", "breathing")


def test_compressions_are_mid_chest_deep_and_fast_with_the_aed_until_help_comes() -> None:
    opens(PLAN, "breathing", "cpr", "not-breathing")
    assert page_of(PLAN, "cpr") == ["aed", "press", "depth", "breaths", "aed-on", "go-on"]
    says(PLAN, "press", "胸口正中", "100–120")
    says(PLAN, "depth", "5–6 厘米", "回弹")
    says(PLAN, "breaths", "受过训练 30:2", "只按压")
    critical(PLAN, "press", "depth", "aed-on", "go-on")


def test_unconscious_but_breathing_lies_on_the_side_and_is_not_left() -> None:
    opens(PLAN, "breathing", "recovery", "unconscious")
    says(PLAN, "watch", "不离开")
    critical(PLAN, "on-side", "watch")


def test_even_the_awake_go_to_hospital() -> None:
    says(PLAN, "hospital", "醒着也送医院")
    critical(PLAN, "hospital")
    assert "hospital" in {step.id for step in PLAN.to_confirm()}


def test_the_place_is_fenced_and_the_breaker_tagged_until_an_electrician_has_tested() -> None:
    in_order(PLAN, "breathing", "fence", "test")
    says(PLAN, "fence", "围住", "禁止合闸")
    says(PLAN, "test", "电工", "测绝缘")
    critical(PLAN, "fence", "test")


def test_no_thump_no_shaking_no_injection() -> None:
    forbids(PLAN, "猛敲心窝", "摇晃", "打针")


def test_dry_wood_is_for_household_current_that_stays_and_for_nothing_else() -> None:
    hides(PLAN, "dry-wood", "current", "off", "high")


def test_nobody_lays_anything_under_a_person_on_a_high_voltage_line() -> None:
    hides(PLAN, "fall", "current", "high")


def test_a_wire_that_does_not_part_waits_for_the_supplier_as_well() -> None:
    opens(PLAN, "dry-wood", "high", "no-way")


def test_120_is_called_once_on_either_way() -> None:
    hides(PLAN, "call-120", "current", "high")
    hides(PLAN, "call-120", "parted", "no-way")
    assert "call-120-too" in page_of(PLAN, "high")


def test_a_breath_that_stops_brings_the_compressions_at_once() -> None:
    opens(PLAN, "watch", "cpr", "stopped")
    assert "看不准" in answer(PLAN, "breathing", "not-breathing")
