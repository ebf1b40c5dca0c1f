"""A list with two lines a row: code and name with the amount, below them captions; heads between groups."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.widgets.colours import Tone
from ui.widgets.painting import box, fill, hairline, words
from ui.widgets.sizes import Pt, dress, font, px, width_of

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_LEFT = 16
_RIGHT = 12
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class TwoLine:
    """One row; `what` is handed back when it is opened."""

    head: str
    name: str = ""
    right: str = ""
    below: str = ""
    below_right: str = ""
    right_tone: Tone = Tone.INK2
    what: Any = None


@dataclass(frozen=True, slots=True)
class GroupHead:
    """A line over the rows that follow; it cannot be chosen."""

    text: str


Line = TwoLine | GroupHead


class _Lines(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.lines: list[Line] = []

    def put(self, lines: Sequence[Line]) -> None:
        self.beginResetModel()
        self.lines = list(lines)
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if isinstance(self.lines[index.row()], GroupHead):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        line = self.lines[index.row()]
        if isinstance(line, GroupHead):
            return line.text
        parts = (line.head, line.name, line.right, line.below, line.below_right)
        return " ".join(part for part in parts if part)


class _Painter(QStyledItemDelegate):
    def __init__(self, lines: _Lines) -> None:
        super().__init__()
        self._lines = lines

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(0, px(36 if isinstance(self._lines.lines[index.row()], GroupHead) else 48))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        place = QRectF(option.rect)  # type: ignore[attr-defined]
        line = self._lines.lines[index.row()]
        if isinstance(line, GroupHead):
            face = font(Pt.CAPTION, bold=True)
            words(painter, place.adjusted(px(_LEFT), px(8), 0, 0), line.text, face, Tone.INK2)
            return
        if option.state & QStyle.StateFlag.State_Selected:  # type: ignore[attr-defined]
            fill(painter, place, Tone.ACCENT_TINT)
            fill(painter, QRectF(place.left(), place.top(), 3, place.height()), Tone.ACCENT)
        hairline(painter, place.left() + px(_LEFT), place.right(), place.bottom() - 1)
        half = place.height() / 2
        inner = place.adjusted(px(_LEFT), px(2), -px(_RIGHT), 0)
        self._paint_first(painter, QRectF(inner.left(), inner.top(), inner.width(), half), line)
        second = QRectF(inner.left(), inner.top() + half - px(4), inner.width(), half)
        _pair(painter, second, line.below, line.below_right, font(Pt.CAPTION), Tone.INK2, Tone.INK2)

    def _paint_first(self, painter: QPainter, place: QRectF, line: TwoLine) -> None:
        words(painter, place, line.head, font(bold=True), Tone.INK)
        shift = max(px(84), width_of(line.head, bold=True) + px(12))
        rest = place.adjusted(shift, 0, 0, 0)
        _pair(painter, rest, line.name, line.right, font(), Tone.INK, line.right_tone)


def _pair(painter: QPainter, place: QRectF, left: str, right: str, face: QFont, ink: Tone, right_ink: Tone) -> None:
    measures = QFontMetricsF(face)
    taken = measures.horizontalAdvance(right) + px(8) if right else 0
    shown = measures.elidedText(left, Qt.TextElideMode.ElideRight, place.width() - taken)
    words(painter, place, shown, face, ink)
    words(painter, place, right, face, right_ink, Qt.AlignmentFlag.AlignRight)


class TwoLineList(QListView):
    """Moves with ↑ ↓, opens with Enter or a click; a search box may drive it from outside with `step`."""

    opened = Signal(object)
    current_changed = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._lines = _Lines()
        self.setModel(self._lines)
        self.setItemDelegate(_Painter(self._lines))
        self.setAccessibleName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        dress(self)
        self.selectionModel().currentRowChanged.connect(lambda now: self.current_changed.emit(self._what(now)))

    def show_lines(self, lines: Sequence[Line], *, choose_first: bool = False) -> None:
        """Show these rows, perhaps with the first one chosen."""
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

    def _what(self, index: QModelIndex) -> Any:
        if not index.isValid():
            return None
        line = self._lines.lines[index.row()]
        return line.what if isinstance(line, TwoLine) else None
