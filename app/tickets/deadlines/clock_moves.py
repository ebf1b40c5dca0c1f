"""What a move of a ticket does to one of its clocks: starts nothing, but meets, pauses, resumes or drops it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from app.tickets.deadlines.due import Pause
from app.tickets.kinds import GONE, WAITING, ClockName, State, TicketKind


@dataclass(frozen=True, slots=True)
class ClockState:
    """One clock of a ticket between two moves.

    `replaced` says that its kind or class no longer promises it. `pauses` are those that have ended.
    """

    name: ClockName
    pauses: tuple[Pause, ...] = ()
    paused_at: datetime | None = None
    met_at: datetime | None = None
    dropped_at: datetime | None = None
    replaced: bool = False

    @property
    def all_pauses(self) -> tuple[Pause, ...]:
        """Also the one that has not ended."""
        return self.pauses if self.paused_at is None else (*self.pauses, Pause(self.paused_at))


_FINISHED = frozenset({State.CONFIRMED, State.CLOSED})
_DONE = _FINISHED | {State.DONE}
_WITH_THE_RESIDENT = _DONE | {State.CONTACTED, State.ARRIVED, State.IN_WORK}
_LOOKED_AT = frozenset(State) - GONE - {State.REPORTED}
_BY_WORK = frozenset({TicketKind.REPAIR, TicketKind.TASK})


def meeting_states(kind: TicketKind, name: ClockName) -> frozenset[State]:
    """The states that keep a promise.

    The close of a repair is kept when the work is done, of anything said only when the resident has confirmed.
    """
    if name is ClockName.CLOSE:
        return _DONE if kind in _BY_WORK else _FINISHED
    by_name = {ClockName.REVIEW: _LOOKED_AT, ClockName.CONTACT: _WITH_THE_RESIDENT, ClockName.ANSWER: _DONE}
    return by_name[name]


def after_a_move(clock: ClockState, kind: TicketKind, before: State, after: State, at: datetime) -> ClockState:
    """The clock after its ticket went from one state to another.

    Only the close stands still while the ticket waits, and only the close runs on when a finished ticket is taken up
    again; the time between is a pause, so that what was used stays used.
    """
    if clock.replaced:
        return clock
    if before is State.WAITING_RESIDENT and clock.paused_at is None:
        clock = _cut(clock, at)
    if after in GONE:
        return clock if clock.met_at or clock.dropped_at else replace(clock, dropped_at=at)
    if clock.dropped_at is not None and before in GONE:
        clock = _taken_up(clock, clock.paused_at or clock.dropped_at, at)
    if after in meeting_states(kind, clock.name):
        return clock if clock.met_at else replace(_resumed(clock, at), met_at=at)
    if clock.name is not ClockName.CLOSE:
        return clock
    if clock.met_at is not None:
        clock = _taken_up(clock, clock.met_at, at)
    if after in WAITING:
        return clock if clock.paused_at else replace(clock, paused_at=at)
    return _resumed(clock, at)


def waits_until(clock: ClockState, at: datetime, until: datetime | None) -> ClockState:
    """The clock of a ticket that waits for the resident, once a date is set: the pause ends by itself when it comes.

    Without a date any more it stands still until somebody goes on.
    """
    if clock.replaced or clock.name is not ClockName.CLOSE or clock.met_at or clock.dropped_at:
        return clock
    began = clock.paused_at or at
    cut = _cut(clock, at).pauses
    if until is None:
        return replace(clock, pauses=cut, paused_at=began)
    return replace(clock, pauses=(*cut, Pause(began, until)), paused_at=None)


def _cut(clock: ClockState, at: datetime) -> ClockState:
    """A pause up to a date that has not come ends now; `clock` has no other that lasts so long."""
    pauses = clock.pauses
    if not pauses or pauses[-1].ended is None or pauses[-1].ended <= at:
        return clock
    return replace(clock, pauses=(*pauses[:-1], replace(pauses[-1], ended=max(pauses[-1].began, at))))


def _resumed(clock: ClockState, at: datetime) -> ClockState:
    return clock if clock.paused_at is None else _taken_up(clock, clock.paused_at, at)


def _taken_up(clock: ClockState, since: datetime, at: datetime) -> ClockState:
    pauses = (*clock.pauses, Pause(since, max(since, at)))
    return replace(clock, pauses=pauses, paused_at=None, met_at=None, dropped_at=None)
