"""A threat to jump: 110 and 119 at once and one calm voice; a missing person: 110 at once, and no public picture."""

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

PLAN = shipped("self-harm-or-missing")


def test_a_threat_to_jump_calls_110_and_119_before_anything() -> None:
    assert first_of(PLAN) == ["which"]
    opens(PLAN, "which", "jump", "jump")
    assert page_of(PLAN, "jump")[:2] == ["jump-110", "jump-119"]
    calls(PLAN, "jump-110", "110")
    calls(PLAN, "jump-119", "119")
    explains(PLAN, "jump-119", "同时打")
    critical(PLAN, "which", "jump-110", "jump-119")


def test_one_calm_voice_no_sudden_approach_no_crowd_no_filming() -> None:
    assert page_of(PLAN, "jump")[2:5] == ["one-voice", "no-approach", "no-crowd"]
    says(PLAN, "one-voice", "一个人", "平静")
    says(PLAN, "no-approach", "不突然靠近", "不伸手拉")
    says(PLAN, "no-crowd", "不围", "不拍")
    critical(PLAN, "one-voice", "no-approach", "no-crowd")
    forbids(PLAN, "突然靠近")
    forbids(PLAN, "围观", "拍摄")


def test_below_is_cleared_and_the_air_cushion_is_the_brigades() -> None:
    assert page_of(PLAN, "jump")[5:7] == ["clear-below", "cushion"]
    says(PLAN, "clear-below", "清空")
    says(PLAN, "cushion", "只由消防")
    critical(PLAN, "clear-below", "cushion")
    forbids(PLAN, "垫子")


def test_the_family_comes_quietly() -> None:
    says(PLAN, "family-quietly", "悄悄")


def test_a_missing_person_is_reported_to_110_at_once() -> None:
    opens(PLAN, "which", "missing", "missing")
    assert page_of(PLAN, "missing")[:3] == ["missing-110", "last-seen", "clothes"]
    says(PLAN, "missing-110", "马上", "不等")
    calls(PLAN, "missing-110", "110")
    critical(PLAN, "missing-110", "last-seen")
    forbids(PLAN, "24 小时")


def test_gates_and_cctv_then_a_search_by_area_with_times() -> None:
    in_order(PLAN, "clothes", "gates", "photo", "search", "found")
    says(PLAN, "gates", "出入口", "监控")
    says(PLAN, "search", "分片找")
    critical(PLAN, "gates", "search", "found")


def test_the_photo_goes_to_the_police_only_and_nothing_is_posted_without_family_and_police() -> None:
    says(PLAN, "photo", "只交警察")
    says(PLAN, "no-posting", "家属警察同意")
    critical(PLAN, "photo", "no-posting", "keep-private")
    forbids(PLAN, "家属警察同意", "照片")
