"""The terms of a tariff in the words of the person who answers for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from app.core.language import mark, tr, tr_n
from app.core.periods import Convention
from app.core.rounding import Rounding
from app.core.show import show_decimal
from app.fees.money_of import MoneyOf
from app.fees.terms import Anchor, AreaBase, Escalation, Formula, LateFeeTerms, Pays, TariffTerms, Tier, TierSpan
from app.fees.words.explain_words import days_words, mandate_words, months_words, show_rate
from app.fees.words.price_words import counted_in, price_words
from app.meters.kinds import KIND_NAMES, MeterKind

AREA_BASES: dict[AreaBase, str] = {
    AreaBase.BUILDING: mark("building area"),
    AreaBase.INNER: mark("inner area"),
    AreaBase.BILLING: mark("billing area"),
}


@dataclass(frozen=True, slots=True)
class Method:
    """One way to compute an amount, as the form offers it: the formula, and what it is taken of."""

    formula: Formula
    area_base: AreaBase = AreaBase.BUILDING
    tier_span: TierSpan = TierSpan.MONTH

    @classmethod
    def of(cls, terms: TariffTerms) -> Method:
        """The way that these terms say; what the formula does not use is left at its usual value."""
        by_area = terms.formula in (Formula.AREA, Formula.TIERED_AREA)
        tiered_usage = terms.formula is Formula.TIERED_METERED
        return cls(
            terms.formula,
            terms.area_base if by_area else AreaBase.BUILDING,
            terms.tier_span if tiered_usage else TierSpan.MONTH,
        )


METHODS: dict[Method, str] = {
    Method(Formula.AREA): mark("by building area"),
    Method(Formula.AREA, AreaBase.INNER): mark("by inner area"),
    Method(Formula.AREA, AreaBase.BILLING): mark("by billing area"),
    Method(Formula.FIXED): mark("fixed amount"),
    Method(Formula.TIERED_AREA): mark("tiers of building area"),
    Method(Formula.TIERED_AREA, AreaBase.INNER): mark("tiers of inner area"),
    Method(Formula.TIERED_AREA, AreaBase.BILLING): mark("tiers of billing area"),
    Method(Formula.METERED): mark("by meter"),
    Method(Formula.TIERED_METERED): mark("by meter, tiers of each month"),
    Method(Formula.TIERED_METERED, tier_span=TierSpan.YEAR): mark("by meter, tiers of the calendar year"),
    Method(Formula.EXPRESSION): mark("own expression"),
}
CYCLE_NAMES: dict[int, str] = {
    1: mark("monthly"),
    3: mark("quarterly"),
    6: mark("half-yearly"),
    12: mark("yearly"),
}
WHOSE: dict[MoneyOf, str] = {
    MoneyOf.OWN: mark("the office's own"),
    MoneyOf.OWNERS: mark("held for the owners"),
    MoneyOf.SUPPLIER: mark("held for a supplier"),
    MoneyOf.DEPOSIT: mark("a deposit, given back later"),
}
ROUNDINGS: dict[tuple[Rounding, int], str] = {
    (Rounding.HALF_UP, 1): mark("half up to the fen"),
    (Rounding.UP, 1): mark("up to the fen"),
    (Rounding.DOWN, 1): mark("down to the fen"),
    (Rounding.HALF_UP, 10): mark("half up to the jiao"),
    (Rounding.UP, 10): mark("up to the jiao"),
    (Rounding.DOWN, 10): mark("down to the jiao"),
    (Rounding.HALF_UP, 100): mark("half up to the yuan"),
    (Rounding.UP, 100): mark("up to the yuan"),
    (Rounding.DOWN, 100): mark("down to the yuan"),
}
CONVENTIONS: dict[Convention, str] = {
    Convention.EXACT_DAYS: mark("by exact days"),
    Convention.THIRTY_DAY: mark("months of 30 days"),
    Convention.HALF: mark("half months"),
    Convention.WHOLE: mark("whole months"),
}
ANCHORS: dict[Anchor, str] = {
    Anchor.CALENDAR: mark("calendar months"),
    Anchor.OWN: mark("the unit's own months"),
}
PAYS: dict[Pays, str] = {Pays.BEFORE: mark("before use"), Pays.AFTER: mark("after use")}
SPANS: dict[TierSpan, str] = {
    TierSpan.MONTH: mark("tiers of each month"),
    TierSpan.YEAR: mark("tiers of the calendar year"),
}
LAST_DAY = 31


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that a tariff says: its name, and what it says of it."""

    name: str
    words: str


def terms_facts(terms: TariffTerms) -> list[Fact]:
    """Everything that the terms say, a fact each, in the order in which a resident asks."""
    rounding = tr(ROUNDINGS[terms.rounding, terms.rounding_unit_fen])
    return [
        Fact(tr("Price"), price_and_base(terms)),
        *_meter_facts(terms),
        *_rise_facts(terms),
        Fact(tr("Cycle"), cycle_words(terms)),
        *_part_facts(terms),
        Fact(tr("Due day"), due_words(terms)),
        Fact(tr("Late fee"), late_fee_terms_words(terms.late_fee)),
        *_mandate_facts(terms),
        Fact(tr("Rounding"), rounding),
    ]


def _meter_facts(terms: TariffTerms) -> list[Fact]:
    if not terms.formula.is_metered:
        return []
    return [Fact(tr("Meter"), tr(KIND_NAMES[MeterKind(terms.meter_kind)]) if terms.meter_kind else tr("any"))]


def _mandate_facts(terms: TariffTerms) -> list[Fact]:
    return [Fact(tr("Mandate"), mandate_words(terms.mandate))] if terms.mandate else []


def _rise_facts(terms: TariffTerms) -> list[Fact]:
    return [Fact(tr("Price rises"), rise_words(terms.escalation))] if terms.escalation else []


def _part_facts(terms: TariffTerms) -> list[Fact]:
    """What is told only where it is not as usual: parts of months, the first payment, the days ahead."""
    if terms.formula.is_metered:
        return []
    facts = []
    if terms.convention is not Convention.EXACT_DAYS:
        facts.append(Fact(tr("Part months"), tr(CONVENTIONS[terms.convention])))
    if terms.first_payment_months:
        facts.append(Fact(tr("First payment"), months_words(Fraction(terms.first_payment_months))))
    if terms.lead_days:
        facts.append(Fact(tr("Billed ahead"), days_words(terms.lead_days)))
    return facts


def rise_words(rise: Escalation) -> str:
    """`5% after every 12 months`."""
    months = months_words(Fraction(rise.every_months))
    return tr("{percent}% after every {months}").format(percent=show_decimal(rise.percent, 0), months=months)


def price_and_base(terms: TariffTerms) -> str:
    """`1.85 yuan/㎡·month × building area`, with what is added and the least that is charged."""
    words = short_price_words(terms)
    if terms.formula in (Formula.AREA, Formula.TIERED_AREA):
        words = f"{words} × {tr(AREA_BASES[terms.area_base])}"
    if terms.formula is Formula.TIERED_METERED:
        words = f"{words}; {tr(SPANS[terms.tier_span])}"
    if terms.surcharge:
        words += tr(", plus {surcharge} yuan/month").format(surcharge=show_decimal(terms.surcharge))
    if terms.minimum:
        words += tr(", at least {minimum} yuan/month").format(minimum=show_decimal(terms.minimum))
    return words


def short_price_words(terms: TariffTerms) -> str:
    """The price alone, tiers with their ends: `3.20 yuan/m³`, `up to 90: 1.50, above: 2.20 yuan/㎡·month`."""
    if terms.formula.is_tiered:
        return f"{tiers_words(terms.tiers)} {price_unit_words(terms)}"
    return price_words(terms)


def tiers_words(tiers: Sequence[Tier]) -> str:
    """`up to 216: 2.07, up to 300: 4.07, above: 6.07`."""
    return tr(", ").join(_tier_words(tier) for tier in tiers)


def _tier_words(tier: Tier) -> str:
    price = show_decimal(tier.price)
    if tier.up_to is None:
        return tr("above: {price}").format(price=price)
    return tr("up to {end}: {price}").format(end=show_decimal(tier.up_to, 0), price=price)


def price_unit_words(terms: TariffTerms) -> str:
    """What a price of these terms is in: `yuan/㎡·month`, `yuan/month`, `yuan/m³`."""
    if terms.formula in (Formula.AREA, Formula.TIERED_AREA):
        return tr("yuan/㎡·month")
    if terms.formula.is_metered:
        return tr("yuan/{unit}").format(unit=counted_in(terms.meter_kind))
    return tr("yuan/month")


def cycle_words(terms: TariffTerms) -> str:
    """How often, and from which day where cycles are the unit's own."""
    words = tr(CYCLE_NAMES[terms.cycle_months])
    if terms.formula.is_metered:
        return tr("each reading, {cycle}").format(cycle=words)
    return words if terms.anchor is Anchor.CALENDAR else tr("{cycle}, from the unit's own day").format(cycle=words)


def due_words(terms: TariffTerms) -> str:
    """The day of the month by which a period is to be paid."""
    day = due_day_words(terms.due_day)
    if terms.formula.is_metered:
        return tr("{day}, after the reading").format(day=day)
    if terms.pays is Pays.AFTER:
        return tr("{day}, after the period").format(day=day)
    return day if terms.cycle_months == 1 else tr("{day} of the first month").format(day=day)


def due_day_words(day: int) -> str:
    """`day 5`; the 31st stands for the last day of every month."""
    return tr("the last day") if day == LAST_DAY else tr("day {n}").format(n=day)


def late_fee_terms_words(late_fee: LateFeeTerms | None) -> str:
    """Rate, grace and cap; or that there is none."""
    if late_fee is None:
        return tr("none")
    words = tr("{rate} a day").format(rate=show_rate(late_fee.daily_rate))
    if late_fee.grace_days:
        words += tr(", none up to {days}").format(days=days_words(late_fee.grace_days))
    return words + tr(", at most {cap} of the charge").format(cap=show_share(late_fee.cap))


def show_share(share: Decimal) -> str:
    """A fraction in percent: `100%`."""
    return f"{show_decimal(share * 100, 0)}%"


def units_words(count: int) -> str:
    """`1 unit`, `302 units`."""
    return tr_n("{n} unit", "{n} units", count).format(n=f"{count:,}")


def charges_words(count: int) -> str:
    """`1 charge`, `302 charges`."""
    return tr_n("{n} charge", "{n} charges", count).format(n=f"{count:,}")
