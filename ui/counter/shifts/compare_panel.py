"""After the count: expected, counted and the difference in figures and words, why, and what stays in the drawer."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.language import tr
from app.core.money import NOTHING, Money
from app.core.show import show_money, show_shift
from app.counter.methods import Method
from app.counter.shifts.close_shift import Closing
from app.counter.shifts.comparison import MethodClose
from app.counter.shifts.shift_counts import Comparison
from ui.counter.bill.tender_view import ON_SEGMENT
from ui.counter.shifts.steps_line import COMPARE, StepsLine
from ui.shell.actions import ActionRegistry
from ui.shell.question_panel import QuestionPanel
from ui.widgets.big_figure import BigFigure
from ui.widgets.check_box import CheckBox
from ui.widgets.chip import Mood
from ui.widgets.colours import Tone
from ui.widgets.columns import Column, State
from ui.widgets.columns import Kind as CellKind
from ui.widgets.form import Form
from ui.widgets.key_button import Kind
from ui.widgets.line_field import LineField
from ui.widgets.money_field import MoneyField
from ui.widgets.scrolling import Scrolling
from ui.widgets.sizes import Pt, px
from ui.widgets.surface import column, row
from ui.widgets.table_view import TableView
from ui.widgets.text_label import TextLabel, caption, section


@dataclass(frozen=True, slots=True)
class CountAgain:
    """The cashier wants the recount."""


class ComparePanel(QuestionPanel[Closing | CountAgain]):
    """Answers how to close, or that the drawer is counted once more."""

    most = (900, 690)

    def __init__(self, compared: Comparison, *, keep_all: bool, carried: int) -> None:
        super().__init__(_title(compared, keep_all=keep_all), width=820)
        self._compared, self._carried = compared, carried
        cash = next(line for line in compared.lines if line.method.is_cash)
        self._cash = cash.counted or NOTHING
        self.table: TableView[MethodClose] = TableView(
            tr("Count by method"), comparison_columns(), lambda line: line.method
        )
        self.reasons = {line.method: LineField(_reason_name(line)) for line in compared.lines if line.difference}
        self.kept = MoneyField(tr("Stays as the next float"), required=True)
        self.to_bank = CheckBox(tr("Straight to the bank"))
        self._handed = BigFigure(tr("To hand over"), Pt.AMOUNT, right=True)
        self._form = Form()
        self._lay_out(compared)
        self.kept.value_changed.connect(lambda _amount: self._show_handed())
        self.kept.set_value(self._cash if keep_all else compared.usual_float)
        self.kept.lock(locked=keep_all)
        self._show_handed()
        first = next(iter(self.reasons.values()), None)
        self.setFocusProxy(first or self.kept)

    def add_actions(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "aside", tr("Put aside"), "Esc", self.give_up)
        again = self.add_button(actions, "again", tr("Count once more"), "F5", lambda: self.answer(CountAgain()))
        if not self._compared.may_recount:
            again.turn_off(tr("It was counted twice; both counts are kept."))
        actions.add(f"{self.context}.step", tr("Next field"), "Return", self._on_step, context=self.context)
        self.add_button(actions, "close", tr("Close and print"), ("F9", "F12"), self._on_close, Kind.PRIMARY)

    def _lay_out(self, compared: Comparison) -> None:
        for method, field in self.reasons.items():
            line = next(one for one in compared.lines if one.method is method)
            self._form.add(_reason_name(line), field, hint=_limit_hint(line, compared.limit))
        self._form.add(tr("Stays as the next float"), self.kept, hint=tr("of the cash that was counted"))
        self.table.show_rows(compared.lines)
        self.table.setFixedHeight(self.table.height_of_rows(len(compared.lines)) + px(2))
        handed = row(section(tr("To hand over")), None, self._handed, space=8)
        parts = column(self.table, 4, *_waiting(compared), self._form, handed, row(self.to_bank, None), None, space=4)
        self.body.addWidget(StepsLine(COMPARE))
        self.body.addWidget(Scrolling(parts), 1)

    def _show_handed(self) -> None:
        kept = self.kept.value()
        handed = self._cash - (kept if kept is not None else NOTHING)
        self._handed.show_amount(max(handed, NOTHING))
        self.to_bank.setVisible(handed > NOTHING)

    def _on_step(self) -> None:
        fields: list[LineField] = [*self.reasons.values(), self.kept]
        focused = next((at for at, field in enumerate(fields) if field.hasFocus()), len(fields))
        if focused + 1 < len(fields):
            fields[focused + 1].take_caret()

    def _on_close(self) -> None:
        silent = [field for field in self.reasons.values() if not field.text().strip()]
        if silent:
            silent[0].show_problem(tr("Write why; it is booked as over and short."))
            silent[0].take_caret()
            return
        kept = self.kept.value()
        if not self._form.check() or kept is None:
            return
        if not NOTHING <= kept <= self._cash:
            words = tr("At most {amount}: so much was counted.").format(amount=show_money(self._cash))
            self.kept.show_problem(words)
            self.kept.take_caret()
            return
        reasons = {method: field.text().strip() for method, field in self.reasons.items()}
        self.answer(Closing(kept, reasons, self.to_bank.isChecked() and kept < self._cash, self._carried))


def difference_state(line: MethodClose) -> State:
    """Over or short in a word; agrees where it is nothing."""
    if line.awaiting:
        return State(tr("{amount} to be checked").format(amount=show_money(line.awaiting)), "clock-3", Mood.WARN)
    if not line.difference:
        return State(tr("agrees"), "check", Mood.OK)
    over = line.difference > NOTHING
    return State(tr("surplus") if over else tr("short"), "triangle-alert", Mood.WARN if over else Mood.DANGER)


def signed(amount: Money) -> str:
    """With + or −, so that nobody has to look twice."""
    return f"{'+' if amount > NOTHING else ''}{show_money(amount)}"


def _title(compared: Comparison, *, keep_all: bool) -> str:
    words = tr("Take over from {cashier}: shift {shift} compared") if keep_all else tr("Shift {shift} compared")
    return words.format(cashier=compared.shift.cashier, shift=show_shift(compared.shift.id))


def comparison_columns() -> list[Column[MethodClose]]:
    """Expected, counted, the difference in figures and in words."""
    return [
        Column(tr("Method"), lambda line: tr(ON_SEGMENT.get(line.method, line.method.value)), stretch=True),
        Column(tr("Payments"), lambda line: line.payments, CellKind.NUMBER, least=4),
        Column(tr("Expected"), lambda line: line.expected, CellKind.MONEY, least=9),
        Column(tr("Counted"), lambda line: line.counted, CellKind.MONEY, least=9),
        Column(tr("Difference"), lambda line: signed(line.difference), CellKind.MONEY, least=9),
        Column(tr("In words"), difference_state, CellKind.STATE, least=8),
    ]


def _reason_name(line: MethodClose) -> str:
    words = tr("{method} over, why") if line.difference > NOTHING else tr("{method} short, why")
    return words.format(method=tr(ON_SEGMENT[Method(line.method)]))


def _limit_hint(line: MethodClose, limit: Money) -> str:
    if abs(line.difference) > limit:
        return tr("above {limit}: a supervisor approves it").format(limit=show_money(limit))
    return tr("booked as its own line")


def _waiting(compared: Comparison) -> list[TextLabel]:
    if not any(line.awaiting for line in compared.lines):
        return []
    return [caption(tr("What is to be checked counts neither as over nor as short."), Tone.INK2).wrap()]
