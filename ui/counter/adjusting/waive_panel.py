"""Letting go of a part or all of one line: its principal or its late fee, how much, why; what stays is shown."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.language import tr
from app.core.money import NOTHING, Money
from app.core.show import show_money, show_months
from app.fees.charges import OpenCharge
from ui.counter.adjusting.kept_panel import KeptPanel
from ui.counter.adjusting.reason_fields import ReasonFields, Why, waiver_reasons
from ui.shell.actions import ActionRegistry
from ui.widgets.choice_field import ChoiceField
from ui.widgets.colours import Tone
from ui.widgets.form import Form
from ui.widgets.key_button import Kind
from ui.widgets.money_field import MoneyField
from ui.widgets.text_label import body, caption


@dataclass(frozen=True, slots=True)
class WaiverWanted:
    """How much of which part is let go, and why."""

    late_fee: bool
    amount: Money
    why: Why


class WaivePanel(KeptPanel[WaiverWanted]):
    """Offers the late fee first, where one is owed; Esc leaves the line as it is."""

    def __init__(self, one: OpenCharge, limit: Money, before: WaiverWanted | None = None) -> None:
        super().__init__(tr("Waive a part of {line}").format(line=line_words(one)), width=560)
        self._one = one
        self.part: ChoiceField[bool] = ChoiceField(tr("Of what"), _parts(one))
        self.amount = MoneyField(tr("Amount"), required=True)
        self._form = Form()
        self._form.add(tr("Of what"), self.part)
        self._form.add(tr("Amount"), self.amount)
        self.why = ReasonFields(self._form, waiver_reasons())
        self._stays = body("", Tone.INK)
        self.body.addWidget(self._form)
        self.body.addWidget(self._stays)
        sentence = tr(
            "Above {limit} on one charge a supervisor has to agree. The charge itself stays as it was written."
        )
        self.body.addWidget(caption(sentence.format(limit=show_money(limit)), Tone.INK2).wrap())
        self.part.chosen.connect(self._on_part)
        self.amount.value_changed.connect(self._show_stays)
        self._on_part(self.part.value())
        self.setFocusProxy(self.part)
        if before is not None:
            self.part.set_value(before.late_fee)
            self.amount.set_value(before.amount)
            self.why.show(before.why)

    def add_actions(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "back", tr("Back"), "Esc", self.give_up)
        self.add_button(actions, "waive", tr("Waive it"), ("F9", "Ctrl+Return"), self._on_waive, Kind.PRIMARY)

    def stays(self) -> str:
        """What is said to stay owed."""
        return self._stays.text()

    def _owed(self) -> Money:
        return self._one.late_fee_owed if self.part.value() else self._one.outstanding

    def _on_part(self, late_fee: object) -> None:
        self.amount.set_value(self._one.late_fee_owed if late_fee else None)
        self._show_stays()

    def _show_stays(self) -> None:
        off = self.amount.value() or NOTHING
        rest = self._owed() - off
        if rest < NOTHING:
            self._stays.show_text(tr("Only {owed} is owed of it").format(owed=show_money(self._owed())), Tone.DANGER)
            return
        words = tr("{owed} − {off}: {rest} stays owed of it")
        facts = {"owed": show_money(self._owed()), "off": show_money(off), "rest": show_money(rest)}
        self._stays.show_text(words.format(**facts), Tone.INK)

    def _on_waive(self) -> None:
        if not self._form.check():
            return
        amount = self.amount.value()
        if amount is None or not NOTHING < amount <= self._owed():
            problem = tr("Type an amount above zero, at most {owed}.").format(owed=show_money(self._owed()))
            self.amount.show_problem(problem)
            self.amount.setFocus()
            return
        why = self.why.given()
        if why is not None:
            self.answer(WaiverWanted(bool(self.part.value()), amount, why))


def line_words(one: OpenCharge) -> str:
    """A line by its name and months."""
    period = "" if one.first is None or one.until is None else show_months(one.first, one.until)
    return f"{one.name} {period}".strip()


def _parts(one: OpenCharge) -> list[tuple[str, bool]]:
    late = tr("Late fee, {owed} owed").format(owed=show_money(one.late_fee_owed))
    principal = tr("Principal, {owed} owed").format(owed=show_money(one.outstanding))
    return [
        *([(late, True)] if one.late_fee_owed else []),
        *([(principal, False)] if one.outstanding else []),
    ]
