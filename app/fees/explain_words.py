"""How a charge or a late fee came about, in the words of the person at the screen."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from fractions import Fraction

from app.core.language import mark, tr, tr_n
from app.core.money import Money
from app.core.rounding import Rounding, exact_yuan
from app.core.show import show_date, show_days, show_decimal, show_money
from app.fees.explanation import Explanation, exact_of, lines_of, modifiers_of
from app.fees.formulas import PricedLine
from app.fees.late_fee import LateFee
from app.fees.opening_explained import OPENING, opening_words
from app.fees.shared_explained import SHARED, shared_facts
from app.fees.shared_words import share_words
from app.fees.terms import Formula, TariffTerms

_ROUNDED = {
    (Rounding.HALF_UP, 1): mark("rounded half up to the fen"),
    (Rounding.UP, 1): mark("rounded up to the fen"),
    (Rounding.DOWN, 1): mark("rounded down to the fen"),
    (Rounding.HALF_UP, 10): mark("rounded half up to the jiao"),
    (Rounding.UP, 10): mark("rounded up to the jiao"),
    (Rounding.DOWN, 10): mark("rounded down to the jiao"),
    (Rounding.HALF_UP, 100): mark("rounded half up to the yuan"),
    (Rounding.UP, 100): mark("rounded up to the yuan"),
    (Rounding.DOWN, 100): mark("rounded down to the yuan"),
}


def charge_words(explain: Explanation, amount: Money) -> list[str]:
    """How the amount came about, a line for each price that was valid; typed amounts say so."""
    if explain["kind"] == SHARED:
        return share_words(shared_facts(explain), amount)
    if explain["kind"] == OPENING:
        return opening_words(explain)
    if explain["kind"] != "computed":
        return [tr("typed by hand")]
    lines, factor = lines_of(explain), modifiers_of(explain).factor
    exact = exact_of(explain)
    rounded = "" if exact == exact_yuan(amount) else _rounded(explain)
    if len(lines) == 1:
        return [f"{_line_words(lines[0], factor)} = {show_exact(exact)}{rounded}"]
    each = [f"{_days(line)}: {_line_words(line, factor)} = {show_exact(line.exact(factor))}" for line in lines]
    return [*each, tr("together {exact}").format(exact=show_exact(exact)) + rounded]


def late_fee_words(fee: LateFee) -> str:
    """How the late fee came about: principal × rate × days, the cap, and what was taken before."""
    if not fee.lines:
        return tr("no late fee up to {day}").format(day=show_date(fee.day))
    spans = " + ".join(
        tr("{balance} yuan × {days}").format(balance=show_money(line.balance), days=days_words(line.days))
        for line in fee.lines
    )
    spans = f"({spans})" if len(fee.lines) > 1 else spans
    days = f"{show_date(fee.due_on)} → {show_date(fee.due_on + timedelta(days=fee.days))}"
    words = tr("{spans} × {rate} a day ({days}) = {exact}").format(
        spans=spans, rate=show_rate(fee.terms.daily_rate), days=days, exact=show_exact(fee.exact)
    )
    if fee.capped:
        words += tr(", at most {most}").format(most=show_money(fee.most))
    elif (fee.exact * 100).denominator != 1:
        words += tr(", {note}").format(note=tr(_ROUNDED[Rounding.HALF_UP, 1]))
    return words + (tr(", less {already} before").format(already=show_money(fee.already)) if fee.already else "")


def price_words(terms: TariffTerms) -> str:
    """The price as the header of a unit shows it: `1.85 yuan/㎡·month`."""
    return _per_month(terms.formula, terms.price)


def show_rate(rate: Decimal) -> str:
    """A daily fraction in percent: `0.05%`."""
    return f"{show_decimal(rate * 100)}%"


def show_exact(value: Fraction) -> str:
    """All decimals where they end, else six and an ellipsis: `165.575`, `80.557161…`."""
    for places in range(2, 25):
        scaled = value * 10**places
        if scaled.denominator == 1:
            return show_decimal(Decimal(scaled.numerator).scaleb(-places))
    return show_decimal(Decimal(int(value * 10**6)).scaleb(-6), 6) + "…"


def show_month_count(months: Fraction) -> str:
    """Whole months and the fraction beside them: `3`, `14/31`, `7 20/31`."""
    whole, part = divmod(months, 1)
    if not part:
        return str(whole)
    return f"{whole} {part}" if whole else str(part)


def months_words(months: Fraction) -> str:
    """`1 month`, `14/31 months`."""
    if months.denominator == 1:
        return tr_n("{n} month", "{n} months", int(months)).format(n=int(months))
    return tr("{n} months").format(n=show_month_count(months))


def days_words(days: int) -> str:
    """`1 day`, `141 days`."""
    return tr_n("{n} day", "{n} days", days).format(n=days)


def _line_words(line: PricedLine, factor: Fraction) -> str:
    parts = [f"{show_decimal(line.area)} ㎡"] if line.area is not None else []
    parts += [_per_month(line.formula, line.price), months_words(line.months)]
    if factor != 1:
        parts.append(show_exact(factor))
    words = " × ".join(parts)
    if line.surcharge:
        words += f" + {_per_month(Formula.FIXED, line.surcharge)} × {months_words(line.months)}"
    if line.minimum:
        words += tr(", at least {minimum}").format(minimum=_per_month(Formula.FIXED, line.minimum))
    return words


def _per_month(formula: Formula, price: Decimal) -> str:
    sentence = tr("{price} yuan/㎡·month") if formula is Formula.AREA else tr("{price} yuan/month")
    return sentence.format(price=show_decimal(price))


def _days(line: PricedLine) -> str:
    return show_days(line.period.first, line.period.until)


def _rounded(explain: Explanation) -> str:
    words = tr(_ROUNDED[Rounding(explain["rounding"]), explain["rounding_unit_fen"]])
    return tr(", {note}").format(note=words)
