"""The tree of buildings, entrances and units, moved through by the arrow keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.core.ids import BuildingId, UnitId
from app.core.language import tr
from app.estate.unit_facts import BuildingNode, UnitRow
from ui.estate.tree_rows import Branch, TreeRow, branches_to, tree_rows
from ui.widgets.colours import Tone
from ui.widgets.icons import paint_icon
from ui.widgets.painting import fill, words
from ui.widgets.sizes import dress, font, px, width_of

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_LEFT, _RIGHT, _STEP, _ARROW, _ROW = 12, 12, 18, 16, 30
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _Rows(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.rows: list[TreeRow] = []

    def put(self, rows: Sequence[TreeRow]) -> None:
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        row = self.rows[index.row()]
        state = "" if row.branch is None else tr("unfolded") if row.is_open else tr("folded")
        return " ".join(part for part in (row.text, row.right, state) if part)


class _Painter(QStyledItemDelegate):
    def __init__(self, rows: _Rows) -> None:
        super().__init__()
        self._rows = rows

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(0, px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        place = QRectF(option.rect)  # type: ignore[attr-defined]
        row = self._rows.rows[index.row()]
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]
        if chosen:
            fill(painter, place, Tone.ACCENT_TINT)
            fill(painter, QRectF(place.left(), place.top(), 3, place.height()), Tone.ACCENT)
        left = place.left() + px(_LEFT + _STEP * row.level)
        if row.branch is not None:
            name = "chevron-down" if row.is_open else "chevron-right"
            paint_icon(painter, name, QRectF(left, place.top(), px(_ARROW), place.height()), Tone.INK2, 14)
        inner = QRectF(left + px(_ARROW + 6), place.top(), 0, place.height())
        inner.setRight(place.right() - px(_RIGHT))
        bold = row.level == 0 or (chosen and row.unit_id is not None)
        words(painter, inner, row.text, font(bold=bold), Tone.INK)
        rest = inner.adjusted(width_of(row.text, bold=bold) + px(8), 0, 0, 0)
        shown = QFontMetricsF(font()).elidedText(row.right, Qt.TextElideMode.ElideRight, rest.width())
        words(painter, rest, shown, font(), Tone.INK2, Qt.AlignmentFlag.AlignRight)


class EstateTree(QListView):
    """→ opens a branch, ← closes it or goes to the one above; `unit_current` comes with the unit under the bar."""

    unit_current = Signal(object)
    unit_opened = Signal(object)

    def __init__(self, units_of: Callable[[BuildingId, str], Sequence[UnitRow]]) -> None:
        super().__init__()
        self._units_of = units_of
        self._buildings: Sequence[BuildingNode] = ()
        self._opened: set[Branch] = set()
        self._rows = _Rows()
        self.setModel(self._rows)
        self.setItemDelegate(_Painter(self._rows))
        self.setAccessibleName(tr("Buildings and units"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        dress(self)
        self.selectionModel().currentRowChanged.connect(self._on_current_changed)

    @property
    def has_buildings(self) -> bool:
        """Whether there is anything to show."""
        return bool(self._buildings)

    def show_buildings(self, buildings: Sequence[BuildingNode]) -> None:
        """Show these, with what was open still open and the same row current."""
        self._buildings = buildings
        if len(buildings) == 1:
            self._opened.add((buildings[0].id, None))
        self._fill(self._current())

    def show_unit(self, row: UnitRow) -> None:
        """Open the way to a unit and put the bar on it, without telling anybody."""
        self._opened |= branches_to(row)
        self._fill(next((one for one in self._filled() if one.unit_id == row.id), None))

    def current_unit(self) -> UnitId | None:
        """The unit under the bar."""
        row = self._current()
        return None if row is None else row.unit_id

    def step(self, by: int) -> None:
        """Move the bar by so many rows."""
        if self._rows.rows:
            at = max(0, min(len(self._rows.rows) - 1, self.currentIndex().row() + by))
            self.setCurrentIndex(self._rows.index(at))

    def open_current(self) -> None:
        """Open the unit under the bar, or open or close the branch."""
        row = self._current()
        if row is None:
            return
        if row.unit_id is not None:
            self.unit_opened.emit(row.unit_id)
        else:
            self._toggle(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, key = self._current(), event.key()
        if key in _ENTER:
            if not event.isAutoRepeat():
                self.open_current()
        elif key == Qt.Key.Key_Right and row is not None:
            if row.branch is not None and not row.is_open:
                self._toggle(row)
            else:
                self.step(1)
        elif key == Qt.Key.Key_Left and row is not None:
            self._toggle(row) if row.is_open else self._to_parent(row)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self.indexAt(event.position().toPoint()).isValid():
            self.open_current()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and event.reason() != Qt.FocusReason.MouseFocusReason:
            self.step(1)

    def _toggle(self, row: TreeRow) -> None:
        assert row.branch is not None
        self._opened ^= {row.branch}
        self._fill(row)

    def _to_parent(self, row: TreeRow) -> None:
        at = self.currentIndex().row()
        above = next((place for place in range(at, -1, -1) if self._rows.rows[place].level < row.level), at)
        self.setCurrentIndex(self._rows.index(above))

    def _filled(self) -> list[TreeRow]:
        return tree_rows(self._buildings, self._opened, self._units_of)

    def _fill(self, current: TreeRow | None) -> None:
        rows = self._filled()
        self.selectionModel().blockSignals(True)
        self._rows.put(rows)
        key = None if current is None else (current.branch, current.unit_id)
        at = next((place for place, row in enumerate(rows) if (row.branch, row.unit_id) == key), None)
        if at is not None:
            self.setCurrentIndex(self._rows.index(at))
            self.scrollTo(self._rows.index(at))
        self.selectionModel().blockSignals(False)
        self.viewport().update()

    def _current(self) -> TreeRow | None:
        index = self.currentIndex()
        return self._rows.rows[index.row()] if index.isValid() and index.row() < len(self._rows.rows) else None

    def _on_current_changed(self, _now: QModelIndex) -> None:
        unit_id = self.current_unit()
        if unit_id is not None:
            self.unit_current.emit(unit_id)
