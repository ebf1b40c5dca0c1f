"""The written state machine of tickets: which move is open from which state, and which asks for a reason."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.tickets.flow_refusals import MoveImpossible, ReasonMissing
from app.tickets.kinds import WAITING, State, TicketKind


@dataclass(frozen=True, slots=True)
class Move:
    """One step that a ticket can take; `asks_reason` where the step is only taken with one."""

    to: State
    asks_reason: bool = False


_REPORTED, _REVIEWED, _ASSIGNED = State.REPORTED, State.REVIEWED, State.ASSIGNED
_CONTACTED, _ON_THE_WAY, _ARRIVED, _IN_WORK = State.CONTACTED, State.ON_THE_WAY, State.ARRIVED, State.IN_WORK
_DONE, _CONFIRMED, _CLOSED, _CANCELLED = State.DONE, State.CONFIRMED, State.CLOSED, State.CANCELLED
_WAITS = tuple(state for state in State if state in WAITING)
_WORK = (_ON_THE_WAY, _ARRIVED, _IN_WORK)

_NEXT: dict[State, tuple[State, ...]] = {
    _REPORTED: (_REVIEWED, _ASSIGNED, _CONTACTED, *_WORK, State.WAITING_RESIDENT, _DONE, _CANCELLED),
    _REVIEWED: (_ASSIGNED, _CONTACTED, *_WORK, *_WAITS, _DONE, _CANCELLED),
    _ASSIGNED: (_CONTACTED, *_WORK, *_WAITS, _DONE, _CANCELLED),
    _CONTACTED: (_ASSIGNED, *_WORK, *_WAITS, _DONE, _CANCELLED),
    _ON_THE_WAY: (_ARRIVED, _IN_WORK, *_WAITS, _ASSIGNED, _CANCELLED),
    _ARRIVED: (_IN_WORK, *_WAITS, _ASSIGNED, _DONE, _CANCELLED),
    _IN_WORK: (*_WAITS, _ASSIGNED, _DONE, _CANCELLED),
    State.WAITING_RESIDENT: (_ASSIGNED, _CONTACTED, *_WORK, *_WAITS, _DONE, _CANCELLED),
    State.WAITING_PARTS: (_ASSIGNED, _CONTACTED, *_WORK, *_WAITS, _DONE, _CANCELLED),
    State.WAITING_THIRD: (_ASSIGNED, _CONTACTED, *_WORK, *_WAITS, _DONE, _CANCELLED),
    _DONE: (_CONFIRMED, _IN_WORK, _CLOSED),
    _CONFIRMED: (_CLOSED, _IN_WORK),
    _CLOSED: (_REVIEWED, _ASSIGNED),
    _CANCELLED: (_REVIEWED, _ASSIGNED),
    State.MERGED: (),
}
_REVIEW_FIRST = frozenset({TicketKind.COMPLAINT, TicketKind.FEE_DISPUTE})
_NOBODY_GOES = frozenset({TicketKind.SUGGESTION, TicketKind.ENQUIRY, TicketKind.FEE_DISPUTE})
_TRAVEL = frozenset({State.ON_THE_WAY, State.ARRIVED})
_TAKEN_UP_AGAIN = frozenset({(_DONE, _IN_WORK), (_CONFIRMED, _IN_WORK)})


def moves_from(state: State, kind: TicketKind) -> tuple[Move, ...]:
    """The moves that are open, in the order in which a screen offers them.

    A complaint or fee dispute is reviewed before anything else. To a suggestion, an enquiry or a fee dispute nobody
    travels. A merged ticket moves only by being parted again.
    """
    return tuple(Move(to, _asks_reason(state, to)) for to in _NEXT[state] if to != state and _fits(state, to, kind))


def check_move(state: State, to: State, kind: TicketKind, reason: str) -> None:
    """Refuse every move that is not open. Raises MoveImpossible, ReasonMissing."""
    for move in moves_from(state, kind):
        if move.to is to:
            if move.asks_reason and not reason.strip():
                raise ReasonMissing(state, to)
            return
    raise MoveImpossible(state, to, kind)


def is_open_to(state: State, to: State, kind: TicketKind) -> bool:
    """Whether this one move is open."""
    return any(move.to is to for move in moves_from(state, kind))


def state_reopened(is_given_out: bool) -> State:  # noqa: FBT001 - a fact of the ticket, not a switch
    """Where a ticket that comes back begins: with those who had it, else with the one who gives it out."""
    return _ASSIGNED if is_given_out else _REVIEWED


def follows_the_flow(states: Iterable[State], kind: TicketKind) -> bool:
    """Whether each state can be reached from the one before it, or is the same."""
    before = None
    for state in states:
        if before is not None and state != before and not is_open_to(before, state, kind):
            return False
        before = state
    return True


def _fits(state: State, to: State, kind: TicketKind) -> bool:
    if state is _REPORTED and kind in _REVIEW_FIRST:
        return to in (_REVIEWED, _CANCELLED)
    return not (to in _TRAVEL and kind in _NOBODY_GOES)


def _asks_reason(state: State, to: State) -> bool:
    """Giving up, reopening and doing again say why."""
    return to is _CANCELLED or state in (_CLOSED, _CANCELLED) or (state, to) in _TAKEN_UP_AGAIN
