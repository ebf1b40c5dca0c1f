"""G12: a line of the log, and what is seen at a point of a round, stand there again after the program ended."""

from __future__ import annotations

from tests.duty_screen.desk import Desk
from tests.keys import stop_typing
from tests.office_builder import OfficeBuilder
from tests.page_fixtures import OpenTab
from ui.duty.rounds.round_page import RoundPage


def walking(desk: Desk) -> RoundPage:
    desk.page.walk(desk.office.office.inspections.lists()[0].id)
    (page,) = desk.page.findChildren(RoundPage)
    return page


def test_a_half_written_line_of_the_log_stands_there_again(desk: Desk, office: OfficeBuilder, desks: OpenTab) -> None:
    desk.press("Alt+T")
    desk.keys.type("the pump of block 3 runs hot")
    stop_typing()
    second = desks(office)
    assert second.page.home.log.box.text() == "the pump of block 3 runs hot"
    second.press("Alt+T", "Return")
    assert office.office.duty_log.recent()[-1].text == "the pump of block 3 runs hot"
    assert desks(office).page.home.log.box.text() == ""


def test_what_is_seen_at_a_point_stands_there_again_at_this_point_alone(
    desk: Desk, office: OfficeBuilder, desks: OpenTab
) -> None:
    page = walking(desk)
    desk.keys.press("Tab")
    desk.keys.type("drips a little")
    stop_typing()
    again = walking(second := desks(office))
    assert (again.form.words(), page.form.words()) == ("drips a little", "drips a little")
    second.keys.press("PgDown")
    assert again.form.words() == ""
    second.keys.press("PgUp")
    assert again.form.words() == "drips a little"


def test_a_point_that_was_kept_leaves_nothing_behind(desk: Desk, office: OfficeBuilder) -> None:
    walking(desk)
    desk.keys.type("1")
    desk.keys.press("Tab")
    desk.keys.type("drips a little")
    stop_typing()
    desk.keys.press("Return")
    stop_typing()
    assert office.office.drafts.find(office.cashier, "duty.round") is None
