"""One receipt: what it says, and what can be done with it."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from functools import partial

from PySide6.QtWidgets import QGridLayout

from app.core.language import tr
from app.core.show import show_money, show_time
from app.counter.receipts.invoices import Invoiced
from app.counter.receipts.issue_receipt import PrintState
from app.counter.receipts.receipt_check import Checked
from app.counter.receipts.receipt_facts import ReceiptFacts, ReceiptLine
from app.counter.receipts.receipt_list import ReceiptRow
from ui.counter.receipts.invoice_panel import invoiced_words
from ui.counter.receipts.method_words import methods_words
from ui.counter.receipts.receipt_states import receipt_state
from ui.counter.receipts.verdict_banner import VerdictBanner
from ui.shell.actions import ActionRegistry
from ui.shell.question_panel import QuestionPanel
from ui.widgets.chip import Chip
from ui.widgets.colours import Tone
from ui.widgets.columns import Column
from ui.widgets.columns import Kind as Kinds
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.scrolling import Scrolling
from ui.widgets.sizes import gap, px
from ui.widgets.surface import Rule, column, row
from ui.widgets.table_view import TableView
from ui.widgets.text_label import body, section

_SHOWN = 9
_ABREAST = 3
_LEAST = 48


class ReceiptStep(StrEnum):
    """What the person wants done with a receipt."""

    OPEN_UNIT = "open_unit"
    PRINT = "print"
    PREVIEW = "preview"
    INVOICES = "invoices"
    GIVE_BACK = "give_back"
    METHOD = "method"
    VOID = "void"


class ReceiptPanel(QuestionPanel[ReceiptStep]):
    """Answers the next step; Esc leaves the receipt alone."""

    def __init__(
        self, shown: ReceiptRow, facts: ReceiptFacts, checked: Checked | None = None, invoiced: Invoiced | None = None
    ) -> None:
        super().__init__(tr("Receipt {label}").format(label=shown.label), width=720)
        self._row = shown
        self.banner = None if checked is None else VerdictBanner(checked)
        if self.banner is not None:
            self.body.addWidget(self.banner)
        state = receipt_state(shown)
        chip = Chip(state.word, state.mood, state.icon)
        who = "·".join((shown.unit, shown.payer, show_time(shown.at), shown.cashier))
        self.lines = _lines(facts)
        said = column(row(body(who, Tone.INK2).wrap(), None, chip), self.lines, Rule())
        method = tr("Taken by {method}").format(method=methods_words(shown))
        said.addLayout(row(body(method, Tone.INK2), None, section(show_money(facts.total, sign=True))))
        for words, tone in _notes(shown, invoiced):
            said.addWidget(body(words, tone).wrap())
        said.addStretch(1)
        scrolling = Scrolling(said)
        scrolling.setMinimumHeight(px(_LEAST))
        self.body.addWidget(scrolling, 1)
        self._steps = QGridLayout()
        self._steps.setSpacing(gap(8))
        self.body.addSpacing(4)
        self.body.addLayout(self._steps)

    def add_actions(self, actions: ActionRegistry) -> None:
        printed = self._row.original is PrintState.PRINTED
        if not self._row.voided:
            self._step(actions, "void", tr("Void"), "Del", ReceiptStep.VOID, Kind.DANGER)
            self._step(actions, "give_back", tr("Give back"), "F8", ReceiptStep.GIVE_BACK, Kind.PLAIN)
            self._step(actions, "method", tr("Method"), "F5", ReceiptStep.METHOD, Kind.PLAIN)
        self._step(actions, "invoices", tr("Invoices"), "F7", ReceiptStep.INVOICES, Kind.PLAIN)
        self._step(actions, "preview", tr("Preview"), "Ctrl+F9", ReceiptStep.PREVIEW, Kind.PLAIN)
        words = tr("Print a copy") if printed else tr("Print the original")
        self._step(actions, "print", words, "Ctrl+R", ReceiptStep.PRINT, Kind.PLAIN)
        opens = tr("Open {unit}").format(unit=self._row.unit)
        self.add_button(actions, "back", tr("Back"), "Esc", self.give_up)
        self.add_button(actions, "open", opens, "Return", lambda: self.answer(ReceiptStep.OPEN_UNIT), Kind.PRIMARY)
        self.setFocusProxy(self.buttons.itemAt(self.buttons.count() - 1).widget())

    def _step(self, actions: ActionRegistry, name: str, text: str, key: str, step: ReceiptStep, kind: Kind) -> None:
        """A button beside the others, in as many rows as it takes."""
        answer = partial(self.answer, step)
        action = actions.add(f"{self.context}.{name}", text, key, answer, context=self.context, commits=True)
        at = self._steps.count()
        self._steps.addWidget(KeyButton(action, kind), at // _ABREAST, at % _ABREAST)


def _notes(shown: ReceiptRow, invoiced: Invoiced | None) -> Iterator[tuple[str, Tone]]:
    if shown.written_at is not None:
        words = tr("Written by hand {time} by {collector}, entered later (补录).")
        yield words.format(time=show_time(shown.written_at), collector=shown.collector), Tone.WARN
    if shown.refunded:
        yield tr("{amount} of it was paid back.").format(amount=show_money(shown.refunded, sign=True)), Tone.WARN
    if invoiced is not None and invoiced.rows:
        numbers = tr(", ").join(row.number for row in invoiced.rows if row.stands)
        words = f"{invoiced_words(invoiced)} {numbers}".strip()
        yield words, Tone.DANGER if invoiced.too_much else Tone.INK2


def _lines(facts: ReceiptFacts) -> TableView[tuple[int, ReceiptLine]]:
    columns: list[Column[tuple[int, ReceiptLine]]] = [
        Column(tr("Item"), lambda one: one[1].item, stretch=True),
        Column(tr("Period"), lambda one: one[1].period, tone=Tone.INK2),
        Column(tr("Amount"), lambda one: one[1].amount, Kinds.MONEY),
    ]
    table = TableView(tr("What the receipt says"), columns, key=lambda one: one[0], row_height=28)
    table.show_rows(list(enumerate(facts.lines)))
    table.setFixedHeight(table.height_of_rows(min(len(facts.lines), _SHOWN)) + 2)
    return table
