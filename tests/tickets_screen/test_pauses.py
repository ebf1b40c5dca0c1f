"""A ticket that waits keeps its pause, whatever else is done with it by key."""

from __future__ import annotations

from datetime import datetime

import pytest

from app.tickets.deadlines.due import Standing
from app.tickets.kinds import ClockName, Priority, State
from tests.tickets_screen.desk import Desk

Ids = dict[str, int]


def close_clock(desk: Desk) -> tuple[Standing, datetime, int]:
    """How the promise of the close stands."""
    clock = next(one for one in desk.shown().clocks if one.name is ClockName.CLOSE)
    return clock.standing, clock.reckoned.due_at, len(clock.reckoned.pauses)


def test_t11_a_priority_changed_after_a_hold_keeps_the_hold(panels: Desk, tickets: Ids) -> None:
    panels.finds("推拉窗").shown()
    before = close_clock(panels)
    with panels.keys.when_asked("4"):
        panels.press("P")
    assert panels.row(tickets["6-1-1203"]).priority is Priority.URGENT
    assert close_clock(panels) == before
    assert before[0] is Standing.PAUSED


@pytest.mark.parametrize("key", ["N", "K"])
def test_t11_notes_and_calls_end_no_pause(panels: Desk, tickets: Ids, key: str) -> None:
    panels.finds("推拉窗").shown()
    before = close_clock(panels)
    with panels.keys.when_asked(*("Tab", "Tab", "Tab") if key == "K" else (), *"soon", "F9"):
        panels.press(key)
    assert panels.shown().timeline[0].text == "soon"
    assert close_clock(panels) == before


def test_t11_work_that_goes_on_ends_the_pause_and_the_minutes_stay_added(panels: Desk, tickets: Ids) -> None:
    panels.finds("推拉窗").shown()
    _, due_at, _ = close_clock(panels)
    with panels.keys.when_asked("F9"):
        panels.press("S")
    assert panels.row(tickets["6-1-1203"]).state is State.ASSIGNED
    assert close_clock(panels) == (Standing.DUE, due_at, 1)
