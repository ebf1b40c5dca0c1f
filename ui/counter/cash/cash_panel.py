"""Cash in or out of the drawer, or the drawer opened for nothing: direction, amount, reason, person."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.core.language import mark, tr
from app.core.money import NOTHING, Money
from app.core.show import show_money
from app.counter.cash.cash_box import MoveCash
from app.counter.cash.cash_reasons import NAMES, CashReason
from ui.shell.actions import ActionRegistry
from ui.shell.question_panel import QuestionPanel
from ui.widgets.choice_field import ChoiceField
from ui.widgets.form import Form
from ui.widgets.key_button import Kind
from ui.widgets.line_field import LineField
from ui.widgets.money_field import MoneyField
from ui.widgets.scrolling import Scrolling
from ui.widgets.segments import Segments
from ui.widgets.surface import column


class Direction(StrEnum):
    """Which way."""

    IN = "in"
    OUT = "out"
    NONE = "none"


_WORDS = {
    Direction.IN: (mark("In"), "F6", "download"),
    Direction.OUT: (mark("Out"), "F7", "banknote"),
    Direction.NONE: (mark("Only open"), "F8", "folder-open"),
}
_OTHERS = (CashReason.OTHER_IN, CashReason.OTHER_OUT)


@dataclass(frozen=True, slots=True)
class OpenForNothing:
    """The drawer is opened without a sale."""

    reason: str


class CashPanel(QuestionPanel[MoveCash | OpenForNothing]):
    """F6 in, F7 out, F8 only open; Enter walks down the fields, F9 does it."""

    most = (640, 640)

    def __init__(self, cashier: str, limit: Money) -> None:
        super().__init__(tr("Cash in or out of the drawer"), width=560)
        self.direction = Direction.OUT
        self.amount = MoneyField(tr("Amount"), required=True)
        self.reason = ChoiceField[CashReason](tr("Reason"))
        self.words = LineField(tr("In words"))
        self.person = LineField(tr("Person"))
        self.person.setText(cashier)
        self._form = Form()
        self._form.add(
            tr("Amount"),
            self.amount,
            hint=tr("above {limit} a supervisor approves it").format(limit=show_money(limit)),
        )
        self._form.add(tr("Reason"), self.reason)
        self._form.add(tr("In words"), self.words)
        self._form.add(tr("Person"), self.person, hint=tr("who brings or takes it; signs the slip"))
        self.reason.chosen.connect(lambda _reason: self.words.show_problem(""))
        self.setFocusProxy(self.amount)

    def add_actions(self, actions: ActionRegistry) -> None:
        choices = []
        for direction, (words, key, icon) in _WORDS.items():
            name = f"{self.context}.{direction}"
            run = lambda direction=direction: self._turn(direction)  # noqa: E731 - three of one kind
            choices.append((direction, actions.add(name, tr(words), key, run, context=self.context), icon))
        self._segments = Segments(tr("Direction"), choices, columns=3)
        self.body.addWidget(self._segments)
        self.body.addWidget(Scrolling(column(self._form, None)), 1)
        actions.add(f"{self.context}.step", tr("Next field"), "Return", self._on_step, context=self.context)
        self.add_button(actions, "back", tr("Back"), "Esc", self.give_up)
        self.add_button(actions, "do", tr("Do it and print the slip"), "F9", self._on_do, Kind.PRIMARY)
        self._turn(self.direction)

    def beside_fields(self) -> str:
        return self.direction.value

    def put_beside(self, kept: str) -> None:
        self._turn(Direction(kept))

    def _turn(self, direction: Direction) -> None:
        self.direction = direction
        self._segments.choose(direction)
        moves = direction is not Direction.NONE
        for field in (self.amount, self.reason, self.person):
            self._form.show_row(field, shown=moves)
        wanted = [reason for reason in CashReason if reason.goes_in == (direction is Direction.IN)]
        self.reason.offer([(tr(NAMES[reason]), reason) for reason in wanted])
        (self.amount if moves else self.words).setFocus()

    def _on_step(self) -> None:
        stops = [field for field in (self.amount, self.reason, self.words, self.person) if field.isVisible()]
        at = next((at for at, field in enumerate(stops) if field.hasFocus()), -1)
        if at + 1 < len(stops):
            stops[at + 1].setFocus()
        else:
            self._on_do()

    def _on_do(self) -> None:
        words, person = self.words.text().strip(), self.person.text().strip()
        if self.direction is Direction.NONE:
            if self._said(self.words, words, tr("Write why the drawer is opened.")):
                self.answer(OpenForNothing(words))
            return
        amount, reason = self.amount.value(), self.reason.value()
        if not self._form.check() or amount is None or reason is None:
            return
        if amount <= NOTHING:
            self.amount.show_problem(tr("Type how much cash goes in or out."))
            self.amount.take_caret()
            return
        needs_words = reason in _OTHERS
        if needs_words and not self._said(self.words, words, tr("Write what it is for.")):
            return
        if self._said(self.person, person, tr("Type who brings or takes the cash.")):
            self.answer(MoveCash(reason, amount, person, words))

    def _said(self, field: LineField, text: str, problem: str) -> bool:
        if not text:
            field.show_problem(problem)
            field.take_caret()
        return bool(text)
