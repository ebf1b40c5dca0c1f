"""Which share of a charge falls on days that will not be served: by its own explanation, months counted as billed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

from app.core.periods import CALENDAR, Convention, Period, months_between
from app.fees.explained_lines import line_facts
from app.fees.explanation import Explanation, exact_of, grid_of, lines_of

NONE, ALL = Fraction(0), Fraction(1)


def unserved_share(explain: Explanation, period: Period, first_unserved: date) -> Fraction:
    """The share of `period` from a day on, 0 to 1; what was typed by hand goes by days of the calendar month."""
    if first_unserved <= period.first:
        return ALL
    if first_unserved >= period.until:
        return NONE
    if explain["kind"] == "computed" and "grid" in explain:
        whole = exact_of(explain)
        if whole:
            return ALL - exact_of(_served(explain, first_unserved)) / whole
    whole = months_between(period.first, period.until, CALENDAR, Convention.EXACT_DAYS)
    return months_between(first_unserved, period.until, CALENDAR, Convention.EXACT_DAYS) / whole


def is_served_by_use(explain: Explanation) -> bool:
    """Whether readings measured it: what was used is served, whoever moves out."""
    return "readings" in explain


def _served(explain: Explanation, first_unserved: date) -> Explanation:
    grid, convention = grid_of(explain), Convention(explain["convention"])
    lines = [line for line in lines_of(explain) if line.period.first < first_unserved]
    last = lines[-1]
    until = min(last.period.until, first_unserved)
    months = months_between(last.period.first, until, grid, convention)
    lines[-1] = replace(last, period=Period(last.period.first, until), months=months)
    return dict(explain) | {"lines": [line_facts(line) for line in lines]}
