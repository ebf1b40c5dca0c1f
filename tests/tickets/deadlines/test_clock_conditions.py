"""A query finds exactly the clocks that stand so when they are reckoned; and truths find what does not fit."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select, update

from app.store.store import Store
from app.store.truths import check_truths
from app.tickets.deadlines.clock_conditions import stands
from app.tickets.deadlines.clocks import read_clocks
from app.tickets.deadlines.due import Standing
from app.tickets.deadlines.truths import TRUTHS
from app.tickets.kinds import ServiceClass, State, TicketKind
from app.tickets.tables import ticket, ticket_clock
from tests.tickets.deadlines.any_promise import at
from tests.tickets.deadlines.small_tickets import Desk, SmallTicket

START = at("2026-11-20 09:00")
STEPS = st.lists(st.tuples(st.sampled_from(State), st.integers(0, 600)), max_size=4)
MANY = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


def goes_on(taken: SmallTicket, steps: list[tuple[State, int]]) -> None:
    now = START
    for state, minutes in steps:
        now += timedelta(minutes=minutes)
        taken.goes(state, now.isoformat())


@MANY
@given(st.sampled_from(TicketKind), st.sampled_from(ServiceClass), STEPS, st.integers(0, 15_000))
def test_a_query_finds_what_reckoning_says(
    desk: Desk, store: Store, kind: TicketKind, service_class: ServiceClass, steps: list[tuple[State, int]], later: int
) -> None:
    taken = desk.ticket(START.isoformat(), kind, service_class)
    goes_on(taken, steps)
    now = START + timedelta(minutes=max(sum(minutes for _, minutes in steps), later), seconds=40)
    own = ticket_clock.c.ticket_id == taken.id  # to the others of this desk later things have happened
    with store.reading() as connection:
        reckoned = {clock.id: clock.standing for clock in read_clocks(connection, [taken.id], now)[taken.id]}
        asked = {
            clock_id: standing
            for standing in Standing
            for clock_id in connection.execute(select(ticket_clock.c.id).where(own, stands(standing, now))).scalars()
        }
        assert asked == reckoned
        assert [finding.breaches for finding in check_truths(connection, TRUTHS)] == [()] * len(TRUTHS)


def test_no_clock_stands_in_two_ways(desk: Desk, store: Store) -> None:
    desk.ticket("2026-11-20 09:00")
    desk.ticket("2026-11-20 09:00").goes(State.WAITING_PARTS, "2026-11-20 09:05")
    for minute in range(0, 60, 5):
        now = START + timedelta(minutes=minute)
        with store.reading() as connection:
            found = [
                clock_id
                for standing in Standing
                for clock_id in connection.execute(select(ticket_clock.c.id).where(stands(standing, now))).scalars()
            ]
        assert sorted(found) == [1, 2, 3, 4]


def test_waiting_that_begins_in_the_minute_of_the_due_time_hides_nothing(desk: Desk, store: Store) -> None:
    taken = desk.ticket("2026-11-20 09:00", TicketKind.REPAIR, ServiceClass.EMERGENCY)
    taken.goes(State.CONTACTED, "2026-11-20 09:05").goes(State.WAITING_PARTS, "2026-11-20 13:00:30")
    assert taken.clock("2026-11-20 13:01").standing is Standing.OVERDUE
    with store.reading() as connection:
        overdue = select(ticket_clock.c.name).where(stands(Standing.OVERDUE, at("2026-11-20 13:01")))
        assert connection.execute(overdue).scalars().all() == ["close"]


@pytest.mark.parametrize(
    ("broken", "truth"),
    [
        ({"due_at": at("2026-12-24 17:30")}, 0),
        ({"dropped_at": None, "met_at": None}, 1),
    ],
)
def test_a_clock_that_does_not_fit_its_ticket_is_found(
    desk: Desk, store: Store, broken: dict[str, object], truth: int
) -> None:
    desk.ticket("2026-11-20 09:00").goes(State.CANCELLED, "2026-11-20 09:05")
    assert _breaches(store, truth) == 0
    with store.transaction() as connection:
        connection.execute(update(ticket_clock).values(**broken))
    assert _breaches(store, truth) == 2


@pytest.mark.parametrize("state", [State.WAITING_PARTS, State.IN_WORK])
def test_a_clock_that_stands_still_alone_is_found(desk: Desk, store: Store, state: State) -> None:
    taken = desk.ticket("2026-11-20 09:00").goes(state, "2026-11-20 09:05")
    assert _breaches(store, 2) == 0
    other = State.IN_WORK if state is State.WAITING_PARTS else State.WAITING_PARTS
    with store.transaction() as connection:
        connection.execute(update(ticket).where(ticket.c.id == taken.id).values(state=other.value))
    assert _breaches(store, 2) == 1


def _breaches(store: Store, truth: int) -> int:
    with store.reading() as connection:
        return len(check_truths(connection, TRUTHS)[truth].breaches)
