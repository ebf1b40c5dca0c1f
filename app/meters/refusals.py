"""What is refused of meters and their readings; a meter is named by its name."""

from __future__ import annotations

from datetime import date

from app.core.errors import Refusal


class UnknownMeterKind(Refusal):
    """A word for what a meter measures that is not understood; `known` are those that are."""

    text: str
    known: tuple[str, ...]


class MeterNameMissing(Refusal):
    """A meter needs a name, by which people find it."""


class DeviceNumberMissing(Refusal):
    """A device that replaces another needs a number of its own, so that the two are not taken for each other."""

    meter: str


class MeterNumberTaken(Refusal):
    """Another meter of this kind has a device with this number."""

    number: str
    meter: str


class UnknownMeter(Refusal):
    """No meter in use has this number or name."""

    text: str


class WrongDigits(Refusal):
    """A device shows one to `most` figures before the point."""

    digits: int
    most: int


class MultiplierOutOfRange(Refusal):
    """A multiplier is more than zero, has at most 4 decimals and stays below `below`."""

    text: str
    below: int


class LossRateOutOfRange(Refusal):
    """A loss rate is a fraction from 0 to below 1 with at most 4 decimals."""

    text: str


class LossRateInUse(Refusal):
    """The loss rate is in usage that was counted already."""

    meter: str


class MeterEnded(Refusal):
    """The meter is no longer read since `day`."""

    meter: str
    day: date


class MeterIsPublic(Refusal):
    """A public meter serves no unit of its own; its usage is shared as a cost."""

    meter: str


class WeightNotPositive(Refusal):
    """A weight is more than zero and has at most 4 decimals."""

    text: str


class UnitLinked(Refusal):
    """The meter serves the unit on some of these days already."""

    meter: str
    unit: str
    first: date


class UnitNotLinked(Refusal):
    """The meter does not serve this unit."""

    meter: str
    unit: str


class LinkEndsBeforeItBegins(Refusal):
    """The meter serves the unit only since `first`."""

    unit: str
    first: date
    until: date


class NoReadingYet(Refusal):
    """The meter has no first reading."""

    meter: str
