"""A list with two lines a row: code and name with the amount, below them captions; heads between groups."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from ui.widgets.colours import Tone
from ui.widgets.painting import box
from ui.widgets.sizes import dress
from ui.widgets.two_lines import GroupHead, Line, Lines, TwoLine

__all__ = ["GroupHead", "Line", "TwoLine", "TwoLineList"]  # the rows come with the list that shows them

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TwoLineList(QListView):
    """Moves with ↑ ↓, opens with Enter or a click; a search box may drive it from outside with `step`."""

    opened = Signal(object)
    current_changed = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._lines = Lines()
        self.setModel(self._lines)
        self._draws_rows = False
        self.setAccessibleName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        dress(self)
        self.selectionModel().currentRowChanged.connect(lambda now: self.current_changed.emit(self._what(now)))

    def show_lines(self, lines: Sequence[Line], *, choose_first: bool = False) -> None:
        """Show these rows, perhaps with the first one chosen."""
        if lines and not self._draws_rows:
            self._draw_rows()
        self._lines.put(lines)
        if choose_first:
            self.step(1)

    def lines(self) -> Sequence[Line]:
        """The rows shown."""
        return self._lines.lines

    def current(self) -> Any:
        """The `what` of the chosen row, or None."""
        return self._what(self.currentIndex())

    def choose(self, what: object) -> None:
        """Choose the row of this `what`."""
        for at, line in enumerate(self._lines.lines):
            if isinstance(line, TwoLine) and line.what == what:
                self.setCurrentIndex(self._lines.index(at))
                return

    def show_around(self) -> None:
        """Bring the chosen row into the middle, with those before and after it."""
        self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter)

    def step(self, by: int) -> None:
        """Move the choice by so many rows, over the heads between them."""
        places = [at for at, line in enumerate(self._lines.lines) if isinstance(line, TwoLine)]
        if not places:
            return
        now = self.currentIndex().row()
        at = places.index(now) + by if now in places else (0 if by > 0 else len(places) - 1)
        self.setCurrentIndex(self._lines.index(places[max(0, min(len(places) - 1, at))]))

    def open_current(self) -> None:
        """Open the chosen row, if there is one."""
        what = self.current()
        if what is not None:
            self.opened.emit(what)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and not event.isAutoRepeat():
            self.open_current()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.step(-1 if event.key() == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self.indexAt(event.position().toPoint()).isValid():
            self.open_current()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            chosen = self.selectionModel().hasSelection()
            place = self.visualRect(self.currentIndex()) if chosen else self.viewport().rect()
            box(QPainter(self.viewport()), place.toRectF(), inside=None, edge=Tone.ACCENT, width=2, radius=2)

    def _draw_rows(self) -> None:
        from ui.widgets.two_line_painter import TwoLinePainter  # noqa: PLC0415 - the start of the window shows no row

        self.setItemDelegate(TwoLinePainter(self._lines))
        self._draws_rows = True

    def _what(self, index: QModelIndex) -> Any:
        if not index.isValid():
            return None
        line = self._lines.lines[index.row()]
        return line.what if isinstance(line, TwoLine) else None
