"""When a charge is due."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from app.core.periods import Period, add_months, days_in_month, month_start
from app.fees.terms import Pays, TariffTerms


def due_date(period: Period, terms: TariffTerms) -> date:
    """The first due day on or after the period begins (paid before use) or after it ends (paid after use, or by meter).

    So a month is due on its 5th, and a part of a month that begins on the 18th on the 5th of the next.
    """
    before = terms.pays is Pays.BEFORE and not terms.formula.is_metered
    return _due_from(period.first if before else period.until, terms.due_day)


@lru_cache(maxsize=4096)
def _due_from(earliest: date, due_day: int) -> date:
    day = _in_month_of(earliest, due_day)
    return day if day >= earliest else _in_month_of(add_months(month_start(earliest), 1), due_day)


def _in_month_of(day: date, due_day: int) -> date:
    return day.replace(day=min(due_day, days_in_month(day.year, day.month)))
