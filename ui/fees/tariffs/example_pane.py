"""The pane beside the tariff form: what three real units would pay, while the terms are being typed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.core.language import tr
from app.core.show import show_date, show_money, show_months
from app.fees.billing_plan import SkipReason
from app.fees.words.explain_words import charge_words
from ui.fees.tariffs.expression_words import VARIABLES, spelled
from ui.fees.tariffs.live_example import Example
from ui.widgets.colours import Tone
from ui.widgets.sizes import Pt
from ui.widgets.skip_words import reason_words
from ui.widgets.surface import Pane, Rule, column, row
from ui.widgets.text_label import TextLabel, body, caption, section

_PLACES = 3


class ExamplePane(Pane):
    """Three places that keep their height; the unit, its arithmetic and its amount."""

    def __init__(self) -> None:
        super().__init__("canvas")
        self._period = caption("", Tone.INK2)
        self._places = [ExamplePlace() for _ in range(_PLACES)]
        self._none = body("", Tone.INK2).wrap()
        parts = column(
            section(tr("On three of your units")), self._period, 4, self._none, space=4, margins=(20, 16, 20, 16)
        )
        for place in self._places:
            parts.addWidget(place)
        parts.addStretch(1)
        self.setLayout(parts)
        self.show_examples([])

    def show_examples(self, found: Sequence[Example], *, why_none: str = "") -> None:
        """Show these, at most three; none asks for what is missing."""
        self._none.show_text(why_none or tr("Type a price to see what three of your units would pay."))
        self._none.setVisible(not found)
        self._period.show_text(_shown_words(found))
        for at, place in enumerate(self._places):
            place.setVisible(at < len(found))
            if at < len(found):
                place.show_example(found[at])

    def text(self) -> str:
        """Everything said."""
        return " ".join([self._period.text(), *(place.text() for place in self._places if not place.isHidden())])


class ExamplePlace(QWidget):
    """One unit with what it would pay."""

    def __init__(self) -> None:
        super().__init__()
        self._unit = body("", bold=True)
        self._person = body("", Tone.INK2)
        self._amount = TextLabel("", Pt.SECTION, Tone.INK, bold=True)
        self._words = caption("", Tone.INK2).wrap()
        self._before = caption("", Tone.INK3)
        first = row(self._unit, self._person, None, self._amount, space=8)
        self.setLayout(column(Rule(), 6, first, self._words, self._before, space=2))

    def show_example(self, one: Example) -> None:
        """Show this."""
        self._unit.show_text(one.unit.code)
        self._person.show_text(one.unit.person)
        charge = one.charge
        if charge is None:
            self._amount.show_text("—", Tone.WARN)
            self._words.show_text(_why_words(one))
        else:
            self._amount.show_text(show_money(charge.amount), Tone.INK)
            self._words.show_text("\n".join(charge_words(charge.explain, charge.amount)))
        self._before.show_text(
            "" if one.before is None else tr("so far {amount}").format(amount=show_money(one.before))
        )
        self._before.setVisible(one.before is not None)
        self.setAccessibleName(self.text())

    def text(self) -> str:
        """Everything said."""
        return " ".join(label.text() for label in (self._unit, self._amount, self._words, self._before) if label.text())


def _shown_words(found: Sequence[Example]) -> str:
    """Which days are shown; of readings, whether they are real."""
    if any(one.invented for one in found):
        return tr("No readings yet: invented, 10 used in a month")
    charges = [one.charge for one in found if one.charge is not None]
    if not charges:
        return ""
    if charges[0].terms.formula.is_metered:
        return tr("By the last readings of each")
    months = show_months(charges[0].period.first, charges[0].period.until)
    return tr("{period}, due {day}").format(period=months, day=show_date(charges[0].due_on))


def _why_words(one: Example) -> str:
    """Why the unit would be charged nothing."""
    assert one.reason is not None
    if one.reason is SkipReason.NO_AREA:
        return tr("This area is not entered for the unit: it would be skipped, with this reason.")
    reason = reason_words(one.reason)
    if one.about in VARIABLES:
        reason = tr("{reason}: “{variable}” is not entered for the unit")
        reason = reason.format(reason=reason_words(one.reason), variable=spelled(one.about))
    elif one.about:
        reason = f"{reason}: {one.about}"
    return tr("It would be skipped: {reason}.").format(reason=reason)
