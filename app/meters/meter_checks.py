"""Whether a meter, its device and its links can be as they are described."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from app.core.quantities import exponent_of
from app.meters.intervals import MeterLink
from app.meters.meter_facts import MeterEnd, NewDevice
from app.meters.reading_refusals import ReadingBeforeLastDay, ReadingInFuture, ReadOnThatDay
from app.meters.reading_rule import MeterSoFar
from app.meters.refusals import (
    LossRateOutOfRange,
    MeterNameMissing,
    MultiplierOutOfRange,
    NoReadingYet,
    UnitLinked,
    WeightNotPositive,
    WrongDigits,
)

MOST_DIGITS = 9
MULTIPLIER_BELOW = 100_000
_DECIMALS = 4


def _too_fine(number: Decimal) -> bool:
    return -exponent_of(number.normalize()) > _DECIMALS


def check_name(name: str) -> str:
    """The name without blanks around it. Raises MeterNameMissing."""
    if not name.strip():
        raise MeterNameMissing
    return name.strip()


def check_device(device: NewDevice) -> None:
    """Raises WrongDigits, MultiplierOutOfRange."""
    if not 1 <= device.digits <= MOST_DIGITS:
        raise WrongDigits(device.digits, MOST_DIGITS)
    if not 0 < device.multiplier < MULTIPLIER_BELOW or _too_fine(device.multiplier):
        raise MultiplierOutOfRange(str(device.multiplier), MULTIPLIER_BELOW)


def check_loss_rate(rate: Decimal) -> None:
    """Raises LossRateOutOfRange."""
    if not 0 <= rate < 1 or _too_fine(rate):
        raise LossRateOutOfRange(str(rate))


def check_weight(weight: Decimal) -> None:
    """Raises WeightNotPositive."""
    if not 0 < weight < MULTIPLIER_BELOW or _too_fine(weight):
        raise WeightNotPositive(str(weight))


def check_free(links: Iterable[MeterLink], new: MeterLink, meter: str, unit: str) -> None:
    """A meter serves a unit once at a time. Raises UnitLinked."""
    for link in links:
        if (link.meter_id, link.unit_id) == (new.meter_id, new.unit_id) and _overlap(link, new):
            raise UnitLinked(meter, unit, link.first)


def _overlap(one: MeterLink, other: MeterLink) -> bool:
    return one.first < (other.until or date.max) and other.first < (one.until or date.max)


def check_end(meter: MeterSoFar, what: MeterEnd, today: date) -> None:
    """Raises ReadingInFuture, ReadingBeforeLastDay, NoReadingYet, and ReadOnThatDay where it showed another value."""
    if what.day > today:
        raise ReadingInFuture(meter.name, what.day, today)
    if not meter.readings:
        if what.final is not None:
            raise NoReadingYet(meter.name)
        return
    if what.day < meter.readings[-1].day:
        raise ReadingBeforeLastDay(meter.name, what.day, meter.readings[-1].day)
    start = meter.interval_begins_with
    if start.day == what.day and what.final not in (None, start.value):
        raise ReadOnThatDay(meter.name, what.day, start.value)
