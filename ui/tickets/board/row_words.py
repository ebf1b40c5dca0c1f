"""What a row of the board says, before anything is painted."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.language import tr, tr_n
from app.core.show import mask_personal, show_time
from app.tickets.deadlines.clock_words import CLOCKS, standing_words
from app.tickets.deadlines.clocks import ClockNow
from app.tickets.deadlines.due import Standing
from app.tickets.kinds import WAITING, ClockName, State, TicketKind
from app.tickets.lists.rows import TicketRow
from app.tickets.words import KINDS, PRIORITIES, STATES
from ui.tickets.state_looks import short_look, standing_look
from ui.widgets.chip import Mood
from ui.widgets.colours import Tone
from ui.widgets.columns import State as Look

_LOUD = frozenset({Standing.SOON, Standing.OVERDUE})
_RUNS = frozenset({Standing.DUE, Standing.SOON, Standing.OVERDUE})
_PLAIN_KINDS = frozenset({TicketKind.REPAIR})


@dataclass(frozen=True, slots=True)
class RowWords:
    """The parts of a row; `is_loud` where the standing is set in bold."""

    number: str
    where: str
    state: Look
    text: str
    icon: str
    standing: str
    tone: Tone
    is_loud: bool

    def spoken(self) -> str:
        """All of it, as it is read out."""
        parts = (self.number, self.where, self.state.word, self.text, self.standing)
        return ", ".join(part for part in parts if part)


def row_words(row: TicketRow) -> RowWords:
    """The words of a ticket in the board."""
    icon, tone = ("", Tone.INK2) if row.clock is None else standing_look(row.clock.standing)
    return RowWords(
        row.number,
        row.where or tr("no place"),
        _look(row),
        text_words(row),
        icon,
        standing_of(row),
        tone,
        row.clock is not None and row.clock.standing in _LOUD,
    )


def _look(row: TicketRow) -> Look:
    """A date that the resident asked for and that has come: nobody waits any more."""
    clock, waits = row.clock, row.state is State.WAITING_RESIDENT and row.appointment is not None
    if waits and clock is not None and clock.name is ClockName.CLOSE and clock.standing in _RUNS:
        return Look(tr("the date has come"), "calendar-clock", Mood.WARN)
    return short_look(row.state)


def text_words(row: TicketRow) -> str:
    """What it is about in one line: a complaint says so, an event with how many it holds, and what is urgent.

    Numbers of people in it are hidden.
    """
    said = " ".join(mask_personal(row.text or row.category).split())
    if row.kind not in _PLAIN_KINDS:
        said = tr("{kind}: {text}").format(kind=tr(KINDS[row.kind]), text=said)
    if row.children:
        said = tr_n("event of {count} ticket: {text}", "event of {count} tickets: {text}", row.children).format(
            count=row.children, text=said
        )
    elif row.parent_id is not None:
        said = tr("{text} (in an event)").format(text=said)
    if row.priority in ("high", "urgent"):
        said = tr("{text} ({priority})").format(text=said, priority=tr(PRIORITIES[row.priority]))
    return said


def standing_of(row: TicketRow) -> str:
    """How the promise that presses stands; what is waited for says so, with the day of an appointment."""
    if row.clock is None:
        return ""
    if row.clock.standing is Standing.PAUSED and row.state in WAITING:
        return _waiting(row)
    return clock_standing(row.clock)


def clock_standing(clock: ClockNow) -> str:
    """`39 min left, first review`: the last promise of the chain is named by its time alone."""
    said = standing_words(clock.reckoned)
    if clock.name is ClockName.CLOSE or clock.standing is Standing.DROPPED:
        return said
    return tr("{standing}, {clock}").format(standing=said, clock=tr(CLOCKS[clock.name]))


def _waiting(row: TicketRow) -> str:
    said = tr(STATES[row.state])
    if row.state is State.WAITING_RESIDENT and row.appointment is not None:
        return tr("the resident asked for {time}").format(time=show_time(row.appointment))
    return said
