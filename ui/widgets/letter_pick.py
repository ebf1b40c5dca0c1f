"""A box that is filled by letters: what fits hangs below it, the first one marked; Enter or Tab takes it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.widgets.colours import Tone
from ui.widgets.painting import box
from ui.widgets.search_box import SearchBox
from ui.widgets.sizes import gap, px
from ui.widgets.surface import Pane
from ui.widgets.two_line_list import Line, TwoLineList

_ROW, _MOST_ROWS = 48, 6
_TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
Find = Callable[[str], Sequence[Line]]


class Hanging(Pane):
    """The list below a box: it takes no focus, so that an input method is never broken off."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__("panel", parent)
        self._around = parent
        self.list = TwoLineList(name)
        self.list.setParent(self)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def hang(self, under: QWidget) -> None:
        """Show below a box, as high as the rows need and the place allows."""
        around = self._around
        corner = under.mapTo(around, QPoint(0, under.height() + 2))
        rows = min(max(len(self.list.lines()), 1), _MOST_ROWS)
        width = min(max(under.width(), px(320)), around.width() - corner.x() - gap(8))
        self.setGeometry(corner.x(), corner.y(), width, min(px(_ROW) * rows + 4, around.height() - corner.y()))
        self.list.setGeometry(2, 2, self.width() - 4, self.height() - 4)
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        box(QPainter(self), QRectF(self.rect()), inside=Tone.PANEL, edge=Tone.FIELD_EDGE, radius=6)


class LetterPick(SearchBox):
    """`picked` gives the `what` of the row that was taken, None when it is typed over; `taken` comes after Enter.

    A `free` one keeps what is typed where nothing fits, and shows its list only on ↓ or letters. An `unmarked` one
    takes a row only after ↓: what is typed stays what it is.
    """

    picked = Signal(object)
    taken = Signal()

    def __init__(
        self, name: str, hint: str, find: Find, around: QWidget, *, free: bool = False, unmarked: bool = False
    ) -> None:
        super().__init__(name, hint)
        self._find = find
        self._free = free
        self._marks = not unmarked
        self._value: Any = None
        self.hits = Hanging(name, around)
        self.textEdited.connect(self._on_edited)
        self.moved.connect(self._on_moved)
        self.entered.connect(self._on_entered)
        self.hits.list.opened.connect(self._take)

    def value(self) -> Any:
        """What was taken; None where nothing was."""
        return self._value

    def set_value(self, value: Any, text: str) -> None:
        """Hold this, shown by these words."""
        self._value = value
        self.setText(text)
        self.setCursorPosition(0)
        self.hits.hide()

    def hang_again(self) -> bool:
        """Show what fits the letters that an earlier run left, the first one marked. Whether there were letters."""
        left = self._value is None and bool(self.text().strip())
        if left and self.isVisible():
            self._show(self.text())
        return left

    def fold(self) -> bool:
        """Hide the list; False where none is shown."""
        shown = self.hits.isVisible()
        self.hits.hide()
        return shown

    def take_marked(self) -> bool:
        """Take the row that is marked, if something is typed that is not taken yet. Whether anything was."""
        if self._value is not None or not self.text().strip():
            return False
        what = self.hits.list.current()
        if what is None or not self.hits.isVisible():
            return False
        self._take(what)
        return True

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _TABS:
            self.take_marked()
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self.take_marked()
            self.hits.hide()

    def _on_edited(self, text: str) -> None:
        if self._value is not None:
            self._value = None
            self.picked.emit(None)
        self._show(text)

    def _show(self, text: str) -> None:
        lines = self._find(text) if text.strip() or self._free else ()
        self.hits.list.show_lines(lines, choose_first=self._marks)
        if lines:
            self.hits.hang(self)
        else:
            self.hits.hide()

    def _on_moved(self, by: int) -> None:
        if self.hits.isVisible():
            self.hits.list.step(by)
        elif by > 0:
            lines = self._find("" if self._value is not None else self.text())
            self.hits.list.show_lines(lines, choose_first=True)
            if lines:
                self.hits.hang(self)

    def _on_entered(self) -> None:
        what = self.hits.list.current() if self.hits.isVisible() else None
        if what is not None:
            self._take(what)
        self.taken.emit()

    def _take(self, what: Any) -> None:
        self._value = what
        self.hits.hide()
        self.picked.emit(what)
