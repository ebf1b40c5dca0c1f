"""Common costs and meters: a public meter makes the total, the units' own meters make the shares."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from app.core.clock import SetClock
from app.core.ids import MeterId, ReadingId, UnitId
from app.core.money import Money
from app.core.periods import Period
from app.fees.shared.costs import SharedCosts
from app.fees.shared.refusals import NothingToShareBy, NoUsageInPeriod, UsageSharedBefore
from app.fees.shared.request import MeterUse, SharedRequest
from app.fees.shared.rule import Basis, NoWeight, Split
from app.meters.kinds import MeterKind, ReadingKind
from app.meters.meter_facts import NewDevice, NewMeter
from app.meters.meters import Meters
from app.meters.reading_rule import TypedReading
from app.meters.readings import Readings
from app.store.store import Store
from tests.fees.conftest import FeesOffice

SEPTEMBER, OCTOBER = Period(date(2026, 9, 1), date(2026, 10, 1)), Period(date(2026, 10, 1), date(2026, 11, 1))
BY_AREA = Split(Basis.AREA)
BY_WATER = Split(Basis.USAGE, meter_kind=MeterKind.WATER)


class MeteredOffice(FeesOffice):
    """Three flats and the meter of their common lighting, read at the end of each month."""

    def __init__(self, store: Store, clock: SetClock) -> None:
        super().__init__(store, clock)
        self.shared = SharedCosts(store, clock)
        self.meters, self.readings = Meters(store, clock), Readings(store, clock)
        self.flats = [self.unit(f"3-1-{room}", area) for room, area in ((101, "89.35"), (102, "101.20"), (201, "75"))]
        self.lighting = self.meter("3栋公共照明表", MeterKind.ELECTRICITY, multiplier="20", loss="0.02", public=True)
        for month, value in ((8, "100"), (9, "130"), (10, "175.5")):
            self.read(self.lighting, date(2026, month, 30), value)

    def meter(
        self,
        name: str,
        kind: MeterKind,
        *units: UnitId,
        multiplier: str = "1",
        loss: str = "0",
        public: bool = False,
    ) -> MeterId:
        new = NewMeter(
            kind=kind,
            name=name,
            device=NewDevice(name, 5, Decimal(multiplier)),
            since=date(2026, 1, 1),
            units=tuple((unit_id, Decimal(1)) for unit_id in units),
            public=public,
            loss_rate=Decimal(loss),
            first_reading=Decimal(0),
        )
        return self.meters.register(self.boss, new)

    def read(self, meter_id: MeterId, day: date, value: str, kind: ReadingKind = ReadingKind.READ) -> ReadingId:
        return self.readings.enter(self.boss, TypedReading(meter_id, day, Decimal(value), kind), accepted=True)

    def request(self, **more: Any) -> SharedRequest:
        asked = SharedRequest(
            title="3栋公共照明",
            item_id=self.item("energy").id,
            period=OCTOBER,
            due_on=date(2026, 12, 5),
            source=MeterUse(self.lighting, Decimal("0.6083")),
            split=BY_AREA,
            unit_ids=frozenset(self.flats),
        )
        return replace(asked, **more)


@pytest.fixture
def office(store: Store, clock: SetClock) -> MeteredOffice:
    return MeteredOffice(store, clock)


def test_the_total_is_usage_with_multiplier_and_loss_times_price_rounded_once(office: MeteredOffice) -> None:
    preview = office.shared.preview(office.request())
    assert preview.meter is not None
    assert preview.meter.metered.usage == Decimal("928.2")  # 45.5 × 20 × 1.02
    assert preview.total == Money(56462)  # 928.2 × 0.6083 = 564.62406
    assert (preview.meter.first, preview.meter.until) == (date(2026, 9, 30), date(2026, 10, 30))
    assert not preview.meter.estimated
    page = office.shared.share(office.boss, office.request(), preview)
    assert (page.meter, page.metered) == ("3栋公共照明表", preview.meter.metered)
    assert sum(line.amount.fen for line in page.lines) == 56462
    assert office.broken_truths() == []


def test_usage_that_was_shared_is_not_shared_again(office: MeteredOffice) -> None:
    page = office.shared.share(office.boss, office.request())
    wider = Period(SEPTEMBER.first, OCTOBER.until)
    with pytest.raises(UsageSharedBefore) as refused:
        office.shared.share(office.boss, office.request(title="照明", period=wider))
    assert refused.value.title == "3栋公共照明"
    office.shared.share(office.boss, office.request(period=SEPTEMBER))
    office.billing.undo(office.boss, page.row.run_id)
    office.shared.share(office.boss, office.request(title="照明"))
    assert office.broken_truths() == []


def test_a_period_without_a_reading_is_refused(office: MeteredOffice) -> None:
    with pytest.raises(NoUsageInPeriod):
        office.shared.preview(office.request(period=Period(date(2026, 11, 1), date(2026, 12, 1))))


def test_an_estimated_reading_is_marked(office: MeteredOffice) -> None:
    office.read(office.lighting, date(2026, 11, 10), "180", ReadingKind.ESTIMATED)
    preview = office.shared.preview(office.request(period=Period(date(2026, 11, 1), date(2026, 12, 1))))
    assert preview.meter is not None
    assert preview.meter.estimated


def test_only_public_meters_are_offered_with_their_last_usage(office: MeteredOffice) -> None:
    office.meter("水表 101", MeterKind.WATER, office.flats[0])
    offered = office.shared.public_meters()
    assert [meter.name for meter in offered] == ["3栋公共照明表"]
    assert offered[0].last is not None
    assert offered[0].last.until == date(2026, 10, 30)


def test_shares_follow_the_units_own_meters(office: MeteredOffice) -> None:
    first = office.meter("水表 101", MeterKind.WATER, office.flats[0])
    both = office.meter("水表 102/201", MeterKind.WATER, office.flats[1], office.flats[2])
    office.meter("电表 101", MeterKind.ELECTRICITY, office.flats[0])
    for meter_id, values in ((first, ("10", "14")), (both, ("20", "27"))):
        for day, value in zip((date(2026, 9, 28), date(2026, 10, 28)), values, strict=True):
            office.read(meter_id, day, value)
    preview = office.shared.preview(office.request(split=BY_WATER))
    assert [share.weight for share in preview.shares] == [4, Fraction(7, 2), Fraction(7, 2)]
    page = office.shared.share(office.boss, office.request(split=BY_WATER), preview)
    assert page.weights == 11
    assert office.broken_truths() == []


def test_a_unit_without_a_meter_or_without_usage_is_named(office: MeteredOffice) -> None:
    used = office.meter("水表 101", MeterKind.WATER, office.flats[0])
    office.meter("水表 102", MeterKind.WATER, office.flats[1])
    for day, value in ((date(2026, 9, 28), "10"), (date(2026, 10, 28), "14")):
        office.read(used, day, value)
    preview = office.shared.preview(office.request(split=BY_WATER))
    assert [(one.sharer.code, one.reason) for one in preview.left_out] == [
        ("3-1-102", NoWeight.NO_USAGE),
        ("3-1-201", NoWeight.NO_METER),
    ]


def test_a_public_meter_is_no_meter_of_a_unit(office: MeteredOffice) -> None:
    with pytest.raises(NothingToShareBy):
        office.shared.preview(office.request(split=Split(Basis.USAGE, meter_kind=MeterKind.ELECTRICITY)))
