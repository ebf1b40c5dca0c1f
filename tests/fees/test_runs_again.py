"""Run twice is run once, and undo leaves nothing behind, whatever lies on the units: by months and by meter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from itertools import count
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from app.core.ids import TariffId, UnitId
from app.core.money import Money, total
from app.core.periods import Period, add_months
from app.estate.unit_facts import UnitFacts
from app.fees.billing import RunRequest
from app.fees.charges import arrears_of, open_charges
from app.fees.refusals import NothingToBill, RunUndoneBefore
from app.fees.shared.costs import SharedCosts
from app.fees.shared.refusals import SharedBefore
from app.fees.shared.request import Bill, SharedRequest
from app.fees.shared.rule import Basis, Split
from app.fees.tables import charge
from app.fees.terms import Modifiers, TariffTerms
from app.fees.unit_fees import UnitFees
from app.ledger.tables import posting
from app.meters.kinds import MeterKind
from app.meters.meter_facts import NewDevice, NewMeter
from app.meters.meters import Meters
from app.meters.reading_rule import TypedReading
from app.meters.readings import Readings
from tests.fees.any_assignment import BY_METER, any_terms
from tests.fees.conftest import FeesOffice

NUMBERS = count(1)
TODAY = datetime(2026, 12, 20, 9)
some_days = st.dates(date(2025, 10, 1), date(2026, 12, 1))
few = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def book(office: FeesOffice, units: Sequence[UnitId], request: RunRequest) -> dict[str, Any]:
    """What is owed, every balance of the journal, and what the screens of runs, units and the counter say."""
    with office.store.reading() as connection:
        standing = select(charge.c.unit_id, charge.c.first, charge.c.outstanding).where(charge.c.cancelled_at.is_(None))
        sums = select(posting.c.account, func.sum(posting.c.amount)).group_by(posting.c.account)
        said: dict[str, Any] = {
            "owed": sorted(map(tuple, connection.execute(standing))),
            "balances": {account: amount for account, amount in connection.execute(sums) if amount},
            "bills": open_charges(connection, units, TODAY.date()),
            "arrears": arrears_of(connection, units, TODAY.date()),
        }
    pages = [UnitFees(office.store, office.clock).of(unit) for unit in units]
    item = office.item("property").id
    return said | {
        "run": office.billing.preview(request),
        "fees": [page.fees for page in pages],
        "last": [[one for one in page.last if not one.cancelled] for page in pages],
        "why": [office.billing.why(unit, item) for unit in units],
        "tariffs": office.tariffs.rows(),
    }


def homes(office: FeesOffice, number: int, handover: date | None) -> list[UnitId]:
    """A home, one that was handed over some day, and one whose areas nobody knows."""
    areas: dict[str, Any] = {
        "building_area": Decimal("89.50"),
        "inner_area": Decimal("70.25"),
        "billing_area": Decimal(80),
    }
    facts: tuple[dict[str, Any], ...] = (areas, areas | {"handover_date": handover}, {})
    return [
        office.estate.add_unit(office.boss, UnitFacts(f"{number}-1-10{room}", **more))
        for room, more in enumerate(facts, 1)
    ]  # fmt: skip


def laid(
    office: FeesOffice, number: int, first: date, before: TariffTerms, after: TariffTerms, change: date
) -> TariffId:
    """A tariff with its next version."""
    name, item = f"标准 {number}", office.item("property").id
    tariff = office.tariffs.create(office.boss, item, name, date(2020, 1, 1), before)
    office.tariffs.new_version(office.boss, tariff, max(change, first), after)
    return tariff


def run_twice_and_undo(office: FeesOffice, units: Sequence[UnitId], month: int) -> None:
    request = RunRequest(RunRequest.through(2026, month).until, units=frozenset(units))
    before = book(office, units, request)
    try:
        run = office.billing.run(office.boss, request)
    except NothingToBill:
        assert before["run"].skipped
        return
    after = book(office, units, request)
    with pytest.raises(NothingToBill):
        office.billing.run(office.boss, request)
    assert book(office, units, request) == after
    office.billing.undo(office.boss, run.id)
    assert book(office, units, request) == before
    with pytest.raises(RunUndoneBefore):
        office.billing.undo(office.boss, run.id)
    office.billing.run(office.boss, request)
    again = book(office, units, request)
    assert [again[of] for of in ("balances", "run")] == [after[of] for of in ("balances", "run")]
    assert office.broken_truths() == []


@few
@given(any_terms(), any_terms(), some_days, some_days, st.none() | some_days, st.integers(5, 12))
def test_run_twice_is_run_once_and_undo_restores_all(
    office: FeesOffice, before: TariffTerms, after: TariffTerms, first: date, change: date, handover: date | None, month: int
) -> None:  # fmt: skip
    office.clock.set(TODAY)
    number = next(NUMBERS)
    units = homes(office, number, handover)
    least = replace(before, minimum=Decimal(100))
    tariff = laid(office, number, first, least, after, change)
    own = Modifiers(Decimal("1.2"), Decimal("0.7"))
    office.assignments.assign(office.boss, tariff, units, first, add_months(first, 9), own)
    run_twice_and_undo(office, units, month)


@few
@given(any_terms(BY_METER), any_terms(BY_METER), some_days, some_days, st.data())
def test_run_twice_by_meter_is_run_once_and_undo_restores_all(
    office: FeesOffice, before: TariffTerms, after: TariffTerms, first: date, change: date, data: st.DataObject
) -> None:
    office.clock.set(TODAY)
    number = next(NUMBERS)
    units = homes(office, number, None)[:2]
    new = NewMeter(
        kind=MeterKind.WATER,
        name=f"水表 {number}",
        device=NewDevice(f"A{number}"),
        since=first,
        units=tuple((unit, Decimal(weight)) for weight, unit in enumerate(units, 1)),
        first_reading=Decimal(100),
    )
    meter = Meters(office.store, office.clock).register(office.boss, new)
    office.assignments.assign(office.boss, laid(office, number, first, before, after, change), units, first)
    day, value = first, Decimal(100)
    for length in data.draw(st.lists(st.integers(1, 90), min_size=1, max_size=4)):
        day, value = day + timedelta(length), value + data.draw(st.sampled_from([Decimal(0), Decimal("31.5")]))
        if day <= TODAY.date():
            Readings(office.store, office.clock).enter(office.boss, TypedReading(meter, day, value), accepted=True)
    run_twice_and_undo(office, units, data.draw(st.integers(5, 12)))


@few
@given(st.integers(1, 10**6), st.sampled_from([Basis.AREA, Basis.UNIT]), some_days, st.integers(1, 60))
def test_a_common_cost_shared_twice_is_shared_once_and_undo_restores_all(
    office: FeesOffice, fen: int, basis: Basis, first: date, length: int
) -> None:
    office.clock.set(TODAY)
    number = next(NUMBERS)
    units = homes(office, number, None)
    request, costs = RunRequest.through(2026, 12), SharedCosts(office.store, office.clock)
    item = office.item("energy").id
    period = Period(first, first + timedelta(length))
    cost = SharedRequest(
        f"照明 {number}", item, period, period.until, Bill(Money(fen)), Split(basis), frozenset(units), leave_out=True
    )
    before = book(office, units, request)
    page = costs.share(office.boss, cost)
    after = book(office, units, request)
    assert total(owed for _, _, owed in after["owed"]) == total(owed for _, _, owed in before["owed"]) + Money(fen)
    with pytest.raises(SharedBefore):
        costs.share(office.boss, cost)
    assert book(office, units, request) == after
    office.billing.undo(office.boss, page.row.run_id)
    assert book(office, units, request) == before
