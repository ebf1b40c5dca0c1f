"""A unit's own reading corrected after a cost was shared by usage: told, and shared anew so that no fen is lost."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from app.access.refusals import NotPermitted
from app.core.clock import SetClock
from app.core.ids import MeterId, ReadingId, SharedCostId
from app.core.money import Money, total
from app.core.shares import share_out
from app.fees.adjustments.recharge import billed_charges
from app.fees.shared.refusals import NothingToShareBy, UsageWithoutShare
from app.fees.tables import billing_run, charge
from app.meters.kinds import MeterKind
from app.meters.write_correction import Corrected
from app.store.store import Store
from tests.fees.test_shared_meters import BY_WATER, MeteredOffice

_READ_ON = date(2026, 10, 28)
_WHY = "抄错"


class SharedOffice(MeteredOffice):
    """The lighting of October, shared by the water that each flat used."""

    def __init__(self, store: Store, clock: SetClock) -> None:
        super().__init__(store, clock)
        self.water: list[tuple[MeterId, ReadingId]] = []
        self.usages: tuple[int, ...] = (4, 3, 3)
        self.cost, self.whole = SharedCostId(0), Money(0)

    def uses(self, usages: Sequence[int]) -> SharedCostId:
        """Read a water meter of each flat, and share the cost."""
        for flat, usage in zip(self.flats, usages, strict=True):
            meter_id = self.meter(f"水表 {flat}", MeterKind.WATER, flat)
            self.read(meter_id, date(2026, 9, 28), "10")
            reading_id = self.read(meter_id, _READ_ON, str(10 + usage))
            self.water.append((meter_id, reading_id))
        return self.shared.share(self.boss, self.request(split=BY_WATER, leave_out=True)).row.id

    def corrects(self, flat: int, usage: int) -> Corrected:
        """The meter of a flat used that in truth."""
        return self.readings.correct(self.boss, self.water[flat][1], Decimal(10 + usage), _WHY)

    def amounts(self) -> list[Money]:
        """What each charged share comes to now, in unit order."""
        with self.store.reading() as connection:
            standing = select(billing_run.c.id).where(billing_run.c.undone_at.is_(None))
            return [one.amount for one in billed_charges(connection, charge.c.run_id.in_(standing))]


@pytest.fixture
def office(store: Store, clock: SetClock) -> SharedOffice:
    return SharedOffice(store, clock)


def test_a_corrected_reading_names_the_cost_that_used_the_old_one_and_changes_nothing_yet(office: SharedOffice) -> None:
    cost = office.uses((4, 3, 3))
    before = office.amounts()
    (told,) = office.shared.shared_by_usage_of(office.corrects(0, 6))
    assert told.id == cost
    assert office.amounts() == before


def test_shared_anew_every_share_follows_the_usage_and_the_sum_stays(office: SharedOffice) -> None:
    cost = office.uses((4, 3, 3))
    whole = total(office.amounts())
    office.corrects(0, 6)
    assert sum(one.difference.fen for one in office.shared.shares_now(cost)) == 0
    assert office.shared.share_anew(office.boss, cost, _WHY) == 3
    assert office.amounts() == share_out(whole, [6, 3, 3])
    assert office.shared.shares_now(cost) == []
    assert office.shared.share_anew(office.boss, cost, _WHY) == 0
    assert office.broken_truths() == []


def test_a_flat_that_used_nothing_in_truth_pays_nothing_of_it(office: SharedOffice) -> None:
    cost = office.uses((4, 3, 3))
    whole = total(office.amounts())
    office.corrects(0, 0)
    office.shared.share_anew(office.boss, cost, _WHY)
    assert office.amounts() == share_out(whole, [0, 3, 3])
    assert office.broken_truths() == []


def test_a_flat_that_was_not_charged_is_named_and_nothing_changes(office: SharedOffice) -> None:
    cost = office.uses((4, 3, 0))
    before = office.amounts()
    office.corrects(2, 5)
    with pytest.raises(UsageWithoutShare) as refused:
        office.shared.share_anew(office.boss, cost, _WHY)
    assert refused.value.units == ("3-1-201",)
    assert office.amounts() == before


def test_a_cost_without_any_usage_left_is_not_shared_anew(office: SharedOffice) -> None:
    cost = office.uses((4, 0, 0))
    office.corrects(0, 0)
    with pytest.raises(NothingToShareBy):
        office.shared.share_anew(office.boss, cost, _WHY)


def test_costs_by_area_of_other_months_or_undone_are_not_named(office: SharedOffice) -> None:
    office.shared.share(office.boss, office.request(title="按面积"))
    assert office.shared.shared_by_usage_of(_nothing_shared(office)) == []


def _nothing_shared(office: SharedOffice) -> Corrected:
    meter_id = office.meter("水表", MeterKind.WATER, office.flats[0])
    office.read(meter_id, date(2026, 9, 28), "10")
    reading_id = office.read(meter_id, _READ_ON, "14")
    return office.readings.correct(office.boss, reading_id, Decimal(15), _WHY)


def test_who_may_not_correct_readings_may_not_share_anew(office: SharedOffice) -> None:
    cost = office.uses((4, 3, 3))
    office.corrects(0, 6)
    with pytest.raises(NotPermitted):
        office.shared.share_anew(office.cashier, cost, _WHY)


@given(corrections=st.lists(st.tuples(*[st.integers(0, 400)] * 3).filter(any), min_size=1, max_size=3))
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_corrected_the_shares_still_sum_to_the_total(
    office: SharedOffice, corrections: list[tuple[int, ...]]
) -> None:
    if not office.water:
        office.cost = office.uses(office.usages)
        office.whole = total(office.amounts())
    for usages in corrections:
        for flat, (before, now) in enumerate(zip(office.usages, usages, strict=True)):
            if before != now:
                office.corrects(flat, now)
        office.usages = usages
        office.shared.share_anew(office.boss, office.cost, _WHY)
        assert office.amounts() == share_out(office.whole, usages)
        assert total(office.amounts()) == office.whole
    assert office.broken_truths() == []
