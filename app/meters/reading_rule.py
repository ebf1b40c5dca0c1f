"""Whether a reading can be as it is typed, and what it makes of the estimates before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import takewhile

from app.core.ids import DeviceId, MeterId, ReadingId
from app.core.language import mark
from app.core.quantities import exponent_of
from app.core.refusals import TooManyDecimals
from app.meters.intervals import Device, Interval, Reading, intervals_of
from app.meters.kinds import ENDS_INTERVAL, ReadingKind
from app.meters.reading_refusals import (
    NegativeReading,
    NotRolledOver,
    ReadingBeforeLastDay,
    ReadingBeforeNext,
    ReadingBeforePrevious,
    ReadingBeyondDigits,
    ReadingInFuture,
    ReadingUnchanged,
    ReadOnThatDay,
)
from app.meters.refusals import MeterEnded

DECIMALS = 4
TRUED_UP = mark("lowered to the next real reading")


@dataclass(frozen=True, slots=True)
class MeterSoFar:
    """A meter with everything that was read of it; the last of the devices hangs there now."""

    id: MeterId
    name: str
    loss_rate: Decimal
    ended_on: date | None
    devices: tuple[Device, ...]
    readings: tuple[Reading, ...]

    @property
    def device(self) -> Device:
        """The device that hangs there now."""
        return self.devices[-1]

    @property
    def intervals(self) -> tuple[Interval, ...]:
        """The intervals between its readings."""
        return intervals_of(self.loss_rate, {one.id: one for one in self.devices}, self.readings)

    @property
    def interval_begins_with(self) -> Reading:
        """The reading from which on nothing is counted to an interval yet; there must be one."""
        ends = (one for one in reversed(self.readings) if one.kind in ENDS_INTERVAL)
        return next(ends, self.readings[0])

    def with_readings(self, readings: tuple[Reading, ...]) -> MeterSoFar:
        """The same meter with other readings."""
        return replace(self, readings=readings)

    def device_of(self, device_id: DeviceId) -> Device:
        """One of its devices."""
        return next(one for one in self.devices if one.id == device_id)


@dataclass(frozen=True, slots=True)
class TypedReading:
    """A reading as it is typed or imported; without `read_by` whoever enters it has read it."""

    meter_id: MeterId
    day: date
    value: Decimal
    kind: ReadingKind = ReadingKind.READ
    rolled_over: bool = False
    read_by: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Revision:
    """Another value for a reading that was entered before."""

    reading: Reading
    value: Decimal
    rolled_over: bool


@dataclass(frozen=True, slots=True)
class AcceptedReading:
    """A reading that can be written, the estimates that it lowers, and the meter as it stands afterwards."""

    kind: ReadingKind
    rolled_over: bool
    revisions: tuple[Revision, ...]
    after: MeterSoFar


NOT_WRITTEN = ReadingId(0)


def accept(meter: MeterSoFar, typed: TypedReading, today: date) -> AcceptedReading:
    """What becomes of a reading on the meter as it stands; the first one is a base.

    A real reading below the estimates before it lowers them, so that nothing negative is ever counted. Raises the
    refusals of `app.meters.reading_refusals`, TooManyDecimals, MeterEnded.
    """
    device = meter.device
    check_value(meter, device, typed.value)
    if typed.day > today:
        raise ReadingInFuture(meter.name, typed.day, today)
    if meter.ended_on is not None:
        raise MeterEnded(meter.name, meter.ended_on)
    begins = not meter.readings or meter.readings[-1].device_id != device.id
    kind = ReadingKind.BASE if begins else typed.kind
    _check_day(meter, typed.day, kind)
    before = () if begins else meter.readings
    rolled_over, revisions = _placed(meter, before, device, replace(typed, kind=kind))
    new = Reading(NOT_WRITTEN, NOT_WRITTEN, meter.id, device.id, typed.day, typed.value, kind, rolled_over)
    after = meter.with_readings((*revised(meter.readings, revisions), new))
    return AcceptedReading(kind, rolled_over, revisions, after)


def correct(
    meter: MeterSoFar, reading_id: ReadingId, value: Decimal, *, rolled_over: bool | None = None
) -> tuple[Revision, ...]:
    """What is to be written to correct one reading: itself, estimates that it lowers, a rollover that no longer was.

    Without `rolled_over` it stays as it was said, where it still can be.
    Raises the refusals of `app.meters.reading_refusals`, TooManyDecimals.
    """
    place = next(place for place, one in enumerate(meter.readings) if one.id == reading_id)
    old, device = meter.readings[place], meter.device_of(meter.readings[place].device_id)
    check_value(meter, device, value)
    before = meter.readings[:place] if old.kind is not ReadingKind.BASE else ()
    if rolled_over is None:
        rolled_over = old.rolled_over and value < _anchor(before, old.kind).value
    typed = TypedReading(meter.id, old.day, value, old.kind, rolled_over)
    rolled, lowered = _placed(meter, before, device, typed)
    if (value, rolled) == (old.value, old.rolled_over):
        raise ReadingUnchanged(meter.name, value)
    return *lowered, Revision(old, value, rolled), *_next_revised(meter, place, value)


def _next_revised(meter: MeterSoFar, place: int, value: Decimal) -> tuple[Revision, ...]:
    following = next(iter(meter.readings[place + 1 :]), None)
    if following is None or following.kind is ReadingKind.BASE:
        return ()
    if following.value < value and not following.rolled_over:
        raise ReadingBeforeNext(meter.name, value, following.value, following.day)
    still = following.value < value
    return () if still == following.rolled_over else (Revision(following, following.value, still),)


def check_value(meter: MeterSoFar, device: Device, value: Decimal) -> None:
    """A value that the device can show. Raises NegativeReading, TooManyDecimals, ReadingBeyondDigits."""
    if value < 0:
        raise NegativeReading(str(value))
    if -exponent_of(value.normalize()) > DECIMALS:
        raise TooManyDecimals(str(value), DECIMALS)
    if value >= Decimal(10) ** device.digits:
        raise ReadingBeyondDigits(meter.name, value, device.digits)


def _check_day(meter: MeterSoFar, day: date, kind: ReadingKind) -> None:
    """Not before the last reading, and no interval without a day; a device may be changed on a day of reading."""
    if not meter.readings:
        return
    last = meter.readings[-1]
    if day < last.day:
        raise ReadingBeforeLastDay(meter.name, day, last.day)
    start = meter.interval_begins_with
    if kind in ENDS_INTERVAL and start.day == day:
        raise ReadOnThatDay(meter.name, day, start.value)


def _placed(
    meter: MeterSoFar, before: Sequence[Reading], device: Device, typed: TypedReading
) -> tuple[bool, tuple[Revision, ...]]:
    """Whether the device began anew since the reading before, and the estimates that this reading lowers."""
    if not before:
        return False, ()
    estimates = () if typed.kind is ReadingKind.ESTIMATED else _trailing_estimates(before)
    anchor = _anchor(before, typed.kind)
    turns = _turns(estimates)
    if typed.value >= anchor.value:
        if typed.rolled_over:
            raise NotRolledOver(meter.name, typed.value, anchor.value)
        return _lowered(device, estimates, typed.value)
    if not typed.rolled_over and not turns:
        raise ReadingBeforePrevious(meter.name, typed.value, anchor.value, anchor.day)
    return _lowered(device, estimates, typed.value + Decimal(10) ** device.digits)


def _anchor(before: Sequence[Reading], kind: ReadingKind) -> Reading:
    """The reading that the next one is measured against: an estimate against any, a real one against a real one."""
    return before[-1] if kind is ReadingKind.ESTIMATED else before[-len(_trailing_estimates(before)) - 1]


def _trailing_estimates(readings: Sequence[Reading]) -> Sequence[Reading]:
    found = list(takewhile(lambda one: one.kind is ReadingKind.ESTIMATED, reversed(readings)))
    return found[::-1]


def _turns(estimates: Sequence[Reading]) -> int:
    return sum(one.rolled_over for one in estimates)


def _lowered(device: Device, estimates: Sequence[Reading], position: Decimal) -> tuple[bool, tuple[Revision, ...]]:
    """Estimates beyond `position` come down to it; positions count on where the device begins anew."""
    circle = Decimal(10) ** device.digits
    revisions, turns, turns_so_far = [], 0, 0
    for estimate in estimates:
        turns += estimate.rolled_over
        allowed = min(position, estimate.value + turns * circle)
        turn, value = divmod(allowed, circle)
        revision = Revision(estimate, value, int(turn) > turns_so_far)
        if (revision.value, revision.rolled_over) != (estimate.value, estimate.rolled_over):
            revisions.append(revision)
        turns_so_far = int(turn)
    return int(position // circle) > turns_so_far, tuple(revisions)


def revised(readings: Sequence[Reading], revisions: Sequence[Revision]) -> tuple[Reading, ...]:
    """The readings with the revisions applied."""
    new = {one.reading.id: one for one in revisions}
    return tuple(
        replace(one, value=new[one.id].value, rolled_over=new[one.id].rolled_over) if one.id in new else one
        for one in readings
    )
