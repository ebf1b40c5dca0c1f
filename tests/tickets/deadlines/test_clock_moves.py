"""What holds for a clock whatever its ticket goes through."""

from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.tickets.deadlines.clock_moves import ClockState, after_a_move, meeting_states
from app.tickets.deadlines.due import reckon
from app.tickets.deadlines.rule import ClockRule
from app.tickets.kinds import GONE, WAITING, ClockName, State, TicketKind
from tests.tickets.deadlines.any_promise import OFFICE, rules

START = datetime(2026, 11, 20, 9)
WALKS = st.lists(st.tuples(st.sampled_from(State), st.integers(0, 4000)), max_size=12)
KINDS = st.sampled_from(TicketKind)


def walk(name: ClockName, kind: TicketKind, steps: list[tuple[State, int]]) -> list[tuple[State, datetime, ClockState]]:
    state, now, clock, found = State.REPORTED, START, ClockState(name), []
    for after, minutes in steps:
        now += timedelta(minutes=minutes)
        clock, state = after_a_move(clock, kind, state, after, now), after
        found.append((state, now, clock))
    return found


@given(st.sampled_from(ClockName), KINDS, WALKS)
def test_it_is_met_or_dropped_or_owed_and_never_two_of_them(
    name: ClockName, kind: TicketKind, steps: list[tuple[State, int]]
) -> None:
    for state, now, clock in walk(name, kind, steps):
        assert sum(one is not None for one in (clock.met_at, clock.dropped_at)) <= 1
        if state in GONE:
            assert clock.met_at or clock.dropped_at
        elif state in meeting_states(kind, name):
            assert clock.met_at is not None
            assert clock.paused_at is None
        else:
            assert clock.dropped_at is None
        assert all(one <= now for one in (clock.met_at, clock.dropped_at, clock.paused_at) if one is not None)


@given(KINDS, WALKS)
def test_the_close_stands_still_exactly_while_the_ticket_waits(
    kind: TicketKind, steps: list[tuple[State, int]]
) -> None:
    for state, _, clock in walk(ClockName.CLOSE, kind, steps):
        if state not in GONE:
            assert (clock.paused_at is not None) == (state in WAITING)


@given(st.sampled_from([ClockName.REVIEW, ClockName.CONTACT, ClockName.ANSWER]), KINDS, WALKS)
def test_no_other_clock_ever_waits_and_what_it_kept_it_kept(
    name: ClockName, kind: TicketKind, steps: list[tuple[State, int]]
) -> None:
    seen = walk(name, kind, steps)
    assert all(clock.paused_at is None for _, _, clock in seen)
    for (_, _, earlier), (_, _, later) in pairwise(seen):
        assert earlier.met_at is None or later.met_at == earlier.met_at


@given(rules(), KINDS, WALKS)
def test_no_move_makes_a_deadline_earlier(rule: ClockRule, kind: TicketKind, steps: list[tuple[State, int]]) -> None:
    due = reckon(rule, START, (), OFFICE, START).due_at
    for _, now, clock in walk(ClockName.CLOSE, kind, steps):
        then = reckon(
            rule,
            START,
            clock.all_pauses,
            OFFICE,
            now,
            met_at=clock.met_at,
            dropped_at=clock.dropped_at,
        )
        assert then.due_at >= due
        due = then.due_at


@pytest.mark.parametrize("state", State)
def test_what_another_class_replaced_moves_no_more(state: State) -> None:
    left = ClockState(ClockName.CLOSE, dropped_at=START, replaced=True)
    assert after_a_move(left, TicketKind.REPAIR, State.CANCELLED, state, START) == left
