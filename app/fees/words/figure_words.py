"""Exact figures, months and days as people read them."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from app.core.language import tr, tr_n
from app.core.show import show_decimal


def show_exact(value: Fraction, least: int = 2) -> str:
    """All decimals where they end (at least so many), else six and an ellipsis: `165.575`, `80.557161…`."""
    for places in range(least, 25):
        scaled = value * 10**places
        if scaled.denominator == 1:
            return show_decimal(Decimal(scaled.numerator).scaleb(-places), least)
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


def show_rate(rate: Decimal) -> str:
    """A daily fraction in percent: `0.05%`."""
    return f"{show_decimal(rate * 100)}%"
