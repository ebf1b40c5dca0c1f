"""Money goes back: why, which lines, how much, by which way, to whom; what goes back is reckoned as it is typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import uuid4

from app.core.errors import Refusal
from app.core.ids import ChargeId
from app.core.language import tr
from app.core.money import NOTHING, Money
from app.core.periods import add_months, month_start
from app.core.show import show_money
from app.counter.methods import Method
from app.counter.refunds.asked import AskedRefund, RefundKind
from app.counter.refunds.original import Original
from app.counter.refunds.refund_plan import RefundPlan, unserved_parts
from ui.counter.refunds.refund_fields import HowFields
from ui.counter.refunds.refund_rows import CREDIT_KEY, WORDS, LineRow, Wanted, check_typed, lines_for, row_of, spread
from ui.sentences import say
from ui.shell.actions import ActionRegistry
from ui.shell.question_panel import QuestionPanel
from ui.widgets.choice_field import ChoiceField
from ui.widgets.colours import Tone
from ui.widgets.columns import Column
from ui.widgets.columns import Kind as Cell
from ui.widgets.date_field import DateField
from ui.widgets.error_line import ErrorLine
from ui.widgets.form import Form
from ui.widgets.key_button import Kind
from ui.widgets.money_field import MoneyField
from ui.widgets.scrolling import Scrolling
from ui.widgets.surface import column, row
from ui.widgets.table_view import TableView
from ui.widgets.text_label import body, section

_SHOWN = 4


@dataclass(frozen=True, slots=True)
class RefundChoice:
    """What was chosen, to be shown again after a step back; `asked` is None where the payment never arrived."""

    wanted: Wanted
    asked: AskedRefund | None
    ticked: frozenset[ChargeId]
    typed: Money | None
    day: date | None


@dataclass(frozen=True, slots=True)
class RefundCase:
    """What the panel is about, and what it may do: `plan` reckons, `bounces` says that the payment may be reversed."""

    original: Original
    method: Method
    plan: Callable[[AskedRefund], RefundPlan]
    bounces: bool
    wanted: Wanted | None = None


class RefundPanel(QuestionPanel[RefundChoice]):
    """Answers what goes back; who takes it is asked next. Esc leaves the receipt as it is."""

    most = (960, 640)

    def __init__(self, case: RefundCase, today: Callable[[], date], before: RefundChoice | None = None) -> None:
        super().__init__(tr("Give back of receipt {label}").format(label=case.original.label), width=860)
        self._case, self._today = case, today
        self._client_id = uuid4().hex
        self._plan: RefundPlan | None = None
        self._ticked: set[ChargeId] = set()
        self.wanted: ChoiceField[Wanted] = ChoiceField(tr("Kind of refund"), self._offered())
        self.day = DateField(tr("Not served from"), today, required=True)
        self.table: TableView[LineRow] = TableView(tr("What the receipt paid"), _columns(), lambda line: line.key)
        self.amount = MoneyField(tr("Amount"))
        self.how = HowFields(case.method)
        self._total = section("")
        self._problem = ErrorLine()
        self._head = Form()
        self._lay_out()
        self._connect()
        self.day.set_value(self._ended() or add_months(month_start(today()), 1))
        self._on_wanted()
        if before is not None:
            self._show_again(before)
        self.setFocusProxy(self.wanted)

    def add_actions(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "back", tr("Back"), "Esc", self.give_up)
        self.add_button(actions, "next", tr("Who takes it"), ("F9", "Ctrl+Return"), self._on_next, Kind.PRIMARY)

    def beside_fields(self) -> str:
        return " ".join(map(str, sorted(self._ticked)))

    def put_beside(self, kept: str) -> None:
        offered = {line.key for line in lines_for(self._case.original, self._wanted())}
        self._ticked = offered & {ChargeId(int(key)) for key in kept.split()}
        self._reckon()

    def total_words(self) -> str:
        """What is said to go back."""
        return self._total.text()

    def problem_words(self) -> str:
        """Why nothing can go back as asked."""
        return self._problem.text()

    def _lay_out(self) -> None:
        said = tr("{payer}, room {unit}: paid {paid}, {rest} of it is left")
        facts = {"payer": self._case.original.payer, "unit": self._case.original.unit}
        facts |= {"paid": show_money(self._case.original.paid), "rest": show_money(self._case.original.rest)}
        self.body.addWidget(body(said.format(**facts), Tone.INK2).wrap())
        self._head.add(tr("Kind of refund"), self.wanted)
        self._head.add(tr("Not served from"), self.day)
        self._sum = Form()
        self._sum.add(tr("Amount"), self.amount, hint=tr("Empty: all that is ticked. Less: the last lines first."))
        sides = row(column(self._sum, None), 24, column(self.how.form, None))
        self.body.addWidget(Scrolling(column(self._head, self.table, 8, sides)), 1)
        self.body.addLayout(row(self._problem, None, self._total))

    def _connect(self) -> None:
        self.wanted.chosen.connect(lambda _: self._on_wanted())
        self.day.value_changed.connect(lambda _: self._reckon())
        self.amount.value_changed.connect(lambda _: self._reckon())
        self.how.changed.connect(self._reckon)
        self.table.toggled.connect(self._on_toggled)

    def _offered(self) -> list[tuple[str, Wanted]]:
        case = self._case
        found: list[Wanted] = [one for one in Wanted if one is not Wanted.NEVER_CAME and lines_for(case.original, one)]
        first = self._first(found)
        found.sort(key=lambda one: one is not first)
        if case.bounces:
            found.append(Wanted.NEVER_CAME)
        return [(tr(WORDS[one]), one) for one in found]

    def _first(self, found: Sequence[Wanted]) -> Wanted:
        """What it most likely is: what was asked for, a deposit, days ahead or after an end, wrong money."""
        ahead = any(line.period and line.period.first > self._today() for line in self._case.original.lines)
        ahead = ahead or self._ended() is not None
        likely = [self._case.wanted, *([Wanted.UNSERVED] if ahead else []), Wanted.OWED_AGAIN, *found]
        return next((one for one in likely if one is not None and one in found), Wanted.OWED_AGAIN)

    def _ended(self) -> date | None:
        """The day from which a tariff of the receipt charges no more, where money for later days is still here."""
        lines = self._case.original.lines
        ends = (one.ended for one in lines if one.ended and any(part.back for part in unserved_parts([one], one.ended)))
        return next(ends, None)

    def _on_wanted(self) -> None:
        wanted = self._wanted()
        self._head.show_row(self.day, shown=wanted is Wanted.UNSERVED)
        self.how.show(shown=wanted is not Wanted.NEVER_CAME)
        self._sum.setVisible(wanted not in (Wanted.NEVER_CAME, Wanted.UNSERVED))
        self._ticked = {line.key for line in lines_for(self._case.original, wanted)}
        self._reckon()

    def _show_again(self, before: RefundChoice) -> None:
        self.wanted.set_value(before.wanted)
        self._on_wanted()
        self._ticked = set(before.ticked)
        self.amount.set_value(before.typed)
        self.day.set_value(before.day)
        if before.asked is not None:
            self.how.show_again(before.asked.method, before.asked.reference)
        self._reckon()

    def _wanted(self) -> Wanted:
        return self.wanted.value() or Wanted.OWED_AGAIN

    def _on_toggled(self, line: LineRow) -> None:
        if line.ticked is not None:
            self._ticked ^= {line.key}
            self._reckon()

    def _reckon(self) -> None:
        self._plan, problem = None, ""
        wanted = self._wanted()
        half_typed = wanted is Wanted.UNSERVED and self.day.value() is None
        if wanted is not Wanted.NEVER_CAME and not half_typed:
            try:
                if wanted is not Wanted.UNSERVED:
                    lines = lines_for(self._case.original, wanted)
                    check_typed(self._case.original.label, lines, self._ticked, self.amount.value())
                self._plan = self._case.plan(self._asked(NOTHING))
            except Refusal as refusal:
                problem = say(refusal)
        self._problem.show_problem(problem)
        self._show_lines(wanted)
        self._show_total(wanted)

    def _show_lines(self, wanted: Wanted) -> None:
        back: dict[ChargeId, Money] = {}
        for part in self._plan.parts if self._plan is not None else ():
            key = CREDIT_KEY if part.line is None else part.line.charge_id
            back[key] = back.get(key, NOTHING) + part.back
        lines = lines_for(self._case.original, wanted)
        fixed = wanted is Wanted.NEVER_CAME
        rows = [
            row_of(line, ticked=None if fixed else line.key in self._ticked, back=back.get(line.key, NOTHING))
            for line in lines
        ]
        self.table.show_rows(rows)
        self.table.setFixedHeight(self.table.height_of_rows(max(1, min(len(rows), _SHOWN))) + 2)

    def _show_total(self, wanted: Wanted) -> None:
        if wanted is Wanted.NEVER_CAME:
            words = tr("{amount} is owed again; no cash moves").format(amount=show_money(self._case.original.paid))
            self._total.show_text(words, Tone.INK)
        elif self._plan is None:
            self._total.show_text("", Tone.INK)
        else:
            kept = self._plan.kept
            words = tr("{amount} goes back, {fen} has no coins") if kept else tr("{amount} goes back")
            said = words.format(amount=show_money(self._plan.back, sign=True), fen=show_money(kept))
            self._total.show_text(said, Tone.INK)

    def _asked(self, shown: Money) -> AskedRefund:
        wanted = self._wanted()
        lines = lines_for(self._case.original, wanted)
        typed = None if wanted is Wanted.UNSERVED else self.amount.value()
        return AskedRefund(
            client_id=self._client_id,
            receipt_id=self._case.original.receipt_id,
            kind=RefundKind(wanted.value),
            lines=spread(lines, self._ticked, typed),
            method=self.how.method(),
            reason="",
            taker="",
            shown=shown,
            unserved_from=self.day.value() if wanted is Wanted.UNSERVED else None,
            reference=self.how.reference.text(),
        )

    def _on_next(self) -> None:
        if not (self._head.check() and self._sum.check() and self.how.check()):
            return
        wanted, asked = self._wanted(), None
        if wanted is not Wanted.NEVER_CAME:
            self._reckon()
            if self._plan is None:
                self.table.setFocus()
                return
            asked = self._asked(self._plan.back)
        self.answer(RefundChoice(wanted, asked, frozenset(self._ticked), self.amount.value(), self.day.value()))


def _columns() -> list[Column[LineRow]]:
    return [
        Column("", lambda line: line.ticked, Cell.CHECK),
        Column(tr("Item"), lambda line: line.title, stretch=True),
        Column(tr("Period"), lambda line: line.period, tone=Tone.INK2),
        Column(tr("Was paid"), lambda line: line.paid, Cell.MONEY),
        Column(tr("Left of it"), lambda line: line.rest, Cell.MONEY),
        Column(tr("Goes back"), lambda line: line.back or None, Cell.MONEY, dash=True),
    ]
