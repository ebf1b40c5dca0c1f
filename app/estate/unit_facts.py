"""What is said of a unit, a person or a part of the book: frozen rows for forms, lists and pages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.core.ids import BuildingId, EstateId, OccupancyId, PersonId, UnitId
from app.estate.kinds import OccupancyRole, UnitKind, UnitState


@dataclass(frozen=True, slots=True)
class UnitFacts:
    """A unit as a form or a sheet describes it; areas in ㎡, up to 4 decimals."""

    code: str
    kind: UnitKind = UnitKind.HOME
    state: UnitState = UnitState.HANDED_OVER
    floor: int | None = None
    building_area: Decimal | None = None
    inner_area: Decimal | None = None
    billing_area: Decimal | None = None
    handover_date: date | None = None
    headcount: int | None = None
    layout: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """A person as a form describes them; `initials` only where the computed ones are wrong (`cj zj`)."""

    name: str
    phones: tuple[str, ...] = ()
    note: str = ""
    initials: str = ""


@dataclass(frozen=True, slots=True)
class EstateRow:
    """One housing estate."""

    id: EstateId
    name: str


@dataclass(frozen=True, slots=True)
class EntranceNode:
    """An entrance of a building and how many units it has; an empty name where the building has none."""

    name: str
    units: int


@dataclass(frozen=True, slots=True)
class BuildingNode:
    """A building with its entrances, in building order."""

    id: BuildingId
    estate_id: EstateId
    code: str
    name: str
    units: int
    entrances: tuple[EntranceNode, ...]


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit in a list, with the first of its present owners (or other occupants)."""

    id: UnitId
    code: str
    building_id: BuildingId
    entrance: str
    room: str
    person: str
    people: int
    facts: UnitFacts


@dataclass(frozen=True, slots=True)
class UnitFilter:
    """Which units a list holds; empty sets leave that question open. `text` is part of a code or an occupant's name."""

    buildings: frozenset[BuildingId] = frozenset()
    entrance: str | None = None
    kinds: frozenset[UnitKind] = frozenset()
    states: frozenset[UnitState] = frozenset()
    text: str = ""


@dataclass(frozen=True, slots=True)
class OccupantRow:
    """A person on a unit; telephones masked; `[since, until)`; `former` once `until` has come."""

    id: OccupancyId
    person_id: PersonId
    name: str
    role: OccupancyRole
    phones: tuple[str, ...]
    since: date | None
    until: date | None
    note: str
    former: bool


@dataclass(frozen=True, slots=True)
class PlateRow:
    """A number plate that belongs to a unit."""

    id: int
    number: str


@dataclass(frozen=True, slots=True)
class PaidThroughRow:
    """Up to which day (excluded) a unit had paid a fee item before it came into this book; an empty item means all."""

    fee_item: str
    until: date


@dataclass(frozen=True, slots=True)
class UnitPage:
    """Everything the book says of one unit; present people first."""

    id: UnitId
    estate: str
    building_id: BuildingId
    building: str
    entrance: str
    room: str
    facts: UnitFacts
    people: tuple[OccupantRow, ...]
    plates: tuple[PlateRow, ...]
    paid_through: tuple[PaidThroughRow, ...]

    @property
    def code(self) -> str:
        """The unit's code."""
        return self.facts.code

    @property
    def owner(self) -> OccupantRow | None:
        """The first present owner."""
        owners = (one for one in self.people if one.role is OccupancyRole.OWNER and not one.former)
        return next(owners, None)
