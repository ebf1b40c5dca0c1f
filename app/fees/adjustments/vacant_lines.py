"""The lines of a charge with other vacant factors: cut by days where a factor begins or ends. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from app.core.periods import Convention, Period, months_between
from app.fees.assigned import Vacancy
from app.fees.explained_lines import line_facts
from app.fees.explanation import Explanation, grid_of, lines_of
from app.fees.formulas import PricedLine


def explained_with(explain: Explanation, vacancies: Sequence[Vacancy], ended: date | None = None) -> dict[str, Any]:
    """The explanation of a computed charge under these grants and no others; the newest grant of a day holds.

    From the day on which the tariff `ended` nothing changes: those days are not served, and were let go as they were.
    """
    again = [
        part if "readings" in explain else _months_counted(part, explain)
        for line in lines_of(explain)
        for part in _parts(line, vacancies, ended)
    ]
    return dict(explain) | {"lines": [line_facts(one) for one in again]}


def _parts(line: PricedLine, vacancies: Sequence[Vacancy], ended: date | None) -> Iterator[PricedLine]:
    bounds = {day for one in vacancies for day in (one.first, one.until) if day is not None and not _after(day, ended)}
    bounds |= set() if ended is None else {ended}
    cuts = sorted({line.period.first, *(day for day in bounds if line.period.first < day < line.period.until)})
    so_far = line.so_far
    for first, until in zip(cuts, [*cuts[1:], line.period.until], strict=True):
        part = Fraction((until - first).days, line.period.days)
        usage = None if line.usage is None else line.usage * part
        yield replace(
            line,
            period=Period(first, until),
            months=line.months * part,
            usage=usage,
            so_far=so_far,
            vacant=line.vacant if _after(first, ended) else _factor_on(first, vacancies),
        )
        so_far += usage or 0


def _after(day: date, ended: date | None) -> bool:
    return ended is not None and day >= ended


def _factor_on(day: date, vacancies: Sequence[Vacancy]) -> Decimal | None:
    for one in reversed(vacancies):
        if one.first <= day and (one.until is None or day < one.until):
            return one.factor
    return None


def _months_counted(line: PricedLine, explain: Explanation) -> PricedLine:
    months = months_between(line.period.first, line.period.until, grid_of(explain), Convention(explain["convention"]))
    return replace(line, months=months)
