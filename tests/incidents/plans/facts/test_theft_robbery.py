"""Theft: own safety, 110 for every case, eyes and cameras, and nothing touched."""

from tests.incidents.plans.facts.asserted import calls, critical, explains, first_of, forbids, in_order, says, shipped

PLAN = shipped("theft-robbery")


def test_own_safety_and_110_for_every_case_come_first() -> None:
    assert first_of(PLAN)[:2] == ["safety", "call-110"]
    says(PLAN, "safety", "离远", "不追", "不拦")
    says(PLAN, "call-110", "每一起", "110")
    calls(PLAN, "call-110", "110")
    critical(PLAN, "safety", "call-110")


def test_the_injured_get_120_before_anything_is_written() -> None:
    assert first_of(PLAN)[2] == "injured"
    calls(PLAN, "injured", "120")
    critical(PLAN, "injured")


def test_looks_are_described_and_followed_by_camera_not_by_chase() -> None:
    assert first_of(PLAN)[3:5] == ["describe", "camera"]
    says(PLAN, "describe", "人数", "衣着", "相貌", "车牌")
    says(PLAN, "camera", "监控", "不派人追")
    critical(PLAN, "camera")
    forbids(PLAN, "追赶")
    forbids(PLAN, "凶器的人的路")


def test_a_person_caught_in_the_act_goes_unhurt_to_the_police() -> None:
    says(PLAN, "caught", "只交警察", "不伤人")
    explains(PLAN, "caught", "不是必须", "不绑", "不关", "不过当")
    critical(PLAN, "caught")


def test_the_scene_is_sealed_and_untouched_until_the_police_finish() -> None:
    in_order(PLAN, "seal", "save-video", "move-only", "stay")
    says(PLAN, "seal", "不碰不进")
    says(PLAN, "stay", "警察没完不撤")
    critical(PLAN, "seal")
    forbids(PLAN, "现场")


def test_things_are_moved_only_for_rescue() -> None:
    says(PLAN, "move-only", "只为救人")
    explains(PLAN, "move-only", "边角")


def test_recordings_are_kept_and_go_to_the_police_only() -> None:
    says(PLAN, "save-video", "不删", "不外传")
    says(PLAN, "hand-video", "只交警察")
    says(PLAN, "statement", "只向警察")
    critical(PLAN, "save-video", "hand-video", "statement")
    forbids(PLAN, "录像")


def test_losses_are_listed_for_the_police() -> None:
    says(PLAN, "losses", "列损失", "警察")
