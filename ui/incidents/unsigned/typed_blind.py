"""Letters typed on a step while nobody has signed in: they may be a password, so nothing of them acts."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent

from app.core.language import tr
from ui.incidents.running.step_face import StepFace
from ui.shell.action import Action


class TypedBlind(QObject):
    """Says where the password is typed; the Enter that ends it ticks nothing, the next one does."""

    def __init__(self, face: StepFace, complete: Action, show_problem: Callable[[str], None]) -> None:
        super().__init__(face)
        self._complete = complete
        self._show_problem = show_problem
        face.installEventFilter(self)
        complete.refused.connect(complete.turn_on)

    def eventFilter(self, _face: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.text().strip().isprintable():
            self._take(is_word=bool(event.text().strip()))
        elif event.type() == QEvent.Type.FocusOut:
            self._complete.turn_on()
        return False

    def _take(self, *, is_word: bool) -> None:
        if is_word:
            words = tr("Letters do nothing here, and nothing was ticked. To unlock press Esc, then type the password.")
            self._complete.turn_off(words)
            self._show_problem(words)
        else:
            self._complete.turn_on()  # an arrow: the list is meant
