"""What is asked for when a common cost is split, and what the splitting comes to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from app.core.ids import BuildingId, FeeItemId, MeterId, ReadingId, RunId, SharedCostId, UnitId
from app.core.money import Money, total
from app.core.periods import Period
from app.fees.items import FeeItem
from app.fees.shared.explained import MeteredTotal
from app.fees.shared.rule import NoWeight, Share, Sharer, Split


@dataclass(frozen=True, slots=True)
class Bill:
    """The cost as a bill says it, in fen."""

    total: Money


@dataclass(frozen=True, slots=True)
class MeterUse:
    """The cost as a public meter makes it, at a price in yuan per unit of usage."""

    meter_id: MeterId
    price: Decimal


@dataclass(frozen=True, slots=True)
class SharedRequest:
    """One common cost to be split over the units named.

    `leave_out` agrees to leave out units that have nothing to be charged by; `unsold_too` charges unsold units as well.
    """

    title: str
    item_id: FeeItemId
    period: Period
    due_on: date
    source: Bill | MeterUse
    split: Split
    unit_ids: frozenset[UnitId]
    leave_out: bool = False
    unsold_too: bool = False


@dataclass(frozen=True, slots=True)
class MeterSource:
    """The public meter behind a total: which readings count, and whether one of them was estimated."""

    meter_id: MeterId
    name: str
    metered: MeteredTotal
    readings: tuple[ReadingId, ...]
    first: date
    until: date
    estimated: bool


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A chosen unit that gets no share, and why."""

    sharer: Sharer
    reason: NoWeight


@dataclass(frozen=True, slots=True)
class BuildingShare:
    """What the units of one building weigh and pay together."""

    building: str
    units: int
    weight: Fraction
    amount: Money


@dataclass(frozen=True, slots=True)
class SharedPreview:
    """What would be written: every share in unit order, and who is left out."""

    request: SharedRequest
    item: FeeItem
    total: Money
    meter: MeterSource | None
    shares: tuple[Share, ...]
    left_out: tuple[LeftOut, ...]

    @property
    def weights(self) -> Fraction:
        """The base of the splitting: all weights together."""
        return sum((share.weight for share in self.shares), Fraction(0))


@dataclass(frozen=True, slots=True)
class SharedCostRow:
    """A common cost that was shared out; `undone` once its run was taken back."""

    id: SharedCostId
    run_id: RunId
    title: str
    item_id: FeeItemId
    item: str
    period: Period
    due_on: date
    total: Money
    split: Split
    units: int
    made_on: date
    by: str
    undone: bool


@dataclass(frozen=True, slots=True)
class SharedLine:
    """One unit's share as it was charged."""

    unit_id: UnitId
    code: str
    building_id: BuildingId
    building: str
    weight: Fraction
    amount: Money


@dataclass(frozen=True, slots=True)
class SharedCostPage:
    """A common cost with everything that was charged for it, in unit order; units left out by code and reason."""

    row: SharedCostRow
    metered: MeteredTotal | None
    meter: str
    weights: Fraction
    lines: tuple[SharedLine, ...]
    left_out: tuple[tuple[str, NoWeight], ...]

    @property
    def buildings(self) -> tuple[BuildingShare, ...]:
        """The shares summed by building, in building order."""
        return by_building([(line.building, line.weight, line.amount) for line in self.lines])

    @property
    def unit_price(self) -> Fraction:
        """Yuan per ㎡, household, person or unit of usage; exact."""
        return Fraction(self.row.total.fen, 100) / self.weights


def by_building(parts: Sequence[tuple[str, Fraction, Money]]) -> tuple[BuildingShare, ...]:
    """Building, weight and amount of each unit, summed by building in the order in which the buildings come."""
    found: dict[str, list[tuple[Fraction, Money]]] = {}
    for building, weight, amount in parts:
        found.setdefault(building, []).append((weight, amount))
    return tuple(
        BuildingShare(
            building,
            len(units),
            sum((weight for weight, _ in units), Fraction(0)),
            total(amount for _, amount in units),
        )
        for building, units in found.items()
    )
