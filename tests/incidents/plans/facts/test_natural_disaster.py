"""Earthquake, lightning, ice: shelter, no lifts, out when it stops, and gas and power checked before going back."""

from tests.incidents.plans.facts.asserted import (
    calls,
    critical,
    first_of,
    forbids,
    in_order,
    opens,
    page_of,
    says,
    shipped,
    starts,
)

PLAN = shipped("natural-disaster")


def test_people_shelter_use_no_lift_and_leave_when_the_shaking_stops() -> None:
    assert first_of(PLAN) == ["which"]
    opens(PLAN, "which", "quake", "quake")
    assert page_of(PLAN, "quake")[:3] == ["shelter", "no-lift", "walk-out"]
    says(PLAN, "shelter", "护住头")
    says(PLAN, "no-lift", "不乘电梯")
    says(PLAN, "walk-out", "停了", "楼梯", "空旷处")
    critical(PLAN, "which", "shelter", "no-lift", "walk-out")
    forbids(PLAN, "摇晃时")
    forbids(PLAN, "乘电梯")


def test_119_and_120_are_called_as_needed() -> None:
    calls(PLAN, "quake-119", "119")
    calls(PLAN, "quake-120", "120")
    critical(PLAN, "quake-119", "quake-120")


def test_trapped_people_and_gas_after_a_quake_start_their_own_plans() -> None:
    starts(PLAN, "lifts", "lift-entrapment", "trapped", "unclear-lift")
    starts(PLAN, "gas", "gas-leak", "smell")
    says(PLAN, "gas", "不碰开关", "出来再打")
    critical(PLAN, "lifts", "gas")
    forbids(PLAN, "试燃气")


def test_nobody_returns_before_gas_and_power_are_checked() -> None:
    assert page_of(PLAN, "quake")[-1] == "back-in"
    says(PLAN, "back-in", "燃气", "电", "才准回")
    critical(PLAN, "back-in")
    forbids(PLAN, "没查燃气")


def test_lightning_brings_people_inside_and_who_is_struck_is_helped() -> None:
    opens(PLAN, "which", "lightning", "lightning")
    assert page_of(PLAN, "lightning")[:3] == ["inside", "work-stops", "struck"]
    calls(PLAN, "struck", "120")
    starts(PLAN, "struck", "acute-illness", "struck")
    starts(PLAN, "smoke-look", "fire", "seen")
    says(PLAN, "power-check", "8 米", "95598")
    critical(PLAN, "inside", "work-stops", "struck", "smoke-look", "power-check")


def test_ice_is_fenced_then_cleared_and_what_hangs_above_is_cordoned() -> None:
    opens(PLAN, "which", "ice", "ice")
    assert page_of(PLAN, "ice")[:2] == ["fence", "above"]
    says(PLAN, "fence", "先围住", "除冰")
    critical(PLAN, "fence", "above", "fallen")


def test_damage_is_photographed_and_reported_and_the_local_plan_is_left_to_the_office() -> None:
    in_order(PLAN, "manager-told", "damage", "cordon-damage", "report")
    says(PLAN, "damage", "拍照")
    critical(PLAN, "cordon-damage")
    assert [step.id for step in PLAN.to_confirm()] == ["which", "power-check"]
