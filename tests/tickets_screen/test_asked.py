"""The call back after the work, by key: content, not content with the reason, sent back, or nobody reached."""

from __future__ import annotations

import pytest

from app.tickets.kinds import EntryKind, State
from tests.tickets_screen.desk import Desk

Ids = dict[str, int]


@pytest.fixture
def asked(panels: Desk) -> Desk:
    """The closed ticket is chosen."""
    panels.press("Alt+8", "Return")
    panels.shown()
    return panels


def newest(desk: Desk) -> tuple[EntryKind, object]:
    """The last entry of the chosen ticket, and its result."""
    entry = desk.shown().timeline[0]
    return entry.kind, entry.facts.get("result")


def test_t23_content_is_one_key(asked: Desk, tickets: Ids) -> None:
    with asked.keys.when_asked("F9"):
        asked.press("E")
    assert asked.said[-1].endswith(": content")
    assert newest(asked) == (EntryKind.RATING, "good")
    assert asked.office.office.ticket_ratings.to_call(asked.office.cashier) == ()


def test_t23_not_content_names_a_reason_of_the_list(asked: Desk, tickets: Ids) -> None:
    with asked.keys.when_asked("Down", "F9", "Down", "F9"):
        asked.press("E")
    assert newest(asked) == (EntryKind.RATING, "bad")
    assert asked.shown().timeline[0].facts["reason"] == "late"
    assert asked.row(tickets["closed"]).state is State.CLOSED


def test_t23_sent_back_says_what_is_wrong_and_reopens(asked: Desk, tickets: Ids) -> None:
    with asked.keys.when_asked("Down", "Down", "F9", *"dark again", "F9"):
        asked.press("E")
    row = asked.row(tickets["closed"])
    assert (row.state, row.reopened) == (State.ASSIGNED, 1)
    assert asked.said[-1].endswith("sent back, it goes on")


def test_t23_whoever_was_not_reached_stays_on_the_list_of_calls(asked: Desk, tickets: Ids) -> None:
    with asked.keys.when_asked("End", "F9"):
        asked.press("E")
    calls = asked.office.office.ticket_ratings.to_call(asked.office.cashier)
    assert [(call.ticket.id, call.tries) for call in calls] == [(tickets["closed"], 1)]


def test_work_that_is_not_done_is_not_asked_about(panels: Desk) -> None:
    panels.finds("渗水").shown()
    panels.press("E")
    assert panels.said[-1].endswith("only work that is done is asked about.")
