"""The terms that most tariffs leave as they are: folded away under one key, each with its example in words."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.core.language import tr
from app.core.periods import Convention
from app.core.rounding import Rounding
from app.core.show import show_decimal
from app.fees.money_of import MoneyOf
from app.fees.terms import FIRST_PAYMENTS, Anchor, Escalation, Pays, TariffTerms
from ui.fees.tariffs import term_examples as example
from ui.fees.tariffs.field_states import offered
from ui.fees.tariffs.form_fields import extra_field, lead_field, rise_field, rise_months_field
from ui.fees.tariffs.held_words import MINIMUM_CARE, SURCHARGE_CARE
from ui.fees.terms_words import ANCHORS, CONVENTIONS, PAYS, ROUNDINGS, rise_words
from ui.fees.two_line_rows import keep_two_lines
from ui.widgets.choice_field import ChoiceField
from ui.widgets.error_line import ErrorLine
from ui.widgets.form import Form
from ui.widgets.sizes import gap
from ui.widgets.typed_field import TypedField

_YEAR = 12
_NOTHING = Decimal(0)


class MoreTerms(QWidget):
    """Two forms: what is added to an amount, and how its months are counted; `changed` with everything typed."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.amount, self.months = Form(), Form()
        self.rounding: ChoiceField[tuple[Rounding, int]] = ChoiceField(tr("Rounding"), offered(ROUNDINGS))
        self.surcharge, self.minimum = extra_field(tr("Surcharge")), extra_field(tr("At least"))
        self.rise, self.rise_months = rise_field(), rise_months_field()
        self.anchor: ChoiceField[Anchor] = ChoiceField(tr("Counted in"), offered(ANCHORS))
        self.convention: ChoiceField[Convention] = ChoiceField(tr("Part months"), offered(CONVENTIONS))
        self.pays: ChoiceField[Pays] = ChoiceField(tr("Paid"), offered(PAYS))
        self.first_payment: ChoiceField[int] = ChoiceField(tr("First payment"), _first_payments())
        self.lead = lead_field()
        self._hints: dict[QWidget, ErrorLine] = {}
        self._fill_forms()
        self._lay_out()

    def fields(self) -> dict[str, QWidget]:
        """Every field by a name of its own, in the order in which Tab reaches them."""
        amount: dict[str, QWidget] = {"rounding": self.rounding, "surcharge": self.surcharge, "minimum": self.minimum}
        rise: dict[str, QWidget] = {"rise": self.rise, "rise_months": self.rise_months}
        months: dict[str, QWidget] = {"anchor": self.anchor, "convention": self.convention, "pays": self.pays}
        return {**amount, **rise, **months, "first_payment": self.first_payment, "lead": self.lead}

    def fill(self, terms: TariffTerms) -> None:
        """Show what these terms say of it."""
        self.rounding.set_value((terms.rounding, terms.rounding_unit_fen))
        self.surcharge.set_value(terms.surcharge or None)
        self.minimum.set_value(terms.minimum or None)
        rise = terms.escalation
        self.rise.set_value(rise.percent if rise else None)
        self.rise_months.set_value(rise.every_months if rise else _YEAR)
        self.anchor.set_value(terms.anchor)
        self.convention.set_value(terms.convention)
        self.pays.set_value(terms.pays)
        self.first_payment.set_value(terms.first_payment_months)
        self.lead.set_value(terms.lead_days)

    def apply(self, terms: TariffTerms) -> TariffTerms:
        """The terms with what is said here; what cannot be read is as if it were empty."""
        rounding = self.rounding.value()
        assert rounding is not None
        said = replace(
            terms,
            rounding=rounding[0],
            rounding_unit_fen=rounding[1],
            surcharge=self.surcharge.value() or _NOTHING,
            minimum=self.minimum.value() or _NOTHING,
            escalation=self._rise(),
        )
        return said if terms.formula.is_metered else self._with_months(said)

    def follow(self, terms: TariffTerms, money_of: MoneyOf) -> None:
        """Bring hints in step with what is chosen, and with whose money it is."""
        by_month = not terms.formula.is_metered
        for field in (self.anchor, self.convention, self.pays, self.first_payment, self.lead):
            self.months.show_row(field, shown=by_month)
        self._say_amount(terms, money_of)
        if by_month:
            self._say_months(terms)

    def words(self, terms: TariffTerms) -> str:
        """What is said here and is not as usual, in one line; empty when all is as usual."""
        usual = TariffTerms(terms.formula, terms.price)
        rounding, usually = (terms.rounding, terms.rounding_unit_fen), (usual.rounding, usual.rounding_unit_fen)
        said = [tr(ROUNDINGS[rounding])] if rounding != usually else []
        if terms.surcharge:
            said.append(tr("surcharge {amount}").format(amount=show_decimal(terms.surcharge)))
        if terms.minimum:
            said.append(tr("at least {amount}").format(amount=show_decimal(terms.minimum)))
        if terms.escalation is not None:
            said.append(rise_words(terms.escalation))
        if not terms.formula.is_metered:
            said += _unusual_months(terms)
        return tr(", ").join(said)

    def check(self) -> bool:
        """Show every problem; whether all can be read."""
        months = self.months.check()
        return self.amount.check() and months

    @property
    def has_problem(self) -> bool:
        """Whether something here cannot be read, so that it has to be unfolded."""
        return any(field.text().strip() and field.value() is None for field in self._typed())

    def fold(self, *, narrow: bool) -> None:
        """One form below the other where there is little room."""
        self._grid.addWidget(self.months, *((1, 0) if narrow else (0, 1)), Qt.AlignmentFlag.AlignTop)
        self._grid.setColumnStretch(1, 0 if narrow else 1)
        for form in (self.amount, self.months):
            keep_two_lines(form, kept=not narrow)

    def _typed(self) -> list[TypedField[Decimal] | TypedField[int]]:
        return [self.surcharge, self.minimum, self.rise, self.rise_months, self.lead]

    def _rise(self) -> Escalation | None:
        percent = self.rise.value()
        return None if percent is None else Escalation(percent, self.rise_months.value() or _YEAR)

    def _with_months(self, terms: TariffTerms) -> TariffTerms:
        return replace(
            terms,
            anchor=self.anchor.value() or Anchor.CALENDAR,
            convention=self.convention.value() or Convention.EXACT_DAYS,
            pays=self.pays.value() or Pays.BEFORE,
            first_payment_months=self.first_payment.value() or 0,
            lead_days=self.lead.value() or 0,
        )

    def _say_amount(self, terms: TariffTerms, money_of: MoneyOf) -> None:
        self._hints[self.surcharge].show_hint(tr(SURCHARGE_CARE[money_of]))
        self._hints[self.minimum].show_hint(tr(MINIMUM_CARE[money_of]))
        rise = self._rise()
        shown = terms.price or (terms.tiers[0].price if terms.tiers else Decimal(0))
        said = example.rise_example(rise, shown) if rise and shown else tr("Percent of the price; empty: never")
        self._hints[self.rise].show_hint(said)

    def _say_months(self, terms: TariffTerms) -> None:
        self._hints[self.anchor].show_hint(example.anchor_example(terms.anchor, terms.cycle_months))
        self._hints[self.convention].show_hint(example.convention_example(terms.convention))
        self._hints[self.pays].show_hint(example.pays_example(terms.pays, terms.due_day))
        first = example.first_payment_example(terms.first_payment_months, terms.cycle_months)
        self._hints[self.first_payment].show_hint(first)
        self._hints[self.lead].show_hint(example.lead_example(terms.lead_days))

    def _fill_forms(self) -> None:
        rows: list[tuple[Form, str, QWidget, str]] = [
            (self.amount, tr("Rounding"), self.rounding, tr("Once, at the end of each charge")),
            (self.amount, tr("Surcharge"), self.surcharge, ""),
            (self.amount, tr("At least"), self.minimum, ""),
            (self.amount, tr("Rises by"), self.rise, ""),
            (self.amount, tr("Every"), self.rise_months, tr("months since the tariff lies on the unit")),
            (self.months, tr("Counted in"), self.anchor, ""),
            (self.months, tr("Part months"), self.convention, ""),
            (self.months, tr("Paid"), self.pays, ""),
            (self.months, tr("First payment"), self.first_payment, ""),
            (self.months, tr("Days ahead"), self.lead, ""),
        ]
        for form, label, field, hint in rows:
            self._hints[field] = form.add(label, field, hint=hint)
        for field in self.fields().values():
            if isinstance(field, ChoiceField):
                field.chosen.connect(self.changed)
            elif isinstance(field, TypedField):
                field.textChanged.connect(self.changed)

    def _lay_out(self) -> None:
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(gap(32))
        self._grid.setColumnStretch(0, 1)
        self._grid.addWidget(self.amount, 0, 0, Qt.AlignmentFlag.AlignTop)
        self.fold(narrow=False)


def _first_payments() -> list[tuple[str, int]]:
    words = {0: tr("like every other"), 6: tr("6 months"), 12: tr("12 months")}
    return [(words[months], months) for months in FIRST_PAYMENTS]


def _unusual_months(terms: TariffTerms) -> list[str]:
    said = [tr(ANCHORS[terms.anchor])] if terms.anchor is not Anchor.CALENDAR else []
    if terms.convention is not Convention.EXACT_DAYS:
        said.append(tr(CONVENTIONS[terms.convention]))
    if terms.pays is not Pays.BEFORE:
        said.append(tr("paid after use"))
    if terms.first_payment_months:
        said.append(tr("first payment {n} months").format(n=terms.first_payment_months))
    if terms.lead_days:
        said.append(tr("billed {n} days ahead").format(n=terms.lead_days))
    return said
