"""Escalation: a price that grows by a percentage after every so many months of the assignment."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from functools import lru_cache

from app.core.periods import MonthGrid, Period
from app.fees.terms import Escalation


@lru_cache(maxsize=4096)
def steps_on(day: date, start: date, escalation: Escalation) -> int:
    """How often the price has grown by a day: never in the first `every_months` months after `start`."""
    return max(MonthGrid(start).month_of(day) // escalation.every_months, 0)


@lru_cache(maxsize=4096)
def step_days(period: Period, start: date, escalation: Escalation) -> tuple[date, ...]:
    """The days inside a period, after its first, on which the price grows; each is counted from `start`."""
    return tuple(_step_days(period, start, escalation))


def _step_days(period: Period, start: date, escalation: Escalation) -> Iterator[date]:
    grid = MonthGrid(start)
    step = steps_on(period.first, start, escalation) + 1
    while (day := grid.line(step * escalation.every_months)) < period.until:
        if day > period.first:
            yield day
        step += 1


@lru_cache(maxsize=256)
def growth(escalation: Escalation, steps: int) -> Fraction:
    """What the price is multiplied by after so many steps: 5 % twice is 1.1025."""
    return (1 + Fraction(escalation.percent) / 100) ** steps
