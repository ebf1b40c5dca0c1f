"""The till: opened with its float, closed with a blind count, and what the count came to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QApplication

from app.core.language import tr
from app.core.money import NOTHING, Money
from app.core.show import show_money, show_shift, show_time
from app.counter.methods import NAMES, Method
from app.counter.shifts.open_shift import OpenShift
from app.counter.shifts.shift_close import MethodClose, ShiftClose
from ui.counter.bill.tender_view import ON_SEGMENT
from ui.shell.actions import ActionRegistry
from ui.shell.question_panel import QuestionPanel
from ui.widgets.chip import Mood
from ui.widgets.colours import Tone
from ui.widgets.columns import Column, State
from ui.widgets.columns import Kind as CellKind
from ui.widgets.form import Form
from ui.widgets.key_button import Kind
from ui.widgets.money_field import MoneyField
from ui.widgets.sizes import px
from ui.widgets.table_view import TableView
from ui.widgets.text_label import body


class OpenShiftPanel(QuestionPanel[Money]):
    """Answers the float; the cash of the last close stands beside it."""

    def __init__(self, cashier: str, last: ShiftClose | None) -> None:
        super().__init__(tr("Open a shift"), width=480)
        self.amount = MoneyField(tr("Float in the drawer"), required=True)
        self._form = Form()
        self._form.add(tr("Float in the drawer"), self.amount, hint=_left_by(last))
        self.body.addWidget(body(tr("{cashier} takes money from now on.").format(cashier=cashier), Tone.INK2).wrap())
        self.body.addWidget(self._form)
        self.setFocusProxy(self.amount)

    def add_actions(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "back", tr("Back"), "Esc", self.give_up)
        self.add_button(actions, "open", tr("Open the shift"), ("Return", "F12"), self._on_open, Kind.PRIMARY)

    def _on_open(self) -> None:
        amount = self.amount.value()
        if self._form.check() and amount is not None:
            self.answer(amount)


class CountPanel(QuestionPanel[dict[Method, Money]]):
    """Answers what was counted by method; what is expected is not shown, and an empty field is not zero."""

    def __init__(self, shift: OpenShift, methods: Sequence[Method], counted: Mapping[Method, Money]) -> None:
        super().__init__(tr("Close shift {shift}").format(shift=show_shift(shift.id)), width=520)
        self.fields = {method: MoneyField(tr(ON_SEGMENT[method]), required=True) for method in methods}
        words = tr("Count first: what is expected shows after the count. Type 0 where there is nothing.")
        self.body.addWidget(body(words, Tone.INK2).wrap())
        self._form = Form()
        for method, field in self.fields.items():
            self._form.add(tr(ON_SEGMENT[method]), field, hint=_count_hint(method))
            field.set_value(counted.get(method))
        self.body.addWidget(self._form)
        self.setFocusProxy(next(iter(self.fields.values())))

    def add_actions(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "back", tr("Back"), "Esc", self.give_up)
        self.add_button(actions, "next", tr("Count is complete"), ("Return", "F12"), self._on_next, Kind.PRIMARY)

    def _on_next(self) -> None:
        """Walk down the fields; after the last one all have to be filled."""
        fields = list(self.fields.values())
        focused = QApplication.focusWidget()
        if focused in fields[:-1]:
            below = fields[fields.index(focused) + 1]
            below.setFocus()
            below.selectAll()
        elif self._form.check():
            counted = {method: field.value() for method, field in self.fields.items()}
            self.answer({method: amount for method, amount in counted.items() if amount is not None})


class ClosedPanel(QuestionPanel[bool]):
    """Expected, counted and the difference by method, in figures and words."""

    def __init__(self, closing: ShiftClose) -> None:
        super().__init__(tr("Shift {shift} is closed").format(shift=show_shift(closing.shift)), width=640)
        self.table: TableView[MethodClose] = TableView(tr("Count by method"), _columns(), lambda line: line.method)
        self.table.show_rows(closing.methods)
        self.table.setFixedHeight(self.table.height_of_rows(len(closing.methods)) + px(2))
        self.body.addWidget(body(closing_words(closing), Tone.INK2).wrap())
        self.body.addWidget(self.table)
        self.setFocusProxy(self.table)

    def add_actions(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "read", tr("Done"), ("Return", "Esc"), lambda: self.answer(answer=True), Kind.PRIMARY)


def closing_words(closing: ShiftClose) -> str:
    """Receipts, voids, copies and rounding of the shift in one line."""
    return tr("{cashier}, {time}: receipts {receipts}, voided {voids}, copies {copies}, rounded off {rounding}").format(
        cashier=closing.cashier,
        time=show_time(closing.closed_at),
        receipts=closing.receipts,
        voids=closing.voids,
        copies=closing.copies,
        rounding=show_money(closing.rounding),
    )


def counted_words(counted: Mapping[Method, Money]) -> str:
    """What was counted, to be confirmed before the shift is closed for good."""
    return tr(", ").join(f"{tr(NAMES[method])} {show_money(amount)}" for method, amount in counted.items())


def difference_state(difference: Money) -> State:
    """Over or short in a word; agrees where it is nothing."""
    if difference == NOTHING:
        return State(tr("agrees"), "check", Mood.OK)
    word = tr("surplus") if difference > NOTHING else tr("short")
    return State(word, "triangle-alert", Mood.WARN if difference > NOTHING else Mood.DANGER)


def _columns() -> list[Column[MethodClose]]:
    return [
        Column(tr("Method"), lambda line: tr(ON_SEGMENT[line.method]), stretch=True),
        Column(tr("Payments"), lambda line: line.payments, least=4),
        Column(tr("Expected"), lambda line: line.expected, CellKind.MONEY, least=9),
        Column(tr("Counted"), lambda line: line.counted, CellKind.MONEY, least=9),
        Column(tr("Difference"), _difference, CellKind.MONEY, least=9),
        Column(tr("In words"), lambda line: difference_state(line.difference), CellKind.STATE, least=8),
    ]


def _difference(line: MethodClose) -> str:
    sign = "+" if line.difference > NOTHING else ""
    return f"{sign}{show_money(line.difference)}"


def _left_by(last: ShiftClose | None) -> str:
    if last is None:
        return tr("This is the first shift.")
    cash = next((line.counted for line in last.methods if line.method.is_cash), NOTHING)
    return tr("The last close counted {cash} in cash, handing over included.").format(cash=show_money(cash))


def _count_hint(method: Method) -> str:
    return tr("notes and coins, the float included") if method.is_cash else ""
