"""A paper that opens no receipt: what is wrong with it, and what we have under its number to compare."""

from __future__ import annotations

from collections.abc import Iterator

from app.core.language import tr
from app.core.show import show_money, show_time
from app.counter.receipts.receipt_check import Checked, Verdict
from app.counter.receipts.receipt_list import ReceiptRow
from ui.counter.receipts.verdict_banner import VerdictBanner
from ui.shell.actions import ActionRegistry
from ui.shell.question_panel import QuestionPanel
from ui.widgets.colours import Tone
from ui.widgets.key_button import Kind
from ui.widgets.scrolling import Scrolling
from ui.widgets.surface import column, row
from ui.widgets.text_label import body, section


class CheckPanel(QuestionPanel[bool]):
    """Enter and Esc both go back; a false paper opens nothing."""

    def __init__(self, checked: Checked) -> None:
        super().__init__(tr("Check of a paper"), width=640)
        self.checked = checked
        self.banner = VerdictBanner(checked)
        self.body.addWidget(self.banner)
        if checked.verdict is Verdict.FALSE and checked.receipt is not None:
            facts = column(section(tr("Our receipt {label} says").format(label=checked.label)))
            for name, words in _facts(checked.receipt):
                facts.addLayout(row(body(name, Tone.INK2), None, body(words)))
            self.body.addSpacing(8)
            self.body.addWidget(Scrolling(facts), 1)

    def add_actions(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "read", tr("Understood"), ("Return", "Esc"), self.give_up, Kind.PRIMARY)
        self.setFocusProxy(self.buttons.itemAt(self.buttons.count() - 1).widget())


def _facts(ours: ReceiptRow) -> Iterator[tuple[str, str]]:
    yield tr("Amount"), show_money(abs(ours.amount), sign=True)
    yield tr("Room"), ours.unit
    yield tr("Payer"), ours.payer
    yield tr("Date"), show_time(ours.at)
    yield tr("Item"), ours.items
