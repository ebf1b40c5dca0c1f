"""What is refused of the sheets with which an office starts: opening arrears, and tariffs on units."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.core.errors import Refusal


@dataclass(eq=False)
class UnknownFeeItem(Refusal):
    """The word is no fee item of the office; `known` are those that it has."""

    text: str
    known: tuple[str, ...]


@dataclass(eq=False)
class NotYesOrNo(Refusal):
    """A cell that asks for yes or no says something else."""

    text: str


@dataclass(eq=False)
class ReadingsReversed(Refusal):
    """The later reading is lower than the earlier one."""

    before: Decimal
    now: Decimal


@dataclass(eq=False)
class NoLateFeeTerms(Refusal):
    """The row asks for late fees, but no tariff of this fee item says at what rate."""

    unit: str
    item: str


@dataclass(eq=False)
class ArrearsTwice(Refusal):
    """The sheet names the same fee of the same unit over the same days in another row; `row` is that one."""

    unit: str
    item: str
    row: int


@dataclass(eq=False)
class ArrearsThere(Refusal):
    """The unit was charged for this fee over some of these days already."""

    unit: str
    item: str
    first: date
    until: date


@dataclass(eq=False)
class TariffChargesTheseDays(Refusal):
    """A tariff on the unit would charge some of the days of the arrears again; `begins` is its first day."""

    unit: str
    item: str
    tariff: str
    begins: date


@dataclass(eq=False)
class ArrearsHavePayments(Refusal):
    """Some charges of the import are paid, adjusted or carry a late fee; `units` are the first of them."""

    charges: int
    units: tuple[str, ...]


@dataclass(eq=False)
class UnknownTariff(Refusal):
    """The word is no tariff of the office; `known` are those of the fee item, or all."""

    text: str
    known: tuple[str, ...]


@dataclass(eq=False)
class TariffNotNamed(Refusal):
    """The row names a fee item that several tariffs charge, but no tariff."""

    item: str
    tariffs: tuple[str, ...]


@dataclass(eq=False)
class NoMeterOnUnit(Refusal):
    """A metered tariff on a unit that no meter of this kind serves."""

    unit: str
    tariff: str


@dataclass(eq=False)
class MeterNotNamed(Refusal):
    """Several meters of the kind serve the unit, and the row names none of them; `meters` are their names."""

    unit: str
    meters: tuple[str, ...]


@dataclass(eq=False)
class AssignmentTwice(Refusal):
    """The sheet puts two tariffs of one fee item on the unit over the same days; `row` is the other row."""

    unit: str
    item: str
    row: int


@dataclass(eq=False)
class ChargedByOtherTerms(Refusal):
    """The tariff on the unit was charged from another first day or with another coefficient already."""

    unit: str
    tariff: str
    first: date
    charged_until: date


@dataclass(eq=False)
class AssignmentsHaveCharges(Refusal):
    """Tariffs that the import put on units have been charged; `units` are the first of them."""

    assignments: int
    units: tuple[str, ...]


@dataclass(eq=False)
class AssignmentsFollowed(Refusal):
    """Other tariffs were put on units in the place of those that the import ended; `units` are the first of them."""

    units: tuple[str, ...]
