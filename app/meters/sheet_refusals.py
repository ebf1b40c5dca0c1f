"""What is refused of a row of a sheet of readings or meters, and of taking such a sheet back."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from app.core.errors import Refusal


class OtherEstate(Refusal):
    """The row belongs to an estate that this office does not serve."""

    estate: str
    known: tuple[str, ...]


class SeveralMeters(Refusal):
    """More than one meter is meant by this number, name or unit; `meters` are their names."""

    text: str
    meters: tuple[str, ...]


class NoMeterOfUnit(Refusal):
    """No meter (of the kind named) serves the unit."""

    unit: str


class MeterElsewhere(Refusal):
    """The meter with this number serves other units than the row says."""

    number: str
    unit: str
    units: tuple[str, ...]


class LastReadingDiffers(Refusal):
    """The sheet starts from another last reading than the book has."""

    meter: str
    in_sheet: Decimal
    in_book: Decimal
    day: date


class MultiplierDiffers(Refusal):
    """The sheet names another multiplier than the device has."""

    meter: str
    in_sheet: Decimal
    in_book: Decimal


class ReadingsBilled(Refusal):
    """Readings of the import were billed; `meters` are the first of the meters concerned."""

    count: int
    meters: tuple[str, ...]


class ReadingsFollowed(Refusal):
    """Later readings or corrections stand on those of the import; `meters` are the first of the meters concerned."""

    count: int
    meters: tuple[str, ...]


class MetersInUse(Refusal):
    """Meters of the import were read or charged since; `meters` are the first of them."""

    count: int
    meters: tuple[str, ...]


class MeterTwiceInSheet(Refusal):
    """The sheet names this device's number in another row; `row` is that one."""

    number: str
    row: int
