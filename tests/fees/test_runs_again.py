"""Run twice is run once, and undo leaves nothing behind, whatever lies on the units."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from itertools import count
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from app.core.money import Money
from app.fees.billing import RunRequest
from app.fees.refusals import NothingToBill
from app.fees.tables import charge
from app.fees.terms import Anchor, Formula, Pays
from app.ledger.tables import posting
from tests.fees.charging import rises, tiers
from tests.fees.conftest import FeesOffice

NUMBERS = count(1)
some_terms = st.fixed_dictionaries(
    {
        "cycle_months": st.sampled_from([1, 3, 6, 12]),
        "anchor": st.sampled_from(Anchor),
        "pays": st.sampled_from(Pays),
        "first_payment_months": st.sampled_from([0, 0, 6, 12]),
        "lead_days": st.sampled_from([0, 0, 20]),
        "escalation": st.sampled_from([None, rises("5", 3)]),
        "minimum": st.sampled_from([Decimal(0), Decimal(100)]),
    }
)
some_formula = st.sampled_from(
    [
        {"formula": Formula.AREA},
        {"formula": Formula.FIXED},
        {"formula": Formula.TIERED_AREA, "tiers": tiers(("60", "1.1"), (None, "2.3"))},
        {"formula": Formula.EXPRESSION, "expression": "area / 3 + price"},
    ]
)


def book(office: FeesOffice) -> tuple[list[Any], dict[str, Money]]:
    """What every unit owes, and every balance of the journal."""
    with office.store.reading() as connection:
        standing = select(charge.c.unit_id, charge.c.first, charge.c.outstanding).where(charge.c.cancelled_at.is_(None))
        owed = sorted(map(tuple, connection.execute(standing)))
        sums = select(posting.c.account, func.sum(posting.c.amount)).group_by(posting.c.account)
        return owed, {account: amount for account, amount in connection.execute(sums) if amount}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(some_terms, some_formula, st.dates(date(2025, 10, 1), date(2026, 12, 31)), st.integers(1, 12), st.booleans())
def test_run_twice_is_run_once_and_undo_restores_all(
    office: FeesOffice, more: dict[str, Any], formula: dict[str, Any], first: date, month: int, again: bool
) -> None:
    office.clock.set(datetime(2026, 12, 20, 9))
    number = next(NUMBERS)
    unit = office.unit(f"{number}-1-101")
    office.assignments.assign(office.boss, office.tariff(f"标准 {number}", "1.85", **more, **formula), [unit], first)
    request = RunRequest(RunRequest.through(2026, month).until, units=frozenset([unit]))
    before = book(office)
    try:
        run = office.billing.run(office.boss, request)
    except NothingToBill:
        assert office.billing.preview(request).skipped
        return
    after = book(office)
    with pytest.raises(NothingToBill):
        office.billing.run(office.boss, request)
    assert book(office) == after
    office.billing.undo(office.boss, run.id)
    assert book(office) == before
    if again:
        office.billing.run(office.boss, request)
        assert book(office) == after
