"""Paying ahead at once: how many months, or to which day, of which fee; what it comes to shows while it is typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.core.ids import AssignmentId
from app.core.language import tr
from app.core.money import Money
from app.core.show import show_date, show_money
from ui.shell.actions import ActionRegistry
from ui.shell.question_panel import QuestionPanel
from ui.widgets.big_figure import BigFigure
from ui.widgets.choice_field import ChoiceField
from ui.widgets.colours import Tone
from ui.widgets.columns import Column, Kind
from ui.widgets.date_field import DateField
from ui.widgets.form import Form
from ui.widgets.key_button import Kind as Button
from ui.widgets.line_field import LineField
from ui.widgets.scrolling import Scrolling
from ui.widgets.sizes import Pt
from ui.widgets.surface import column, row
from ui.widgets.table_view import TableView
from ui.widgets.text_label import body, caption

_ROWS = 3


@dataclass(frozen=True, slots=True)
class AheadWanted:
    """How far: so many months from the first unpaid day (those already written count), or up to a day (excluded)."""

    fees: frozenset[AssignmentId]
    months: int = 0
    until: date | None = None


@dataclass(frozen=True, slots=True)
class AheadShown:
    """One fee as the panel shows it; `until` is excluded, `why` says what stopped it early."""

    assignment_id: AssignmentId
    room: str
    item: str
    months: str
    until: date
    amount: Money
    why: str = ""


@dataclass(frozen=True, slots=True)
class AheadSum:
    """What is asked comes to this, standing lines that are not due yet among it."""

    rows: tuple[AheadShown, ...]
    amount: Money


Reckon = Callable[[AheadWanted], AheadSum]


class AheadPanel(QuestionPanel[AheadWanted]):
    """The months are the first thing under the keys; Enter adds them to the bill."""

    def __init__(
        self,
        unit: str,
        fees: Sequence[tuple[str, frozenset[AssignmentId]]],
        most: int,
        reckon: Reckon,
        today: Callable[[], date],
    ) -> None:
        super().__init__(tr("Pay {unit} ahead").format(unit=unit), width=640)
        self._reckon, self._most = reckon, most
        self.months = LineField(tr("Months"), columns=4)
        self.months.setText(str(most))
        self.until = DateField(tr("Or through the day"), today)
        self.fee: ChoiceField[frozenset[AssignmentId]] = ChoiceField(tr("Fee"), fees)
        self._form = Form()
        self._form.add(
            tr("Months"), self.months, hint=tr("{n} at most, those already billed among them").format(n=most)
        )
        self._form.add(tr("Or through the day"), self.until)
        self._form.add(tr("Fee"), self.fee, hint=tr("↑ ↓ choose; Alt+↓ shows all"))
        self.table: TableView[AheadShown] = TableView(
            tr("What would be paid"), _columns(), key=lambda one: one.assignment_id, row_height=28
        )
        self.table.setMinimumHeight(self.table.height_of_rows(1))
        self.table.setMaximumHeight(self.table.height_of_rows(_ROWS) + 2)
        self.total = BigFigure(tr("Together"), Pt.AMOUNT, Tone.INK)
        self.why = caption("", Tone.WARN).wrap()
        self.body.addWidget(Scrolling(column(self._form, self.table, space=8)), 1)
        self.body.addLayout(row(body(tr("Together"), Tone.INK2), None, self.total))
        self.body.addWidget(self.why)
        self.months.textChanged.connect(lambda _: self._show())
        self.until.textChanged.connect(lambda _: self._show())
        self.fee.chosen.connect(lambda _: self._show())
        self.setFocusProxy(self.months)
        self.months.selectAll()
        self._show()

    def add_actions(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "back", tr("Back"), "Esc", self.give_up)
        self.add_button(actions, "add", tr("Add to this payment"), ("Return", "F9"), self._on_add, Button.PRIMARY)

    def _wanted(self) -> AheadWanted | None:
        fees = self.fee.value()
        day, typed = self.until.value(), self.months.text().strip()
        if fees is None:
            return None
        if day is not None:
            return AheadWanted(fees, until=day + timedelta(days=1))
        return AheadWanted(fees, int(typed)) if typed.isdecimal() and 1 <= int(typed) <= self._most else None

    def _show(self) -> None:
        wanted = self._wanted()
        shown = AheadSum((), Money(0)) if wanted is None else self._reckon(wanted)
        self.table.show_rows(shown.rows)
        self.total.show_amount(shown.amount if wanted is not None else None)
        self.why.show_text("；".join(dict.fromkeys(one.why for one in shown.rows if one.why)))
        self.why.setVisible(bool(self.why.text()))

    def _on_add(self) -> None:
        wanted = self._wanted()
        if wanted is not None and self._reckon(wanted).rows:
            self.answer(wanted)
            return
        words = tr("Type a number of months from 1 to {n}, or a day that lies ahead.").format(n=self._most)
        self._form.show_problem(self.months, words)
        self.months.take_caret()


def _columns() -> list[Column[AheadShown]]:
    return [
        Column(tr("Room"), lambda one: one.room, tone=Tone.INK2),
        Column(tr("Item"), lambda one: one.item, stretch=True),
        Column(tr("Period"), lambda one: one.months),
        Column(tr("Paid through"), lambda one: show_date(one.until - timedelta(days=1)), tone=Tone.INK2),
        Column(tr("Amount"), lambda one: one.amount, Kind.MONEY),
    ]


def amount_words(shown: AheadSum) -> str:
    """What was added, for the line at the foot."""
    return tr("{amount} yuan of months ahead are on the bill").format(amount=show_money(shown.amount))
