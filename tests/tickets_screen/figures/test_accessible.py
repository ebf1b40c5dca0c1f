"""What a screen reader, a person without a mouse and a person with large text need from the statistics."""

from __future__ import annotations

import pytest

from tests.accessibility import OFFICE_SCREENS, check_at_every_text_size, check_it_fits, tab_stops
from tests.office_builder import OfficeBuilder
from tests.tickets_screen.figures.conftest import OpenDesk
from tests.tickets_screen.figures.desk import Desk
from ui.tickets.figures.cuts import Cut

WAYS: dict[str, tuple[str, ...]] = {
    "kinds": ("R",),
    "categories": ("Alt+6",),
    "days without a ticket": ("Alt+Left",),
}


@pytest.mark.parametrize("way", WAYS)
def test_everything_that_takes_the_focus_has_a_name_and_no_words_are_cut(spoken: Desk, way: str) -> None:
    spoken.press(*WAYS[way])
    check_at_every_text_size(spoken)


def test_tab_walks_as_it_is_read(desk: Desk) -> None:
    assert tab_stops(desk.page, desk.page.side.segments.button(Cut.KIND)) == [
        "Kinds Alt 1",
        "Promises Alt 2",
        "By month Alt 3",
        "Workers Alt 4",
        "Teams Alt 5",
        "Top categories Alt 6",
        "Top buildings Alt 7",
        "A4 report Ctrl P",
        "To Excel Ctrl Shift X",
        "Days counted Alt P",
        "Days counted",
        "Counted from",
        "Counted until",
        "Earlier days Alt ←",
        "Later days Alt →",
        "Deadlines met D",
        "Resolved R",
        "Reopened O",
        "Satisfied S",
        "Tickets T",
        "Figures",
    ]


@pytest.mark.parametrize("size", OFFICE_SCREENS)
def test_the_page_fits_the_screens_that_offices_have(
    office: OfficeBuilder, desks: OpenDesk, size: tuple[int, int]
) -> None:
    desk = desks(office, size=size)
    check_it_fits(desk, size, WAYS.values(), back=("Alt+1", "Alt+Right"))
