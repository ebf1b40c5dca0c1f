"""What the money rules say, worked out a second time in plain fractions, day by day, without the program's rules."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from fractions import Fraction
from functools import cache

ONE_DAY = timedelta(days=1)


@cache
def exact(text: str) -> Fraction:
    return Fraction(text)


def half_up_fen(yuan: Fraction) -> int:
    return int(yuan * 100 + Fraction(1, 2)) if yuan >= 0 else -half_up_fen(-yuan)


@cache
def anniversary(start: date, months: int) -> date:
    year, month = start.year, start.month
    for _ in range(months):
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return date(year, month, min(start.day, monthrange(year, month)[1]))


@cache
def share(convention: str, days: int, length: int) -> Fraction:
    if days == 0:
        return Fraction(0)
    if days == length:
        return Fraction(1)
    if convention == "exact_days":
        return Fraction(days, length)
    if convention == "thirty_day":
        return Fraction(days, 30) if days < 30 else Fraction(1)
    if convention == "half":
        return Fraction(1, 2) if days <= 15 else Fraction(1)
    return Fraction(1)


def months(first: date, until: date, start: date, convention: str) -> Fraction:
    """Walk the grid months from `start` (the first of a month, or an assignment's own day) and add the shares."""
    counted, number = Fraction(0), 0
    while anniversary(start, number) < until:
        begin, end = anniversary(start, number), anniversary(start, number + 1)
        a, b = max(first, begin), min(until, end)
        if a < b:
            length = (end - begin).days
            counted += share(convention, (b - begin).days, length) - share(convention, (a - begin).days, length)
        number += 1
    return counted


def charge_fen(price: str, area: str | None, counted: Fraction, surcharge: str = "0", minimum: str = "0") -> int:
    amount = Fraction(price) * counted * (Fraction(area) if area else 1) + Fraction(surcharge) * counted
    return half_up_fen(max(amount, Fraction(minimum) * counted))


def late_fee_fen(  # a day at a time: nothing is summed but the principal of each day
    amount: int, due: date, rate: str, payments: list[tuple[date, int]], day: date, grace: int = 0, cap: str = "1"
) -> int:
    exact, days, at = Fraction(0), 0, due
    while at < day:
        unpaid = amount - sum(fen for paid_on, fen in payments if paid_on <= at)
        if unpaid <= 0:
            break
        exact += Fraction(unpaid, 100) * Fraction(rate)
        days += 1
        at += ONE_DAY
    if days <= grace:
        return 0
    return half_up_fen(min(exact, Fraction(cap) * Fraction(amount, 100)))
