"""Storm: prepare only before it is here, then nobody outdoors, no garage, no water before the power is off."""

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
    starts,
)

PLAN = shipped("storm")


def test_the_warning_is_looked_at_first_and_work_outside_only_before_it_is_here() -> None:
    assert first_of(PLAN) == ["level"]
    opens(PLAN, "level", "before", "lower", "red")
    assert page_of(PLAN, "before")[0] == "prepare-only"
    says(PLAN, "prepare-only", "一到就停", "撤回屋")
    critical(PLAN, "level", "prepare-only")


def test_roof_wells_pumps_generator_and_boards_are_looked_at_before() -> None:
    assert page_of(PLAN, "before")[1:5] == ["drains", "power-gear", "sandbags", "loose"]
    says(PLAN, "drains", "屋面", "雨水井", "排水泵")
    says(PLAN, "power-gear", "发电机", "配电箱")
    says(PLAN, "sandbags", "沙袋", "挡水板")
    says(PLAN, "loose", "广告牌", "花盆")
    critical(PLAN, "drains", "sandbags", "loose")


def test_residents_are_told_and_the_list_of_car_owners_is_ready() -> None:
    assert says(PLAN, "notify", "住户").notice == "typhoon"
    says(PLAN, "car-owners", "车主联系名单")
    in_order(PLAN, "notify", "stock", "car-owners", "duty")


def test_a_red_warning_closes_the_garage_and_moves_cars_while_it_is_dry() -> None:
    opens(PLAN, "level", "red", "red", "here")
    assert page_of(PLAN, "red") == ["barrier", "move-cars", "nobody-down"]
    says(PLAN, "move-cars", "水没进来", "移车")
    critical(PLAN, "barrier", "move-cars", "nobody-down")
    assert {step.id for step in PLAN.to_confirm()} == {"level", "lines"}


def test_outdoor_and_high_work_stops_first_while_it_lasts() -> None:
    assert page_of(PLAN, "during")[0] == "stop-work"
    says(PLAN, "stop-work", "室外", "高处")
    says(PLAN, "watch", "24 小时")
    critical(PLAN, "stop-work")
    forbids(PLAN, "室外", "高处")


def test_water_in_the_garage_closes_it_and_starts_the_flooding_plan() -> None:
    says(PLAN, "garage", "封口", "走干路")
    explains(PLAN, "garage", "自己不进去", "119")
    starts(PLAN, "garage", "flooding", "wet")
    critical(PLAN, "garage")


def test_nobody_goes_down_to_a_filling_garage_for_a_car() -> None:
    says(PLAN, "nobody-down", "水一进来", "不许下去")
    forbids(PLAN, "车库取车")


def test_power_is_off_before_anybody_steps_into_water_and_lifts_are_up_before_the_pit_is_wet() -> None:
    assert page_of(PLAN, "during")[2:5] == ["garage", "power-first", "lifts-up"]
    says(PLAN, "power-first", "没断电", "不下水")
    says(PLAN, "lifts-up", "底坑没湿", "空梯", "升高层")
    assert [ask.id for ask in PLAN.step("lifts-up").asks] == ["pit"]
    critical(PLAN, "power-first", "lifts-up")
    forbids(PLAN, "没断电就下水")


def test_fallen_trees_and_lines_keep_eight_metres() -> None:
    says(PLAN, "lines", "树倒", "线落", "8 米")
    starts(PLAN, "lines", "electric-shock", "shocked")
    calls(PLAN, "trapped", "119")
    critical(PLAN, "lines", "trapped")
    forbids(PLAN, "8 米以内")


def test_after_it_structure_and_insulation_are_checked_before_power() -> None:
    assert page_of(PLAN, "after")[:4] == ["over", "structure", "insulation", "pump"]
    says(PLAN, "insulation", "测绝缘", "才送电")
    says(PLAN, "pump", "抽水", "消毒")
    says(PLAN, "claims", "拍照", "保险")
    critical(PLAN, "structure", "insulation")
