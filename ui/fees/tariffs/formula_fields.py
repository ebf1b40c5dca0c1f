"""What an amount is computed from: the formula, and only those fields that the chosen formula needs."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.core.language import tr
from app.fees.terms import Formula, TariffTerms, TierSpan
from app.fees.words.price_words import counted_in
from app.meters.kinds import KIND_NAMES, MeterKind
from ui.fees.tariffs.expression_field import ExpressionField
from ui.fees.tariffs.expression_words import PRICE, names_price, problem_of, spelled
from ui.fees.tariffs.field_states import offered
from ui.fees.tariffs.form_fields import price_field
from ui.fees.tariffs.tier_table import TierTable
from ui.fees.terms_words import METHODS, Method, price_unit_words
from ui.fees.two_line_rows import label_on_top
from ui.shell.context import Context
from ui.widgets.choice_field import ChoiceField
from ui.widgets.form import Form

_NO_PRICE = Decimal(0)
_EASY_PRICE = Decimal(100)


class FormulaFields(QObject):
    """The last rows of a form; `changed` with everything typed or chosen."""

    changed = Signal()

    def __init__(self, form: Form, context: Context) -> None:
        super().__init__()
        self._form = form
        self.method: ChoiceField[Method] = ChoiceField(tr("Formula"), offered(METHODS))
        self.meter: ChoiceField[str] = ChoiceField(
            tr("Meter"), [(tr(KIND_NAMES[kind]), kind.value) for kind in MeterKind]
        )
        self.price = price_field()
        self.expression = ExpressionField(context)
        self.tiers = TierTable(context.actions)
        form.add(tr("Formula"), self.method)
        form.add(tr("Meter"), self.meter, hint=tr("One charge for each of a unit's meters of this kind"))
        written = form.add(
            tr("Expression"), self.expression, hint=tr("Yuan a month: figures, + − × ÷, brackets and variables")
        )
        self._price_line = form.add(tr("Price"), self.price)
        self.tiers_line = form.add(
            tr("Tiers"), self.tiers, hint=tr("The last end stays empty: that price holds for all above.")
        )
        self.expression.problem_changed.connect(written.show_problem)
        self.tiers.problem_changed.connect(self.tiers_line.show_problem)
        for high in (self.expression, self.tiers):
            label_on_top(form, high)
        self.method.chosen.connect(self.changed)
        self.meter.chosen.connect(self.changed)
        self.price.textChanged.connect(self.changed)
        self.expression.changed.connect(self.changed)
        self.tiers.changed.connect(self.changed)

    def fields(self) -> dict[str, QWidget]:
        """Every field by a name of its own."""
        formula: dict[str, QWidget] = {"method": self.method, "meter": self.meter, "expression": self.expression}
        return {**formula, "price": self.price, "tiers": self.tiers}

    def offer_all(self) -> None:
        """Offer every formula."""
        self.method.offer(offered(METHODS))
        self.meter.setEnabled(True)

    def offer_like(self, terms: TariffTerms) -> None:
        """Offer what a new version of these terms may have: readings follow on readings, months on months."""
        metered = terms.formula.is_metered
        self.meter.setEnabled(False)
        self.method.offer(offered({way: name for way, name in METHODS.items() if way.formula.is_metered == metered}))

    def fill(self, terms: TariffTerms) -> None:
        """Show what these terms are computed from."""
        self.method.set_value(Method.of(terms))
        self.meter.set_value(terms.meter_kind or MeterKind.WATER.value)
        self.price.set_value(terms.price or None)
        self.expression.setText(terms.expression)
        self.tiers.fill(terms.tiers)

    def apply(self, terms: TariffTerms) -> TariffTerms | None:
        """The terms with the chosen formula and its prices; None while one is missing or cannot be read."""
        method = self.method.value()
        assert method is not None
        formula, tiers, price = method.formula, self.tiers.tiers(), self.price.value()
        expression = self.expression.text().strip()
        if (formula.is_tiered and tiers is None) or (self._needs_price(formula) and price is None):
            return None
        if formula is Formula.EXPRESSION and problem_of(expression):
            return None
        return replace(
            terms,
            formula=formula,
            area_base=method.area_base,
            tier_span=method.tier_span if formula is Formula.TIERED_METERED else TierSpan.MONTH,
            price=price if price is not None and not formula.is_tiered else _NO_PRICE,
            tiers=(tiers or ()) if formula.is_tiered else (),
            meter_kind=(self.meter.value() or "") if formula.is_metered else "",
            expression=expression if formula is Formula.EXPRESSION else "",
        )

    def follow(self) -> None:
        """Show only the fields of the chosen formula, and say what their figures are in."""
        terms = self.chosen()
        formula = terms.formula
        shown = {self.meter: formula.is_metered, self.price: not formula.is_tiered}
        shown |= {self.expression: formula is Formula.EXPRESSION, self.tiers: formula.is_tiered}
        for field, wanted in shown.items():
            self._form.show_row(field, shown=wanted)
        self.price.required = self._needs_price(formula)
        self._price_line.show_hint(_long_unit_words(terms))
        of = counted_in(terms.meter_kind) if formula.is_metered else "㎡"
        self.tiers.show_units(of, price_unit_words(terms))

    def check(self) -> bool:
        """Show the problems of the fields that are seen."""
        formula = self.chosen().formula
        if formula.is_tiered:
            return self.tiers.check()
        if formula is Formula.EXPRESSION and not self.expression.check():
            return False
        return self.price.check()

    def first_of_price(self) -> QWidget:
        """The field in which a price is changed."""
        formula = self.chosen().formula
        if formula.is_tiered:
            return self.tiers.cells()[1]
        if formula is Formula.EXPRESSION and not names_price(self.expression.text()):
            return self.expression.line
        return self.price

    def chosen(self) -> TariffTerms:
        """Terms of the chosen formula at an easy price, for the words beside the fields while no price is typed."""
        method = self.method.value() or Method(Formula.AREA)
        meter = (self.meter.value() or "") if method.formula.is_metered else ""
        return TariffTerms(method.formula, _EASY_PRICE, area_base=method.area_base, meter_kind=meter)

    def _needs_price(self, formula: Formula) -> bool:
        """Whether there is nothing to compute from without the one price."""
        if formula is Formula.EXPRESSION:
            return names_price(self.expression.text())
        return not formula.is_tiered


def _long_unit_words(terms: TariffTerms) -> str:
    if terms.formula is Formula.AREA:
        return tr("yuan per ㎡ and month")
    if terms.formula is Formula.EXPRESSION:
        return tr("What “{price}” stands for; empty where it is not named").format(price=spelled(PRICE))
    if terms.formula.is_metered:
        return tr("yuan per {unit}").format(unit=counted_in(terms.meter_kind))
    return tr("yuan per month")
