"""Says at the counter that the clock may be wrong: late fees, receipts and shifts follow it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from app.core.language import tr
from app.core.show import show_time
from app.counter.payments.clock_check import ClockDoubt
from ui.counter.notices import Notice, Notices, Press
from ui.shell.changes import Change
from ui.shell.context import Context
from ui.widgets.chip import Mood

_EVERY = 60_000  # milliseconds


class ClockNotice(QObject):
    """Looks every minute, and whenever money moved; the notice goes by itself once the clock is right."""

    def __init__(self, context: Context, notices: Notices, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._notices = context, notices
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(_EVERY)
        context.changes.changed.connect(self._on_changed)

    def look(self) -> None:
        """Say it, or nothing any more."""
        office = self._context.office
        doubt = None if office.is_demo else office.payments.clock_doubt()
        self._notices.say(Press.CLOCK, None if doubt is None else _notice(doubt))

    def _on_changed(self, change: Change) -> None:
        if change.concerns("counter"):
            self.look()


def _notice(doubt: ClockDoubt) -> Notice:
    words = tr("It says {now}, the newest entry was made at {last}. Set the clock right before you take money.")
    return Notice(
        words.format(now=show_time(doubt.now), last=show_time(doubt.last)),
        Mood.WARN,
        "triangle-alert",
        tr("Is the computer's clock right?"),
    )
