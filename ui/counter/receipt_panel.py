"""One receipt: what it says, and what can be done with it."""

from __future__ import annotations

from enum import StrEnum

from app.core.language import tr
from app.core.show import show_money, show_time
from app.counter.issue_receipt import PrintState
from app.counter.methods import NAMES
from app.counter.receipt_facts import ReceiptFacts
from app.counter.receipt_list import ReceiptRow
from ui.counter.receipt_states import receipt_state
from ui.shell.actions import ActionRegistry
from ui.shell.question_panel import QuestionPanel
from ui.widgets.chip import Chip
from ui.widgets.colours import Tone
from ui.widgets.key_button import Kind
from ui.widgets.surface import Rule, row
from ui.widgets.text_label import body, section


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
        for line in facts.lines:
            words = "  ".join(part for part in (line.item, line.period) if part)
            self.body.addLayout(row(body(words), None, body(show_money(line.amount))))
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
