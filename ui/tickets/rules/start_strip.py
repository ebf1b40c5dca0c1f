"""What the page of tickets says of deadlines by itself: a summary at the start, then each step once."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.language import tr, tr_n
from app.tickets.deadlines.clock_words import CLOCKS, standing_words
from app.tickets.deadlines.deadline_warnings import StartSummary
from app.tickets.deadlines.escalations import Escalated
from ui.shell.action import Action
from ui.shell.context import Context
from ui.widgets.chip import Mood
from ui.widgets.note_strip import NoteStrip

_LOOK_EVERY = 60_000
_NAMED = 2


class DeadlineStrip(QWidget):
    """Stands above a page; `show_list` is the action that leads to the list of who is to be told.

    `say_start` says the summary, once; from then on what reaches a further step is said while somebody is on duty.
    """

    def __init__(self, context: Context, show_list: Action) -> None:
        super().__init__()
        self._context = context
        self._show_list = show_list
        self.strip = NoteStrip(folds=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.strip)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._said = False

    def say_start(self) -> None:
        """Say how deadlines stand, the first time only."""
        if self._said:
            return
        self._said = True
        summary = self._context.office.deadline_warnings.at_start()
        if not summary.is_calm:
            self._say(start_words(summary), urgent=bool(summary.overdue or summary.late))
        self._timer.start(_LOOK_EVERY)

    def look(self) -> None:
        """Say what has reached a further step since the last look."""
        fresh = self._context.office.deadline_warnings.fresh()
        if fresh:
            self._say(fresh_words(fresh), urgent=any(len(one.steps) > 1 for one in fresh))

    def clear(self) -> None:
        """The list was looked at."""
        self.strip.clear()

    def _say(self, words: str, *, urgent: bool) -> None:
        mood, icon = (Mood.DANGER, "triangle-alert") if urgent else (Mood.WARN, "hourglass")
        self.strip.say(words, mood, icon=icon)
        self.strip.offer(self._show_list)


def start_words(summary: StartSummary) -> str:
    """`2 overdue, 3 due soon; nobody was told of 4. The holidays of 2027 are missing.`."""
    late = summary.overdue + summary.late
    parts = [tr_n("{count} deadline overdue", "{count} deadlines overdue", late).format(count=late)] if late else []
    if summary.soon:
        parts.append(tr_n("{count} due soon", "{count} due soon", summary.soon).format(count=summary.soon))
    if summary.untold:
        parts.append(
            tr_n("nobody was told of {count}", "nobody was told of {count}", summary.untold).format(
                count=summary.untold
            )
        )
    said = [tr("{parts}.").format(parts=tr(", ").join(parts))] if parts else []
    if summary.missing_years:
        years = tr(", ").join(map(str, summary.missing_years))
        said.append(tr("The holidays of {years} are missing.").format(years=years))
    return " ".join(said)


def fresh_words(fresh: tuple[Escalated, ...]) -> str:
    """The first of them by number and promise, and how many more there are."""
    words = tr("{number} {where}, {clock}: {standing}")
    named = [
        words.format(
            number=one.ticket.number,
            where=one.ticket.where,
            clock=tr(CLOCKS[one.clock.rule.name]),
            standing=standing_words(one.reckoned),
        )
        for one in fresh[:_NAMED]
    ]
    more = len(fresh) - len(named)
    if more:
        named.append(tr_n("{count} more", "{count} more", more).format(count=more))
    return "; ".join(named)
