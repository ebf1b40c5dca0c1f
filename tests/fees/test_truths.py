from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import insert, select, update

from app.core.money import NOTHING, Money
from app.fees.charges import open_charges
from app.fees.tables import assignment, charge
from app.fees.terms import LateFeeTerms
from app.ledger.tables import posting
from app.meters.tables import meter
from tests.fees.conftest import FeesOffice


@pytest.fixture
def billed(office: FeesOffice) -> FeesOffice:
    """One home with its charges of October and November."""
    terms = LateFeeTerms.from_facts({"daily_rate": "0.0005", "grace_days": 0, "cap": "1"})
    office.lay(office.tariff("住宅物业费", "1.85", late_fee=terms), office.unit("3-2-501"))
    office.bill("2026-11")
    return office


def tamper(office: FeesOffice, **change: Any) -> None:
    with office.store.transaction() as connection:
        connection.execute(update(charge).where(charge.c.id == 1).values(**change))


def broken(office: FeesOffice, truth: str) -> bool:
    return any(line.startswith(truth) for line in office.broken_truths())


def take_late_fee(office: FeesOffice, amount: Money, facts: dict[str, Any]) -> None:
    """The row that the counter writes for a late fee taken."""
    with office.store.transaction() as connection:
        (parent,) = connection.execute(select(charge).where(charge.c.id == 1)).mappings()
        child = {**parent, "id": None, "kind": "late_fee", "parent_id": 1, "assignment_id": None, "late_fee": None}
        child |= {"amount": amount, "outstanding": NOTHING, "explain": facts}
        connection.execute(insert(charge).values(child))


def test_a_sound_book_breaks_no_truth(billed: FeesOffice) -> None:
    assert billed.broken_truths() == []


def test_a_charge_cancelled_without_a_reversing_entry_is_found(billed: FeesOffice) -> None:
    tamper(billed, cancelled_at=datetime(2026, 11, 20), outstanding=NOTHING)
    assert broken(billed, "a cancelled charge is reversed once")
    assert broken(billed, "what the journal says is owed")


def test_an_amount_that_differs_from_its_posting_is_found(billed: FeesOffice) -> None:
    with billed.store.transaction() as connection:
        connection.execute(update(posting).where(posting.c.id == 1).values(amount=Money(1)))
    assert broken(billed, "every charge stands in the journal")


def test_periods_that_overlap_or_leave_a_gap_are_found(billed: FeesOffice) -> None:
    truth = "the periods charged by an assignment follow one another"
    tamper(billed, until=date(2026, 10, 31))
    assert broken(billed, truth)
    tamper(billed, until=date(2026, 11, 1))
    assert not broken(billed, truth)
    tamper(billed, until=date(2026, 11, 2))
    assert broken(billed, truth)


def test_by_meter_a_gap_is_no_breach_but_an_overlap_is(billed: FeesOffice) -> None:
    truth = "the periods charged by an assignment follow one another"
    with billed.store.transaction() as connection:
        row = {"kind": "water", "public": False, "name": "A001", "route": 1, "loss_rate": Decimal(0), "note": ""}
        connection.execute(insert(meter).values(id=1, at=billed.clock.now(), by=1, **row))
        connection.execute(update(assignment).values(meter_id=1))
    tamper(billed, until=date(2026, 10, 31))
    assert not broken(billed, truth)
    tamper(billed, until=date(2026, 11, 2))
    assert broken(billed, truth)


def test_a_late_fee_above_its_cap_is_found(billed: FeesOffice) -> None:
    take_late_fee(billed, Money(16558), {"kind": "typed"})
    assert not broken(billed, "no late fee passes its cap")
    take_late_fee(billed, Money(1), {"kind": "typed"})
    assert broken(billed, "no late fee passes its cap")


def test_a_late_fee_is_explained_whole_or_in_part(billed: FeesOffice) -> None:
    with billed.store.reading() as connection:
        (october, _) = open_charges(
            connection, [billed.assignments.of_tariff(_only(billed))[0].unit_id], _today(billed)
        )
    assert october.late_fee is not None
    facts = october.late_fee.to_facts()
    take_late_fee(billed, october.late_fee_owed, facts)
    take_late_fee(billed, Money(5), facts | {"part": 5})
    assert not broken(billed, "every charge is explained")
    take_late_fee(billed, Money(6), facts | {"part": 5})
    assert broken(billed, "every charge is explained")


def _only(office: FeesOffice) -> Any:
    return office.tariffs.rows()[0].tariff.id


def _today(office: FeesOffice) -> Any:
    return office.clock.now().date()
