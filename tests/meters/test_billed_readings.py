"""An import of readings that was billed stays, and can be taken back once the run is undone."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from app.core.ids import UnitId
from app.fees.terms import Formula, TariffTerms
from app.meters.import_readings import ReadingImport
from app.meters.kinds import MeterKind
from app.meters.meter_facts import NewDevice, NewMeter
from app.meters.sheet_refusals import MetersInUse, ReadingsBilled
from tests.meters.sheets import sheet_of
from tests.office_builder import OfficeBuilder

READINGS = ("表号", "本次表值", "抄表日期")
METERS = ("表号", "表类型", "房屋", "起始读数", "起始日期")


@pytest.fixture
def counter(builder: OfficeBuilder) -> OfficeBuilder:
    return builder


def pays_by_meter(counter: OfficeBuilder, unit: UnitId, first: date) -> None:
    """Water at 3.00 by meter."""
    office = counter.office
    item = next(item for item in office.fee_items.all() if item.code == "water")
    terms = TariffTerms(Formula.METERED, Decimal("3.00"), meter_kind="water")
    tariff = office.tariffs.create(counter.supervisor, item.id, "居民用水", date(2026, 1, 1), terms)
    office.assignments.assign(counter.supervisor, tariff, [unit], first)


def charged_by_meter(counter: OfficeBuilder, tmp_path: Path) -> ReadingImport:
    """A home with a water meter at 3.00, whose reading of November came in from a sheet and was billed."""
    unit, office = counter.unit("3-2-501"), counter.office
    device = NewDevice("W-1")
    new = NewMeter(
        *(MeterKind.WATER, "冷水", device, date(2026, 10, 1)), ((unit, Decimal(1)),), first_reading=Decimal(100)
    )
    office.meters.register(counter.supervisor, new)
    pays_by_meter(counter, unit, date(2026, 10, 1))
    sheet = sheet_of(tmp_path / "抄表.xlsx", ("W-1", 110, "2026-11-01"), heads=READINGS)
    office.reading_import.run(counter.cashier, sheet)
    counter.billed_through(2026, 11)
    assert counter.owes(unit).fen == 3000
    return office.reading_import


def test_readings_that_were_billed_stay_until_the_run_is_undone(counter: OfficeBuilder, tmp_path: Path) -> None:
    readings = charged_by_meter(counter, tmp_path)
    (batch,) = readings.batches()
    with pytest.raises(ReadingsBilled) as caught:
        readings.undo(counter.supervisor, batch.id)
    assert caught.value.meters == ("冷水",)
    counter.office.billing.undo(counter.supervisor, counter.office.billing.runs()[0].id)
    assert readings.undo(counter.supervisor, batch.id) == 1
    assert counter.breaches() == []


def test_meters_that_a_tariff_measures_by_stay(counter: OfficeBuilder, tmp_path: Path) -> None:
    unit, office = counter.unit("3-2-501"), counter.office
    sheet = sheet_of(tmp_path / "仪表.xlsx", ("W-1", "水表", "3-2-501", 100, "2026-10-01"), heads=METERS)
    batch_id = office.meter_import.run(counter.supervisor, sheet).batch_id
    assert batch_id is not None
    pays_by_meter(counter, unit, date(2026, 10, 1))
    with pytest.raises(MetersInUse):
        office.meter_import.undo(counter.supervisor, batch_id)
    assert counter.breaches() == []


def test_a_reading_below_a_billed_estimate_lowers_the_bill(counter: OfficeBuilder, tmp_path: Path) -> None:
    unit, office = counter.unit("3-2-501"), counter.office
    office.meter_import.run(
        counter.supervisor,
        sheet_of(tmp_path / "仪表.xlsx", ("W-1", "水表", "3-2-501", 100, "2026-09-01"), heads=METERS),
    )
    pays_by_meter(counter, unit, date(2026, 9, 1))
    estimated = ("W-1", 130, "2026-10-01", "是")
    office.reading_import.run(counter.cashier, sheet_of(tmp_path / "1.xlsx", estimated, heads=(*READINGS, "估抄")))
    counter.billed_through(2026, 11)
    assert counter.owes(unit).fen == 9000
    office.reading_import.run(
        counter.cashier, sheet_of(tmp_path / "2.xlsx", ("W-1", 112, "2026-11-01"), heads=READINGS)
    )
    assert counter.owes(unit).fen == 3600
    assert counter.breaches() == []
