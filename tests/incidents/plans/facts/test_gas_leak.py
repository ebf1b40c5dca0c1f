"""Gas: no switch and no phone inside, out by the stairs, and calls only from outside."""

from tests.incidents.plans.facts.asserted import (
    answer,
    calls,
    clock,
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
)

PLAN = shipped("gas-leak")


def test_gas_no_switch_and_no_phone_inside_come_first() -> None:
    assert first_of(PLAN)[:2] == ["no-switch", "no-phone"]
    says(PLAN, "no-switch", "不点火", "不碰任何开关")
    explains(PLAN, "no-switch", "灯", "风扇", "油烟机", "门铃", "电闸")
    says(PLAN, "no-phone", "屋里", "不用手机", "对讲")
    critical(PLAN, "no-switch", "no-phone")
    forbids(PLAN, "门铃", "电闸")
    forbids(PLAN, "手机", "对讲")


def test_a_resident_who_phones_from_inside_is_sent_out_first() -> None:
    explains(PLAN, "no-phone", "马上放下", "出来再打")


def test_a_desk_in_another_building_calls_at_once() -> None:
    opens(PLAN, "no-remote", "call-now", "away")
    assert page_of(PLAN, "call-now") == ["now-gas", "now-119"]
    says(PLAN, "now-gas", "现在就打")
    says(PLAN, "now-119", "现在就打", "味浓", "有人", "有火")
    calls(PLAN, "now-gas", "gas-company")
    calls(PLAN, "now-119", "119")
    hides(PLAN, "call-gas", "desk", "away")
    hides(PLAN, "call-119", "desk", "away")


def test_who_smells_it_or_is_not_sure_calls_only_from_outside() -> None:
    assert "闻得到" in answer(PLAN, "no-remote", "here")
    assert "说不准" in answer(PLAN, "no-remote", "here")


def test_a_crew_that_does_not_come_is_called_again_from_outside() -> None:
    runs(PLAN, "crew", 15, "", "crew", again=True)
    assert "室外" in clock(PLAN, "crew").when_due.zh


def test_the_control_room_switches_no_lift_fan_or_stair_light() -> None:
    assert first_of(PLAN)[2] == "no-remote"
    says(PLAN, "no-remote", "电梯", "风机", "楼道灯")
    critical(PLAN, "no-remote")
    forbids(PLAN, "监控室")


def test_a_gas_flame_is_not_put_out_before_the_supply_is_shut() -> None:
    assert first_of(PLAN)[3] == "flame"
    says(PLAN, "flame", "没关", "不扑灭")
    critical(PLAN, "flame")
    forbids(PLAN, "扑灭")


def test_valve_and_windows_only_if_it_is_safe() -> None:
    in_order(PLAN, "flame", "valve", "leave")
    says(PLAN, "valve", "安全才", "轻轻开窗")
    explains(PLAN, "valve", "公用阀不动", "不进去")


def test_people_knock_and_leave_by_the_stairs() -> None:
    assert first_of(PLAN)[5:7] == ["leave", "keep-out"]
    says(PLAN, "leave", "敲门", "走楼梯", "不按铃", "不坐电梯")
    says(PLAN, "keep-out", "不进去")
    critical(PLAN, "leave", "keep-out")


def test_gas_company_and_119_are_called_from_outside() -> None:
    assert first_of(PLAN)[7:] == ["call-gas", "call-119"]
    says(PLAN, "call-gas", "室外")
    says(PLAN, "call-119", "室外", "味浓", "有人", "有火")
    explains(PLAN, "call-119", "密闭", "拿不准就打")
    calls(PLAN, "call-gas", "gas-company")
    calls(PLAN, "call-119", "119")
    critical(PLAN, "call-gas", "call-119")


def test_the_poisoned_go_into_open_air_and_120_is_called() -> None:
    says(PLAN, "poisoned", "外面", "120")
    explains(PLAN, "poisoned", "一氧化碳", "不进味浓的屋里救人")
    calls(PLAN, "poisoned", "120")
    critical(PLAN, "poisoned")


def test_public_valves_are_only_for_the_gas_company() -> None:
    says(PLAN, "public-valve", "只由燃气公司")
    critical(PLAN, "public-valve")
    forbids(PLAN, "公用燃气阀")


def test_a_cordon_stands_and_no_car_is_started() -> None:
    says(PLAN, "cordon", "警戒", "车不许发动")
    critical(PLAN, "cordon")
    in_order(PLAN, "cordon", "crew")


def test_the_gas_company_decides_when_people_return() -> None:
    assert page_of(PLAN, "hold")[-1] == "back-in"
    says(PLAN, "back-in", "燃气公司", "才准回去")
    critical(PLAN, "back-in")


def test_the_operator_or_the_authorities_are_told_by_law() -> None:
    says(PLAN, "authority", "燃气公司", "主管部门")
    assert PLAN.basis == ("城镇燃气管理条例 第二十八条、第四十条",)


def test_no_other_plan_that_starts_fans_is_begun_from_here() -> None:
    assert [step.id for step in PLAN.steps() if step.starts] == []
