"""Keeps what is typed durable: soon after every change, and at once before anything risky."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.core.errors import Refusal, Trouble

if TYPE_CHECKING:
    from app.access.actor import Actor
    from app.desk.drafts import Drafts

SAVED_WITHIN_MS = 600
UNFIT = (LookupError, TypeError, ValueError, AttributeError)
"""What a draft brings up that another version of its form has written: it is let go, or nobody could begin anew."""

Content = Callable[[], Mapping[str, object] | None]


class DraftKeeper(QObject):
    """Saves what `content` gives under one form; None means that there is nothing to keep. `failed` tells why not."""

    failed = Signal(object)

    def __init__(self, drafts: Drafts, actor: Actor, form: str, content: Content, parent: QObject) -> None:
        super().__init__(parent)
        self._drafts, self._actor, self._form = drafts, actor, form
        self._content = content
        self._stored = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVED_WITHIN_MS)
        self._timer.timeout.connect(self._save)

    def touch(self) -> None:
        """Something changed: it will be durable within the time above, however fast the typing goes on."""
        if not self._timer.isActive():
            self._timer.start()

    def flush(self) -> None:
        """Save now what has changed since."""
        if self._timer.isActive():
            self._timer.stop()
            self._save()

    def drop(self) -> None:
        """Nothing is left to keep."""
        self._timer.stop()
        if self._stored:
            self._try(lambda: self._drafts.drop(self._actor, self._form))
            self._stored = False

    def found(self) -> Mapping[str, object] | None:
        """What an earlier run of the program left."""
        draft = self._drafts.find(self._actor, self._form)
        self._stored = draft is not None
        return None if draft is None else draft.content

    def _save(self) -> None:
        content = self._content()
        if content is not None:
            self._try(lambda: self._drafts.save(self._actor, self._form, content))
            self._stored = True

    def _try(self, step: Callable[[], None]) -> None:
        try:
            step()
        except (Refusal, Trouble) as error:
            self.failed.emit(error)
