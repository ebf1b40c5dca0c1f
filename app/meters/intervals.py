"""Usage between readings that follow one another: replacements, rollovers, multiplier and loss counted in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from app.core.ids import DeviceId, MeterId, ReadingId, UnitId
from app.meters.kinds import ReadingKind


@dataclass(frozen=True, slots=True)
class Device:
    """What hangs in a meter's place since `first`; it shows `digits` figures before the point, then begins anew."""

    id: DeviceId
    meter_id: MeterId
    number: str
    digits: int
    multiplier: Decimal
    first: date


@dataclass(frozen=True, slots=True)
class Reading:
    """What a device showed, as it counts now.

    `id` is the reading as it was first entered and stays the same; `row_id` is the row that counts, another one after a
    correction. `rolled_over`: the device began anew since the reading before.
    """

    id: ReadingId
    row_id: ReadingId
    meter_id: MeterId
    device_id: DeviceId
    day: date
    value: Decimal
    kind: ReadingKind
    rolled_over: bool
    reason: str = ""
    read_by: str = ""

    @property
    def corrected(self) -> bool:
        """Whether another value was entered first."""
        return self.id != self.row_id


@dataclass(frozen=True, slots=True)
class DevicePart:
    """What one device counted inside an interval; `usage` has its multiplier in it, not yet the meter's loss."""

    device_id: DeviceId
    number: str
    before: Decimal
    now: Decimal
    multiplier: Decimal
    digits: int
    rolled_over: bool
    usage: Decimal


@dataclass(frozen=True, slots=True)
class Interval:
    """Usage of a meter in `[first, until)`, the days of two readings that follow one another.

    `before` and `now` are what was read on these days (perhaps on two devices), `usage` is the sum of the parts with
    the loss rate added; `reading_id` is the later reading, the same before and after a correction.
    """

    meter_id: MeterId
    first: date
    until: date
    before: Decimal
    now: Decimal
    usage: Decimal
    estimated: bool
    reading_id: ReadingId
    parts: tuple[DevicePart, ...]
    loss_rate: Decimal = Decimal(0)

    @property
    def last_day(self) -> date:
        """The last day that the usage belongs to."""
        return max(self.first, self.until - timedelta(days=1))


@dataclass(frozen=True, slots=True)
class MeterLink:
    """A unit that a meter serves in `[first, until)`, with its weight among the units of that meter."""

    meter_id: MeterId
    unit_id: UnitId
    weight: Decimal
    first: date
    until: date | None

    def holds_on(self, day: date) -> bool:
        """Whether the meter serves the unit on this day."""
        return self.first <= day and (self.until is None or day < self.until)


def counted(before: Decimal, now: Decimal, digits: int, *, rolled_over: bool) -> Decimal:
    """What a device counted between two values it showed: 99990 → 00012 on five digits, rolled over, is 22."""
    return now - before + (Decimal(10) ** digits if rolled_over else 0)


def intervals_of(
    loss_rate: Decimal, devices: Mapping[DeviceId, Device], readings: Sequence[Reading]
) -> tuple[Interval, ...]:
    """The intervals between the readings of one meter, given in the order of reading.

    The first reading is a base. The last reading of a replaced device and the base of the next lie inside an interval.
    """
    found: list[Interval] = []
    start: Reading | None = None
    parts: list[DevicePart] = []
    for place, reading in enumerate(readings):
        if start is None:
            start = reading
            continue
        if reading.kind is ReadingKind.BASE:
            continue
        parts.append(_part(devices[reading.device_id], readings[place - 1], reading))
        if reading.kind is not ReadingKind.FINAL or place == len(readings) - 1:
            found.append(_interval(start, reading, tuple(parts), loss_rate))
            start, parts = reading, []
    return tuple(found)


def _part(device: Device, before: Reading, now: Reading) -> DevicePart:
    rolled = now.rolled_over
    usage = counted(before.value, now.value, device.digits, rolled_over=rolled) * device.multiplier
    return DevicePart(
        device.id, device.number, before.value, now.value, device.multiplier, device.digits, rolled, usage
    )


def _interval(start: Reading, end: Reading, parts: tuple[DevicePart, ...], loss_rate: Decimal) -> Interval:
    return Interval(
        meter_id=end.meter_id,
        first=start.day,
        until=end.day,
        before=start.value,
        now=end.value,
        usage=sum((part.usage for part in parts), Decimal(0)) * (1 + loss_rate),
        estimated=end.kind is ReadingKind.ESTIMATED,
        reading_id=end.id,
        parts=parts,
        loss_rate=loss_rate,
    )


def share_of(links: Iterable[MeterLink], unit_id: UnitId, interval: Interval) -> Fraction:
    """Which part of an interval's usage is this unit's: its weight ÷ all weights valid on the interval's last day."""
    valid = [link for link in links if link.meter_id == interval.meter_id and link.holds_on(interval.last_day)]
    whole = sum((Fraction(link.weight) for link in valid), Fraction(0))
    own = sum((Fraction(link.weight) for link in valid if link.unit_id == unit_id), Fraction(0))
    return own / whole if whole else Fraction(0)
