"""Usage between readings: replacements, rollovers, multipliers and losses, in numbers that can be checked by hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from app.core.ids import DeviceId, MeterId, ReadingId, UnitId
from app.meters.intervals import Device, Interval, MeterLink, Reading, counted, intervals_of, share_of
from app.meters.kinds import ReadingKind

METER = MeterId(1)
BASE, READ, ESTIMATED, FINAL = ReadingKind


class Told:
    """A meter's readings, told one after another; a day is told as month and day of 2026."""

    def __init__(self, digits: int = 5, multiplier: str = "1") -> None:
        self.devices: dict[DeviceId, Device] = {}
        self.readings: list[Reading] = []
        self.hung(digits, multiplier)

    def hung(self, digits: int, multiplier: str) -> None:
        one = Device(DeviceId(len(self.devices) + 1), METER, "A1", digits, Decimal(multiplier), date(2026, 1, 1))
        self.devices[one.id] = one

    def read(self, month: int, day: int, value: str, kind: ReadingKind = READ, *, rolled_over: bool = False) -> Told:
        key = ReadingId(len(self.readings) + 1)
        device = DeviceId(len(self.devices))
        self.readings.append(
            Reading(key, key, METER, device, date(2026, month, day), Decimal(value), kind, rolled_over)
        )
        return self

    def intervals(self, loss: str = "0") -> tuple[Interval, ...]:
        return intervals_of(Decimal(loss), self.devices, self.readings)


@pytest.mark.parametrize(
    ("before", "now", "digits", "rolled_over", "usage"),
    [
        ("99990", "12", 5, True, "22"),
        ("0", "0", 5, False, "0"),
        ("1288", "1320.5", 5, False, "32.5"),
        ("9999.9999", "0", 4, True, "0.0001"),
        ("999999", "0", 6, True, "1"),
        ("12", "11", 5, True, "99999"),
    ],
)
def test_a_device_counts_from_one_value_to_the_next(
    before: str, now: str, digits: int, rolled_over: bool, usage: str
) -> None:
    assert counted(Decimal(before), Decimal(now), digits, rolled_over=rolled_over) == Decimal(usage)


def test_the_first_reading_is_a_base_and_makes_no_interval() -> None:
    assert Told().read(1, 1, "100", BASE).intervals() == ()


def test_every_reading_after_the_base_ends_an_interval() -> None:
    told = Told().read(1, 1, "100", BASE).read(2, 1, "110").read(3, 1, "125", ESTIMATED)
    first, second = told.intervals()
    assert (first.first, first.until, first.usage, first.estimated) == (
        date(2026, 1, 1),
        date(2026, 2, 1),
        Decimal(10),
        False,
    )
    assert (second.before, second.now, second.usage, second.estimated) == (
        Decimal(110),
        Decimal(125),
        Decimal(15),
        True,
    )
    assert second.reading_id == 3


def test_the_multiplier_and_the_loss_are_in_the_usage() -> None:
    (interval,) = Told(multiplier="40").read(1, 1, "10", BASE).read(2, 1, "12.5").intervals(loss="0.05")
    assert interval.usage == Decimal(105)
    assert interval.parts[0].usage == Decimal(100)


def test_a_replaced_device_adds_what_both_counted() -> None:
    told = Told().read(1, 1, "100", BASE).read(1, 20, "107", FINAL)
    told.hung(6, "10")
    told.read(1, 20, "3", BASE).read(2, 1, "4.2")
    (interval,) = told.intervals()
    assert [part.usage for part in interval.parts] == [7, 12]
    assert (interval.first, interval.until, interval.usage) == (date(2026, 1, 1), date(2026, 2, 1), Decimal(19))


def test_the_last_reading_of_an_ended_meter_ends_an_interval() -> None:
    (interval,) = Told().read(1, 1, "100", BASE).read(1, 20, "107", FINAL).intervals()
    assert (interval.until, interval.usage) == (date(2026, 1, 20), Decimal(7))


def test_a_replaced_device_waits_for_the_next_reading() -> None:
    told = Told().read(1, 1, "100", BASE).read(1, 20, "107", FINAL)
    told.hung(5, "1")
    assert told.read(1, 20, "0", BASE).intervals() == ()


def link(unit: int, weight: str = "1", first: date = date(2026, 1, 1), until: date | None = None) -> MeterLink:
    return MeterLink(METER, UnitId(unit), Decimal(weight), first, until)


def test_units_of_one_meter_share_by_weight() -> None:
    (interval,) = Told().read(1, 1, "0", BASE).read(2, 1, "9").intervals()
    links = [link(1), link(2, "2")]
    assert [share_of(links, UnitId(unit), interval) for unit in (1, 2, 3)] == [Fraction(1, 3), Fraction(2, 3), 0]


def test_only_the_units_of_the_last_day_share() -> None:
    (interval,) = Told().read(1, 1, "0", BASE).read(2, 1, "9").intervals()
    links = [link(1, until=date(2026, 1, 31)), link(2, first=date(2026, 1, 31)), link(3, first=date(2026, 2, 1))]
    assert [share_of(links, UnitId(unit), interval) for unit in (1, 2, 3)] == [0, 1, 0]
