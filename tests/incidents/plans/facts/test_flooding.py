"""Water: people out by the dry way, power off before any foot is wet, lifts up before the pit is."""

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
    says,
    shipped,
    starts,
)

PLAN = shipped("flooding")


def test_people_are_called_out_by_the_dry_way_first_and_nobody_goes_in() -> None:
    assert first_of(PLAN)[0] == "call-out"
    says(PLAN, "call-out", "趁灯亮", "走干路", "自己不进")
    critical(PLAN, "call-out")


def test_nobody_steps_into_water_before_the_power_is_off() -> None:
    assert first_of(PLAN)[1] == "no-step"
    says(PLAN, "no-step", "没断电", "谁也不下水")
    critical(PLAN, "no-step")
    forbids(PLAN, "没断电就下水")


def test_power_is_cut_from_a_dry_place_once_people_are_out_or_at_once_when_water_reaches_it() -> None:
    assert first_of(PLAN)[2:4] == ["sockets", "cut-now"]
    says(PLAN, "sockets", "插座", "电箱", "充电桩")
    says(PLAN, "cut-now", "水已到", "马上从干处断电")
    says(PLAN, "cut-off", "水没到", "人出来", "断电")
    explains(PLAN, "cut-off", "站在干处", "马上断，不等电梯")
    hides(PLAN, "cut-now", "water-at", "below")
    hides(PLAN, "cut-off", "water-at", "reached", "unclear")
    answers = {option.id: option.text.zh for option in PLAN.step("sockets").asks[0].options}
    assert "马上断电" in answers["reached"]
    assert "当作已到" in answers["unclear"]
    critical(PLAN, "sockets", "cut-now", "cut-off")


def test_without_a_dry_way_to_the_switch_the_supplier_cuts() -> None:
    opens(PLAN, "cut-off", "no-way", "no-way")
    opens(PLAN, "cut-now", "no-way", "no-way-now")
    assert page_of(PLAN, "no-way") == ["call-95598", "wire-119", "hold-off"]
    calls(PLAN, "call-95598", "power-company")
    critical(PLAN, "call-95598", "hold-off")
    forbids(PLAN, "水里", "电箱")


def test_lifts_are_empty_then_up_then_off_before_the_pit_is_wet() -> None:
    assert first_of(PLAN)[4:7] == ["lift-people", "lift-up", "lift-wet"]
    says(PLAN, "lift-up", "底坑没湿", "空梯升高层", "再关电源")
    critical(PLAN, "lift-people", "lift-up")


def test_the_power_is_not_cut_under_people_in_a_lift_while_the_water_leaves_time() -> None:
    in_order(PLAN, "lift-people", "lift-up", "cut-off")
    hides(PLAN, "lift-up", "water-at", "reached", "unclear")


def test_a_lift_with_a_wet_pit_or_panel_is_not_moved() -> None:
    says(PLAN, "lift-wet", "底坑", "控制柜", "不动电梯")
    critical(PLAN, "lift-wet")
    forbids(PLAN, "底坑进过水")


def test_people_trapped_in_a_flooding_shaft_are_for_119() -> None:
    opens(PLAN, "lift-people", "rescue", "trapped", "unclear-lift")
    opens(PLAN, "call-out", "rescue", "somebody", "unclear-inside")
    assert page_of(PLAN, "rescue")[:2] == ["call-119", "keep-talking"]
    calls(PLAN, "call-119", "119")
    explains(PLAN, "call-119", "井道")
    says(PLAN, "keep-talking", "不下水救")
    critical(PLAN, "call-119", "keep-talking")


def test_a_line_in_the_water_keeps_everybody_eight_metres_away() -> None:
    assert first_of(PLAN)[8] == "wire"
    opens(PLAN, "wire", "no-way", "down", "shocked")
    calls(PLAN, "wire-119", "119")
    says(PLAN, "wire", "8 米")
    starts(PLAN, "wire", "electric-shock", "shocked")
    critical(PLAN, "wire")


def test_valves_pumps_and_mains_come_after_the_power() -> None:
    in_order(PLAN, "cut-off", "valves", "drains", "sandbags", "pump")
    says(PLAN, "valves", "关阀停泵", "市政")
    says(PLAN, "drains", "确认断电后")
    critical(PLAN, "drains")


def test_sandbags_guard_switch_room_pump_room_and_lifts() -> None:
    says(PLAN, "sandbags", "配电房", "泵房", "电梯口")


def test_cars_are_moved_only_while_it_is_dry_and_nobody_goes_down_for_one() -> None:
    says(PLAN, "cars", "水没进来才可移车", "不许下去")
    critical(PLAN, "cars")
    forbids(PLAN, "车库取车")


def test_power_returns_only_after_drying_and_the_insulation_test() -> None:
    in_order(PLAN, "photos", "insulation", "lifts-back")
    says(PLAN, "insulation", "测绝缘合格", "才送电")
    critical(PLAN, "insulation", "lifts-back")


def test_photos_units_and_insurer_are_written_down() -> None:
    says(PLAN, "photos", "拍照", "受淹", "保险")
