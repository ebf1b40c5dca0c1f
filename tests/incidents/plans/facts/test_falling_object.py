"""Falling things: clear and cordon, look only from cover, 120, 110, and leave it where it fell."""

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
)

PLAN = shipped("falling-object")


def test_people_are_cleared_and_the_look_up_is_from_cover_because_more_may_fall() -> None:
    assert first_of(PLAN)[:2] == ["clear", "look-up"]
    says(PLAN, "clear", "清人", "警戒", "还可能再掉")
    says(PLAN, "look-up", "只在遮挡下")
    critical(PLAN, "clear", "look-up")
    forbids(PLAN, "抬头看")


def test_the_injured_get_120_are_not_moved_and_bleeding_is_pressed() -> None:
    assert first_of(PLAN)[2:4] == ["injured", "press"]
    says(PLAN, "injured", "120", "不搬动")
    explains(PLAN, "injured", "再掉", "快速移开")
    says(PLAN, "press", "压住")
    calls(PLAN, "injured", "120")
    critical(PLAN, "injured", "press")


def test_110_is_called_and_the_object_stays_untouched() -> None:
    assert first_of(PLAN)[4:6] == ["call-110", "in-place"]
    calls(PLAN, "call-110", "110")
    explains(PLAN, "call-110", "应当调查")
    says(PLAN, "in-place", "留原处", "不碰")
    critical(PLAN, "call-110", "in-place")
    forbids(PLAN, "捡")


def test_photos_time_video_and_witnesses_are_kept() -> None:
    in_order(PLAN, "in-place", "photos", "witnesses")
    says(PLAN, "photos", "拍照", "时间", "监控")


def test_a_loose_facade_closes_the_area_until_the_repair_team_says_safe() -> None:
    opens(PLAN, "what", "facade", "loose", "facade", "what-unclear")
    assert page_of(PLAN, "facade") == ["close-area", "open-119", "facade-manager", "repair", "safe-above"]
    says(PLAN, "close-area", "封闭")
    says(PLAN, "repair", "有资质", "抢修")
    says(PLAN, "safe-above", "才撤")
    critical(PLAN, "close-area", "repair", "safe-above")


def test_the_notice_goes_to_all_and_accuses_nobody() -> None:
    assert says(PLAN, "notice", "不指是谁").notice == "general"
    forbids(PLAN, "怀疑是谁家")


def test_the_measures_that_the_law_asks_for_are_written_down() -> None:
    explains(PLAN, "measures", "必要安全措施", "补偿")
    assert PLAN.basis == ("民法典 第一千二百五十四条",)
