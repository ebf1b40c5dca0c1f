"""The date that a resident asked for: nobody has to move the ticket when it comes."""

from __future__ import annotations

from datetime import datetime

from app.tickets.deadlines.due import Standing
from app.tickets.kinds import ClockName, ContactWay, State
from app.tickets.lists.filters import Group, TicketFilter
from app.tickets.moves.asked import Contact
from tests.tickets_screen.desk import Desk
from ui.tickets.board.row_words import row_words

Ids = dict[str, int]
COMES = datetime(2026, 11, 21, 9, 30)


def standing(desk: Desk, ticket: int) -> Standing | None:
    clocks = desk.office.office.ticket_pages.open(ticket).clocks
    return next((one.standing for one in clocks if one.name is ClockName.CLOSE), None)


def is_called(desk: Desk, ticket: int) -> None:
    """The contact was kept, so that only the completion presses."""
    desk.office.office.ticket_notes.contact(
        desk.office.cashier, ticket, Contact(ContactWay.PHONE, "何子涵", reached=True)
    )


def test_t11_the_pause_ends_when_the_date_comes_and_the_board_says_so(desk: Desk, tickets: Ids) -> None:
    asked = tickets["4-2-903"]
    is_called(desk, asked)
    assert row_words(desk.row(asked)).state.word == "paused"
    assert standing(desk, asked) is Standing.PAUSED
    entries = len(desk.office.office.ticket_pages.open(asked).timeline)
    desk.office.clock.set(COMES)
    desk.press("F5")
    row = desk.row(asked)
    assert (row.state, standing(desk, asked)) == (State.WAITING_RESIDENT, Standing.DUE)
    assert row_words(row).state.word == "the date has come"
    assert len(desk.office.office.ticket_pages.open(asked).timeline) == entries


def test_t11_later_it_is_overdue_like_any_other_and_the_list_finds_it(desk: Desk, tickets: Ids) -> None:
    is_called(desk, tickets["4-2-903"])
    desk.office.clock.set(datetime(2026, 12, 24, 10))
    found = desk.office.office.ticket_lists.read(TicketFilter(Group.OVERDUE))
    assert tickets["4-2-903"] in [row.id for row in found.rows]


def test_d_with_another_date_waits_up_to_that_one_and_ctrl_z_takes_it_back(panels: Desk, tickets: Ids) -> None:
    panels.finds("对讲").shown()
    with panels.keys.when_asked(*"2026-11-24", "Tab", *"14:00", "Tab", "Space", "F9"):
        panels.press("D")
    panels.office.clock.set(datetime(2026, 11, 23, 10))
    assert standing(panels, tickets["4-2-903"]) is Standing.PAUSED
    panels.press("Ctrl+Z")
    assert standing(panels, tickets["4-2-903"]) is Standing.DUE
