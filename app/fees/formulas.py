"""What a span of days costs by a tariff's formula: exact, and with everything needed to explain it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Context, Decimal, Inexact
from fractions import Fraction

from app.core.periods import Period
from app.fees.escalation import growth
from app.fees.expression import evaluate, names_in
from app.fees.skip_reason import NotComputable, SkipReason
from app.fees.terms import UNCHANGED, AreaBase, Escalation, Formula, Modifiers, Tier, TierSpan, factor_of
from app.fees.tiers import NONE, ONE, TierPart, exactly, tier_parts, tiers_amount

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


class NoArea(NotComputable):
    """The unit lacks the area that the tariff names."""

    def __init__(self, base: AreaBase) -> None:
        super().__init__(SkipReason.NO_AREA)
        self.base = base


@dataclass(frozen=True, slots=True)
class PricedLine:
    """One span at one price; prices in yuan per month or per unit of usage, area in ㎡ (None for fixed amounts).

    `usage` is set where usage is charged, `so_far` is that of the calendar year before it; `steps` is how often the
    price has grown; `vacant` is the factor granted for these days, None where the assignment's own holds; `values` are
    what an expression's variables were.
    """

    period: Period
    months: Fraction
    formula: Formula
    price: Decimal
    area: Decimal | None
    area_base: AreaBase | None
    surcharge: Decimal = Decimal(0)
    minimum: Decimal = Decimal(0)
    tiers: tuple[Tier, ...] = ()
    tier_span: TierSpan = TierSpan.MONTH
    usage: Fraction | None = None
    so_far: Fraction = NONE
    meter_kind: str = ""
    escalation: Escalation | None = None
    steps: int = 0
    vacant: Decimal | None = None
    expression: str = ""
    values: tuple[tuple[str, Decimal], ...] = ()

    @property
    def growth(self) -> Fraction:
        """What escalation has made of the price so far: 1 before its first step."""
        return growth(self.escalation, self.steps) if self.escalation is not None and self.steps else ONE

    @property
    def parts(self) -> tuple[TierPart, ...]:
        """The quantity cut by tiers, at prices before escalation; monthly tiers are as wide as the months."""
        if self.usage is None:
            return tier_parts(self.tiers, Fraction(self.area or 0))
        if self.tier_span is TierSpan.MONTH:
            return tier_parts(self.tiers, self.usage, scale=self.months)
        return tier_parts(self.tiers, self.usage, self.so_far)

    def by_formula(self) -> Fraction:
        """The formula at the price after escalation, in yuan. Raises NotComputable (an expression that fails)."""
        if self.usage is not None:
            plain = tiers_amount(self.parts) if self.tiers else self.usage * exactly(self.price)
        else:
            plain = self._monthly()
            if self.months != 1:
                plain *= self.months
        return plain if not self.steps or self.expression else plain * self.growth

    def _monthly(self) -> Fraction:
        if self.expression:
            return self.expression_value()
        if self.tiers:
            return tiers_amount(self.parts)
        return exactly(self.price) if self.area is None else Fraction(_EXACT.multiply(self.price, self.area))

    def expression_value(self) -> Fraction:
        """What the expression gives for one month, in yuan; its `price` is the one after escalation."""
        return evaluate(self.expression, dict(self.values) | {"price": exactly(self.price) * self.growth})

    def factor(self, modifiers: Modifiers) -> Fraction:
        """Coefficient × vacant factor; an expression that names the coefficient has it inside already."""
        if modifiers is UNCHANGED and self.vacant is None:
            return ONE
        vacant = modifiers.vacant_factor if self.vacant is None else self.vacant
        inside = self.expression and "coefficient" in names_in(self.expression)
        return factor_of(Decimal(1) if inside else modifiers.coefficient, vacant)

    def exact(self, modifiers: Modifiers) -> Fraction:
        """The formula × coefficient × vacant factor + surcharge × months, in yuan, not rounded."""
        amount = self.by_formula()
        factor = self.factor(modifiers)
        if factor is not ONE:
            amount *= factor
        return amount + exactly(self.surcharge) * self.months if self.surcharge else amount

    def least(self) -> Fraction:
        """The minimum × months, in yuan."""
        return exactly(self.minimum) * self.months if self.minimum else NONE


def exact_sum(lines: Sequence[PricedLine], modifiers: Modifiers) -> Fraction:
    """One charge in yuan, not rounded: the sum of its lines, or the minimum over all its months where that is more."""
    first, *others = (line.exact(modifiers) for line in lines)
    whole = sum(others, first)
    return max(whole, least_of(lines)) if any(line.minimum for line in lines) else whole


def least_of(lines: Sequence[PricedLine]) -> Fraction:
    """What a charge of these lines costs at least, in yuan."""
    return sum((line.least() for line in lines if line.minimum), NONE)
