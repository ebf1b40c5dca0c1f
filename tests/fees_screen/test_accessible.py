"""What a screen reader, a person without a mouse and a person with large text need from the tab of tariffs."""

from __future__ import annotations

import pytest

from tests.accessibility import OFFICE_SCREENS, check_at_every_text_size, check_it_fits, tab_stops
from tests.fees_screen.conftest import OpenDesk
from tests.fees_screen.desk import Desk
from tests.office_builder import OfficeBuilder

WAYS: dict[str, tuple[str, ...]] = {
    "a tariff": ("Return",),
    "the form of a new tariff": ("Ctrl+N",),
    "the form of a new version": ("F8",),
    "the form with all its terms": ("Ctrl+N", "F4"),
    "the form of tiers": ("Ctrl+N", "Tab", "Tab", "Tab", *["Down"] * 4),
    "the form of tiers by meter": ("Ctrl+N", "Tab", "Tab", "Tab", *["Down"] * 9),
    "the form of an expression": ("Ctrl+N", "Tab", "Tab", "Tab", "End"),
    "the form of a copy": ("F7",),
    "the choice of units": ("Ctrl+B",),
    "the proposal": ("Ctrl+B", "Alt+A", "F9"),
    "a billing run before it is made": ("Ctrl+M",),
    "what the run skips": ("Ctrl+M", "F6"),
    "a billing run that was made": ("Ctrl+M", "F9"),
}


@pytest.mark.parametrize("way", WAYS)
def test_everything_that_takes_the_focus_has_a_name_and_no_words_are_cut(spoken: Desk, way: str) -> None:
    spoken.press(*WAYS[way])
    check_at_every_text_size(spoken, (100, 200))


def test_tab_walks_through_the_form_as_it_is_read(desk: Desk) -> None:
    desk.press("Ctrl+N")
    stops = tab_stops(desk.page, desk.page.form.fields.item)
    assert stops[:13] == [
        "Fee item",
        "Name",
        "Basis",
        "Formula",
        "Price",
        "Cycle",
        "Due day",
        "Valid from",
        "Late fee a day",
        "Days of grace",
        "Late fee at most (% of the charge)",
        "More terms F4",
        "Save tariff F9",
    ]


def test_tab_walks_through_a_billing_run_as_it_is_read(desk: Desk) -> None:
    desk.press("Ctrl+M")
    stops = tab_stops(desk.page, desk.page.new_run.band.month)
    assert stops[:10] == [
        "Bill through",
        "Choose units Alt U",
        "Fee items of this run",
        "To be charged 172 F5",
        "Skipped 10 F6",
        "Without a tariff 10 F7",
        "Only conspicuous 2 F8",
        "Room, name or item",
        "Charges of this run",
        "How it is computed F4",
    ]


def test_tab_walks_through_the_assignment_as_it_is_read(desk: Desk) -> None:
    desk.press("Ctrl+B")
    stops = tab_stops(desk.page, desk.page.assign.days.first)
    assert stops[:10] == [
        "Charge from",
        "No charges from",
        "each unit from the day after it was last charged or paid, where known  Alt G",
        "Building",
        "Kind",
        "Room or name",
        "All shown Alt A",
        "None Alt N",
        "Units to choose",
        "Preview F9",
    ]


@pytest.mark.parametrize("size", OFFICE_SCREENS)
def test_the_page_fits_the_screens_that_offices_have(
    office: OfficeBuilder, desks: OpenDesk, size: tuple[int, int]
) -> None:
    desk = desks(office, size=size)
    check_it_fits(desk, size, WAYS.values(), back=("Esc", "Esc", "Esc", "Alt+1"))
