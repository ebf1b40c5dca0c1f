"""A public meter's reading corrected after its cost was shared: the shares sum to the new total, to the fen."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from app.core.clock import SetClock
from app.core.ids import ReadingId
from app.core.money import Money, total
from app.core.periods import Period
from app.core.rounding import round_to_fen
from app.fees.adjustments.reading_correction import ReadingCorrections
from app.fees.adjustments.recharge import billed_charges
from app.fees.shared.request import MeterUse
from app.fees.tables import billing_run, charge
from app.meters.readings import Readings
from app.store.store import Store
from tests.fees.test_shared_meters import MeteredOffice

_PRICE = Decimal("0.6083")


class LitOffice(MeteredOffice):
    """The three flats and a box of a few hundredths of a square metre, whose share may be less than a fen."""

    def __init__(self, store: Store, clock: SetClock) -> None:
        super().__init__(store, clock)
        self.flats.append(self.unit("3-1-202", "0.02"))
        self.readings = Readings(store, clock, [ReadingCorrections(clock).follow])
        self.shown: ReadingId | None = None
        self.last = Decimal("175.6")

    def shares(self) -> None:
        """Read 175.6 in November and share the lighting: 0.1 × 20 × 1.02 × 0.6083 = 1.24."""
        self.shown = self.read(self.lighting, date(2026, 11, 10), "175.6")
        november = Period(date(2026, 11, 1), date(2026, 12, 1))
        use = MeterUse(self.lighting, _PRICE)
        self.shared.share(self.boss, self.request(source=use, period=november, leave_out=True))

    def corrects(self, value: Decimal) -> Money:
        """The meter showed that in truth; gives what the lighting costs now."""
        assert self.shown is not None
        self.last = value
        self.shown = self.readings.correct(self.boss, self.shown, value, "抄错").changes[-1][1].reading_id
        return round_to_fen(Fraction((value - Decimal("175.5")) * 20 * Decimal("1.02") * _PRICE))

    def amounts(self) -> list[Money]:
        """What each charged share comes to now, in unit order."""
        with self.store.reading() as connection:
            standing = select(billing_run.c.id).where(billing_run.c.undone_at.is_(None))
            return [one.amount for one in billed_charges(connection, charge.c.run_id.in_(standing))]


@pytest.fixture
def office(store: Store, clock: SetClock) -> LitOffice:
    return LitOffice(store, clock)


def test_a_share_that_was_less_than_a_fen_does_not_lose_one_when_the_meter_is_corrected(office: LitOffice) -> None:
    office.shares()
    assert (len(office.amounts()), total(office.amounts())) == (3, Money(124))
    now = office.corrects(Decimal("275.5"))
    assert now == Money(124093)
    assert total(office.amounts()) == now
    assert len(office.amounts()) == 3
    assert office.broken_truths() == []


@given(values=st.lists(st.decimals(Decimal("175.6"), Decimal(999), places=1), min_size=1, max_size=3))
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_however_the_public_meter_is_corrected_no_fen_is_lost(office: LitOffice, values: list[Decimal]) -> None:
    if office.shown is None:
        office.shares()
    for value in values:
        if office.last != value:
            now = office.corrects(value)
            assert total(office.amounts()) == now
    assert office.broken_truths() == []
