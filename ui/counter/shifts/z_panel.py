"""The Z reports, the newest first: Enter prints one again as a marked copy."""

from __future__ import annotations

from collections.abc import Sequence

from app.core.language import tr
from app.core.money import NOTHING, Money, total
from app.core.show import show_shift
from app.counter.shifts.z_reports import ZReport
from ui.counter.shifts.compare_panel import signed
from ui.shell.actions import ActionRegistry
from ui.shell.question_panel import QuestionPanel
from ui.widgets.colours import Tone
from ui.widgets.columns import Column, Kind
from ui.widgets.key_button import Kind as ButtonKind
from ui.widgets.sizes import px
from ui.widgets.table_view import TableView
from ui.widgets.text_label import body

_MOST_SEEN = 10


class ZPanel(QuestionPanel[int]):
    """Answers the number of the report to print."""

    most = (900, 640)

    def __init__(self, reports: Sequence[ZReport]) -> None:
        super().__init__(tr("Z reports"), width=820)
        self.table: TableView[ZReport] = TableView(tr("Z reports"), _columns(), lambda one: one.no)
        words = tr("A report that was printed before comes out as a marked copy.")
        self.body.addWidget(
            body(words if reports else tr("No shift was closed with a Z report yet."), Tone.INK2).wrap()
        )
        self.body.addWidget(self.table)
        self.table.setMinimumHeight(self.table.height_of_rows(min(len(reports), _MOST_SEEN) or 1) + px(2))
        self.table.setVisible(bool(reports))
        self.table.show_rows(tuple(reports))
        self.table.choose(0)
        self.setFocusProxy(self.table)

    def add_actions(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "back", tr("Back"), "Esc", self.give_up)
        self.add_button(actions, "print", tr("Print"), "Return", self._on_print, ButtonKind.PRIMARY)

    def _on_print(self) -> None:
        report = self.table.current()
        if report is None:
            self.give_up()
        else:
            self.answer(report.no)


def _columns() -> list[Column[ZReport]]:
    return [
        Column(tr("Number"), lambda one: one.facts.label, bold=True),
        Column(tr("Day"), lambda one: one.day, Kind.DATE),
        Column(tr("Shift"), lambda one: show_shift(one.shift), tone=Tone.INK2),
        Column(tr("Cashier"), lambda one: one.facts.cashier, stretch=True),
        Column(tr("Taken"), lambda one: one.facts.net, Kind.MONEY),
        Column(tr("Over or short"), lambda one: signed(_difference(one)), Kind.MONEY),
        Column(tr("Total so far"), lambda one: one.grand_total, Kind.MONEY, tone=Tone.INK2),
    ]


def _difference(one: ZReport) -> Money:
    return total(line.difference for line in one.facts.methods) or NOTHING
