"""The order of the round by keys: one place up or down in the round, or a number typed on the meter's page."""

from __future__ import annotations

from tests.meters_screen.conftest import OpenDesk
from tests.meters_screen.desk import Desk, column
from tests.office_builder import OfficeBuilder


def order(desk: Desk) -> list[str]:
    """The first meters of the round by their numbers."""
    return column(desk.page.round.table, "Meter no.")[:4]


def test_a_meter_changes_places_with_the_one_above_or_below(desk: Desk) -> None:
    assert order(desk) == ["W0001", "W0002", "W0003", "W0004"]
    desk.press("Return", "Alt+Down")
    assert order(desk) == ["W0002", "W0001", "W0003", "W0004"]
    assert desk.in_hand() == "W0001"
    desk.press("Alt+Down", "Alt+Up", "Alt+Up")
    assert order(desk) == ["W0001", "W0002", "W0003", "W0004"]
    assert column(desk.page.round.table, "No.")[:3] == ["1", "2", "3"]


def test_the_first_meter_cannot_be_read_earlier(desk: Desk) -> None:
    desk.press("Return", "Alt+Up")
    assert "cannot be moved further" in desk.said[-1]
    assert order(desk)[0] == "W0001"


def test_a_number_typed_on_the_page_of_a_meter_is_its_place(desk: Desk) -> None:
    desk.press("Return", "Down", "Down", "F4")
    desk.answers.will_write("1")
    desk.press("Ctrl+G", "F4")
    assert order(desk) == ["W0003", "W0001", "W0002", "W0004"]


def test_what_is_no_number_moves_nothing(desk: Desk) -> None:
    desk.press("Return", "F4")
    desk.answers.will_write("last")
    desk.press("Ctrl+G")
    assert "such as 12" in desk.said[-1]
    assert order(desk)[0] == "W0001"


def test_a_cashier_is_told_who_may_change_the_order(office: OfficeBuilder, desks: OpenDesk) -> None:
    desk = desks(office, by=office.cashier)
    desk.press("Return", "Alt+Down")
    assert desk.said[-1]
    assert order(desk)[0] == "W0001"
