"""What a common cost comes to for each of three flats, and for a fourth that is not sold, by everything it may follow.

Three people live in 101, two in 102, one in 201; their water meters and that of the lighting are read on awkward days.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from app.core.clock import SetClock
from app.core.ids import MeterId, UnitId
from app.core.money import Money
from app.core.periods import Period
from app.estate.kinds import UnitState
from app.estate.unit_facts import UnitFacts
from app.fees.shared.costs import SharedCosts
from app.fees.shared.request import Bill, MeterUse, SharedRequest
from app.fees.shared.rule import Basis, Split
from app.fees.terms import AreaBase
from app.meters.kinds import MeterKind, ReadingKind
from app.meters.meter_facts import NewDevice, NewMeter
from app.meters.meters import Meters
from app.meters.reading_rule import TypedReading
from app.meters.readings import Readings
from app.store.store import Store
from tests.fees.charging import d, yuan
from tests.fees.conftest import FeesOffice
from tests.fees.formula_tables.table import Row, rows_of

FLATS = (
    ("101", "89.35", "70.25", "80.1234", 3),
    ("102", "101.20", "80", "90.5", 2),
    ("201", "75", "60.5", "75", 1),
    ("301", "100", "88", "99.99", 4),
)
READ_ON = (
    "2024-01-31",
    "2024-02-29",
    "2025-11-30",
    "2025-12-31",
    "2026-01-31",
    "2026-03-01",
    "2026-09-30",
    "2026-10-30",
)
WATER = {
    "101": ("0", "10", "500", "507", "600", "601"),
    "102": ("0", "0", "500", "503", "600", "601"),
    "201": ("0", "20.5", "500", "511", "600", "601"),
}
LIGHTING = ("100", "130", "200", "210", "250", "260", "300", "345.5")
SPLITS = {
    "building": Split(Basis.AREA),
    "inner": Split(Basis.AREA, AreaBase.INNER),
    "billing": Split(Basis.AREA, AreaBase.BILLING),
    "unit": Split(Basis.UNIT),
    "people": Split(Basis.HEADCOUNT),
    "water": Split(Basis.USAGE, meter_kind=MeterKind.WATER),
}
TABLE = """
    case | period | cost | by | whole | 101 | 102 | 201 | 301
    the lighting of one building                            | 2026-10-01 2026-11-01 | 560.00       | building     |   560.00 |  188.43 |  213.41 |  158.16 |
    by inner area                                           | 2026-10-01 2026-11-01 | 560.00       | inner        |   560.00 |  186.67 |  212.57 |  160.76 |
    by billing area of four decimals                        | 2026-10-01 2026-11-01 | 560.00       | billing      |   560.00 |  182.68 |  206.33 |  170.99 |
    29 February alone                                       | 2024-02-29 2024-03-01 | 100.00       | unit         |   100.00 |   33.34 |   33.33 |   33.33 |
    a whole February of 29 days                             | 2024-02-01 2024-03-01 | 100.00       | people       |   100.00 |   50.00 |   33.33 |   16.67 |
    from the 31st of a month                                | 2026-01-31 2026-02-28 | 77.77        | building     |    77.77 |   26.17 |   29.64 |   21.96 |
    the last day of a month of 30                           | 2026-04-30 2026-05-01 | 0.05         | unit         |     0.05 |    0.02 |    0.02 |    0.01 |
    the last day of the year                                | 2025-12-31 2026-01-01 | 0.02         | unit         |     0.02 |    0.01 |    0.01 |    0.00 |
    over the end of the year                                | 2025-12-15 2026-01-15 | 1000.00      | people       |  1000.00 |  500.00 |  333.33 |  166.67 |
    a whole year                                            | 2025-01-01 2026-01-01 | 12345.67     | inner        | 12345.67 | 4115.22 | 4686.38 | 3544.07 |
    one fen goes to the largest part                        | 2026-10-01 2026-11-01 | 0.01         | building     |     0.01 |    0.00 |    0.01 |    0.00 |
    nobody gets a fen more than the others                  | 2026-10-01 2026-11-01 | 300.00       | unit         |   300.00 |  100.00 |  100.00 |  100.00 |
    who is not sold shares too                              | 2026-10-01 2026-11-01 | 560.00       | building too |   560.00 |  136.88 |  155.03 |  114.90 |  153.19
    the unsold unit is one of four                          | 2026-10-01 2026-11-01 | 0.03         | unit too     |     0.03 |    0.01 |    0.01 |    0.01 |    0.00
    by water read on 29 February                            | 2024-02-01 2024-03-01 | 99.99        | water        |    99.99 |   32.78 |         |   67.21 |
    by water read on 31 December                            | 2025-12-01 2026-01-01 | 99.99        | water        |    99.99 |   33.33 |   14.28 |   52.38 |
    by water read on the day after the period               | 2026-01-31 2026-03-01 | 1.00         | water        |     1.00 |    0.34 |    0.33 |    0.33 |
    a meter's 45.5 × 20 × 1.02 at 0.62                      | 2026-10-01 2026-11-01 | 928.2 × 0.62 | building     |   575.48 |  193.63 |  219.31 |  162.54 |
    a meter read on 29 February: 30 × 20 × 1.02 at 0.6183   | 2024-02-01 2024-03-01 | 612 × 0.6183 | people       |   378.40 |  189.20 |  126.13 |   63.07 |
    a meter read on 31 December: 10 × 20 × 1.02 at 1.25     | 2025-12-01 2026-01-01 | 204 × 1.25   | unit         |   255.00 |   85.00 |   85.00 |   85.00 |
"""


class Building(FeesOffice):
    """Building 3 with its flats, their water meters and the meter of the lighting."""

    def __init__(self, store: Store, clock: SetClock) -> None:
        super().__init__(store, clock)
        self.shared = SharedCosts(store, clock)
        self.meters, self.readings = Meters(store, clock), Readings(store, clock)
        self.flats = {flat[0]: self._flat(*flat) for flat in FLATS}
        for room, values in WATER.items():
            self._read(self._meter(f"水表 {room}", MeterKind.WATER, "1", "0", self.flats[room]), values)
        self.lighting = self._meter("公共照明表", MeterKind.ELECTRICITY, "20", "0.02")
        self._read(self.lighting, LIGHTING)

    def _flat(self, room: str, building: str, inner: str, billing: str, people: int) -> UnitId:
        state = UnitState.UNSOLD if room == "301" else UnitState.OCCUPIED
        facts = UnitFacts(
            f"3-1-{room}",
            state=state,
            headcount=people,
            building_area=Decimal(building),
            inner_area=Decimal(inner),
            billing_area=Decimal(billing),
        )
        return self.estate.add_unit(self.boss, facts)

    def _meter(self, name: str, kind: MeterKind, multiplier: str, loss: str, *units: UnitId) -> MeterId:
        new = NewMeter(
            kind=kind,
            name=name,
            device=NewDevice(name, 5, Decimal(multiplier)),
            since=date(2024, 1, 1),
            units=tuple((unit_id, Decimal(1)) for unit_id in units),
            public=not units,
            loss_rate=Decimal(loss),
            first_reading=Decimal(0),
        )
        return self.meters.register(self.boss, new)

    def _read(self, meter_id: MeterId, values: tuple[str, ...]) -> None:
        for day, value in zip(READ_ON, values, strict=False):
            typed = TypedReading(meter_id, d(day), Decimal(value), ReadingKind.READ)
            self.readings.enter(self.boss, typed, accepted=True)

    def cost(self, row: Row) -> SharedRequest:
        """The cost of a row: a bill, or what the lighting used at a price."""
        (line,) = row.lines
        first, until = map(d, line["period"].split())
        price = line["cost"].partition(" × ")[2]
        return SharedRequest(
            title=row.name,
            item_id=self.item("energy").id,
            period=Period(first, until),
            due_on=until,
            source=MeterUse(self.lighting, Decimal(price)) if price else Bill(yuan(line["whole"])),
            split=SPLITS[line["by"].split()[0]],
            unit_ids=frozenset(self.flats.values()),
            leave_out=True,
            unsold_too="too" in line["by"],
        )


@pytest.fixture
def office(store: Store, clock: SetClock) -> Building:
    return Building(store, clock)


@pytest.mark.parametrize("row", rows_of(TABLE), ids=lambda row: row.name)
def test_a_common_cost_comes_to_what_the_table_says(office: Building, row: Row) -> None:
    page = office.shared.share(office.boss, office.cost(row))
    (line,) = row.lines
    shares = {room: yuan(line[room]) for room in office.flats if line[room]}
    assert {one.code.removeprefix("3-1-"): one.amount for one in page.lines} == shares
    assert sum(one.fen for one in shares.values()) == page.row.total.fen == yuan(line["whole"]).fen
    for room, amount in shares.items():
        assert [owed for _, _, owed in office.owes(office.flats[room])] == [amount] * (amount > Money(0))
    assert office.broken_truths() == []
