"""How a common cost is split over units: by what each one weighs, and so that every fen is kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Any, Self

from app.core.ids import BuildingId, UnitId
from app.core.money import Money
from app.core.shares import share_out
from app.fees.formulas import Areas
from app.fees.terms import AreaBase
from app.meters.kinds import MeterKind


class Basis(StrEnum):
    """What a unit's share follows."""

    AREA = "area"
    UNIT = "unit"
    HEADCOUNT = "headcount"
    USAGE = "usage"


@dataclass(frozen=True, slots=True)
class Split:
    """The basis; which area for shares by area, which of the units' own meters for shares by usage."""

    basis: Basis
    area_base: AreaBase = AreaBase.BUILDING
    meter_kind: MeterKind = MeterKind.WATER

    def to_facts(self) -> dict[str, Any]:
        """A document for the database, with what this basis needs."""
        facts = {"basis": self.basis.value}
        if self.basis is Basis.AREA:
            facts["area_base"] = self.area_base.value
        if self.basis is Basis.USAGE:
            facts["meter_kind"] = self.meter_kind.value
        return facts

    @classmethod
    def from_facts(cls, facts: Mapping[str, Any]) -> Self:
        """The split that a document says."""
        area_base = AreaBase(facts.get("area_base", AreaBase.BUILDING))
        return cls(Basis(facts["basis"]), area_base, MeterKind(facts.get("meter_kind", MeterKind.WATER)))


class NoWeight(StrEnum):
    """Why a unit gets no share."""

    UNSOLD = "unsold"
    NO_AREA = "no_area"
    NO_HEADCOUNT = "no_headcount"
    NO_METER = "no_meter"
    NO_USAGE = "no_usage"


@dataclass(frozen=True, slots=True)
class Sharer:
    """A unit that a cost may be split over; `usage` is None where no meter of the asked kind serves it."""

    unit_id: UnitId
    code: str
    building_id: BuildingId
    building: str
    areas: Areas
    headcount: int | None = None
    unsold: bool = False
    usage: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Share:
    """What a unit weighs (㎡, people, usage or 1) and its part of the cost; `extra` fen went to it beyond its floor."""

    sharer: Sharer
    weight: Fraction
    amount: Money
    extra: int


def weight_of(sharer: Sharer, split: Split, *, unsold_too: bool) -> Fraction | NoWeight:
    """What a unit weighs, always more than nothing; or why it does not."""
    if sharer.unsold and not unsold_too:
        return NoWeight.UNSOLD
    if split.basis is Basis.AREA:
        area = sharer.areas.base(split.area_base)
        return Fraction(area) if area else NoWeight.NO_AREA
    if split.basis is Basis.HEADCOUNT:
        return Fraction(sharer.headcount) if sharer.headcount else NoWeight.NO_HEADCOUNT
    if split.basis is Basis.USAGE:
        return _usage_of(sharer)
    return Fraction(1)


def _usage_of(sharer: Sharer) -> Fraction | NoWeight:
    if sharer.usage is None:
        return NoWeight.NO_METER
    return sharer.usage if sharer.usage > 0 else NoWeight.NO_USAGE


def shares_of(whole: Money, weighed: Sequence[tuple[Sharer, Fraction]]) -> tuple[Share, ...]:
    """The parts of `whole`, which sum to it; the largest remainders first, ties in unit order.

    Raises ValueError where nobody weighs anything (a bug of the caller).
    """
    weights = [weight for _, weight in weighed]
    base = sum(weights, Fraction(0))
    amounts = share_out(whole, weights)
    return tuple(
        Share(sharer, weight, amount, amount.fen - floor_fen(whole, weight, base))
        for (sharer, weight), amount in zip(weighed, amounts, strict=True)
    )


def floor_fen(whole: Money, weight: Fraction, base: Fraction) -> int:
    """The whole fen of whole × weight ÷ base, before the last fen are handed out."""
    return int(whole.fen * weight / base)
