"""What a span of days costs by a tariff's formula: exact, and with everything needed to explain it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Context, Decimal, Inexact
from fractions import Fraction

from app.core.periods import Period
from app.fees.terms import AreaBase, Formula, Modifiers, TariffTerms

ONE = Fraction(1)
_EXACT = Context(prec=60, traps=[Inexact])  # a product that had to be rounded would be a bug


@dataclass(frozen=True, slots=True)
class Areas:
    """A unit's areas in ㎡, as far as they are known."""

    building: Decimal | None = None
    inner: Decimal | None = None
    billing: Decimal | None = None

    def base(self, base: AreaBase) -> Decimal | None:
        """The area that a tariff names; None where it is missing or nothing, which no tariff may bill."""
        known = {AreaBase.BUILDING: self.building, AreaBase.INNER: self.inner, AreaBase.BILLING: self.billing}
        return known[base] or None


@dataclass(frozen=True, slots=True)
class PricedLine:
    """One span at one price; prices in yuan per month, area in ㎡ (None for fixed amounts)."""

    period: Period
    months: Fraction
    formula: Formula
    price: Decimal
    area: Decimal | None
    area_base: AreaBase | None
    surcharge: Decimal = Decimal(0)
    minimum: Decimal = Decimal(0)

    def exact(self, factor: Fraction = ONE) -> Fraction:
        """max(price × area × months × factor + surcharge × months, minimum × months) in yuan, not rounded."""
        monthly = Fraction(self.price if self.area is None else _EXACT.multiply(self.price, self.area))
        if factor != 1:
            monthly *= factor
        if self.surcharge or self.minimum:
            monthly = max(monthly + Fraction(self.surcharge), Fraction(self.minimum))
        return monthly * self.months


class NoArea(Exception):  # noqa: N818 - a reason, turned into a skipped unit by the plan
    """The unit lacks the area that the tariff names."""

    def __init__(self, base: AreaBase) -> None:
        super().__init__(base)
        self.base = base


def priced_line(period: Period, months: Fraction, terms: TariffTerms, areas: Areas) -> PricedLine:
    """One line of a charge by the terms valid on its days. Raises NoArea."""
    if terms.formula is Formula.FIXED:
        return PricedLine(period, months, terms.formula, terms.price, None, None, terms.surcharge, terms.minimum)
    area = areas.base(terms.area_base)
    if area is None:
        raise NoArea(terms.area_base)
    base = terms.area_base
    return PricedLine(period, months, terms.formula, terms.price, area, base, terms.surcharge, terms.minimum)


def exact_sum(lines: tuple[PricedLine, ...], modifiers: Modifiers) -> Fraction:
    """The lines of one charge together, in yuan, not rounded."""
    factor = modifiers.factor
    first, *others = (line.exact(factor) for line in lines)
    return sum(others, first)
