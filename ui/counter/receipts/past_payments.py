"""What the unit paid lately: date, what for, how, receipt, amount."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent

from app.core.language import tr
from app.counter.receipts.receipt_list import ReceiptRow
from ui.counter.bill.edged_table import EdgedTable, edge
from ui.counter.receipts.method_words import methods_words
from ui.widgets.colours import Tone
from ui.widgets.columns import Column, Kind
from ui.widgets.row_delegate import RowLook
from ui.widgets.section_head import SectionHead
from ui.widgets.sizes import gap
from ui.widgets.surface import Pane, column
from ui.widgets.text_label import body

ROW_HEIGHT = 26


class PastPayments(Pane):
    """The newest receipts of the open unit; `opened` gives the one to look at."""

    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__("panel")
        self._head = SectionHead(tr("Paid before"))
        self._none = body(tr("Nothing was paid here yet."), Tone.INK3)
        self.table: EdgedTable[ReceiptRow] = EdgedTable(
            tr("Paid before"), _columns(), lambda row: row.id, look=_look, row_height=ROW_HEIGHT
        )
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.horizontalHeader().hide()
        self.table.opened.connect(self.opened)
        outer = column(self._head, self._none, self.table, space=4, margins=(0, 10, 0, 0))
        outer.addStretch(1)
        self._head.setContentsMargins(20, 0, 20, 0)
        self._none.setContentsMargins(20, 0, 0, 0)
        self.setLayout(outer)

    def show_rows(self, rows: Sequence[ReceiptRow]) -> None:
        """Show these, newest first; as many as there is room for."""
        self.table.show_rows(rows)
        self.table.setVisible(bool(rows))
        self._none.setVisible(not rows)
        self._fit()

    def least_height(self) -> int:
        """Head and one row; with less room the page leaves the part out."""
        return self._head.sizeHint().height() + gap(18) + self.table.verticalHeader().defaultSectionSize()

    @property
    def rows(self) -> int:
        """How many payments there are."""
        return self.table.rows_model.rowCount()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Whole rows only."""
        row_height = self.table.verticalHeader().defaultSectionSize()
        room = self.height() - self._head.sizeHint().height() - gap(18)
        self.table.setFixedHeight(max(1, min(self.rows, room // row_height)) * row_height)


def _look(row: ReceiptRow) -> RowLook:
    return RowLook(struck=row.voided, quiet=row.voided)


def _columns() -> list[Column[ReceiptRow]]:
    return [
        edge(),
        Column(tr("Date"), lambda row: row.at.date(), Kind.DATE, tone=Tone.INK2, least=11),
        Column(tr("Item"), lambda row: row.items, stretch=True),
        Column(tr("Method"), _method, tone=Tone.INK2, least=8),
        Column(tr("Receipt"), lambda row: row.label, tone=Tone.INK2, least=10),
        Column(tr("Amount"), lambda row: row.amount, Kind.MONEY, least=9),
        edge(),
    ]


def _method(row: ReceiptRow) -> str:
    return tr("voided") if row.voided else methods_words(row)
