from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from app.core.periods import Period
from app.fees.due_dates import due_date
from app.fees.terms import Formula, Pays, TariffTerms


@pytest.mark.parametrize(
    ("first", "until", "pays", "due_day", "due"),
    [
        ("2026-08-01", "2026-09-01", Pays.BEFORE, 5, "2026-08-05"),
        ("2026-07-01", "2026-10-01", Pays.BEFORE, 5, "2026-07-05"),
        ("2026-03-18", "2026-04-01", Pays.BEFORE, 5, "2026-04-05"),
        ("2026-12-18", "2027-01-01", Pays.BEFORE, 5, "2027-01-05"),
        ("2026-08-05", "2026-09-05", Pays.BEFORE, 5, "2026-08-05"),
        ("2026-02-01", "2026-03-01", Pays.BEFORE, 31, "2026-02-28"),
        ("2026-01-31", "2026-02-28", Pays.BEFORE, 30, "2026-02-28"),
        ("2026-08-01", "2026-09-01", Pays.AFTER, 5, "2026-09-05"),
        ("2026-01-12", "2026-02-12", Pays.AFTER, 5, "2026-03-05"),
    ],
)
def test_a_charge_is_due_on_the_first_due_day_that_its_period_allows(
    first: str, until: str, pays: Pays, due_day: int, due: str
) -> None:
    period = Period(date.fromisoformat(first), date.fromisoformat(until))
    terms = TariffTerms(Formula.FIXED, Decimal(1), due_day=due_day, pays=pays)
    assert due_date(period, terms) == date.fromisoformat(due)
