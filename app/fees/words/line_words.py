"""One line of a charge in words: quantity × price × months × factors + surcharge, each with its figure."""

from __future__ import annotations

from fractions import Fraction

from app.core.language import tr, tr_n
from app.core.show import show_decimal
from app.fees.expression import names_in
from app.fees.formulas import PricedLine
from app.fees.terms import Formula, Modifiers, TierSpan
from app.fees.words.figure_words import months_words, show_exact
from app.fees.words.price_words import counted_in, priced, spelled_expression

_WHOLE = ("floor", "headcount")


def line_words(line: PricedLine, modifiers: Modifiers) -> str:
    """`89.50 ㎡ × 1.85 yuan/㎡·month × 1 month + 5.00 yuan/month × 1 month`."""
    parts = _of_formula(line)
    if not line.formula.is_metered:
        parts.append(months_words(line.months))
    words = " × ".join([*parts, *_factors(line, modifiers)])
    if line.surcharge:
        words += f" + {priced(Fraction(line.surcharge), Formula.FIXED)} × {months_words(line.months)}"
    return _before(line) + words


def _of_formula(line: PricedLine) -> list[str]:
    if line.expression:
        return [_expression(line)]
    if line.tiers:
        return [_tiers(line)]
    price = _price(line)
    if line.usage is not None:
        return [f"{show_exact(line.usage)} {counted_in(line.meter_kind)}", price]
    return [price] if line.area is None else [f"{show_decimal(line.area)} ㎡", price]


def _price(line: PricedLine) -> str:
    base = Fraction(line.price)
    return priced(base * line.growth, line.formula, line.meter_kind) + _raised(line, show_exact(base))


def _raised(line: PricedLine, base: str) -> str:
    """` (2.00 raised by 5% once)`: what the price was before escalation."""
    if line.escalation is None or not line.steps:
        return ""
    percent = f"{show_decimal(line.escalation.percent, 0)}%"
    words = tr_n("{base} raised by {percent} {n} time", "{base} raised by {percent} {n} times", line.steps)
    return f" ({words.format(base=base, percent=percent, n=line.steps)})"


def _tiers(line: PricedLine) -> str:
    unit = counted_in(line.meter_kind) if line.usage is not None else "㎡"
    each = " + ".join(
        f"{show_exact(part.quantity)} {unit} × {show_exact(Fraction(part.price) * line.growth)}" for part in line.parts
    )
    words = tr("({tiers}) yuan").format(tiers=each or "0.00")
    if line.usage is None:
        words = tr("({tiers}) yuan a month").format(tiers=each)
    return words + _raised(line, " / ".join(show_exact(Fraction(tier.price)) for tier in line.tiers))


def _before(line: PricedLine) -> str:
    """`200.00 m³ this year before; `: from where the tiers of a year go on."""
    if line.usage is None or not line.tiers or line.tier_span is not TierSpan.YEAR:
        return ""
    used = f"{show_exact(line.so_far)} {counted_in(line.meter_kind)}"
    return tr("{used} this year before: ").format(used=used)


def _expression(line: PricedLine) -> str:
    """`area × 0.5 (area = 89.50) = 44.75 yuan/month`."""
    values = [f"{tr(name)} = {show_decimal(value, 0 if name in _WHOLE else 2)}" for name, value in line.values]
    if "price" in names_in(line.expression):
        values.append(
            f"{tr('price')} = {show_exact(Fraction(line.price) * line.growth)}{_raised(line, show_decimal(line.price))}"
        )
    said = f" ({', '.join(values)})" if values else ""
    return f"{spelled_expression(line.expression)}{said} = {priced(line.expression_value(), Formula.FIXED)}"


def _factors(line: PricedLine, modifiers: Modifiers) -> list[str]:
    words = []
    vacant = modifiers.vacant_factor if line.vacant is None else line.vacant
    inside = line.expression and "coefficient" in names_in(line.expression)
    if modifiers.coefficient != 1 and not inside:
        words.append(tr("coefficient {factor}").format(factor=show_decimal(modifiers.coefficient)))
    if vacant != 1:
        words.append(tr("vacant {factor}").format(factor=show_decimal(vacant)))
    return words
