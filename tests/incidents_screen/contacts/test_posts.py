"""The organisation by keys: the usual posts, who holds them, their order."""

from __future__ import annotations

import pytest

from tests.accessibility import OFFICE_SCREENS, check_at_every_text_size, check_it_fits
from tests.incidents_screen.contacts.conftest import OpenDesk
from tests.incidents_screen.contacts.desk import Desk, PostsDesk
from tests.office_builder import OfficeBuilder


@pytest.fixture
def tab() -> OpenDesk:
    return PostsDesk


def test_the_usual_posts_come_with_one_key_and_say_that_nobody_holds_them(desk: Desk) -> None:
    desk.press("F4")
    assert desk.cells("Post")[:3] == ["领导小组组长（总经理）", "领导小组成员（各部门负责人）", "总指挥"]
    assert desk.page.strip.text() == "18 posts are held by nobody; 18 have no deputy"


def test_a_post_is_given_to_somebody_by_keys(desk: Desk) -> None:
    desk.press("F4")
    desk.asks("Return", desk.keys_in("Return", "=周可", "Return", "=0571-5550101", "Return", "=林岚", "F9"))
    assert (desk.cells("Held by")[0], desk.cells("Deputy")[0]) == ("周可", "林岚")


def test_alt_and_an_arrow_move_a_post_in_its_group(desk: Desk) -> None:
    desk.press("F4", "Down", "Down", "Down", "Alt+Up")
    assert desk.cells("Post")[2:4] == ["副总指挥", "总指挥"]
    assert desk.page.table.current().facts.post == "副总指挥"


def test_a_new_post_begins_in_the_group_of_the_row_and_one_is_taken_off_after_a_question(desk: Desk) -> None:
    desk.press("F4")
    desk.row_of("疏散引导组", "Post")
    desk.asks("F8", desk.keys_in("=宣传组", "F9"))
    assert dict(zip(desk.cells("Post"), desk.cells("Group"), strict=True))["宣传组"] == "Teams"
    desk.row_of("宣传组", "Post")
    with desk.keys.when_asked("Y"):
        desk.press("F7")
    assert "宣传组" not in desk.cells("Post")


def test_a_cashier_is_told_who_arranges_it(office: OfficeBuilder, desks: OpenDesk) -> None:
    desk = desks(office, by=office.cashier)
    for key in ("F4", "F7", "F8", "Alt+Up"):
        desk.press(key)
        assert "王敏" in desk.said[-1]


def test_everything_is_named_and_whole_at_every_text_size(spoken: Desk) -> None:
    spoken.press("F4")
    check_at_every_text_size(spoken)


@pytest.mark.parametrize("size", OFFICE_SCREENS)
def test_it_fits_the_screens_that_offices_have(office: OfficeBuilder, desks: OpenDesk, size: tuple[int, int]) -> None:
    desk = desks(office, size=size)
    desk.press("F4")
    check_it_fits(desk, size, [("Down",)], ("Home",))
