"""The terms of a tariff in the words of the person who answers for them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from app.core.language import mark, tr, tr_n
from app.core.rounding import Rounding
from app.core.show import show_decimal
from app.fees.explain_words import days_words, price_words, show_rate
from app.fees.money_of import MoneyOf
from app.fees.terms import Anchor, AreaBase, Formula, LateFeeTerms, Pays, TariffTerms

AREA_BASES: dict[AreaBase, str] = {
    AreaBase.BUILDING: mark("building area"),
    AreaBase.INNER: mark("inner area"),
    AreaBase.BILLING: mark("billing area"),
}
METHODS: dict[tuple[Formula, AreaBase], str] = {
    (Formula.AREA, AreaBase.BUILDING): mark("by building area"),
    (Formula.AREA, AreaBase.INNER): mark("by inner area"),
    (Formula.AREA, AreaBase.BILLING): mark("by billing area"),
    (Formula.FIXED, AreaBase.BUILDING): mark("fixed amount"),
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
        Fact(tr("Cycle"), cycle_words(terms)),
        Fact(tr("Due day"), due_words(terms)),
        Fact(tr("Late fee"), late_fee_terms_words(terms.late_fee)),
        Fact(tr("Rounding"), rounding),
    ]


def price_and_base(terms: TariffTerms) -> str:
    """`1.85 yuan/㎡·month × building area`, with what is added and the least that is charged."""
    words = price_words(terms)
    if terms.formula is Formula.AREA:
        words = f"{words} × {tr(AREA_BASES[terms.area_base])}"
    if terms.surcharge:
        words += tr(", plus {surcharge} yuan/month").format(surcharge=show_decimal(terms.surcharge))
    if terms.minimum:
        words += tr(", at least {minimum} yuan/month").format(minimum=show_decimal(terms.minimum))
    return words


def cycle_words(terms: TariffTerms) -> str:
    """How often, and from which day where cycles are the unit's own."""
    words = tr(CYCLE_NAMES[terms.cycle_months])
    return words if terms.anchor is Anchor.CALENDAR else tr("{cycle}, from the unit's own day").format(cycle=words)


def due_words(terms: TariffTerms) -> str:
    """The day of the month by which a period is to be paid."""
    day = due_day_words(terms.due_day)
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
