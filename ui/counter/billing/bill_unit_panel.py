"""Bills one room through a month: shows what it would be charged, then writes it, as a run of its own."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from datetime import date

from app.core.errors import Refusal
from app.core.language import tr
from app.core.periods import add_months
from app.core.show import show_money, show_months
from app.fees.billing import BillRow, RunPreview, RunRow
from ui.sentences import say
from ui.shell.actions import Action, ActionRegistry
from ui.shell.question_panel import QuestionPanel
from ui.widgets.big_figure import BigFigure
from ui.widgets.chip import Mood
from ui.widgets.choice_field import ChoiceField
from ui.widgets.colours import Tone
from ui.widgets.columns import Column, Kind, State
from ui.widgets.error_line import ErrorLine
from ui.widgets.form import Form
from ui.widgets.key_button import Kind as ButtonKind
from ui.widgets.list_table import ListTable
from ui.widgets.sizes import Pt
from ui.widgets.skip_words import cure_words, reason_words
from ui.widgets.surface import row
from ui.widgets.text_label import body, caption

_SHOWN = 7


class BillUnitPanel(QuestionPanel[RunRow]):
    """The month is the first thing under the keys; Enter writes the charges, which then stand in the bill.

    `months` are ends of months in their order; the second one, next month's, is offered first.
    """

    def __init__(
        self,
        unit: str,
        months: Sequence[date],
        preview: Callable[[date], RunPreview],
        run: Callable[[RunPreview], RunRow],
    ) -> None:
        super().__init__(tr("Bill {unit} alone").format(unit=unit), width=680)
        self._preview, self._run = preview, run
        self._shown: RunPreview | None = None
        self._write: Action | None = None
        named = [(show_months(add_months(until, -1), until), until) for until in months]
        self.month: ChoiceField[date] = ChoiceField(tr("Bill through"), named)
        self.month.set_value(months[min(1, len(months) - 1)])
        form = Form()
        form.add(tr("Bill through"), self.month, hint=tr("↑ ↓ choose; Alt+↓ shows all"))
        self.table: ListTable[BillRow] = ListTable(
            tr("What would be charged"), _columns(), _key, most=_SHOWN, row_height=28, steady=True
        )
        self._total = BigFigure(tr("Together"), Pt.AMOUNT, Tone.INK)
        self._skipped = caption("", Tone.INK2).wrap()
        self._problem = ErrorLine()
        self.body.addWidget(form)
        self.body.addWidget(self.table)
        self.body.addLayout(row(body(tr("Together"), Tone.INK2), None, self._total))
        for words in (self._skipped, self._problem):
            self.body.addWidget(words)
        self.month.chosen.connect(lambda _: self._show())
        self.setFocusProxy(self.month)
        self._show()

    def add_actions(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "back", tr("Back"), "Esc", self.give_up)
        keys = ("Return", "F9")
        self._write = self.add_button(actions, "bill", tr("Bill"), keys, self._on_bill, ButtonKind.PRIMARY)
        self._settle()

    def skipped(self) -> str:
        """What is said to be left out, and why."""
        return self._skipped.text()

    def _show(self) -> None:
        until = self.month.value()
        assert until is not None
        self._problem.show_problem("")
        self._shown = shown = self._preview(until)
        self.table.show_rows(shown.rows)
        self._total.show_amount(shown.amount)
        self._skipped.show_text("; ".join(_left_out(shown)))
        self._settle()

    def _settle(self) -> None:
        if self._write is None or self._shown is None:
            return
        if self._shown.rows:
            self._write.turn_on()
            self._write.say(tr("Bill {amount} yuan").format(amount=show_money(self._shown.amount)))
        else:
            self._write.turn_off(tr("Nothing new is owed through this month."))
            self._write.say(tr("Bill"))

    def _on_bill(self) -> None:
        if self._shown is None:
            return
        try:
            made = self._run(self._shown)
        except Refusal as refusal:
            self._problem.show_problem(say(refusal))
        else:
            self.answer(made)


def _left_out(preview: RunPreview) -> list[str]:
    words = [
        f"{one.item.name} {one.tariff}: {reason_words(one.reason)} — {cure_words(one.reason)}"
        for one in preview.skipped
    ]
    return words or ([tr("no tariff lies on this unit")] if preview.without_tariff else [])


def _key(one: BillRow) -> Hashable:
    return one.assignment_id, one.charge.period.first


def _columns() -> list[Column[BillRow]]:
    return [
        Column(tr("Fee item"), lambda one: one.item.paper_name, bold=True, stretch=True),
        Column(tr("Period"), lambda one: show_months(one.charge.period.first, one.charge.period.until)),
        Column(tr("Due"), lambda one: one.charge.due_on, Kind.DATE, tone=Tone.INK2),
        Column(tr("Remark"), _remark, Kind.STATE),
        Column(tr("Amount"), lambda one: one.charge.amount, Kind.MONEY),
    ]


def _remark(one: BillRow) -> State | None:
    return State(tr("over 50 % off"), "triangle-alert", Mood.WARN) if one.more_than_half_off else None
