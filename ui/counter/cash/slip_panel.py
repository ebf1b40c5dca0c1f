"""The slips of cash in and out, the newest first: Enter prints one again as a marked copy."""

from __future__ import annotations

from collections.abc import Sequence

from app.core.language import tr
from app.core.money import Money
from app.core.show import show_time
from app.counter.cash.cash_slip import CashSlipFacts
from ui.shell.actions import ActionRegistry
from ui.shell.question_panel import QuestionPanel
from ui.widgets.colours import Tone
from ui.widgets.columns import Column, Kind
from ui.widgets.key_button import Kind as ButtonKind
from ui.widgets.sizes import px
from ui.widgets.table_view import TableView
from ui.widgets.text_label import body

_MOST_SEEN = 10


class SlipPanel(QuestionPanel[int]):
    """Answers the number of the slip to print."""

    most = (900, 640)

    def __init__(self, slips: Sequence[CashSlipFacts]) -> None:
        super().__init__(tr("Cash slips"), width=820)
        self.table: TableView[CashSlipFacts] = TableView(tr("Cash slips"), _columns(), lambda one: one.number)
        words = tr("A slip that was printed before comes out as a marked copy.")
        self.body.addWidget(body(words if slips else tr("No cash was moved by a slip yet."), Tone.INK2).wrap())
        self.body.addWidget(self.table)
        self.table.setMinimumHeight(self.table.height_of_rows(min(len(slips), _MOST_SEEN) or 1) + px(2))
        self.table.setVisible(bool(slips))
        self.table.show_rows(tuple(slips))
        self.table.choose(0)
        self.setFocusProxy(self.table)

    def add_actions(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "back", tr("Back"), "Esc", self.give_up)
        self.add_button(actions, "print", tr("Print"), "Return", self._on_print, ButtonKind.PRIMARY)

    def _on_print(self) -> None:
        slip = self.table.current()
        if slip is None:
            self.give_up()
        else:
            self.answer(slip.number)


def _columns() -> list[Column[CashSlipFacts]]:
    return [
        Column(tr("Number"), lambda one: f"C-{one.number:06d}", bold=True),
        Column(tr("Time"), lambda one: show_time(one.at), tone=Tone.INK2),
        Column(tr("Shift"), lambda one: one.shift, tone=Tone.INK2),
        Column(tr("Reason"), lambda one: one.reason, stretch=True),
        Column(tr("Person"), lambda one: one.person, least=6),
        Column(tr("Amount"), _signed, Kind.MONEY),
    ]


def _signed(one: CashSlipFacts) -> Money:
    return one.amount if one.goes_in else -one.amount
