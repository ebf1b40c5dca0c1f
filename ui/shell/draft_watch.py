"""Keeps what stands in a form durable while it is seen, without being told of every key."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from app.core.errors import Refusal, Trouble
from ui.sentences import say
from ui.shell.context import Context
from ui.shell.draft_keeper import SAVED_WITHIN_MS

Content = Callable[[], "Mapping[str, object] | None"]


class DraftWatch(QObject):
    """Looks again and again, while `shown` is seen, what `content` gives; None means that there is nothing to keep."""

    def __init__(self, context: Context, form: str, content: Content, shown: QWidget) -> None:
        super().__init__(shown)
        self._context, self._form = context, form
        self._content, self._shown = content, shown
        self._last: Mapping[str, object] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(SAVED_WITHIN_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def found(self) -> Mapping[str, object] | None:
        """What an earlier run of the program left; it stays until something else takes its place."""
        draft = self._context.office.drafts.find(self._context.actor, self._form)
        self._last = None if draft is None else draft.content
        return self._last

    def keep(self) -> None:
        """Make durable what stands there now."""
        now = self._content()
        if now == self._last or self._context.office.store.is_looked_at:
            return
        drafts, by = self._context.office.drafts, self._context.actor
        try:
            drafts.drop(by, self._form) if now is None else drafts.save(by, self._form, now)
        except (Refusal, Trouble) as error:
            self._context.messages.wrong(say(error))
        self._last = now

    def _look(self) -> None:
        if self._shown.isVisible():
            self.keep()
