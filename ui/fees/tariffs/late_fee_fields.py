"""The late fee of a tariff: rate, days of grace and cap, with the worked example under the rate."""

from __future__ import annotations

from decimal import Decimal

from app.core.language import tr
from app.fees.money_of import MoneyOf
from app.fees.terms import LateFeeTerms
from ui.fees.tariffs.form_fields import cap_field, grace_field, rate_field
from ui.fees.tariffs.held_words import LATE_FEE_CARE
from ui.fees.tariffs.rate_words import is_unusual, rate_words, worked_example
from ui.widgets.form import Form

_WHOLE = Decimal(1)


class LateFeeFields:
    """Three fields of one form; an empty rate means no late fee."""

    def __init__(self, form: Form) -> None:
        self.rate, self.grace, self.cap = rate_field(), grace_field(), cap_field()
        self._example = form.add(tr("Late fee a day"), self.rate)
        form.add(
            tr("Days of grace"), self.grace, hint=tr("None up to so many days; after that, counted from the due date")
        )
        form.add(tr("At most"), self.cap, hint=tr("% of the charge; 100 is usual"))

    def fill(self, terms: LateFeeTerms | None) -> None:
        """Show these terms."""
        self.rate.set_value(terms.daily_rate if terms else None)
        self.grace.set_value(terms.grace_days if terms else 0)
        self.cap.set_value(terms.cap if terms else _WHOLE)

    def terms(self) -> LateFeeTerms | None:
        """What the fields say."""
        rate, grace, cap = self.rate.value(), self.grace.value(), self.cap.value()
        if rate is None:
            return None
        return LateFeeTerms(rate, grace or 0, _WHOLE if cap is None else cap)

    def follow(self, money_of: MoneyOf) -> None:
        """Say what a rate means for this money; grace and cap mean something only with a rate."""
        for field in (self.grace, self.cap):
            field.lock(locked=self.rate.value() is None)
        self._example.show_hint(self._hint(money_of))

    def _hint(self, money_of: MoneyOf) -> str:
        terms = self.terms()
        if terms is None:
            return tr(LATE_FEE_CARE[money_of])
        words = rate_words(terms.daily_rate)
        if is_unusual(terms.daily_rate):
            words = tr("High: {rate}").format(rate=words)
        return f"{words}\n{worked_example(terms)}"
