"""An estate with meters, told in the office's words."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from app.access.actor import Actor
from app.access.permissions import Role
from app.core.clock import SetClock
from app.core.ids import MeterId, ReadingId, UnitId, UserId
from app.estate.registry import Estate
from app.estate.unit_facts import UnitFacts
from app.meters.interval_rows import read_intervals
from app.meters.kinds import MeterKind, ReadingKind
from app.meters.meter_facts import MeterEnd, MeterFilter, NewDevice, NewMeter, Replacement
from app.meters.meters import Meters
from app.meters.reading_rule import TypedReading
from app.meters.readings import Readings
from app.meters.write_correction import Corrected
from app.store.store import Store

JANUARY = date(2026, 1, 1)


class MeterOffice:
    """The services of the meters room on one small estate; `boss` is a supervisor, `reader` a cashier."""

    def __init__(self, store: Store, clock: SetClock) -> None:
        self.store, self.clock = store, clock
        self.boss = Actor(UserId(1), "沈若兰", Role.SUPERVISOR)
        self.reader = Actor(UserId(2), "王敏", Role.CASHIER)
        self.estate = Estate(store, clock)
        self.followed: list[Corrected] = []
        self.meters = Meters(store, clock, [self._follow])
        self.readings = Readings(store, clock, [self._follow])
        self.estate.add_estate(self.boss, "阳光花园")

    def _follow(self, connection: object, by: Actor, corrected: Corrected) -> None:
        self.followed.append(corrected)

    def unit(self, code: str) -> UnitId:
        return self.estate.add_unit(self.boss, UnitFacts(code))

    def meter(
        self,
        *units: UnitId,
        number: str = "A001",
        base: str | None = "100",
        kind: MeterKind = MeterKind.WATER,
        digits: int = 5,
        multiplier: str = "1",
        loss: str = "0",
        public: bool = False,
        name: str = "",
        since: date = JANUARY,
    ) -> MeterId:
        """A meter that stood at its base on 1 January 2026."""
        return self.meters.register(
            self.boss,
            NewMeter(
                kind=kind,
                name=name or f"水表 {number}",
                device=NewDevice(number, digits, Decimal(multiplier)),
                since=since,
                units=tuple((unit_id, Decimal(1)) for unit_id in units),
                public=public,
                loss_rate=Decimal(loss),
                first_reading=None if base is None else Decimal(base),
            ),
        )

    def reads(
        self,
        meter_id: MeterId,
        day: date,
        value: str,
        *,
        estimated: bool = False,
        rolled_over: bool = False,
        accepted: bool = True,
    ) -> ReadingId:
        kind = ReadingKind.ESTIMATED if estimated else ReadingKind.READ
        typed = TypedReading(meter_id, day, Decimal(value), kind, rolled_over)
        return self.readings.enter(self.reader, typed, accepted=accepted)

    def replaces(self, meter_id: MeterId, day: date, final: str, number: str = "B001", base: str = "0") -> None:
        what = Replacement(day, Decimal(final), NewDevice(number), Decimal(base))
        self.meters.replace(self.boss, meter_id, what, accepted=True)

    def ends(self, meter_id: MeterId, day: date, final: str | None = None) -> None:
        what = MeterEnd(day, None if final is None else Decimal(final))
        self.meters.end(self.boss, meter_id, what, accepted=True)

    def usages(self, meter_id: MeterId) -> list[str]:
        """The usage of each interval, as a person would write it."""
        with self.store.reading() as connection:
            return [f"{one.usage.normalize():f}" for one in read_intervals(connection, [meter_id])[meter_id]]

    def line(self, meter_id: MeterId, since: date) -> object:
        found = self.readings.round(MeterFilter(), since)
        return next(line for line in found.lines if line.meter.id == meter_id)


@pytest.fixture
def office(store: Store, clock: SetClock) -> MeterOffice:
    return MeterOffice(store, clock)
