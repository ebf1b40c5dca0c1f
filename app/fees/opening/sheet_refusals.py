"""What is refused of the sheets with which an office starts: opening arrears, and tariffs on units."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from app.core.errors import Refusal


class UnknownFeeItem(Refusal):
    """The word is no fee item of the office; `known` are those that it has."""

    text: str
    known: tuple[str, ...]


class NotYesOrNo(Refusal):
    """A cell that asks for yes or no says something else."""

    text: str


class ReadingsReversed(Refusal):
    """The later reading is lower than the earlier one."""

    before: Decimal
    now: Decimal


class NoLateFeeTerms(Refusal):
    """The row asks for late fees, but no tariff of this fee item says at what rate."""

    unit: str
    item: str


class ArrearsTwice(Refusal):
    """The sheet names the same fee of the same unit over the same days in another row; `row` is that one."""

    unit: str
    item: str
    row: int


class ArrearsThere(Refusal):
    """The unit was charged for this fee over some of these days already."""

    unit: str
    item: str
    first: date
    until: date


class TariffChargesTheseDays(Refusal):
    """A tariff on the unit would charge some of the days of the arrears again; `begins` is its first day."""

    unit: str
    item: str
    tariff: str
    begins: date


class ArrearsHavePayments(Refusal):
    """Some charges of the import are paid, adjusted or carry a late fee; `units` are the first of them."""

    charges: int
    units: tuple[str, ...]


class UnknownTariff(Refusal):
    """The word is no tariff of the office; `known` are those of the fee item, or all."""

    text: str
    known: tuple[str, ...]


class TariffNotNamed(Refusal):
    """The row names a fee item that several tariffs charge, but no tariff."""

    item: str
    tariffs: tuple[str, ...]


class NoMeterOnUnit(Refusal):
    """A metered tariff on a unit that no meter of this kind serves."""

    unit: str
    tariff: str


class MeterNotNamed(Refusal):
    """Several meters of the kind serve the unit, and the row names none of them; `meters` are their names."""

    unit: str
    meters: tuple[str, ...]


class AssignmentTwice(Refusal):
    """The sheet puts two tariffs of one fee item on the unit over the same days; `row` is the other row."""

    unit: str
    item: str
    row: int


class ChargedByOtherTerms(Refusal):
    """The tariff on the unit was charged from another first day or with another coefficient already."""

    unit: str
    tariff: str
    first: date
    charged_until: date


class AssignmentsHaveCharges(Refusal):
    """Tariffs that the import put on units have been charged; `units` are the first of them."""

    assignments: int
    units: tuple[str, ...]


class AssignmentsFollowed(Refusal):
    """Other tariffs were put on units in the place of those that the import ended; `units` are the first of them."""

    units: tuple[str, ...]
