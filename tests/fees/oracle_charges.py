"""The charges of a case one after another, each worked out day by day: a day has a price, a factor, a part of a month."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import pairwise

from tests.fees.oracle import ONE_DAY, anniversary, exact, share
from tests.fees.oracle_case import Answer, Case, NoCharge, Prices, Read

NOTHING = Fraction(0)


def answers(case: Case, run_until: date | None = None) -> Iterator[Answer]:
    """The charges that follow on what was charged before, all that there are or those that a run up to a day writes.

    Raises NoCharge where the next cannot be worked out.
    """
    return _by_readings(case, run_until) if case.by_meter else _by_months(case, run_until)


def begin(case: Case) -> date:
    """The first day that is charged: neither before the assignment, nor before the owner pays, nor paid before."""
    return max(own_first(case), case.paid_until or case.start)


def own_first(case: Case) -> date:
    """Where its own months are counted from, whatever was paid before."""
    day = case.handover
    if day is None:
        return case.start
    if case.handover_rule == "from_next_month":
        day += ONE_DAY
        while day.day != 1:
            day += ONE_DAY
    while case.handover_rule == "whole_month" and day.day != 1:
        day -= ONE_DAY
    return max(case.start, day)


def _over(case: Case, day: date) -> bool:
    return any(end is not None and day >= end for end in (case.end, case.valid_until))


def _cut(case: Case, day: date) -> date:
    return min(end for end in (day, case.end, case.valid_until) if end is not None)


def _by_months(case: Case, run_until: date | None) -> Iterator[Answer]:
    at, grid = case.charged[1] if case.charged else begin(case), own_first(case)
    asked = case.first_payment if not case.after_use and case.charged is None else 0
    if case.paid_until is not None and case.paid_until > case.start:
        asked = 0
    while not _over(case, at):
        until = anniversary(at, asked) if asked else next(line for line in _lines(case, grid, at) if line > at)
        until, asked = _cut(case, until), 0
        written_by = until if case.after_use else at - case.lead_days * ONE_DAY + ONE_DAY
        if run_until is not None and run_until < written_by:
            return
        due = _due(until if case.after_use else at, case.due_day)
        yield Answer(at, until, due, _fen(case, _days(case, grid, at, until), NOTHING))
        at = until


def _lines(case: Case, grid: date, at: date) -> Iterator[date]:
    start = grid if case.own_grid else date(at.year, 1, 1)
    number = 0
    while True:
        yield anniversary(start, number)
        number += case.cycle


@dataclass(frozen=True)
class Day:
    """A day, and what it is of a month and of a meter's usage."""

    day: date
    months: Fraction
    usage: Fraction = NOTHING


def _days(case: Case, grid: date, first: date, until: date) -> Iterator[Day]:
    start = grid if case.own_grid else first.replace(day=1)
    number = 0
    while (month := anniversary(start, number)) < until:
        number += 1
        end = anniversary(start, number)
        length, day = (end - month).days, max(month, first)
        while day < min(end, until):
            gone = (day - month).days
            yield Day(day, share(case.convention, gone + 1, length) - share(case.convention, gone, length))
            day += ONE_DAY


def _by_readings(case: Case, run_until: date | None) -> Iterator[Answer]:
    """A charge for each reading that shows usage or costs something without; others wait for the next one."""
    at = case.charged[1] if case.charged else begin(case)
    waiting: list[Read] = []
    for read in case.reads:
        if run_until is not None and run_until < read.until:
            break
        if read.until <= at or _over(case, max(read.first, at)):
            continue
        waiting.append(read)
        first, until = max(waiting[0].first, at), _cut(case, read.until)
        usage = _used(waiting, first, until)
        if usage < 0:
            continue
        fen = _fen(case, _days_of_reading(waiting, first, until, usage), _used_in_year(case, read, first))
        if usage > 0 or fen > 0:
            yield Answer(first, until, _due(until, case.due_day), fen)
            at, waiting = until, []
    if waiting and _used(waiting, max(waiting[0].first, at), _cut(case, waiting[-1].until)) < 0:
        raise NoCharge("negative_usage")


def _used(reads: Sequence[Read], first: date, until: date) -> Fraction:
    days = ((read, (min(read.until, until) - max(read.first, first)).days) for read in reads)
    return sum((read.usage_a_day * days for read, days in days if days > 0), NOTHING)


def _used_in_year(case: Case, read: Read, first: date) -> Fraction:
    """What the unit used before, by readings that belong to the calendar year of this one's last day."""
    year = (read.until - ONE_DAY).year
    of_year = [one for one in case.reads if (one.until - ONE_DAY).year == year]
    return max(_used(of_year, date(1900, 1, 1), first), NOTHING)


def _days_of_reading(reads: Sequence[Read], first: date, until: date, usage: Fraction) -> Iterator[Day]:
    """Usage and months by days; the months are those between the months of the readings, one at least."""
    begun, read = reads[0].first, reads[-1].until
    months = max((read.year - begun.year) * 12 + read.month - begun.month, 1)
    a_month, a_use = Fraction(months, (read - begun).days), usage / (until - first).days
    day = first
    while day < until:
        yield Day(day, a_month, a_use)
        day += ONE_DAY


@dataclass
class Run:
    """Days that follow one another and cost alike."""

    prices: Prices
    steps: int
    vacant: str
    used_before: Fraction
    months: Fraction = NOTHING
    usage: Fraction = NOTHING


def _fen(case: Case, days: Iterable[Day], used_before: Fraction) -> int:
    """Formula, factors, surcharge and minimum summed over the days; the greater of both sums, rounded once."""
    amount = least = NOTHING
    for run in _runs(case, days, used_before):
        inside = case.coefficient_inside and run.prices.kind == "expression"
        factor = exact(run.vacant) * exact("1" if inside else case.coefficient)
        amount += _formula(case, run) * factor + exact(run.prices.surcharge) * run.months
        least += exact(run.prices.minimum) * run.months
    return _rounded(max(amount, least), case.rounding, case.unit_fen)


def _runs(case: Case, days: Iterable[Day], used_before: Fraction) -> list[Run]:
    found: list[Run] = []
    for one in days:
        now = [each for each in case.prices if each.first <= one.day][-1]
        alike = (now, _steps(case, now, one.day), _vacant(case, one.day))
        if not found or (found[-1].prices, found[-1].steps, found[-1].vacant) != alike:
            found.append(Run(*alike, used_before))
        found[-1].months += one.months
        found[-1].usage += one.usage
        used_before += one.usage
    return found


def _formula(case: Case, run: Run) -> Fraction:
    now, price, grown = run.prices, exact(run.prices.price), Fraction(1)
    for _ in range(run.steps):
        grown *= 1 + exact(now.growth[0] if now.growth else "0") / 100
    if now.kind == "metered":
        return run.usage * price * grown
    if now.kind == "tiered_month":
        return _by_tiers(now.tiers, run.usage, run.months) * grown
    if now.kind == "tiered_year":
        before = _by_tiers(now.tiers, run.used_before)
        return (_by_tiers(now.tiers, run.used_before + run.usage) - before) * grown
    if now.kind == "tiered_area":
        return _by_tiers(now.tiers, _area(case, now)) * grown * run.months
    if now.kind == "expression":
        return case.value(price * grown) * run.months
    return price * grown * (_area(case, now) if now.kind == "area" else 1) * run.months


def _area(case: Case, now: Prices) -> Fraction:
    area = dict(case.areas).get(now.area)
    if area is None:
        raise NoCharge("no_area")
    return exact(area)


def _by_tiers(tiers: Sequence[tuple[str | None, str]], quantity: Fraction, width: Fraction = Fraction(1)) -> Fraction:
    """From the top down: what lies above the end of the tier below costs this tier's price."""
    cost, above = NOTHING, quantity
    for (end, _), (_, price) in reversed(list(pairwise([("0", "0"), *tiers]))):
        floor = exact(end or "0") * width
        if above > floor:
            cost += (above - floor) * exact(price)
            above = floor
    return cost


def _steps(case: Case, now: Prices, day: date) -> int:
    if now.growth is None:
        return 0
    steps = 0
    while anniversary(case.start, (steps + 1) * now.growth[1]) <= day:
        steps += 1
    return steps


def _vacant(case: Case, day: date) -> str:
    vacant = case.vacant
    for first, until, factor in case.vacancies:
        if first <= day and (until is None or day < until):
            vacant = factor
    return vacant


def _due(earliest: date, due_day: int) -> date:
    day = earliest
    while day.day != min(due_day, monthrange(day.year, day.month)[1]):
        day += ONE_DAY
    return day


def _rounded(yuan: Fraction, mode: str, unit_fen: int) -> int:
    whole, rest = divmod(yuan * 100, unit_fen)
    up = rest > 0 if mode == "up" else rest * 2 >= unit_fen if mode == "half_up" else False
    return (int(whole) + up) * unit_fen
