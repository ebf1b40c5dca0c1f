"""One receipt: what it says, and what can be done with it."""

from __future__ import annotations

from enum import StrEnum

from app.core.language import tr
from app.core.show import show_money, show_time
from app.counter.methods import NAMES
from app.counter.receipts.issue_receipt import PrintState
from app.counter.receipts.receipt_facts import ReceiptFacts, ReceiptLine
from app.counter.receipts.receipt_list import ReceiptRow
from ui.counter.receipts.receipt_states import receipt_state
from ui.shell.actions import ActionRegistry
from ui.shell.question_panel import QuestionPanel
from ui.widgets.chip import Chip
from ui.widgets.colours import Tone
from ui.widgets.columns import Column
from ui.widgets.columns import Kind as Kinds
from ui.widgets.key_button import Kind
from ui.widgets.surface import Rule, row
from ui.widgets.table_view import TableView
from ui.widgets.text_label import body, section

_SHOWN = 9


class ReceiptStep(StrEnum):
    """What the person wants done with a receipt."""

    OPEN_UNIT = "open_unit"
    PRINT = "print"
    PREVIEW = "preview"
    VOID = "void"


class ReceiptPanel(QuestionPanel[ReceiptStep]):
    """Answers the next step; Esc leaves the receipt alone."""

    def __init__(self, shown: ReceiptRow, facts: ReceiptFacts) -> None:
        super().__init__(tr("Receipt {label}").format(label=shown.label), width=640)
        self._row = shown
        state = receipt_state(shown)
        chip = Chip(state.word, state.mood, state.icon)
        who = "·".join((shown.unit, shown.payer, show_time(shown.at), shown.cashier))
        self.body.addLayout(row(body(who, Tone.INK2).wrap(), None, chip))
        self.lines = _lines(facts)
        self.body.addWidget(self.lines)
        self.body.addWidget(Rule())
        method = tr("Taken by {method}").format(method=tr(NAMES[shown.method]))
        self.body.addLayout(row(body(method, Tone.INK2), None, section(show_money(facts.total, sign=True))))

    def add_actions(self, actions: ActionRegistry) -> None:
        printed = self._row.original is PrintState.PRINTED
        self._step(actions, "void", tr("Void"), "Del", ReceiptStep.VOID, Kind.DANGER)
        self._step(actions, "preview", tr("Preview"), "Ctrl+F9", ReceiptStep.PREVIEW, Kind.PLAIN)
        words = tr("Print a copy") if printed else tr("Print the original")
        self._step(actions, "print", words, "Ctrl+R", ReceiptStep.PRINT, Kind.PLAIN)
        opens = tr("Open {unit}").format(unit=self._row.unit)
        self._step(actions, "open", opens, "Return", ReceiptStep.OPEN_UNIT, Kind.PRIMARY)
        self.add_button(actions, "back", tr("Back"), "Esc", self.give_up)
        self.setFocusProxy(self.buttons.itemAt(self.buttons.count() - 1).widget())

    def _step(self, actions: ActionRegistry, name: str, text: str, key: str, step: ReceiptStep, kind: Kind) -> None:
        self.add_button(actions, name, text, key, lambda: self.answer(step), kind)


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
