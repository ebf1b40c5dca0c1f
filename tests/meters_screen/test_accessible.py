"""What a screen reader, a person without a mouse and a person with large text need from the tab of meters."""

from __future__ import annotations

import pytest

from tests.accessibility import OFFICE_SCREENS, check_at_every_text_size, check_it_fits, tab_stops
from tests.meters_screen.conftest import OpenDesk
from tests.meters_screen.desk import Desk
from tests.office_builder import OfficeBuilder

WAYS: dict[str, tuple[str, ...]] = {
    "the round": ("Return",),
    "a meter": ("Return", "F4"),
    "the form of a new meter": ("Ctrl+N",),
    "the form of a meter that is changed": ("Return", "F4", "F8"),
    "the imports": ("Ctrl+I",),
}


@pytest.mark.parametrize("way", WAYS)
def test_everything_that_takes_the_focus_has_a_name_and_no_words_are_cut(spoken: Desk, way: str) -> None:
    spoken.press(*WAYS[way])
    check_at_every_text_size(spoken)


def test_tab_walks_through_the_round_as_it_is_read(desk: Desk) -> None:
    stops = tab_stops(desk.page, desk.page.side.search)
    assert stops == [
        "Find a meter",
        "Kind",
        "Building",
        "Which meters",
        "Meters",
        "New meter Ctrl N",
        "Import and export Ctrl I",
        "Read on",
        "Estimated F6",
        "Rolled over F7",
        "This reading of 1-1-101",
    ]


def test_the_field_says_whose_value_it_is_and_what_is_wrong(desk: Desk) -> None:
    desk.press("Return", "Down")
    desk.types("12a")
    field = desk.page.round.table.field
    assert field.accessibleName() == "This reading of 1-1-102"
    assert field.accessibleDescription() == desk.noted


@pytest.mark.parametrize("size", OFFICE_SCREENS)
def test_the_page_fits_the_screens_that_offices_have(
    office: OfficeBuilder, desks: OpenDesk, size: tuple[int, int]
) -> None:
    desk = desks(office, size=size)
    check_it_fits(desk, size, WAYS.values(), back=("Esc", "Esc", "Esc"))
