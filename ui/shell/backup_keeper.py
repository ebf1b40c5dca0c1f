"""Sees that a proven backup of today lies in every place that is there, soon after the start and when a stick comes."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, QTimer

from app.core.errors import Refusal, Trouble
from app.core.language import tr
from app.desk.backups.words import cloud_words, written_words
from app.desk.backups.written import Written
from app.store.backup_file import Why
from ui.sentences import say
from ui.shell.context import Context

_EVERY = 60_000
_AGAIN_AFTER = timedelta(hours=1)
_log = logging.getLogger(__name__)


class BackupKeeper(QObject):
    """A place that is not there, or that a cloud client carries away, is said once a day.

    A failure is said, tried again after an hour, and stops nobody.

    The invented estate needs no backups: nothing of it can be lost.
    """

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._failed_at: datetime | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        if not context.office.is_demo:
            self._timer.start(_EVERY)

    def look(self) -> None:
        """Make one, if a place waits for the backup of today."""
        context = self._context
        if context.worker.is_busy or context.office.is_demo or self._rests():
            return
        backups = context.office.backups
        if backups.is_due():
            title = tr("Making the backup of the day")
            context.worker.run(
                title, lambda progress: backups.make(Why.DAILY, None, progress), self._on_made, self._on_failed
            )

    def _rests(self) -> bool:
        failed = self._failed_at
        return failed is not None and timedelta(0) <= self._context.clock.now() - failed < _AGAIN_AFTER

    def _on_made(self, made: tuple[Written, ...]) -> None:
        self._failed_at = None
        for words in cloud_words(self._context.office.store.folder.path, [one.folder for one in made]):
            self._context.messages.hint(words)
        for one in made:
            if one.state.is_trouble and one.is_new:
                self._context.messages.hint(written_words(one))
        self._context.changes.announce("backups", by=self)

    def _on_failed(self, error: BaseException) -> None:
        self._failed_at = self._context.clock.now()
        _log.error("the backup of the day could not be made", exc_info=error)
        said = say(error) if isinstance(error, Refusal | Trouble) else str(error)
        self._context.messages.wrong(said)
