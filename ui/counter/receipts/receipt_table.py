"""The table of any receipts: number, when, room, payer, what for, how, who, state, amount."""

from __future__ import annotations

from app.core.ids import ReceiptId
from app.core.language import tr
from app.core.show import show_time
from app.counter.receipts.receipt_list import ReceiptRow
from ui.counter.receipts.method_words import methods_words
from ui.counter.receipts.receipt_states import receipt_state
from ui.widgets.colours import Tone
from ui.widgets.columns import Column, Kind
from ui.widgets.row_delegate import RowLook
from ui.widgets.table_view import TableView


class ReceiptTable(TableView[ReceiptRow]):
    """Newest first; what was taken back is struck."""

    def __init__(self) -> None:
        self.marked: set[ReceiptId] = set()
        is_marked = Column[ReceiptRow]("", lambda row: row.id in self.marked, Kind.CHECK)
        super().__init__(tr("Receipts"), [is_marked, *_columns()], lambda row: row.id, look=_look)

    def mark(self, row: ReceiptRow) -> None:
        """Choose a receipt for printing with others, or leave it out again."""
        self.marked ^= {row.id}
        self.rows_model.refresh()

    def chosen(self) -> list[ReceiptRow]:
        """The marked ones that are listed, oldest first; where none is, the current one."""
        marked = [row for row in reversed(self.rows_model.rows) if row.id in self.marked]
        current = self.current()
        return marked or ([] if current is None else [current])

    def fold(self, *, narrow: bool) -> None:
        """Where it is narrow, what the panel beside or behind Enter says gives way."""
        for title in (tr("Cashier"), tr("Item")):
            self.hide_column(title, hidden=narrow)


def _columns() -> list[Column[ReceiptRow]]:
    return [
        Column(tr("Number"), lambda row: row.label, whole=True),
        Column(tr("Time"), lambda row: show_time(row.at), tone=Tone.INK2, sort=lambda row: row.at, whole=True),
        Column(tr("Room"), lambda row: row.unit, whole=True),
        Column(tr("Payer"), lambda row: row.payer),
        Column(tr("Item"), lambda row: row.items, tone=Tone.INK2, stretch=True),
        Column(tr("Method"), methods_words),
        Column(tr("Cashier"), lambda row: row.cashier, tone=Tone.INK2),
        Column(tr("State"), receipt_state, Kind.STATE),
        Column(tr("Amount"), lambda row: row.amount, Kind.MONEY, least=9),
    ]


def _look(row: ReceiptRow) -> RowLook:
    return RowLook(struck=row.voided, quiet=row.voided)
