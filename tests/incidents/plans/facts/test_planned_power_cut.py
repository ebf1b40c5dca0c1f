"""Planned cut: fire authority and notice ahead, lifts empty at a landing before, tests after."""

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
    starts,
)

PLAN = shipped("planned-power-cut")


def test_the_suppliers_seven_days_are_known() -> None:
    assert first_of(PLAN)[0] == "grid-notice"
    explains(PLAN, "grid-notice", "7 天", "24 小时")


def test_the_fire_authority_is_told_before_fire_supply_is_cut() -> None:
    assert first_of(PLAN)[1] == "fire-first"
    calls(PLAN, "fire-first", "fire-authority")
    critical(PLAN, "fire-first")
    forbids(PLAN, "没告诉消防")


def test_the_notice_hangs_two_days_ahead_with_all_that_it_needs() -> None:
    in_order(PLAN, "general-manager", "post-notice", "lifts-empty")
    step = says(PLAN, "post-notice", "提前 2 天")
    assert (step.notice, step.critical) == ("planned-power-cut", True)
    explains(PLAN, "post-notice", "原因", "时间", "存水", "关电器")


def test_from_twelve_hours_on_a_water_point_stands_in_the_notice() -> None:
    opens(PLAN, "grid-notice", "water", "long")
    says(PLAN, "water-point", "供水点", "写进通知")
    critical(PLAN, "water-point")


def test_homes_on_medical_devices_are_warned_one_by_one_from_a_list_of_consent() -> None:
    says(PLAN, "medical", "逐户", "医疗设备")
    explains(PLAN, "medical", "书面同意", "不放进预案册")
    critical(PLAN, "medical")
    forbids(PLAN, "医疗设备名单")


def test_lights_stock_and_extra_patrol_are_ready_before_the_day() -> None:
    in_order(PLAN, "emergency-lights", "extra-patrol", "lifts-empty")


def test_lifts_stand_empty_at_a_landing_and_are_off_before_the_cut() -> None:
    assert page_of(PLAN, "day")[0] == "lifts-empty"
    says(PLAN, "lifts-empty", "停电前", "平层", "没人再关")
    critical(PLAN, "lifts-empty")
    forbids(PLAN, "电梯里有人")


def test_without_fire_supply_there_is_an_hourly_patrol_and_the_generator_is_the_electricians() -> None:
    runs(PLAN, "patrol", 60, "no-fire-supply", "power-back", again=True)
    says(PLAN, "generator", "只由电工", "联锁")
    explains(PLAN, "generator", "倒送", "室外")
    critical(PLAN, "generator")
    forbids(PLAN, "发电机", "地下室")


def test_residents_are_heard_and_a_late_return_starts_the_plan_of_the_sudden_cut() -> None:
    in_order(PLAN, "patrol", "mood", "late")
    says(PLAN, "mood", "向上报")
    starts(PLAN, "late", "power-cut", "late")


def test_lifts_pumps_lights_and_access_are_tested_after() -> None:
    assert page_of(PLAN, "back")[:3] == ["power-back", "test-lifts", "test-plant"]
    says(PLAN, "test-plant", "水泵", "照明", "门禁")
    critical(PLAN, "test-lifts")
