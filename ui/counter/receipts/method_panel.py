"""A method that was chosen wrongly: which part of the money, what it really was, and why; a supervisor agrees."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.core.language import mark, tr
from app.core.show import show_money
from app.counter.methods import NAMES, Method
from app.counter.payments.change_method import TenderShown
from app.counter.receipts.receipt_list import ReceiptRow
from ui.counter.adjusting.reason_fields import ReasonFields, Why
from ui.shell.actions import ActionRegistry
from ui.shell.question_panel import QuestionPanel
from ui.widgets.choice_field import ChoiceField
from ui.widgets.form import Form
from ui.widgets.key_button import Kind
from ui.widgets.line_field import LineField
from ui.widgets.text_label import body

_REASONS = (mark("wrong key"), mark("payer paid otherwise"), mark("other"))


@dataclass(frozen=True, slots=True)
class MethodWanted:
    """The tender, the right method with the number of its slip, and why."""

    tender: TenderShown
    to: Method
    reference: str
    why: Why

    @property
    def reason(self) -> str:
        """The reason of the list with the words beside it."""
        return self.why.text


class MethodPanel(QuestionPanel[MethodWanted]):
    """Only what came in moves: change that was handed back stays cash. Esc leaves the receipt as it is.

    `before` is what was answered when a supervisor was asked in vain.
    """

    def __init__(self, shown: ReceiptRow, tenders: Sequence[TenderShown], before: MethodWanted | None = None) -> None:
        super().__init__(tr("Correct the method of receipt {label}").format(label=shown.label), width=560)
        self.tender: ChoiceField[TenderShown] = ChoiceField(
            tr("Taken as"), [(_words(one), one) for one in tenders if one.movable]
        )
        self.to: ChoiceField[Method] = ChoiceField(tr("Really was"))
        self.reference = LineField(tr("Reference number"))
        self._form = Form()
        self._form.add(tr("Taken as"), self.tender)
        self._form.add(tr("Really was"), self.to, hint=tr("↑ ↓ choose; Alt+↓ shows all"))
        self._form.add(tr("Reference number"), self.reference)
        self.why = ReasonFields(self._form, [tr(words) for words in _REASONS])
        sentence = tr("The receipt keeps its number; the money moves to the other method in this shift's report.")
        self.body.addWidget(body(sentence).wrap())
        self.body.addWidget(self._form)
        self.tender.chosen.connect(lambda _: self._offer())
        self.to.chosen.connect(lambda _: self._show_reference())
        self._offer()
        if before is not None:
            self._show_again(before)
        self.setFocusProxy(self.to)

    def add_actions(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "back", tr("Back"), "Esc", self.give_up)
        keys = ("F9", "Ctrl+Return")
        self.add_button(actions, "change", tr("Correct the method"), keys, self._on_change, Kind.PRIMARY)

    def _offer(self) -> None:
        one = self.tender.value()
        was = None if one is None else one.method
        others = [method for method in Method if method.brings_money and method is not was]
        self.to.offer([(tr(NAMES[method]), method) for method in others])
        self._show_reference()

    def _show_again(self, before: MethodWanted) -> None:
        self.tender.set_value(before.tender)
        self.to.set_value(before.to)
        self.reference.setText(before.reference)
        self.why.show(before.why)

    def _show_reference(self) -> None:
        to = self.to.value()
        self._form.show_row(self.reference, shown=to is not None and not to.is_cash)

    def _on_change(self) -> None:
        one, to, why = self.tender.value(), self.to.value(), self.why.given()
        if one is None or to is None or why is None:
            return
        self.answer(MethodWanted(one, to, "" if to.is_cash else self.reference.text().strip(), why))


def _words(one: TenderShown) -> str:
    words = f"{tr(NAMES[one.method])} {show_money(one.movable)}"
    return f"{words} {one.reference}".strip()
