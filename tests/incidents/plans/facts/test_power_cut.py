"""Sudden power cut: lifts before anything, only electricians at boards and generators, no flame, doors by the hour."""

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

PLAN = shipped("power-cut")


def test_every_lift_is_looked_at_for_trapped_people_first() -> None:
    assert first_of(PLAN)[0] == "lifts"
    says(PLAN, "lifts", "对讲", "监控", "困人")
    critical(PLAN, "lifts")


def test_trapped_people_or_silence_in_a_lift_start_the_lift_plan() -> None:
    starts(PLAN, "lifts", "lift-entrapment", "trapped", "unclear")
    explains(PLAN, "lifts", "没弄清", "按有人困")


def test_at_night_the_finder_tells_the_guard_leader_and_the_duty_electrician() -> None:
    in_order(PLAN, "lifts", "tell", "switch-room", "supplier", "report-cause")
    says(PLAN, "tell", "前台", "工程", "班长", "电工")


def test_the_duty_electrician_goes_to_the_switch_room_and_the_supplier_is_asked() -> None:
    says(PLAN, "switch-room", "电工")
    says(PLAN, "supplier", "95598", "原因")
    calls(PLAN, "supplier", "power-company")
    assert [step.id for step in PLAN.to_confirm()] == ["supplier", "patrol-authority"]


def test_emergency_lights_stairs_and_fire_backup_are_looked_at() -> None:
    in_order(PLAN, "lights", "fire-backup")
    says(PLAN, "lights", "楼梯间", "应急灯")
    says(PLAN, "fire-backup", "消防泵", "报警主机", "备用电")
    critical(PLAN, "fire-backup")


def test_without_fire_backup_there_is_a_fire_patrol_every_hour() -> None:
    opens(PLAN, "fire-backup", "fire-patrol", "missing")
    runs(PLAN, "patrol", 60, "fire-patrol", "grid-back", again=True)
    says(PLAN, "patrol-person", "每小时")
    calls(PLAN, "patrol-fire", "119")
    critical(PLAN, "patrol-person", "patrol-fire")


def test_homes_with_electric_medical_devices_are_visited_or_called() -> None:
    says(PLAN, "medical", "医疗设备", "上门", "电话")
    calls(PLAN, "medical", "120")
    critical(PLAN, "medical")
    explains(PLAN, "medical", "本人同意")
    in_order(PLAN, "fire-backup", "medical", "generator")


def test_only_an_electrician_runs_the_generator_and_only_interlocked() -> None:
    assert page_of(PLAN, "hold")[:3] == ["generator", "interlock", "open-air"]
    says(PLAN, "generator", "只由持证电工")
    says(PLAN, "interlock", "防倒送联锁有效")
    critical(PLAN, "generator", "interlock", "open-air")
    forbids(PLAN, "联锁", "送电")
    forbids(PLAN, "非持证电工")


def test_portable_sets_stand_in_the_open_air_because_of_carbon_monoxide() -> None:
    says(PLAN, "open-air", "只放在室外")
    explains(PLAN, "open-air", "楼道", "车库", "地下室", "一氧化碳")
    forbids(PLAN, "发电机", "楼道", "车库", "地下室")


def test_no_candle_and_no_open_flame_in_the_corridors() -> None:
    says(PLAN, "flames", "不点蜡烛", "明火")
    critical(PLAN, "flames")
    forbids(PLAN, "蜡烛", "明火")


def test_guards_hold_posts_watch_for_theft_and_calm_people() -> None:
    says(PLAN, "guards", "守岗", "防盗", "安抚")


def test_three_hours_or_an_unknown_time_bring_a_notice_on_every_door_within_ninety_minutes() -> None:
    in_order(PLAN, "fire-backup", "medical", "inform", "doors-posted")
    opens(PLAN, "inform", "long-cut", "long", "unknown")
    runs(PLAN, "doors", 90, "long-cut", "doors-posted")
    step = says(PLAN, "doors-posted", "每户门上")
    assert (step.notice, step.target_minutes, step.critical) == ("sudden-power-cut", 90, True)


def test_a_cut_that_lasts_longer_than_was_said_still_brings_door_notices_and_a_water_point() -> None:
    runs(PLAN, "three-hours", 180, "", "grid-back")
    runs(PLAN, "water", 720, "", "grid-back")


def test_a_shorter_cut_is_told_by_the_desk() -> None:
    assert says(PLAN, "inform", "告诉住户").notice == "sudden-power-cut"
    explains(PLAN, "inform", "不到 3 小时")


def test_from_twelve_hours_on_there_is_a_water_point_named_in_the_notice() -> None:
    says(PLAN, "water-point", "12 小时", "供水点", "写明")


def test_power_is_restored_by_procedure_then_lifts_then_a_full_walk() -> None:
    assert page_of(PLAN, "restore")[:4] == ["grid-back", "lifts-again", "plant", "walk"]
    says(PLAN, "grid-back", "电工", "按规程")
    starts(PLAN, "lifts-again", "lift-entrapment", "trapped", "unclear-after")
    critical(PLAN, "grid-back", "lifts-again")
