"""One promise of the ticket: its name, from when until when, the bar, and how it stands."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.core.language import tr
from app.core.show import show_time
from app.tickets.deadlines.clock_words import CLOCKS, span_words, standing_words
from app.tickets.deadlines.clocks import ClockNow
from app.tickets.deadlines.due import Standing
from ui.tickets.deadline_bar import DeadlineBar
from ui.tickets.state_looks import standing_look
from ui.widgets.colours import Tone
from ui.widgets.icon_label import IconLabel
from ui.widgets.surface import column, row
from ui.widgets.text_label import body, caption

_QUIET = frozenset({Standing.DUE, Standing.PAUSED, Standing.DROPPED})
_CLOCK = slice(11, 16)


class ClockBlock(QWidget):
    """Head, bar, words."""

    def __init__(self) -> None:
        super().__init__()
        self._name, self._span = body("", bold=True), caption("", Tone.INK2)
        self._bar = DeadlineBar()
        self._icon, self._words = IconLabel(), body("", bold=True)
        head = row(self._name, None, self._span, space=8)
        said = row(self._icon, self._words, None, space=6)
        self.setLayout(column(head, self._bar, said, space=2))

    def show_clock(self, clock: ClockNow) -> None:
        """Show how this promise stands."""
        icon, tone = standing_look(clock.standing)
        name, span, said = tr(CLOCKS[clock.name]), span_line(clock), said_of(clock)
        self._name.show_text(name)
        self._span.show_text(span)
        self._bar.show_promise(clock.reckoned)
        self._icon.show_icon(icon, tone)
        self._words.show_text(said, Tone.INK if clock.standing in _QUIET else tone)
        self.setAccessibleName(f"{name}: {said} ({span})")


def said_of(clock: ClockNow) -> str:
    """How it stands; of a kept promise also how long it took."""
    said = standing_words(clock.reckoned)
    if clock.standing is not Standing.MET or clock.met_at is None:
        return said
    took = int((clock.met_at - clock.started_at).total_seconds()) // 60
    return tr("{standing} after {span}").format(standing=said, span=span_words(took))


def span_line(clock: ClockNow) -> str:
    """`09:12 → 13:23, paused 11 min`; days are named where it does not end on the day it began."""
    began, due = show_time(clock.started_at), show_time(clock.reckoned.due_at)
    if clock.started_at.date() == clock.reckoned.due_at.date():
        began, due = began[_CLOCK], due[_CLOCK]
    elif began[:4] == due[:4]:
        began, due = began[5:16], due[5:16]
    paused = sum(one.minutes for one in clock.reckoned.pauses)
    said = tr("{began} → due {due}").format(began=began, due=due)
    return tr("{span}, paused {paused}").format(span=said, paused=span_words(paused)) if paused else said
