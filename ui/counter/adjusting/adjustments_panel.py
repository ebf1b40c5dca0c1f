"""Everything that changed the charges of a room, the newest first; a waiver can be taken back from here."""

from __future__ import annotations

from collections.abc import Sequence

from app.core.language import tr
from app.core.show import show_months
from app.fees.adjustments.list import AdjustmentRow
from ui.counter.adjusting.adjustment_words import kind_words, reason_words, who_words
from ui.shell.actions import ActionRegistry
from ui.shell.question_panel import QuestionPanel
from ui.widgets.colours import Tone
from ui.widgets.columns import Column
from ui.widgets.columns import Kind as Cell
from ui.widgets.key_button import Kind
from ui.widgets.row_delegate import RowLook
from ui.widgets.sizes import px
from ui.widgets.table_view import TableView
from ui.widgets.text_label import body

_ROWS = 9


class AdjustmentsPanel(QuestionPanel[AdjustmentRow]):
    """Answers the waiver that is to be taken back."""

    def __init__(self, unit: str, rows: Sequence[AdjustmentRow]) -> None:
        super().__init__(tr("What changed the charges of {unit}").format(unit=unit), width=920)
        self.table: TableView[AdjustmentRow] = TableView(tr("Adjustments"), _columns(), lambda row: row.id, look=_look)
        self.table.show_rows(rows)
        self.table.choose(0)
        self.table.setFixedHeight(self.table.height_of_rows(min(max(len(rows), 2), _ROWS)) + px(2))
        if rows:
            self.body.addWidget(self.table)
            self.setFocusProxy(self.table)
        else:
            self.body.addWidget(body(tr("Nothing was waived, discounted or corrected here yet."), Tone.INK2))
            self.table.setParent(self)
            self.table.hide()

    def add_actions(self, actions: ActionRegistry) -> None:
        back = self.add_button(
            actions, "take_back", tr("Take this waiver back"), "Del", self._on_take_back, Kind.DANGER
        )
        if not any(row.is_waiver for row in self.table.rows_model.all_rows):
            back.turn_off(tr("There is no waiver that stands."))
        self.add_button(actions, "back", tr("Back"), ("Esc", "Ctrl+J"), self.give_up)

    def _on_take_back(self) -> None:
        row = self.table.current()
        if row is not None and row.is_waiver:
            self.answer(row)


def _look(row: AdjustmentRow) -> RowLook:
    gone = row.taken_back or row.reverses is not None
    return RowLook(quiet=gone, struck=row.taken_back)


def _columns() -> list[Column[AdjustmentRow]]:
    return [
        Column(tr("Date"), lambda row: row.day, Cell.DATE, tone=Tone.INK2),
        Column(tr("Charge"), _charge),
        Column(tr("What"), kind_words),
        Column(tr("Amount"), lambda row: row.amount, Cell.MONEY, bold=True),
        Column(tr("Reason"), reason_words, tone=Tone.INK2, stretch=True),
        Column(tr("Who"), who_words, tone=Tone.INK2),
    ]


def _charge(row: AdjustmentRow) -> str:
    if row.first is None or row.until is None:
        return row.charge
    return f"{row.charge} {show_months(row.first, row.until)}"
