"""What the money rules say, worked out a second time in plain fractions, day by day, without the program's rules."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from functools import cache
from itertools import pairwise

ONE_DAY = timedelta(days=1)


@cache
def exact(text: str) -> Fraction:
    return Fraction(text)


def half_up_fen(yuan: Fraction) -> int:
    return int(yuan * 100 + Fraction(1, 2)) if yuan >= 0 else -half_up_fen(-yuan)


def anniversary(start: date, months: int) -> date:
    year, month = start.year, start.month
    for _ in range(months):
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return date(year, month, min(start.day, monthrange(year, month)[1]))


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


# One whole charge, worked out day by day: every day has a price, a factor and its part of a month or of a reading.


@dataclass(frozen=True)
class Prices:
    """What holds from a day on: one price, or tiers of (end, price); extras a month; growth in percent a step."""

    first: date
    price: str = "0"
    tiers: tuple[tuple[str | None, str], ...] = ()
    surcharge: str = "0"
    minimum: str = "0"
    growth: tuple[str, int] | None = None


@dataclass(frozen=True)
class Read:
    """Two readings: what the meter's figures say, and what makes usage of them."""

    first: date
    until: date
    before: str
    now: str
    multiplier: str = "1"
    loss: str = "0"
    rolled_over_digits: int = 0
    share: Fraction = Fraction(1)

    @property
    def usage(self) -> Fraction:
        counted = Fraction(self.now) - Fraction(self.before)
        if self.rolled_over_digits:
            counted += 10**self.rolled_over_digits
        return counted * Fraction(self.multiplier) * (1 + Fraction(self.loss)) * self.share


@dataclass(frozen=True)
class Case:
    """One tariff on one unit from a day on; `area` None for amounts that no area changes."""

    kind: str  # area, fixed, tiered_area, expression, metered, tiered_month, tiered_year
    prices: tuple[Prices, ...]
    start: date
    end: date | None = None
    area: str | None = None
    cycle: int = 1
    first_payment: int = 0
    own_grid: bool = False
    convention: str = "exact_days"
    after_use: bool = False
    due_day: int = 5
    coefficient: str = "1"
    vacant: str = "1"
    vacancies: tuple[tuple[date, date | None, str], ...] = ()
    rounding: str = "half_up"
    unit_fen: int = 1
    reads: tuple[Read, ...] = ()
    value: Callable[[Fraction], Fraction] = Fraction  # an expression: what one month costs at a price

    @property
    def by_meter(self) -> bool:
        return self.kind in ("metered", "tiered_month", "tiered_year")


@dataclass(frozen=True)
class Answer:
    first: date
    until: date
    due_on: date
    fen: int


def answer(case: Case) -> Answer | None:
    """The first charge of a case; None where its first readings show no usage and nothing else is to be paid."""
    if case.by_meter:
        read = _charged(case)
        first, until = max(read.first, case.start), min(read.until, case.end or read.until)
    else:
        first, until = case.start, _end(case)
    yuan = _yuan(case, first, until)
    due = _due(until if case.after_use or case.by_meter else first, case.due_day)
    fen = _rounded(yuan, case.rounding, case.unit_fen)
    if case.by_meter and not (_charged(case).usage > 0 or fen > 0):
        return None
    return Answer(first, until, due, fen)


def _charged(case: Case) -> Read:
    return next(read for read in case.reads if read.until > case.start)


def _used_before(case: Case) -> Fraction:
    """What the readings before say of the calendar year in which the charged one's last day lies."""
    charged = _charged(case)
    year = (charged.until - ONE_DAY).year
    earlier = (read for read in case.reads if read.until <= charged.first and (read.until - ONE_DAY).year == year)
    return sum((read.usage for read in earlier), Fraction(0))


def _end(case: Case) -> date:
    if case.first_payment and not case.after_use:
        end = anniversary(case.start, case.first_payment)
    else:
        end = next(line for line in _lines(case) if line > case.start)
    return min(end, case.end or end)


def _lines(case: Case) -> Iterator[date]:
    begin = case.start if case.own_grid else date(case.start.year, 1, 1)
    number = 0
    while True:
        yield anniversary(begin, number)
        number += case.cycle


def _yuan(case: Case, first: date, until: date) -> Fraction:
    """Sum formula, surcharge and minimum over the days; the greater of both sums is the charge."""
    amount = least = Fraction(0)
    for weight, day in _weights(case, first, until):
        now = [one for one in case.prices if one.first <= day][-1]
        amount += _formula(case, now, day, weight) * _factor(case, day) + exact(now.surcharge) * weight.months
        least += exact(now.minimum) * weight.months
    return max(amount, least)


@dataclass(frozen=True)
class Weight:
    """What one day, or some equal days together, are of a month and of a reading's usage."""

    months: Fraction
    usage: Fraction = Fraction(0)
    so_far: Fraction = Fraction(0)


def _weights(case: Case, first: date, until: date) -> Iterator[tuple[Weight, date]]:
    if case.by_meter:
        yield from _weights_by_reading(case, first, until)
        return
    start = case.start if case.own_grid else case.start.replace(day=1)
    number = 0
    while (begin := anniversary(start, number)) < until:
        number += 1
        end = anniversary(start, number)
        day = max(begin, first)
        while day < min(end, until):
            length, gone = (end - begin).days, (day - begin).days
            yield Weight(share(case.convention, gone + 1, length) - share(case.convention, gone, length)), day
            day += ONE_DAY


def _weights_by_reading(case: Case, first: date, until: date) -> Iterator[tuple[Weight, date]]:
    read, before = _charged(case), _used_before(case)
    days = (read.until - read.first).days
    between = (read.until.year - read.first.year) * 12 + read.until.month - read.first.month
    used = read.usage / days
    day = first
    while day < until:
        yield Weight(Fraction(max(between, 1), days), used, before + used * (day - read.first).days), day
        day += ONE_DAY


def _formula(case: Case, now: Prices, day: date, weight: Weight) -> Fraction:
    grown = _grown(case, now, day)
    if case.kind == "metered":
        return weight.usage * exact(now.price) * grown
    if case.kind == "tiered_month":
        return _by_tiers(now.tiers, weight.usage, weight.months) * grown
    if case.kind == "tiered_year":
        return (_by_tiers(now.tiers, weight.so_far + weight.usage) - _by_tiers(now.tiers, weight.so_far)) * grown
    if case.kind == "tiered_area":
        return _by_tiers(now.tiers, exact(case.area or "0")) * grown * weight.months
    if case.kind == "expression":
        return case.value(exact(now.price) * grown) * weight.months
    return exact(now.price) * grown * exact(case.area or "1") * weight.months


def _by_tiers(tiers: Sequence[tuple[str | None, str]], quantity: Fraction, width: Fraction = Fraction(1)) -> Fraction:
    """From the top down: what lies above the end of the tier below costs this tier's price."""
    cost, above = Fraction(0), quantity
    for (end, _), (_, price) in reversed(list(pairwise([("0", "0"), *tiers]))):
        floor = exact(end or "0") * width
        if above > floor:
            cost += (above - floor) * exact(price)
            above = floor
    return cost


def _grown(case: Case, now: Prices, day: date) -> Fraction:
    if now.growth is None:
        return Fraction(1)
    percent, every = now.growth
    grown, step = Fraction(1), 1
    while anniversary(case.start, step * every) <= day:
        grown *= 1 + exact(percent) / 100
        step += 1
    return grown


def _factor(case: Case, day: date) -> Fraction:
    vacant = case.vacant
    for first, until, factor in case.vacancies:
        if first <= day and (until is None or day < until):
            vacant = factor
    return exact(case.coefficient) * exact(vacant)


def _due(earliest: date, due_day: int) -> date:
    day = earliest
    while day.day != min(due_day, monthrange(day.year, day.month)[1]):
        day += ONE_DAY
    return day


def _rounded(yuan: Fraction, mode: str, unit_fen: int) -> int:
    whole, rest = divmod(yuan * 100, unit_fen)
    up = rest > 0 if mode == "up" else rest * 2 >= unit_fen if mode == "half_up" else False
    return (int(whole) + up) * unit_fen
