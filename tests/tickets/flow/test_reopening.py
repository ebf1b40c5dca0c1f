from datetime import datetime

import pytest

from app.access.change_settings import change_settings
from app.tickets.flow_refusals import ReasonMissing
from app.tickets.kinds import State
from app.tickets.refusals import TicketNotOver
from app.tickets.settings import REOPEN_DAYS
from tests.tickets.flow.ticket_office import TicketOffice


def reopen(desk: TicketOffice, ticket_id: int, reason: str = "又漏了", client_id: str = "again") -> object:
    return desk.office.ticket_moves.reopen(desk.cashier, ticket_id, None, reason, client_id)


def test_t21_within_the_days_it_is_the_same_ticket_and_counted(desk: TicketOffice) -> None:
    one = desk.reported()
    desk.gives(one, assignee_id=desk.cashier.id).closes(one)
    desk.at("2026-12-05 09:00")
    again = desk.office.ticket_moves.reopen(desk.cashier, one, None, "又漏了", "again")
    row = desk.row(one)
    assert (again.ticket_id, again.same) == (one, True)
    assert (row["state"], row["reopened"], row["closed_at"], row["closing"]) == ("assigned", 1, None, None)
    assert desk.entries(one)[-1]["text"] == "又漏了"
    assert any(entry["facts"].get("changed", {}).get("closing") for entry in desk.entries(one))


def test_the_time_used_before_stays_used(desk: TicketOffice) -> None:
    one = desk.reported()
    due = close_due(desk, one)
    desk.closes(one).at("2026-11-20 15:00")
    reopen(desk, one)
    assert close_due(desk, one) > due
    assert all(clock["met_at"] is None for clock in desk.clocks(one) if clock["name"] == "close")


def close_due(desk: TicketOffice, ticket_id: int) -> datetime:
    due: datetime = next(clock["due_at"] for clock in desk.clocks(ticket_id) if clock["name"] == "close")
    return due


def test_t21_later_it_is_a_new_ticket_that_points_back(desk: TicketOffice) -> None:
    one = desk.reported()
    desk.closes(one).at("2026-12-05 09:01")
    again = desk.office.ticket_moves.reopen(desk.cashier, one, None, "又漏了", "again")
    row = desk.row(again.ticket_id)
    assert (again.same, again.number) == (False, "261205-001")
    assert (row["follows_id"], row["unit_id"], row["text"]) == (one, desk.unit, "又漏了")
    assert desk.state(one) is State.CLOSED
    twice = desk.office.ticket_moves.reopen(desk.cashier, one, None, "又漏了", "again")
    assert twice.ticket_id == again.ticket_id


def test_the_days_are_the_offices_choice(desk: TicketOffice) -> None:
    one = desk.reported()
    desk.closes(one)
    with desk.office.store.transaction() as connection:
        change_settings(connection, desk.supervisor, {REOPEN_DAYS: 0}, desk.clock.now())
    desk.at("2026-11-20 09:01")
    assert desk.office.ticket_moves.reopen(desk.cashier, one, None, "又漏了", "again").same is False


def test_a_cancelled_ticket_comes_back_for_review(desk: TicketOffice) -> None:
    one = desk.reported()
    desk.moves(one, State.CANCELLED, why="误报")
    reopen(desk, one)
    assert desk.state(one) is State.REVIEWED


def test_t21_reopening_says_why_and_only_what_is_over(desk: TicketOffice) -> None:
    one = desk.reported()
    with pytest.raises(TicketNotOver):
        reopen(desk, one)
    desk.closes(one)
    with pytest.raises(ReasonMissing):
        reopen(desk, one, " ")
    desk.at("2027-01-20 09:00")
    with pytest.raises(ReasonMissing):
        reopen(desk, one, " ")
