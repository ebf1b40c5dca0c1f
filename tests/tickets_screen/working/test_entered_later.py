"""What happened before it is entered: notes, contacts and moves carry both times."""

from __future__ import annotations

from datetime import datetime

import pytest

from app.tickets.kinds import State
from tests.tickets_screen.desk import Desk
from ui.widgets.moment_field import NotAMoment, parse_moment

Ids = dict[str, int]
NOW = datetime(2026, 11, 20, 11, 4)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("9:30", datetime(2026, 11, 20, 9, 30)),
        ("0930", datetime(2026, 11, 20, 9, 30)),
        ("-20", datetime(2026, 11, 20, 10, 44)),
        ("11-19 16:05", datetime(2026, 11, 19, 16, 5)),
        ("2026-11-19 16:05", datetime(2026, 11, 19, 16, 5)),
        ("９：３０", datetime(2026, 11, 20, 9, 30)),
    ],
)
def test_a_moment_is_read_as_people_type_it(typed: str, meant: datetime) -> None:
    assert parse_moment(typed, NOW) == meant


@pytest.mark.parametrize("typed", ["soon", "25:00", "-soon", "13-45 9:00", "-999999999"])
def test_what_is_no_moment_is_refused(typed: str) -> None:
    with pytest.raises(NotAMoment):
        parse_moment(typed, NOW)


def test_t11_a_call_that_was_made_in_time_and_entered_late_keeps_the_promise(panels: Desk, tickets: Ids) -> None:
    panels.finds("客厅灯").shown()  # reported 10:36, contact is due at 11:06
    panels.office.clock.set(datetime(2026, 11, 20, 11, 30))
    with panels.keys.when_asked("Tab", "Tab", "Tab", "Tab", *"10:50", "F9"):
        panels.press("K")
    page = panels.shown()
    assert page.timeline[0].happened_at == datetime(2026, 11, 20, 10, 50)
    assert panels.told()[0] == "reached 刘洋 by telephone, entered 11:30"
    contact = panels.page.detail.head.clocks.texts()[0]
    assert "met after 14 min" in contact


def test_a_note_tells_when_it_happened_and_when_it_was_entered(panels: Desk) -> None:
    panels.finds("渗水").shown()
    with panels.keys.when_asked(*"valve closed", "Tab", *"-30", "F9"):
        panels.press("N")
    panels.shown()
    told = next(one for one in panels.page.detail.timeline.rows.told if one.text == "valve closed")
    assert (told.when, told.head) == ("10:34", "note of 王敏, entered 11:04")


def test_a_move_can_have_happened_earlier_but_not_before_the_report(panels: Desk, tickets: Ids) -> None:
    panels.finds("客厅灯").shown()
    with panels.keys.when_asked("Tab", "Tab", *"9:00", "F9", "Ctrl+A", *"10:40", "F9"):
        panels.press("S")
    row = panels.row(tickets["1-3-204"])
    assert row.state is not State.REPORTED
    assert panels.shown().timeline[0].happened_at == datetime(2026, 11, 20, 10, 40)
