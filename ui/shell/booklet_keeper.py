"""Sees that the booklet of plans lies ready: once a day, when a stick is put in, and when a plan or number changed."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, QTimer

from app.core.language import tr
from app.incidents.papers.booklet_copy import Copied
from app.incidents.papers.copy_words import copy_words
from ui.shell.changes import Change
from ui.shell.context import Context

_EVERY = 60_000
_AFTER_A_CHANGE = 3_000
_CHANGES = ("plans", "contacts", "settings")
_log = logging.getLogger(__name__)


class BookletKeeper(QObject):
    """Nothing that goes wrong stops anybody: it is said once in the status line, and tried again."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._said: set[Copied] = set()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(_EVERY)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.keep)
        context.changes.changed.connect(self._on_changed)

    def look(self) -> None:
        """Keep it, if a place waits for the copy of today."""
        if not self._context.worker.is_busy and self._context.office.daily_booklet.is_due():
            self.keep()

    def keep(self) -> None:
        """Write what is missing, off the window's thread."""
        keep = self._context.office.daily_booklet.keep
        self._context.worker.run(tr("Keeping the booklet of plans"), lambda _: keep(), self._on_kept, self._on_failed)

    def _on_changed(self, change: Change) -> None:
        if change.concerns(*_CHANGES):
            self._soon.start(_AFTER_A_CHANGE)

    def _on_kept(self, copies: tuple[Copied, ...]) -> None:
        troubles = {one for one in copies if one.state.is_trouble}
        for one in troubles - self._said:
            self._context.messages.hint(copy_words(one))
        self._said = troubles

    def _on_failed(self, error: BaseException) -> None:
        """A name that fits no page, say: the work of the counter goes on."""
        _log.error("the booklet of plans could not be drawn", exc_info=error)
