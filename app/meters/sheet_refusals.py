"""What is refused of a row of a sheet of readings or meters, and of taking such a sheet back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.core.errors import Refusal


@dataclass(eq=False)
class OtherEstate(Refusal):
    """The row belongs to an estate that this office does not serve."""

    estate: str
    known: tuple[str, ...]


@dataclass(eq=False)
class SeveralMeters(Refusal):
    """More than one meter is meant by this number, name or unit; `meters` are their names."""

    text: str
    meters: tuple[str, ...]


@dataclass(eq=False)
class NoMeterOfUnit(Refusal):
    """No meter (of the kind named) serves the unit."""

    unit: str


@dataclass(eq=False)
class MeterElsewhere(Refusal):
    """The meter with this number serves other units than the row says."""

    number: str
    unit: str
    units: tuple[str, ...]


@dataclass(eq=False)
class LastReadingDiffers(Refusal):
    """The sheet starts from another last reading than the book has."""

    meter: str
    in_sheet: Decimal
    in_book: Decimal
    day: date


@dataclass(eq=False)
class MultiplierDiffers(Refusal):
    """The sheet names another multiplier than the device has."""

    meter: str
    in_sheet: Decimal
    in_book: Decimal


@dataclass(eq=False)
class ReadingsBilled(Refusal):
    """Readings of the import were billed; `meters` are the first of the meters concerned."""

    count: int
    meters: tuple[str, ...]


@dataclass(eq=False)
class ReadingsFollowed(Refusal):
    """Later readings or corrections stand on those of the import; `meters` are the first of the meters concerned."""

    count: int
    meters: tuple[str, ...]


@dataclass(eq=False)
class MetersInUse(Refusal):
    """Meters of the import were read or charged since; `meters` are the first of them."""

    count: int
    meters: tuple[str, ...]


@dataclass(eq=False)
class MeterTwiceInSheet(Refusal):
    """The sheet names this device's number in another row; `row` is that one."""

    number: str
    row: int
