"""What a screen reader, a person without a mouse and a person with large text need from the rules and lists."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect

from tests.accessibility import cut_texts, nameless, tab_stops
from tests.office_builder import OfficeBuilder
from tests.tickets_screen.rules.conftest import OpenDesk
from tests.tickets_screen.rules.desk import Desk
from ui.tickets.rules.page import Part
from ui.widgets.key_button import KeyButton


def test_everything_that_takes_the_focus_has_a_name_and_no_words_are_cut(spoken: Desk) -> None:
    theme, layout = spoken.window.context.theme, spoken.window.context.layout
    for percent in (100, 200):
        theme.scale(percent)
        layout.measure(1366, percent)
        for part in Part:
            spoken.goes_to(part)
            assert nameless(spoken.page) == []
            assert cut_texts(spoken.page) == []
            assert _outside(spoken) == []
            assert spoken.window.window.width() == 1366


@pytest.mark.parametrize("size", [(1093, 468), (1366, 620), (1920, 950)])
def test_every_list_fits_the_screens_that_offices_have(
    office: OfficeBuilder, desks: OpenDesk, size: tuple[int, int]
) -> None:
    desk = desks(office, size=size)
    for part in Part:
        desk.goes_to(part)
        assert (desk.window.window.width(), desk.window.window.height()) == size


def test_tab_goes_from_the_lists_to_the_buttons_to_the_rows(desk: Desk) -> None:
    desk.goes_to(Part.TEAMS)
    stops = tab_stops(desk.page, desk.page.side.segments.button(Part.TELLING))
    assert stops == [
        "To be told Alt 1",
        "Deadlines Alt 2",
        "Service hours Alt 3",
        "Holidays Alt 4",
        "Categories Alt 5",
        "Teams Alt 6",
        "Workers Alt 7",
        "Public places Alt 8",
        "Hints of buildings Alt 9",
        "Sets of changes Alt 0",
        "Rename Enter",
        "New team F8",
        "Offer no longer, or again F7",
        "Teams",
    ]


def test_a_cashier_sees_the_lists_and_is_told_who_may_change_them(office: OfficeBuilder, desks: OpenDesk) -> None:
    desk = desks(office, by=office.cashier)
    for part, key in ((Part.TEAMS, "F8"), (Part.CHAINS, "Return"), (Part.YEARS, "F7"), (Part.CATEGORIES, "Alt+Down")):
        desk.goes_to(part).press(key)
        assert "王敏" in desk.said[-1]


def _outside(desk: Desk) -> list[str]:
    """Buttons that do not lie whole above the rows."""
    section = desk.page.section
    buttons = [button for button in section.findChildren(KeyButton) if button.isVisible()]
    above = section.rect()
    above.setBottom(section.pane.mapTo(section, QPoint(0, 0)).y())
    return [one.text() for one in buttons if not above.contains(QRect(one.mapTo(section, QPoint(0, 0)), one.size()))]
