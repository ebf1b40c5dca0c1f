"""The tax invoices of one receipt: recorded with their number, reversed with a reason; nothing is changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt

from app.core.errors import Refusal, Trouble
from app.core.language import tr
from app.core.money import NOTHING, Money
from app.core.show import show_money
from app.counter.receipts.invoice_refusals import InvoiceSeenBefore
from app.counter.receipts.invoices import Invoiced, InvoiceRow, read_number
from app.counter.receipts.receipt_list import ReceiptRow
from ui.sentences import say
from ui.shell.actions import ActionRegistry
from ui.shell.question_panel import QuestionPanel
from ui.widgets.chip import Mood
from ui.widgets.colours import Tone
from ui.widgets.columns import Column, State
from ui.widgets.columns import Kind as Cell
from ui.widgets.date_field import DateField
from ui.widgets.error_line import ErrorLine
from ui.widgets.form import Form
from ui.widgets.key_button import Kind
from ui.widgets.line_field import LineField
from ui.widgets.money_field import MoneyField
from ui.widgets.row_delegate import RowLook
from ui.widgets.scrolling import Scrolling
from ui.widgets.sizes import px
from ui.widgets.surface import Rule, column
from ui.widgets.table_view import TableView
from ui.widgets.text_label import TextLabel, body
from ui.widgets.typed_field import TypedField

_SHOWN = 4
_LEAST = 64


@dataclass(frozen=True, slots=True)
class InvoiceSteps:
    """What the panel does: read, record (number, amount, day, several receipts), reverse (row, reason, red number)."""

    read: Callable[[], Invoiced]
    record: Callable[[str, Money, date, bool], object]
    reverse: Callable[[InvoiceRow, str, str], object]


class InvoicePanel(QuestionPanel[bool]):
    """Stays open until Esc, so that several invoices are recorded one after the other."""

    def __init__(self, shown: ReceiptRow, steps: InvoiceSteps, today: Callable[[], date]) -> None:
        super().__init__(tr("Invoices of receipt {label}").format(label=shown.label), width=720)
        self._steps = steps
        self._together = False
        self.words: TextLabel = body("").wrap()
        self.table: TableView[InvoiceRow] = TableView(tr("Invoices"), _columns(), lambda row: row.id, look=_look)
        self.number: TypedField[str] = TypedField(tr("Invoice number"), read_number, str, required=True, columns=22)
        self.amount = MoneyField(tr("Amount"), required=True)
        self.day = DateField(tr("Date of the invoice"), today, required=True)
        self.reason = LineField(tr("Reason of a reversal"))
        self.problem = ErrorLine()
        self._form = Form()
        for name, field in (
            (tr("Invoice number"), self.number),
            (tr("Amount"), self.amount),
            (tr("Date of the invoice"), self.day),
        ):
            self._form.add(name, field)
        self._form.add(
            tr("Reason of a reversal"), self.reason, hint=tr("Only to reverse the invoice chosen above (red invoice).")
        )
        scrolling = Scrolling(column(self._form, None, space=0))
        scrolling.setMinimumHeight(px(_LEAST))
        for part in (self.words, self.table, Rule()):
            self.body.addWidget(part)
        self.body.addWidget(scrolling, 1)
        self.body.addWidget(self.problem)
        self.day.set_value(today())
        self.setFocusProxy(self.number)
        self._read()

    def add_actions(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "back", tr("Back"), "Esc", self.give_up)
        self.add_button(actions, "reverse", tr("Reverse the chosen one"), "F8", self._on_reverse, Kind.DANGER)
        self.add_button(
            actions, "record", tr("Record the invoice"), ("F9", "Ctrl+Return"), self._on_record, Kind.PRIMARY
        )

    def _read(self) -> None:
        known = self._steps.read()
        self.words.show_text(invoiced_words(known), Tone.DANGER if known.too_much else Tone.INK)
        self.table.show_rows(known.rows)
        self.table.setVisible(bool(known.rows))
        self.table.setFixedHeight(self.table.height_of_rows(min(max(len(known.rows), 1), _SHOWN)) + 2)
        self.amount.set_value(known.rest or None)

    def _on_record(self) -> None:
        number, amount, day = self.number.value(), self.amount.value(), self.day.value()
        if not self._form.check() or number is None or amount is None or day is None:
            return
        try:
            self._steps.record(number, amount, day, self._together)
        except InvoiceSeenBefore as seen:
            self._together = not self._together
            again = tr("Record again if this one invoice covers both receipts.") if self._together else ""
            self.problem.show_problem(f"{say(seen)} {again}".strip())
        except (Refusal, Trouble) as error:
            self.problem.show_problem(say(error))
        else:
            self._done()

    def _on_reverse(self) -> None:
        chosen = self.table.current() or next((row for row in self._steps.read().rows if row.stands), None)
        if chosen is None:
            self.problem.show_problem(tr("There is no invoice to reverse."))
            return
        try:
            self._steps.reverse(chosen, self.reason.text(), self.number.text())
        except (Refusal, Trouble) as error:
            self.problem.show_problem(say(error))
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._done()

    def _done(self) -> None:
        self._together = False
        self.problem.show_problem("")
        self.number.set_value(None)
        self.reason.setText("")
        self._read()
        self.taken.emit()
        self.number.setFocus(Qt.FocusReason.OtherFocusReason)


def invoiced_words(known: Invoiced) -> str:
    """How much is invoiced, how much may still be; or what has to be reversed first."""
    if known.too_much:
        return tr("Invoiced {invoiced}, which is {too_much} more than stands: a red invoice is needed.").format(
            invoiced=show_money(known.invoiced, sign=True), too_much=show_money(known.too_much, sign=True)
        )
    if known.invoiced == NOTHING:
        return tr("No invoice yet; {rest} may be invoiced.").format(rest=show_money(known.rest, sign=True))
    return tr("Invoiced {invoiced}; {rest} has no invoice yet.").format(
        invoiced=show_money(known.invoiced, sign=True), rest=show_money(known.rest, sign=True)
    )


def _columns() -> list[Column[InvoiceRow]]:
    return [
        Column(tr("Date"), lambda row: row.day, Cell.DATE, tone=Tone.INK2),
        Column(tr("Number"), lambda row: row.number, whole=True),
        Column(tr("State"), _state, Cell.STATE),
        Column(tr("Reason"), lambda row: row.reason, stretch=True, tone=Tone.INK2),
        Column(tr("Amount"), lambda row: row.amount, Cell.MONEY, total=True),
    ]


def _state(row: InvoiceRow) -> State:
    if row.reverses is not None:
        return State(tr("red invoice"), "undo-2", Mood.WARN)
    return State(tr("stands"), "check", Mood.OK) if row.stands else State(tr("red-inked"), "ban", Mood.MUTE)


def _look(row: InvoiceRow) -> RowLook:
    return RowLook(struck=row.reverses is None and not row.stands, quiet=not row.stands)
