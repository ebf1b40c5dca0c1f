"""The sum row under a table: it stays when the rows scroll, and stands under the same columns."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.core.language import tr_n
from app.core.show import show_money
from ui.widgets.colours import Tone
from ui.widgets.columns import Kind
from ui.widgets.painting import fill, hairline, words
from ui.widgets.row_delegate import PAD
from ui.widgets.sizes import font, px
from ui.widgets.table_view import TableView


class SumRow(QWidget):
    """Sums the columns marked `total` over the rows shown; the page may say the words and the sums itself."""

    def __init__(self, table: TableView[Any]) -> None:
        super().__init__()
        self._table = table
        self._words = ""
        self._sums: dict[str, str] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        table.resized_columns.connect(self.update)
        table.rows_model.replaced.connect(self._on_replaced)
        self._on_replaced()

    def show_sums(self, text: str, sums: dict[str, str]) -> None:
        """Say these words, and under the columns of these titles these sums."""
        self._words, self._sums = text, sums
        self._table.keep_room(sums)
        self._on_replaced()

    def text(self) -> str:
        """The whole row as text."""
        return " ".join((self._label(), *(f"{title} {text}" for title, text in self._texts().items())))

    def sizeHint(self) -> QSize:
        return QSize(0, px(32))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        place = QRectF(self.rect())
        fill(painter, place, Tone.SUNKEN)
        hairline(painter, place.left(), place.right(), 0, Tone.EDGE)
        hairline(painter, place.left(), place.right(), place.bottom() - 1)
        texts = self._texts()
        for at, column in enumerate(self._table.rows_model.columns):
            if column.title in texts and not self._table.isColumnHidden(at):
                cell = QRectF(self._left(at), 0, self._table.columnWidth(at), place.height())
                self._write(painter, cell, texts[column.title], Qt.AlignmentFlag.AlignRight)
        self._write(
            painter,
            QRectF(self._left(self._first()), 0, place.width(), place.height()),
            self._label(),
            Qt.AlignmentFlag.AlignLeft,
        )

    def _write(self, painter: QPainter, cell: QRectF, text: str, side: Qt.AlignmentFlag) -> None:
        words(painter, cell.adjusted(px(PAD), 1, -px(PAD), 0), text, font(bold=True), Tone.INK, side)

    def _left(self, at: int) -> int:
        return self._table.columnViewportPosition(at)

    def _first(self) -> int:
        columns = self._table.rows_model.columns
        return next((at for at, column in enumerate(columns) if column.kind is not Kind.CHECK), 0)

    def _label(self) -> str:
        if self._sums is not None:
            return self._words
        count = self._table.rows_model.rowCount()
        return tr_n("Total of {n} row", "Total of {n} rows", count).format(n=f"{count:,}")

    def _texts(self) -> dict[str, str]:
        if self._sums is not None:
            return self._sums
        model = self._table.rows_model
        return {column.title: show_money(model.sum_of(column)) for column in model.columns if column.total}

    def _on_replaced(self) -> None:
        self.setAccessibleName(self.text())
        self.update()
