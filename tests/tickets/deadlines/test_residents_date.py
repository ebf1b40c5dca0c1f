"""A date that the resident asked for: the promise stands still up to it, and runs on by itself when it comes."""

from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select, update

from app.store.store import Store
from app.store.truths import check_truths
from app.tickets.deadlines.calendar_rows import read_calendars
from app.tickets.deadlines.clock_conditions import stands
from app.tickets.deadlines.clocks import read_clocks, wait_until
from app.tickets.deadlines.due import Standing
from app.tickets.deadlines.truths import TRUTHS
from app.tickets.kinds import ServiceClass, State, TicketKind
from app.tickets.tables import ticket, ticket_clock
from tests.tickets.deadlines.any_promise import at
from tests.tickets.deadlines.small_tickets import CASHIER, Desk, SmallTicket

FRIDAY = "2026-11-20 09:00"
MANY = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


def asks_for(store: Store, taken: SmallTicket, now: str, date: str | None) -> SmallTicket:
    """The resident asks for a date, as an appointment writes it."""
    if taken._state is not State.WAITING_RESIDENT:
        taken.goes(State.WAITING_RESIDENT, now)
    with store.transaction() as connection:
        until = None if date is None else datetime.fromisoformat(date)
        connection.execute(update(ticket).where(ticket.c.id == taken.id).values(appointment=until))
        wait_until(connection, read_calendars(connection), taken.id, datetime.fromisoformat(now), until, CASHIER.id)
    return taken


def test_t11_it_is_paused_until_the_date_and_runs_on_by_itself(desk: Desk, store: Store) -> None:
    usual = desk.ticket(FRIDAY).due()
    taken = asks_for(store, desk.ticket(FRIDAY), "2026-11-20 15:00", "2026-11-24 10:00")
    before, after = taken.clock("2026-11-24 09:59"), taken.clock("2026-11-24 10:00")
    assert (before.standing, after.standing) == (Standing.PAUSED, Standing.DUE)
    assert before.reckoned.left_minutes == after.reckoned.left_minutes
    assert taken.due() > usual


def test_t11_only_open_minutes_up_to_the_date_are_added(desk: Desk, store: Store) -> None:
    usual = desk.ticket(FRIDAY).due()
    weekend = asks_for(store, desk.ticket(FRIDAY), "2026-11-20 17:30", "2026-11-23 08:30")
    assert weekend.due() == usual


def test_t11_work_before_the_date_ends_the_pause(desk: Desk, store: Store) -> None:
    usual = desk.ticket(FRIDAY).due()
    early = asks_for(store, desk.ticket(FRIDAY), "2026-11-20 15:00", "2026-11-27 10:00")
    early.goes(State.IN_WORK, "2026-11-20 15:00")
    assert early.clock("2026-11-20 16:00").standing is Standing.DUE
    assert early.due() == usual


def test_t11_a_later_date_goes_on_from_the_first_and_no_date_waits_for_a_person(desk: Desk, store: Store) -> None:
    once = asks_for(store, desk.ticket(FRIDAY), "2026-11-20 15:00", "2026-11-27 10:00")
    twice = asks_for(store, desk.ticket(FRIDAY), "2026-11-20 15:00", "2026-11-24 10:00")
    asks_for(store, twice, "2026-11-23 09:00", "2026-11-27 10:00")
    assert twice.due() == once.due()
    asks_for(store, twice, "2026-11-24 09:00", None)
    assert twice.clock("2026-12-24 10:00").standing is Standing.PAUSED


def test_t11_cancelled_and_reopened_before_the_date_it_is_not_waited_for_any_more(desk: Desk, store: Store) -> None:
    taken = asks_for(store, desk.ticket(FRIDAY), "2026-11-20 10:00", "2026-11-27 10:00")
    taken.goes(State.CANCELLED, "2026-11-20 11:00").goes(State.ASSIGNED, "2026-11-20 12:00")
    other = desk.ticket(FRIDAY).goes(State.WAITING_RESIDENT, "2026-11-20 10:00")
    other.goes(State.IN_WORK, "2026-11-20 12:00")
    assert taken.due() == other.due()
    assert taken.clock("2026-11-23 10:00").standing is Standing.DUE


def test_what_was_late_before_stays_overdue_while_the_date_is_waited_for(desk: Desk, store: Store) -> None:
    late = desk.ticket(FRIDAY, TicketKind.REPAIR, ServiceClass.EMERGENCY)
    asks_for(store, late, "2026-11-20 15:00", "2026-11-24 10:00")
    assert late.clock("2026-11-23 10:00").standing is Standing.OVERDUE


@MANY
@given(
    st.sampled_from(ServiceClass),
    st.integers(0, 3_000),
    st.integers(1, 9_000),
    st.one_of(st.none(), st.tuples(st.sampled_from([State.IN_WORK, State.WAITING_PARTS]), st.integers(0, 9_000))),
    st.integers(0, 20_000),
)
def test_a_query_finds_what_reckoning_says_of_dates(
    desk: Desk,
    store: Store,
    service_class: ServiceClass,
    begins: int,
    ahead: int,
    further: tuple[State, int] | None,
    later: int,
) -> None:
    taken = desk.ticket(FRIDAY, TicketKind.REPAIR, service_class)
    began = at(FRIDAY) + timedelta(minutes=begins)
    asks_for(store, taken, began.isoformat(), (began + timedelta(minutes=ahead)).isoformat())
    now = began + timedelta(minutes=later, seconds=20)
    if further is not None:
        went = began + timedelta(minutes=further[1])
        taken.goes(further[0], went.isoformat())
        now = max(now, went)
    with store.reading() as connection:
        reckoned = {clock.id: clock.standing for clock in read_clocks(connection, [taken.id], now)[taken.id]}
        asked = {
            clock_id: standing
            for standing in Standing
            for clock_id in connection.execute(
                select(ticket_clock.c.id).where(ticket_clock.c.ticket_id == taken.id, stands(standing, now))
            ).scalars()
        }
        assert asked == reckoned
        assert [finding.breaches for finding in check_truths(connection, TRUTHS)] == [()] * len(TRUTHS)
