from collections import deque

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.tickets.flow import check_move, follows_the_flow, is_open_to, moves_from, state_reopened
from app.tickets.flow_refusals import MoveImpossible, ReasonMissing
from app.tickets.kinds import GONE, WAITING, State, TicketKind

KINDS = st.sampled_from(TicketKind)
STATES = st.sampled_from(State)


def reachable(kind: TicketKind) -> set[State]:
    found, queue = {State.REPORTED}, deque([State.REPORTED])
    while queue:
        for move in moves_from(queue.popleft(), kind):
            if move.to not in found:
                found.add(move.to)
                queue.append(move.to)
    return found


@pytest.mark.parametrize("kind", TicketKind)
def test_every_kind_comes_to_its_end(kind: TicketKind) -> None:
    assert {State.DONE, State.CONFIRMED, State.CLOSED, State.CANCELLED} < reachable(kind)
    assert reachable(kind) > WAITING


@pytest.mark.parametrize("kind", [TicketKind.SUGGESTION, TicketKind.ENQUIRY, TicketKind.FEE_DISPUTE])
def test_nobody_travels_to_what_was_only_said(kind: TicketKind) -> None:
    assert not reachable(kind) & {State.ON_THE_WAY, State.ARRIVED}


@pytest.mark.parametrize("kind", [TicketKind.COMPLAINT, TicketKind.FEE_DISPUTE])
def test_a_complaint_is_reviewed_before_anything_else(kind: TicketKind) -> None:
    assert [move.to for move in moves_from(State.REPORTED, kind)] == [State.REVIEWED, State.CANCELLED]


@given(KINDS)
def test_a_merged_ticket_goes_nowhere_by_itself(kind: TicketKind) -> None:
    assert moves_from(State.MERGED, kind) == ()


@given(KINDS, STATES, STATES)
def test_what_is_not_offered_is_refused(kind: TicketKind, state: State, to: State) -> None:
    offered = {move.to for move in moves_from(state, kind)}
    if to in offered:
        check_move(state, to, kind, "因为")
    else:
        with pytest.raises(MoveImpossible):
            check_move(state, to, kind, "因为")
    assert is_open_to(state, to, kind) == (to in offered)


@given(KINDS, STATES)
def test_no_move_leads_to_where_the_ticket_is_or_into_another_ticket(kind: TicketKind, state: State) -> None:
    assert not {move.to for move in moves_from(state, kind)} & {state, State.MERGED}


@given(KINDS, STATES)
def test_giving_up_and_coming_back_ask_for_a_reason(kind: TicketKind, state: State) -> None:
    for move in moves_from(state, kind):
        asked = move.to is State.CANCELLED or state in GONE | {State.CLOSED}
        again = state in (State.DONE, State.CONFIRMED) and move.to is State.IN_WORK
        assert move.asks_reason == (asked or again)
        if move.asks_reason:
            with pytest.raises(ReasonMissing):
                check_move(state, move.to, kind, " ")


def test_a_ticket_that_comes_back_begins_with_those_who_had_it() -> None:
    assert (state_reopened(is_given_out=True), state_reopened(is_given_out=False)) == (State.ASSIGNED, State.REVIEWED)


def test_states_follow_the_flow_one_after_the_other() -> None:
    good = [State.REPORTED, State.REPORTED, State.REVIEWED, State.DONE, State.CLOSED]
    assert follows_the_flow(good, TicketKind.REPAIR)
    assert not follows_the_flow([State.REPORTED, State.CLOSED], TicketKind.REPAIR)
