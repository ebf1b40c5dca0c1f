"""One refund: what its slip says, and what can be done with it."""

from __future__ import annotations

from enum import StrEnum

from app.core.language import tr
from app.core.show import show_money, show_time
from app.counter.methods import NAMES
from app.counter.receipts.issue_receipt import PrintState
from app.counter.refunds.refund_facts import RefundFacts, RefundLine
from app.counter.refunds.refund_list import RefundRow
from ui.shell.actions import ActionRegistry
from ui.shell.question_panel import QuestionPanel
from ui.widgets.chip import Chip, Mood
from ui.widgets.colours import Tone
from ui.widgets.columns import Column
from ui.widgets.columns import Kind as Cell
from ui.widgets.key_button import Kind
from ui.widgets.row_delegate import RowLook
from ui.widgets.surface import Rule, row
from ui.widgets.table_view import TableView
from ui.widgets.text_label import body, section

_SHOWN = 8


class SlipStep(StrEnum):
    """What the person wants done with a refund."""

    PRINT = "print"
    PREVIEW = "preview"
    VOID = "void"
    OPEN_UNIT = "open_unit"


class SlipPanel(QuestionPanel[SlipStep]):
    """Answers the next step; Esc leaves the refund alone."""

    def __init__(self, shown: RefundRow, facts: RefundFacts) -> None:
        super().__init__(tr("Refund {label}").format(label=shown.label), width=760)
        self._row = shown
        word, mood, icon = slip_state(shown)
        who = "·".join((shown.unit, shown.payer, show_time(shown.at), shown.cashier))
        self.body.addLayout(row(body(who, Tone.INK2).wrap(), None, Chip(word, mood, icon)))
        self.table = _lines(facts)
        self.body.addWidget(self.table)
        self.body.addWidget(Rule())
        said = tr("Against receipt {original}, {method}: {reason}").format(
            original=shown.original, method=tr(NAMES[shown.method]), reason=shown.reason
        )
        self.body.addLayout(row(body(said, Tone.INK2).wrap(), None, section(show_money(shown.amount, sign=True))))

    def add_actions(self, actions: ActionRegistry) -> None:
        if not self._row.voided:
            self._step(actions, "void", tr("Void"), "Del", SlipStep.VOID, Kind.DANGER)
        self._step(actions, "preview", tr("Preview"), "Ctrl+F9", SlipStep.PREVIEW, Kind.PLAIN)
        words = tr("Print a copy") if self._row.printed is PrintState.PRINTED else tr("Print the original")
        self._step(actions, "print", words, "Ctrl+R", SlipStep.PRINT, Kind.PLAIN)
        opens = tr("Open {unit}").format(unit=self._row.unit)
        self._step(actions, "open", opens, "Return", SlipStep.OPEN_UNIT, Kind.PRIMARY)
        self.add_button(actions, "back", tr("Back"), "Esc", self.give_up)
        self.setFocusProxy(self.buttons.itemAt(self.buttons.count() - 1).widget())

    def _step(self, actions: ActionRegistry, name: str, text: str, key: str, step: SlipStep, kind: Kind) -> None:
        self.add_button(actions, name, text, key, lambda: self.answer(step), kind)


def slip_state(shown: RefundRow) -> tuple[str, Mood, str]:
    """Where the refund stands: a word, its mood and its icon."""
    if shown.voided:
        return tr("voided"), Mood.DANGER, "ban"
    if shown.printed is PrintState.PRINTED:
        return tr("printed"), Mood.MUTE, "check"
    return tr("not printed yet"), Mood.WARN, "printer"


def _lines(facts: RefundFacts) -> TableView[tuple[int, RefundLine]]:
    columns: list[Column[tuple[int, RefundLine]]] = [
        Column(tr("Item"), lambda one: one[1].item, stretch=True),
        Column(tr("Period"), lambda one: one[1].period, tone=Tone.INK2),
        Column(tr("Reckoned"), lambda one: one[1].arithmetic, tone=Tone.INK2),
        Column(tr("Amount"), lambda one: one[1].amount, Cell.MONEY),
    ]
    table = TableView(
        tr("What the slip says"),
        columns,
        key=lambda one: one[0],
        look=lambda one: RowLook(bold=one[1].back),
        row_height=28,
    )
    table.show_rows(list(enumerate(facts.lines)))
    table.setFixedHeight(table.height_of_rows(min(len(facts.lines), _SHOWN)) + 2)
    return table
