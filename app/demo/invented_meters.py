"""The invented meters: water in the first homes, lighting in the first buildings, read on the first of each month."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from random import Random

from app.access.actor import Actor
from app.core.ids import MeterId, UnitId
from app.core.money import Money
from app.core.periods import Period, add_months
from app.estate.kinds import UnitKind
from app.estate.unit_facts import UnitFilter, UnitRow
from app.fees.shared.request import Bill, SharedRequest
from app.fees.shared.rule import Basis, Split
from app.fees.terms import Formula, Tier, TierSpan
from app.fees.terms import TariffTerms as Terms
from app.meters.kinds import MeterKind, ReadingKind
from app.meters.meter_facts import NewDevice, NewMeter, Replacement
from app.meters.reading_rule import TypedReading
from app.office import Office

HOMES_WITH_METERS, PLACES_WITH_LIGHT = 48, 3
_WATER = (Tier(Decimal(216), Decimal("2.07")), Tier(Decimal(300), Decimal("4.07")), Tier(None, Decimal("6.07")))
_READER = "孙师傅"
_ONE = Decimal(1)


@dataclass(slots=True)
class Hanging:
    """A meter, what it shows, and how much runs through it in a usual month."""

    meter_id: MeterId
    shows: Decimal
    usual: int


class InventedMeters:
    """Hangs the meters of an office and reads them month by month."""

    def __init__(self, office: Office, by: Actor, chance: Random) -> None:
        self._office = office
        self._by = by
        self._chance = chance
        self._water: list[Hanging] = []
        self._light: list[Hanging] = []
        homes = office.estate.units(UnitFilter(kinds=frozenset({UnitKind.HOME})))
        self._homes: Sequence[UnitRow] = homes[:HOMES_WITH_METERS]

    def hang(self, first: date) -> None:
        """Register the meters with their base on the day before the first month, and charge the water by them."""
        since = add_months(first, -1)
        for number, home in enumerate(self._homes, 1):
            base = Decimal(self._chance.randrange(80, 900))
            made = self._register(MeterKind.WATER, f"{home.code} 冷水表", f"S{number:06d}", since, base, (home.id,))
            self._water.append(Hanging(made, base, self._chance.choice((3, 6, 8, 9, 11, 12, 14, 18))))
        for number in range(1, PLACES_WITH_LIGHT + 1):
            base = Decimal(self._chance.randrange(2_000, 9_000))
            made = self._register(MeterKind.ELECTRICITY, f"{number} 栋公共照明", f"D{number:06d}", since, base)
            self._light.append(Hanging(made, base, 480))
        self._lay_water_tariff(since)

    def read(self, month: date, *, last: bool) -> None:
        """The round on the first of a month; in the `last` one the reader has not been everywhere yet."""
        hanging = [*self._water, *self._light]
        done = len(hanging) * 3 // 5 if last else len(hanging)
        for number, meter in enumerate(hanging[:done]):
            meter.shows += self._usage(meter)
            if month.month == 4 and number == 2:
                self._replace(meter, month)
            estimated = self._chance.random() < 0.02
            kind = ReadingKind.ESTIMATED if estimated else ReadingKind.READ
            typed = TypedReading(meter.meter_id, month, meter.shows, kind, read_by=_READER)
            self._office.readings.enter(self._by, typed, accepted=True)

    def share_light(self, quarter: date) -> None:
        """Split the lighting bill of the quarter that begins then over the homes, by area."""
        item = next(item for item in self._office.fee_items.all() if item.code == "energy")
        until = add_months(quarter, 3)
        request = SharedRequest(
            title=f"{quarter.year} 年 {quarter.month}–{until.month - 1 or 12} 月公共照明电费",
            item_id=item.id,
            period=Period(quarter, until),
            due_on=add_months(until, 0).replace(day=15),
            source=Bill(Money(self._chance.randrange(48_000, 62_000))),
            split=Split(Basis.AREA),
            unit_ids=frozenset(home.id for home in self._homes),
            leave_out=True,
        )
        self._office.shared_costs.share(self._by, request)

    def _register(
        self, kind: MeterKind, name: str, number: str, since: date, base: Decimal, units: tuple[UnitId, ...] = ()
    ) -> MeterId:
        linked = tuple((unit_id, _ONE) for unit_id in units)
        device = NewDevice(number)
        new = NewMeter(kind, name, device, since, linked, public=not units, first_reading=base)
        return self._office.meters.register(self._by, new)

    def _usage(self, meter: Hanging) -> Decimal:
        return Decimal(max(0, round(self._chance.gauss(meter.usual, meter.usual / 5))))

    def _replace(self, meter: Hanging, day: date) -> None:
        new = NewDevice(f"S9{meter.meter_id:05d}")
        self._office.meters.replace(self._by, meter.meter_id, Replacement(day, meter.shows, new, read_by=_READER))
        meter.shows = Decimal(0)

    def _lay_water_tariff(self, first: date) -> None:
        item = next(item for item in self._office.fee_items.all() if item.code == "water")
        terms = Terms(
            Formula.TIERED_METERED,
            Decimal(0),
            tiers=_WATER,
            tier_span=TierSpan.YEAR,
            meter_kind=MeterKind.WATER.value,
        )
        basis = "供水企业居民阶梯水价"
        tariff_id = self._office.tariffs.create(self._by, item.id, "居民阶梯水费", first, terms, basis=basis)
        if self._homes:
            self._office.assignments.assign(self._by, tariff_id, [home.id for home in self._homes], first)
