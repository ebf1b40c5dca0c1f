"""The late fee of a tariff: rate, days of grace and cap, with the worked example under the rate."""

from __future__ import annotations

from decimal import Decimal

from app.core.language import tr
from app.fees.terms import LateFeeTerms
from ui.fees.tariffs.form_fields import cap_field, grace_field, rate_field
from ui.fees.tariffs.rate_words import is_unusual, rate_words, worked_example
from ui.widgets.form import Form

_WHOLE = Decimal(1)


class LateFeeFields:
    """Three fields of one form; an empty rate means no late fee."""

    def __init__(self, form: Form) -> None:
        self.rate, self.grace, self.cap = rate_field(), grace_field(), cap_field()
        self._kept = ""  # a rate typed for the office's own money, while an item held for others is chosen
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

    def follow(self, *, held: bool) -> None:
        """Money held for others bears no late fee; grace and cap mean something only with a rate."""
        if held != self.rate.isReadOnly():
            self.rate.lock(locked=held)
            self._kept, shown = self.rate.text(), self._kept
            self.rate.setText("" if held else shown)
        for field in (self.grace, self.cap):
            field.lock(locked=held or self.rate.value() is None)
        self._example.show_hint(self._hint(held=held))

    def _hint(self, *, held: bool) -> str:
        if held:
            return tr("Money held for others bears no late fee")
        terms = self.terms()
        if terms is None:
            return tr("Empty: none. Else the contract's rate with its sign: 0.5‰, 0.05%, 万分之五")
        words = rate_words(terms.daily_rate)
        if is_unusual(terms.daily_rate):
            words = tr("High: {rate}").format(rate=words)
        return f"{words}\n{worked_example(terms)}"
