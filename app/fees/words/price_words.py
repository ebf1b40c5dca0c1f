"""A price with what it is for: `1.85 yuan/㎡·month`, `3.20 yuan/m³`."""

from __future__ import annotations

from fractions import Fraction

from app.core.language import language, mark, tr
from app.fees.expression import in_chinese
from app.fees.formulas import PricedLine
from app.fees.terms import Formula, TariffTerms
from app.fees.words.figure_words import show_exact

_COUNTED = {"water": mark("m³"), "gas": mark("m³"), "electricity": mark("kWh"), "heat": mark("kWh")}


def counted_in(meter_kind: str) -> str:
    """What a meter counts: `m³`, `kWh`; `unit of usage` where its kind is not said."""
    return tr(_COUNTED.get(meter_kind, mark("unit of usage")))


def priced(price: Fraction | str, formula: Formula, meter_kind: str = "") -> str:
    """A price, or prices put together, in yuan for what the formula counts."""
    shown = price if isinstance(price, str) else show_exact(price)
    if formula.is_metered:
        return tr("{price} yuan/{unit}").format(price=shown, unit=counted_in(meter_kind))
    if formula in (Formula.AREA, Formula.TIERED_AREA):
        return tr("{price} yuan/㎡·month").format(price=shown)
    return tr("{price} yuan/month").format(price=shown)


def price_words(terms: TariffTerms) -> str:
    """The price as the header of a unit shows it; tiers one after another, an expression as it was typed."""
    if terms.formula is Formula.EXPRESSION and terms.expression:
        return priced(spelled_expression(terms.expression), terms.formula)
    if terms.formula.is_tiered and terms.tiers:
        prices = " / ".join(show_exact(Fraction(tier.price)) for tier in terms.tiers)
        return priced(prices, terms.formula, terms.meter_kind)
    return priced(Fraction(terms.price), terms.formula, terms.meter_kind)


def line_price_words(line: PricedLine) -> str:
    """The price that a line of a charge was computed with, in the same words."""
    return price_words(
        TariffTerms(line.formula, line.price, tiers=line.tiers, meter_kind=line.meter_kind, expression=line.expression)
    )


def spelled_expression(text: str) -> str:
    """An expression in the spelling of the interface's language."""
    return in_chinese(text) if language() == "zh_CN" else text
