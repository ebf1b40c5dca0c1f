"""Homes with water and electricity meters, read since August and billed through October."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from app.core.ids import MeterId, UnitId
from app.fees.billing import RunRequest
from app.fees.terms import Formula, TariffTerms
from app.meters.kinds import MeterKind
from app.meters.meter_facts import NewDevice, NewMeter
from app.meters.reading_rule import TypedReading
from tests.office_builder import OfficeBuilder

TODAY = datetime(2026, 11, 20, 14, 35)
START = date(2026, 7, 31)
READ_ON = (date(2026, 8, 31), date(2026, 9, 30), date(2026, 10, 31))
_OWNERS = ("张建国", "李秀兰", "王明", "何子涵", "崔海燕", "赵金贵")
_NAMES = {MeterKind.WATER: "水表", MeterKind.ELECTRICITY: "电表"}


class Scene:
    """Two buildings of six homes; `water` are the meters of water in route order."""

    def __init__(self, office: OfficeBuilder) -> None:
        self.office = office
        self.homes: list[UnitId] = []
        self.water: list[MeterId] = []
        self.electricity: list[MeterId] = []

    def build(self) -> Scene:
        """Everything as it is on 20 November 2026; November is not read."""
        with self.office.office.store.transaction():
            for building in (1, 2):
                for number, owner in enumerate(_OWNERS, 1):
                    floor, door = divmod(number + 1, 2)
                    self.homes.append(self.office.unit(f"{building}-1-{floor}0{door + 1}", owner))
            for at, home in enumerate(self.homes):
                self.water.append(self._meter(home, MeterKind.WATER, f"W{at + 1:04}", at))
            for at, home in enumerate(self.homes):
                self.electricity.append(self._meter(home, MeterKind.ELECTRICITY, f"E{at + 1:04}", at))
            self._public_meter()
            self._tariff()
        self.office.office.billing.run(self.office.supervisor, RunRequest.through(2026, 10))
        self.office.clock.set(TODAY)
        return self

    def _meter(self, home: UnitId, kind: MeterKind, number: str, at: int) -> MeterId:
        base = Decimal(100 + 17 * at if kind is MeterKind.WATER else 4_000 + 41 * at)
        if number == "E0001":
            base = Decimal(99_600)  # begins anew in November
        name = f"{self.office.office.estate.unit_page(home).code} {_NAMES[kind]}"
        new = NewMeter(kind, name, NewDevice(number), START, ((home, Decimal(1)),), first_reading=base)
        meter_id = self.office.office.meters.register(self.office.supervisor, new)
        use = Decimal(8 + at % 5) if kind is MeterKind.WATER else Decimal(120 + 9 * at)
        for month, day in enumerate(READ_ON, 1):
            self._read(meter_id, day, base + month * use)
        return meter_id

    def _read(self, meter_id: MeterId, day: date, value: Decimal) -> None:
        typed = TypedReading(meter_id, day, value)
        self.office.office.readings.enter(self.office.supervisor, typed, accepted=True)

    def _public_meter(self) -> None:
        new = NewMeter(
            MeterKind.ELECTRICITY,
            "1栋楼道照明",
            NewDevice("P0001", 6, Decimal(40)),
            START,
            public=True,
            first_reading=Decimal(2600),
        )
        self.office.office.meters.register(self.office.supervisor, new)

    def _tariff(self) -> None:
        office, by = self.office.office, self.office.supervisor
        item = next(one for one in office.fee_items.all() if one.code == "water")
        terms = TariffTerms(Formula.METERED, Decimal("3.50"), meter_kind=MeterKind.WATER)
        tariff_id = office.tariffs.create(by, item.id, "居民用水 3.50", date(2026, 1, 1), terms)
        office.assignments.assign(by, tariff_id, self.homes, date(2026, 7, 31))
