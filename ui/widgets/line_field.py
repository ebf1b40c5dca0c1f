"""A line of text to type into, with the states of every field: normal, focus, wrong, locked."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.widgets.sizes import Pt, dress, polish_again, px, width_of

_BY_KEY = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
    Qt.FocusReason.OtherFocusReason,
)

_UNKNOWN_HERE = (
    QKeySequence.StandardKey.DeleteCompleteLine,  # Ctrl+U
    QKeySequence.StandardKey.DeleteEndOfLine,  # Ctrl+K
)


def is_for_program(event: QKeyEvent) -> bool:
    """Ctrl+E, which some systems take for the end of the line, and Alt with a letter or a digit.

    The one starts an incident from every field; the others do something or nothing, and are never typed.
    """
    if event.modifiers() == Qt.KeyboardModifier.AltModifier:
        return bool(event.text()) and event.text().isprintable()
    return event.key() == Qt.Key.Key_E and event.modifiers() == Qt.KeyboardModifier.ControlModifier


def _is_unknown(event: QKeyEvent) -> bool:
    return any(event.matches(key) for key in _UNKNOWN_HERE)


class LineField(QLineEdit):
    """A line edit that selects all when a key brings the caret, and wears its problem.

    `columns` is the width in digits that it asks for; 0 takes what is there.
    """

    problem_changed = Signal(str)
    left = Signal()

    def __init__(self, name: str = "", *, columns: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self._problem = ""
        self._composing = False
        self._height = 34
        self._clicked_in = False
        self.setAccessibleName(name)
        dress(self)

    @property
    def composing(self) -> bool:
        """Whether an input method shows text here that it has not committed."""
        return self._composing

    @property
    def problem(self) -> str:
        """What is wrong, in words; empty when nothing is."""
        return self._problem

    def take_caret(self) -> None:
        """Put the caret here with all text selected."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def show_problem(self, text: str) -> None:
        """Wear the words of what is wrong; empty words take it away."""
        if text == self._problem:
            return
        self._problem = text
        self.setProperty("wrong", bool(text))
        self.setAccessibleDescription(text)
        polish_again(self)
        self.problem_changed.emit(text)

    def lock(self, *, locked: bool) -> None:
        """Show, but do not let change."""
        self.setReadOnly(locked)
        polish_again(self)

    def sizeHint(self) -> QSize:
        wide = self._columns or 16
        return QSize(round(width_of("0", self._type_size()) * wide) + 28, px(self._height))

    def minimumSizeHint(self) -> QSize:
        wide = min(self._columns or 6, 6)
        return QSize(round(width_of("0", self._type_size()) * wide) + 28, px(self._height))

    def event(self, event: QEvent) -> bool:
        """Some systems give a line its own keys for deleting, Ctrl+E and Alt; here they are the program's."""
        if isinstance(event, QKeyEvent) and (is_for_program(event) or _is_unknown(event)):
            event.ignore()
            return False
        return super().event(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._clicked_in = event.reason() == Qt.FocusReason.MouseFocusReason
        if event.reason() in _BY_KEY:
            self.selectAll()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self._clicked_in and not self.hasSelectedText():
            self.selectAll()
        self._clicked_in = False

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._composing = False
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self.left.emit()

    def _type_size(self) -> Pt:
        return Pt(self.property("type_size"))
