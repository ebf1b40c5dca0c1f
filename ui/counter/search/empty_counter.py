"""The counter while nothing is open: what to type, and the receipts of the shift."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.core.language import tr, tr_n
from app.counter.payments.asked import Taken
from app.counter.receipts.receipt_list import ReceiptRow
from ui.counter.bill.edged_table import EdgedTable, edge
from ui.counter.bill.taken_strip import SHOWN_SECONDS, TakenStrip
from ui.counter.receipts.method_words import methods_words
from ui.counter.receipts.receipt_states import receipt_state
from ui.shell.actions import Action
from ui.widgets.colours import Tone
from ui.widgets.columns import Column, Kind
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.key_button import KeyButton
from ui.widgets.key_button import Kind as Button
from ui.widgets.note_strip import NoteStrip
from ui.widgets.page_stack import PageStack
from ui.widgets.row_delegate import RowLook
from ui.widgets.section_head import SectionHead
from ui.widgets.sizes import gap, px
from ui.widgets.surface import Pane, Rule, column, row
from ui.widgets.table_pane import TablePane
from ui.widgets.text_label import body, page_title

_SIDE, _ROOM_FOR_ALL = 20, 640


class EmptyCounter(Pane):
    """`opened` gives the receipt to look at."""

    opened = Signal(object)

    def __init__(self, reprint: Action) -> None:
        super().__init__("panel")
        self._low = self._narrow = False
        self._shown: tuple[ReceiptRow, ...] = ()
        self.strip = TakenStrip()
        self.note = NoteStrip()
        self._head = PageStack()
        self._head.addWidget(_what_to_type())
        strip_place = QWidget()
        strip_place.setLayout(column(self.strip, margins=(20, 10, 20, 8)))
        self._head.addWidget(strip_place)
        self._section = SectionHead(tr("Receipts"), "", KeyButton(reprint, Button.QUIET, icon="printer"))
        self.table: EdgedTable[ReceiptRow] = EdgedTable(tr("Receipts of this shift"), _columns(), _key, look=_look)
        words = EmptyState(tr("No receipt in this shift yet"), tr("What you take shows here, the newest first."))
        self._rows = TablePane(self.table, words)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_time_over)
        self._lay_out()
        self.table.opened.connect(self.opened)

    def show_receipts(self, rows: Sequence[ReceiptRow], whole: int) -> None:
        """The newest receipts of the shift, which has so many in all; the same ones again cost nothing."""
        if tuple(rows) == self._shown:
            return
        self._shown = tuple(rows)
        count = tr_n("{n} in this shift", "{n} in this shift", whole).format(n=whole)
        if len(rows) < whole:
            count = f"{count}·{tr('the newest {n} here, all with {key}').format(n=len(rows), key='Ctrl+F')}"
        self._section.show_text(tr("Receipts"), count if rows else "")
        self.table.show_rows(rows)

    def show_taken(self, taken: Taken) -> None:
        """Show for ten seconds what was taken, and the change."""
        self.strip.show_taken(taken)
        self._head.setCurrentIndex(1)
        self._head.show()
        self._timer.start(SHOWN_SECONDS * 1000)

    def forget_taken(self) -> None:
        """What was taken is void: the strip goes at once."""
        self._timer.stop()
        self._on_time_over()

    @property
    def shows_taken(self) -> bool:
        """Whether the strip stands there."""
        return self._head.currentIndex() == 1

    def fold(self, *, narrow: bool, top: int, low: bool = False) -> None:
        """Leave `top` logical pixels to the search box where it stands above; two columns go there.

        Where it is `low` too, the box's own hint has to do.
        """
        self._low, self._narrow = low, narrow
        self._head.setVisible(not low or self.shows_taken)
        self._fold_columns()
        self._outer.setContentsMargins(0, top, 0, 0)

    def place(self) -> None:
        """Give the note the height that its words need."""
        self.note.setFixedHeight(self.note.height_in(self.width() - 2 * gap(_SIDE)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place()
        self._fold_columns()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_outer"):
            self.place()

    def _fold_columns(self) -> None:
        """Two columns go where the state of a receipt would be cut."""
        tight = self._narrow or self.width() < px(_ROOM_FOR_ALL)
        for title in (tr("Time"), tr("Item")):
            self.table.hide_column(title, hidden=tight)

    def _on_time_over(self) -> None:
        self._head.setCurrentIndex(0)
        self._head.setVisible(not self._low)

    def _lay_out(self) -> None:
        note = row(self.note, margins=(_SIDE, 4, _SIDE, 8))
        head = row(self._section, margins=(20, 0, 12, 0))
        outer = column(self._head, Rule(), 8, head, self._rows, note, space=4)
        outer.setStretchFactor(self._rows, 1)
        self._outer = outer
        self.setLayout(outer)


def _what_to_type() -> QWidget:
    made = QWidget()
    title = page_title(tr("Type a room, a name or the last four digits of a phone, then Enter")).wrap()
    hints = FlowLayout(*(_hint(name, example) for name, example in _examples()), space=20)
    made.setLayout(column(title, hints, None, space=8, margins=(20, 18, 20, 10)))
    return made


def _hint(name: str, example: str) -> QWidget:
    made = QWidget()
    made.setLayout(row(body(name, Tone.INK2), body(example), space=6))
    return made


def _examples() -> list[tuple[str, str]]:
    return [
        (tr("Room"), tr("3-2-501 or 32501")),
        (tr("Pinyin"), "zjg"),
        (tr("Phone"), "5678"),
        (tr("Plate, receipt, scan"), tr("in the same box")),
    ]


def _key(row: ReceiptRow) -> int:
    return row.id


def _look(row: ReceiptRow) -> RowLook:
    return RowLook(struck=row.voided, quiet=row.voided)


def _columns() -> list[Column[ReceiptRow]]:
    return [
        edge(),
        Column(tr("Receipt"), lambda row: row.label, least=9),
        Column(tr("Time"), lambda row: f"{row.at:%H:%M}", tone=Tone.INK2),
        Column(tr("Room"), lambda row: row.unit, least=8),
        Column(tr("Payer"), lambda row: row.payer, least=7),
        Column(tr("Item"), lambda row: row.items, stretch=True, tone=Tone.INK2),
        Column(tr("Method"), methods_words, tone=Tone.INK2),
        Column(tr("Amount"), lambda row: row.amount, Kind.MONEY, least=9),
        Column(tr("State"), receipt_state, Kind.STATE, least=10),
        edge(),
    ]
