"""Lift: calm them, call who may release them, 119 in time, and nobody opens a door before the power is off."""

from tests.incidents.plans.facts.asserted import (
    calls,
    clock,
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

PLAN = shipped("lift-entrapment")


def test_lift_number_floor_people_and_illness_are_asked_first() -> None:
    assert first_of(PLAN)[:2] == ["which-lift", "how-many"]
    says(PLAN, "which-lift", "哪部", "几层")
    says(PLAN, "how-many", "人数", "身体", "烟", "水")
    assert [ask.id for ask in PLAN.step("how-many").asks] == ["people", "condition", "shaft"]


def test_trapped_people_are_told_to_keep_off_the_doors_and_not_to_climb_before_the_call() -> None:
    assert first_of(PLAN)[2:4] == ["calm", "call-maintainer"]
    says(PLAN, "calm", "离开轿门", "不扒", "不爬")
    critical(PLAN, "calm")


def test_the_maintainer_is_called_at_once_and_the_time_noted() -> None:
    says(PLAN, "call-maintainer", "立即", "维保")
    calls(PLAN, "call-maintainer", "lift-maintainer")
    critical(PLAN, "call-maintainer")
    in_order(PLAN, "call-maintainer", "latest", "guard", "manager")


def test_the_maintainer_has_thirty_minutes_from_the_call_and_then_119_is_called() -> None:
    runs(PLAN, "maintainer", 30, "call-maintainer", "maintainer-in")
    assert "119" in clock(PLAN, "maintainer").when_due.zh
    assert page_of(PLAN, "release")[0] == "late"
    says(PLAN, "late", "最迟", "119")
    critical(PLAN, "late")


def test_no_answer_of_the_maintainer_within_two_minutes_calls_119() -> None:
    runs(PLAN, "reach", 2, "calm", "call-maintainer")
    assert "119" in clock(PLAN, "reach").when_due.zh
    opens(PLAN, "call-maintainer", "rescue-now", "nobody", "not-coming")
    assert PLAN.step("call-maintainer").target_minutes == 2


def test_illness_pregnancy_panic_or_silence_calls_119_and_120() -> None:
    answers = {option.id: option.text.zh for option in PLAN.step("how-many").asks[1].options}
    assert "孕妇" in answers["unwell"]
    assert "惊恐" in answers["unwell"]
    assert PLAN.step("how-many").opens[0].answers == ("unwell", "no-answer")
    assert page_of(PLAN, "rescue-now")[:2] == ["call-119", "call-120"]
    calls(PLAN, "call-119", "119")
    calls(PLAN, "call-120", "120")
    critical(PLAN, "call-119", "call-120")


def test_smoke_or_water_in_the_shaft_calls_119_at_once_and_starts_the_other_plan() -> None:
    opens(PLAN, "how-many", "rescue-now", "unwell", "no-answer", "smoke", "water")
    starts(PLAN, "how-many", "fire", "smoke")
    starts(PLAN, "how-many", "flooding", "water")


def test_the_page_that_calls_119_lies_before_the_release() -> None:
    assert [page.id for page in PLAN.pages] == ["first", "rescue-now", "release", "after"]


def test_somebody_stays_at_the_landing_and_talks_every_five_minutes() -> None:
    says(PLAN, "guard", "层门外", "守", "说话")
    explains(PLAN, "guard", "不离开", "119", "120", "只有你一个人")
    critical(PLAN, "guard")
    runs(PLAN, "talk", 5, "", "people-out", again=True)
    forbids(PLAN, "没人守")


def test_the_sign_hangs_and_the_landing_doors_are_roped_off() -> None:
    says(PLAN, "sign", "暂停服务", "围挡")


def test_guards_never_pry_a_door_and_nobody_climbs_out() -> None:
    forbids(PLAN, "撬门", "扒门")
    forbids(PLAN, "爬出")


def test_only_licensed_people_release_and_the_main_switch_is_off_first() -> None:
    assert page_of(PLAN, "release")[1:4] == ["maintainer-in", "power-off", "people-out"]
    says(PLAN, "maintainer-in", "作业人员证")
    says(PLAN, "power-off", "持证", "先断主电源")
    says(PLAN, "people-out", "持证")
    critical(PLAN, "maintainer-in", "power-off", "people-out")
    forbids(PLAN, "没断主电源就放人")


def test_the_released_are_asked_how_they_are_and_120_comes_for_the_unwell() -> None:
    in_order(PLAN, "people-out", "health", "names")
    calls(PLAN, "health", "120")
    critical(PLAN, "health")


def test_name_address_and_telephone_are_given_of_free_will() -> None:
    says(PLAN, "names", "自愿", "姓名", "住址", "电话")


def test_the_lift_stays_out_of_service_until_repaired_and_tested() -> None:
    says(PLAN, "out-of-service", "锁梯停用")
    critical(PLAN, "out-of-service", "resume")
    in_order(PLAN, "out-of-service", "cause", "resume")
    says(PLAN, "resume", "修好", "试运行")


def test_a_repair_over_24_hours_brings_a_notice() -> None:
    runs(PLAN, "repair", 24 * 60, "out-of-service", "over-24h")
    assert says(PLAN, "over-24h", "24 小时", "通知").notice == "lift-repair"


def test_local_times_of_arrival_are_left_to_the_office() -> None:
    confirm = {step.id for step in PLAN.to_confirm()}
    assert confirm == {"which-lift", "call-maintainer", "latest", "report"}
