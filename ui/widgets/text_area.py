"""A field for several lines: plain text only, Tab leaves it, and it wears its problem as a line does."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QSize, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui.widgets.line_field import is_for_program
from ui.widgets.sizes import dress, gap, metrics, polish_again


class TextArea(QPlainTextEdit):
    """Asks for the height of `lines`; pictures and files are left to whoever is around it."""

    problem_changed = Signal(str)
    left = Signal()

    def __init__(self, name: str, *, lines: int = 4, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self._problem = ""
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        dress(self)

    def event(self, event: QEvent) -> bool:
        """Ctrl+E is never the end of a line, and Alt with a letter never the letter."""
        if isinstance(event, QKeyEvent) and is_for_program(event):
            event.ignore()
            return False
        return super().event(event)

    @property
    def problem(self) -> str:
        """What is wrong, in words; empty when nothing is."""
        return self._problem

    def text(self) -> str:
        """What is written."""
        return self.toPlainText()

    def set_text(self, text: str) -> None:
        """Write this instead."""
        if text != self.text():
            self.setPlainText(text)

    def show_problem(self, text: str) -> None:
        """Wear the words of what is wrong; empty words take it away."""
        if text == self._problem:
            return
        self._problem = text
        self.setProperty("wrong", bool(text))
        self.setAccessibleDescription(text)
        polish_again(self)
        self.problem_changed.emit(text)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() and not source.hasUrls() and not source.hasImage()

    def insertFromMimeData(self, source: QMimeData) -> None:
        if self.canInsertFromMimeData(source):
            self.insertPlainText(source.text())

    def sizeHint(self) -> QSize:
        return QSize(gap(240), self._high(self._lines))

    def minimumSizeHint(self) -> QSize:
        return QSize(gap(120), self._high(2))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def _high(self, lines: int) -> int:
        return round(metrics().lineSpacing() * lines) + 20
