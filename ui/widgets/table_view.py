"""The table of every page: one delegate, rows as high as the font asks, keys for all that the mouse does."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QTableView, QToolTip

from app.core.show import show_money
from ui.widgets.colours import Tone
from ui.widgets.columns import Column, Kind
from ui.widgets.painting import box
from ui.widgets.row_delegate import RowDelegate, RowLook, cell_width, text_width
from ui.widgets.rows_model import RowsModel
from ui.widgets.sizes import dress, px, width_of
from ui.widgets.table_head import TableHead, head_width

R = TypeVar("R")
_MEASURED_ROWS = 200
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TableView(QTableView, Generic[R]):
    """Shows rows by columns.

    Enter or a double click opens the current row; Space or a click into a check cell asks to toggle it. The page
    answers by showing new rows. `left_at_top` comes for ↑ in the first row, `left_at_bottom` for ↓ in the last.
    """

    opened = Signal(object)
    toggled = Signal(object)
    current_changed = Signal(object)
    left_at_top = Signal()
    left_at_bottom = Signal()
    resized_columns = Signal()

    def __init__(
        self,
        name: str,
        columns: Sequence[Column[R]],
        key: Callable[[R], Hashable],
        *,
        look: Callable[[R], RowLook] | None = None,
        row_height: int = 32,
    ) -> None:
        super().__init__()
        self.rows_model: RowsModel[R] = RowsModel(columns, key)
        self._delegate = RowDelegate(self.rows_model, look)
        self._delegate.row_height = row_height
        self._chosen: Hashable = None
        self._below: dict[str, str] = {}
        self._head = TableHead(self)
        self.setAccessibleName(name)
        self._set_up()
        self.setModel(self.rows_model)
        self.rows_model.modelAboutToBeReset.connect(self._on_about_to_reset)
        self.rows_model.modelReset.connect(self._on_reset)
        self.rows_model.dataChanged.connect(self.fit_columns)
        self.selectionModel().currentRowChanged.connect(self._on_current_changed)

    def show_rows(self, rows: Sequence[R]) -> None:
        """Show these rows; the current one stays current if it is still among them."""
        self.rows_model.show_rows(rows)

    def current(self) -> R | None:
        """The current row."""
        return self.rows_model.row_at(self.currentIndex())

    def choose(self, place: int) -> None:
        """Make the row at this place current (0 is the first)."""
        if 0 <= place < self.rows_model.rowCount():
            self.setCurrentIndex(self.rows_model.index(place, 0))

    def choose_key(self, key: Hashable) -> None:
        """Make the row of this key current."""
        place = self.rows_model.place_of(key)
        if place is not None:
            self.choose(place)

    def hide_column(self, title: str, *, hidden: bool) -> None:
        """Fold a column away where the window is narrow."""
        places = [at for at, column in enumerate(self.rows_model.columns) if column.title == title]
        turned = [at for at in places if self.isColumnHidden(at) is not hidden]
        for at in turned:
            self.setColumnHidden(at, hidden)
        if turned:
            self.fit_columns()

    def keep_room(self, below: Mapping[str, str]) -> None:
        """Let the columns of these titles be wide enough for the texts that stand under them in bold."""
        if self._below != below:
            self._below = dict(below)
            self.fit_columns()

    def fit_columns(self) -> None:
        """Size the columns to their content; the stretching one, else the last, takes the rest or gives way.

        A table that nobody sees does it when it is shown.
        """
        if self.isVisible():
            self._fit_columns()

    def height_of_rows(self, count: int) -> int:
        """How high the table is with `count` rows and its heads."""
        return self._head.sizeHint().height() + count * self.verticalHeader().defaultSectionSize()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, row = event.key(), self.current()
        if key in _ENTER and row is not None:
            self.opened.emit(row)
        elif key == Qt.Key.Key_Space and row is not None:
            self.toggled.emit(row)
        elif key == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left_at_top.emit()
        elif key == Qt.Key.Key_Down and self.currentIndex().row() >= self.rows_model.rowCount() - 1:
            self.left_at_bottom.emit()
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.choose(0 if key == Qt.Key.Key_Home else self.rows_model.rowCount() - 1)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        row = self.rows_model.row_at(index)
        if row is not None and self.rows_model.columns[index.column()].kind is Kind.CHECK:
            self.toggled.emit(row)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        row = self.rows_model.row_at(index)
        if row is not None and self.rows_model.columns[index.column()].kind is not Kind.CHECK:
            self.opened.emit(row)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        by_mouse = event.reason() == Qt.FocusReason.MouseFocusReason
        if not by_mouse and not self.selectionModel().hasSelection():  # Qt itself makes a row current, not chosen
            self.selectRow(max(0, self.currentIndex().row()))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus() and not self.currentIndex().isValid():
            box(QPainter(self.viewport()), self.viewport().rect().toRectF(), inside=None, edge=Tone.ACCENT, width=2)
        elif self.hasFocus():
            place = self.visualRect(self.currentIndex())
            place.setLeft(0)
            place.setRight(self.viewport().width() - 1)
            box(QPainter(self.viewport()), place.toRectF(), inside=None, edge=Tone.ACCENT, width=2, radius=2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_columns()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit_columns()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_head"):
            self._measure_rows()
            self.fit_columns()

    def _set_up(self) -> None:
        dress(self)
        self.setHorizontalHeader(self._head)
        self.setItemDelegate(self._delegate)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(False)
        self._measure_rows()

    def _measure_rows(self) -> None:
        height = px(self._delegate.row_height)
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.cut_text(self.indexAt(event.pos())), self.viewport())
            return True
        return super().viewportEvent(event)

    def cut_text(self, index: QModelIndex) -> str:
        """The whole text of a cell that is too narrow for it; empty where all of it is seen."""
        row = self.rows_model.row_at(index)
        if row is None:
            return ""
        column = self.rows_model.columns[index.column()]
        cut = column.kind is Kind.TEXT and cell_width(column, row) > self.columnWidth(index.column())
        return column.text_of(row) if cut else ""

    def _fit_columns(self) -> None:
        columns = self.rows_model.columns
        widths = {at: self._width(at) for at in range(len(columns)) if not self.isColumnHidden(at)}
        spare = self.viewport().width() - sum(widths.values())
        if spare >= 0 and widths:
            stretching = [at for at in widths if columns[at].stretch] or [max(widths)]
            for at in stretching:
                widths[at] += spare // len(stretching)
        for at in sorted(widths, key=lambda at: (columns[at].whole, not columns[at].stretch, -widths[at])):
            if spare < 0 and columns[at].kind is Kind.TEXT:
                given = min(-spare, widths[at] - self._least(at))
                widths[at] -= given
                spare += given
        for at, width in widths.items():
            self.setColumnWidth(at, width)
        self.resized_columns.emit()

    def _width(self, at: int) -> int:
        column = self.rows_model.columns[at]
        widest = max((cell_width(column, row) for row in self.rows_model.rows[:_MEASURED_ROWS]), default=0)
        summed = text_width(show_money(self.rows_model.sum_of(column))) if column.total else 0
        return max(widest, summed, text_width(self._below.get(column.title, "")), self._least(at))

    def _least(self, at: int) -> int:
        column = self.rows_model.columns[at]
        return max(head_width(column.title), round(width_of("0") * column.least) + px(16))

    def _on_about_to_reset(self) -> None:
        row = self.current()
        self._chosen = None if row is None else self.rows_model.key(row)

    def _on_reset(self) -> None:
        self.fit_columns()
        place = self.rows_model.place_of(self._chosen) if self._chosen is not None else None
        if place is not None:
            index = self.rows_model.index(place, 0)
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.selectionModel().setCurrentIndex(index, flags)
        else:
            self.current_changed.emit(None)

    def _on_current_changed(self, now: QModelIndex) -> None:
        self.current_changed.emit(self.rows_model.row_at(now))
