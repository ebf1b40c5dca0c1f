"""Fire: two minutes to know, then automatic linkage and 119 before anything, and people go back from smoke."""

from tests.incidents.plans.facts.asserted import (
    calls,
    clock,
    critical,
    explains,
    forbids,
    in_order,
    opens,
    page_of,
    runs,
    says,
    shipped,
)

PLAN = shipped("fire")
SURE = ("fire", "second", "nobody", "unclear")


def test_fire_119_and_automatic_linkage_are_the_first_two_steps_of_a_confirmed_fire() -> None:
    assert page_of(PLAN, "confirmed")[:2] == ["linkage", "call-119"]
    says(PLAN, "linkage", "联动转自动")
    says(PLAN, "call-119", "打 119")
    calls(PLAN, "call-119", "119")
    critical(PLAN, "linkage", "call-119")


def test_who_is_not_at_the_panel_calls_119_first() -> None:
    says(PLAN, "linkage", "不在主机旁先打 119")


def test_two_people_do_both_at_once_and_one_alone_calls_right_after_and_stays_to_broadcast() -> None:
    explains(PLAN, "linkage", "同时打 119", "马上打", "守主机")
    assert page_of(PLAN, "confirmed")[2] == "broadcast"
    says(PLAN, "broadcast", "守主机", "广播", "楼梯")


def test_a_signal_is_confirmed_within_two_minutes_at_most() -> None:
    says(PLAN, "look", "监控", "对讲", "派人", "最多 2 分钟")
    assert PLAN.step("look").target_minutes == 2
    runs(PLAN, "confirm", 2, "", "look")
    assert "119" in clock(PLAN, "confirm").when_due.zh


def test_smoke_a_caller_or_a_second_detector_is_a_confirmed_fire_without_a_look() -> None:
    assert [page.id for page in PLAN.pages[:3]] == ["confirm", "check", "confirmed"]
    assert (page_of(PLAN, "confirm"), page_of(PLAN, "check")) == (["seen"], ["look"])
    opens(PLAN, "seen", "check", "signal")
    opens(PLAN, "seen", "confirmed", "fire", "two-detectors")
    says(PLAN, "seen", "有烟", "有火", "有人报火")
    critical(PLAN, "seen", "look")


def test_nobody_to_send_and_nothing_known_in_time_count_as_fire() -> None:
    opens(PLAN, "look", "confirmed", *SURE)
    opens(PLAN, "look", "evacuate", *SURE)
    opens(PLAN, "look", "false-alarm", "no-fire")


def test_who_goes_to_look_takes_the_stairs_and_who_is_alone_stays_at_the_panel() -> None:
    explains(PLAN, "look", "走楼梯", "门发烫不开", "只有你一个人：不离开主机", "1 分钟")


def test_only_a_person_on_the_spot_may_say_there_is_no_fire() -> None:
    answers = {option.id: option.text.zh for option in PLAN.step("look").asks[0].options}
    assert "人到现场" in answers["no-fire"]


def test_119_hears_place_part_what_burns_size_name_and_telephone() -> None:
    says(PLAN, "call-119", "地点", "部位", "烧什么", "火势")
    explains(PLAN, "call-119", "姓名", "电话", "任何人不得阻拦")


def test_nobody_asks_a_superior_before_119() -> None:
    in_order(PLAN, "call-119", "responsible")
    forbids(PLAN, "请示", "119")


def test_the_micro_station_is_there_in_one_and_in_three_minutes() -> None:
    runs(PLAN, "first-group", 1, "", "look")
    runs(PLAN, "second-group", 3, "confirmed", "team-in")
    says(PLAN, "fire-team", "3 分钟")


def test_the_fire_floor_and_those_above_leave_first_by_stairs_and_low() -> None:
    assert page_of(PLAN, "evacuate")[0] == "floors"
    says(PLAN, "floors", "着火层", "以上", "楼梯", "压低")
    critical(PLAN, "floors")


def test_whoever_meets_smoke_goes_back_behind_a_shut_door_with_wet_cloth() -> None:
    assert page_of(PLAN, "evacuate")[1:3] == ["smoke-back", "window"]
    says(PLAN, "smoke-back", "遇烟退回", "关门", "湿布堵缝")
    says(PLAN, "window", "窗口", "119", "楼层", "房号")
    critical(PLAN, "smoke-back", "window")
    forbids(PLAN, "有烟的楼梯")


def test_no_lift_is_used_to_get_out_and_the_fire_lift_is_the_brigades() -> None:
    forbids(PLAN, "乘电梯")
    says(PLAN, "lifts", "降首层", "消防梯留给消防队")
    critical(PLAN, "lifts")


def test_only_a_small_fire_is_fought_and_only_with_the_way_out_behind() -> None:
    in_order(PLAN, "window", "small-fire")
    says(PLAN, "small-fire", "火小", "背后有退路")


def test_a_burning_battery_is_left_behind_a_shut_door() -> None:
    says(PLAN, "battery", "电动车", "锂电池", "不靠近", "关门撤")
    critical(PLAN, "battery")


def test_only_non_fire_power_of_the_fire_area_is_cut() -> None:
    says(PLAN, "cut-power", "只断", "着火区", "非消防电")
    says(PLAN, "keep-power", "消防泵", "排烟风机", "应急灯", "不断电")
    explains(PLAN, "keep-power", "普通照明", "生活泵", "安防", "地下排水", "客梯")
    critical(PLAN, "keep-power")
    forbids(PLAN, "消防泵", "应急灯")


def test_barriers_lane_and_doors_are_open_and_a_guide_stands_at_the_gate() -> None:
    assert page_of(PLAN, "brigade")[:4] == ["lane", "guide", "keys", "obey"]
    says(PLAN, "lane", "道闸", "消防通道", "单元门")
    says(PLAN, "guide", "大门口", "引路")


def test_the_fire_chief_gets_plans_and_keys_and_his_orders_rule() -> None:
    says(PLAN, "keys", "图纸", "钥匙")
    says(PLAN, "obey", "听消防指挥员")
    critical(PLAN, "obey")


def test_people_are_counted_and_the_brigade_hears_who_is_missing_or_cannot_walk() -> None:
    in_order(PLAN, "obey", "count", "tell-missing")
    says(PLAN, "tell-missing", "谁没出来", "谁走不动")
    critical(PLAN, "count", "tell-missing")


def test_afterwards_the_scene_is_sealed_and_nobody_enters() -> None:
    assert page_of(PLAN, "after-fire")[0] == "scene"
    says(PLAN, "scene", "封住现场", "不进", "不动")
    critical(PLAN, "scene")
    forbids(PLAN, "返回火场")


def test_after_a_false_alarm_the_panel_is_reset_only_with_the_cause_known() -> None:
    in_order(PLAN, "point", "unclear", "reset")
    says(PLAN, "unclear", "留人守", "不屏蔽")


def test_the_four_abilities_are_asked_after_a_drill() -> None:
    asked = " ".join(question.zh for question in PLAN.after)
    for ability in ("检查消除火灾隐患", "组织扑救初起火灾", "组织人员疏散逃生", "消防宣传教育培训"):
        assert ability in asked
