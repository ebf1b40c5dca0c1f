"""What a screen reader, a person without a mouse and a person with large text need from the tab of tickets."""

from __future__ import annotations

import pytest

from tests.accessibility import OFFICE_SCREENS, check_at_every_text_size, check_it_fits, tab_stops
from tests.office_builder import OfficeBuilder
from tests.tickets_screen.conftest import OpenDesk
from tests.tickets_screen.desk import Desk

WAYS: dict[str, tuple[str, ...]] = {
    "the board": ("Return",),
    "a ticket": ("Return", "Return"),
    "an empty list": ("Alt+9", "Return"),
}


@pytest.mark.parametrize("way", WAYS)
def test_everything_that_takes_the_focus_has_a_name_and_no_words_are_cut(spoken: Desk, way: str) -> None:
    spoken.press(*WAYS[way])
    check_at_every_text_size(spoken)


def test_tab_walks_as_it_is_read(desk: Desk) -> None:
    desk.shown()
    stops = tab_stops(desk.page, desk.page.board.search)
    assert stops == [
        "Find a ticket",
        "New ticket Ctrl N",
        "Open 9",
        "To assign 4",
        "In work 3",
        "Paused 2",
        "Soon 1",
        "Overdue 3",
        "Views F7",
        "Print list Ctrl Shift B",
        "Excel Ctrl Shift X",
        "Tickets",
        "Give out A",
        "State S",
        "Priority P",
        "Note N",
        "Merge M",
        "Reopen R",
        "Note N",
        "Timeline",
        "Material L",
        "Add a photo F",
        "Close C",
        "Work order Ctrl P",
        "To the counter Ctrl B",
        "Sheets Ctrl Shift P",
        "Why is it due then F4",
    ]


@pytest.mark.parametrize("size", OFFICE_SCREENS)
def test_the_page_fits_the_screens_that_offices_have(
    office: OfficeBuilder, desks: OpenDesk, size: tuple[int, int]
) -> None:
    desk = desks(office, size=size)
    check_it_fits(desk, size, WAYS.values(), back=("Esc", "Esc", "Esc", "Alt+1"))


def test_where_only_one_has_room_enter_opens_the_ticket_and_escape_brings_the_list_back(desk: Desk) -> None:
    desk.window.context.theme.scale(200)
    desk.press("Return", "Return")
    assert desk.page.board.isHidden()
    assert desk.page.detail.isVisible()
    desk.press("I")
    assert desk.page.detail.side.isVisible()
    desk.page.focus_search()
    assert desk.page.board.isVisible()
    desk.window.context.theme.scale(100)


def test_the_form_stands_beside_the_list(desk: Desk, qapp: object) -> None:
    from PySide6.QtWidgets import QLabel

    form = QLabel("form")
    desk.page.new_ticket_wanted.connect(lambda: desk.page.entry.show_form(form))
    desk.press("Ctrl+N")
    assert form.isVisible()
    assert desk.page.board.isVisible()
    desk.page.entry.put_away()
    assert not form.isVisible()
    assert desk.page.board.isVisible()
