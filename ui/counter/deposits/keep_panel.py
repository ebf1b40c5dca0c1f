"""A part of a deposit is kept for a reason, or used for something that the room owes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.core.ids import ChargeId
from app.core.language import tr
from app.core.money import NOTHING, Money
from app.core.show import show_money
from app.counter.deposits.held import HeldDeposit
from app.fees.charges import OpenCharge
from ui.counter.adjusting.reason_fields import ReasonFields
from ui.counter.adjusting.waive_panel import line_words
from ui.shell.actions import ActionRegistry
from ui.shell.question_panel import QuestionPanel
from ui.widgets.choice_field import ChoiceField
from ui.widgets.colours import Tone
from ui.widgets.form import Form
from ui.widgets.key_button import Kind
from ui.widgets.money_field import MoneyField
from ui.widgets.scrolling import Scrolling
from ui.widgets.surface import column
from ui.widgets.text_label import body


@dataclass(frozen=True, slots=True)
class KeepWanted:
    """How much, why, and (where it is used) for which charge."""

    amount: Money
    reason: str
    charge_id: ChargeId | None


class KeepPanel(QuestionPanel[KeepWanted]):
    """`owed` empty: kept for good; else used for one of these lines."""

    def __init__(self, deposit: HeldDeposit, owed: Sequence[OpenCharge] = ()) -> None:
        title = tr("Use “{deposit}” of {unit}") if owed else tr("Keep a part of “{deposit}” of {unit}")
        super().__init__(title.format(deposit=deposit.name, unit=deposit.unit), width=620)
        self._deposit, self._owed = deposit, tuple(owed)
        self.line: ChoiceField[OpenCharge] = ChoiceField(tr("For"), [(_words(one), one) for one in owed])
        self.amount = MoneyField(tr("Amount"), required=True)
        self._form = Form()
        if owed:
            self._form.add(tr("For"), self.line)
            self.line.chosen.connect(lambda _: self._offer())
        self._form.add(tr("Amount"), self.amount)
        self.why = ReasonFields(self._form, _reasons(used=bool(owed)))
        self._stays = body("", Tone.INK)
        self.body.addWidget(Scrolling(column(self._form)), 1)
        self.body.addWidget(self._stays)
        self.amount.value_changed.connect(lambda _: self._show_stays())
        self._offer()
        self.setFocusProxy(self.line if owed else self.amount)

    def add_actions(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "back", tr("Back"), "Esc", self.give_up)
        words = tr("Use it") if self._owed else tr("Keep it")
        self.add_button(actions, "keep", words, ("F9", "Ctrl+Return"), self._on_keep, Kind.PRIMARY)

    def _offer(self) -> None:
        chosen = self.line.value() if self._owed else None
        if chosen is not None:
            self.amount.set_value(min(chosen.outstanding, self._deposit.held))
        self._show_stays()

    def _show_stays(self) -> None:
        off = self.amount.value() or NOTHING
        rest = self._deposit.held - off
        if rest < NOTHING:
            words = tr("Only {held} is held").format(held=show_money(self._deposit.held))
            self._stays.show_text(words, Tone.DANGER)
            return
        facts = {"held": show_money(self._deposit.held), "off": show_money(off), "rest": show_money(rest)}
        self._stays.show_text(tr("{held} − {off}: {rest} stays held").format(**facts), Tone.INK)

    def _on_keep(self) -> None:
        if not self._form.check():
            return
        amount = self.amount.value()
        if amount is None or not NOTHING < amount <= self._deposit.held:
            most = show_money(self._deposit.held)
            self.amount.show_problem(tr("Type an amount above zero, at most {owed}.").format(owed=most))
            self.amount.setFocus()
            return
        why = self.why.given()
        if why is not None:
            chosen = self.line.value() if self._owed else None
            self.answer(KeepWanted(amount, why.text, None if chosen is None else chosen.id))


def _words(one: OpenCharge) -> str:
    return tr("{line}: {owed} owed").format(line=line_words(one), owed=show_money(one.outstanding))


def _reasons(*, used: bool) -> list[str]:
    if used:
        return [tr("payer agreed in writing"), tr("other")]
    return [tr("damage, see the signed sheet"), tr("rubble left behind"), tr("broke the agreement"), tr("other")]
