"""Which tickets a list holds, and how that is kept as a document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from app.tickets.deadlines.due import Standing
from app.tickets.kinds import OVER, WAITING, Priority, Source, State, TicketKind


class Group(StrEnum):
    """The chips above a list; each is counted."""

    OPEN = "open"
    TO_ASSIGN = "to_assign"
    IN_WORK = "in_work"
    WAITING = "waiting"
    TO_CLOSE = "to_close"  # done, or confirmed by the resident
    TO_CALL = "to_call"  # done, and the resident was not asked yet
    SOON = "soon"
    OVERDUE = "overdue"
    CLOSED = "closed"
    GONE = "gone"
    ALL = "all"


_ALL = frozenset(State)
_OPEN = _ALL - OVER
STATES: Mapping[Group, frozenset[State]] = {
    Group.OPEN: _OPEN,
    Group.TO_ASSIGN: frozenset({State.REPORTED, State.REVIEWED}),
    Group.IN_WORK: frozenset(
        {State.ASSIGNED, State.CONTACTED, State.ON_THE_WAY, State.ARRIVED, State.IN_WORK},
    ),
    Group.WAITING: WAITING,
    Group.TO_CLOSE: frozenset({State.DONE, State.CONFIRMED}),
    Group.TO_CALL: frozenset({State.DONE, State.CONFIRMED, State.CLOSED}),
    Group.SOON: _OPEN,
    Group.OVERDUE: _OPEN,
    Group.CLOSED: frozenset({State.CLOSED}),
    Group.GONE: frozenset({State.CANCELLED, State.MERGED}),
    Group.ALL: _ALL,
}
STANDING_OF = {Group.SOON: Standing.SOON, Group.OVERDUE: Standing.OVERDUE}


class Order(StrEnum):
    """What stands first in a list."""

    URGENT = "urgent"  # what is due first
    NEWEST = "newest"
    OLDEST = "oldest"


@dataclass(frozen=True, slots=True)
class TicketFilter:
    """Every set that is not empty narrows the list; a category means also what is under it.

    `[first, until)` are days on which tickets were reported. All words of `text` must stand somewhere in a ticket.
    """

    group: Group = Group.OPEN
    standings: frozenset[Standing] = frozenset()
    kinds: frozenset[TicketKind] = frozenset()
    priorities: frozenset[Priority] = frozenset()
    sources: frozenset[Source] = frozenset()
    categories: frozenset[int] = frozenset()
    buildings: frozenset[int] = frozenset()
    units: frozenset[int] = frozenset()
    teams: frozenset[int] = frozenset()
    workers: frozenset[int] = frozenset()
    assignees: frozenset[int] = frozenset()
    first: date | None = None
    until: date | None = None
    text: str = ""
    order: Order | None = None

    @property
    def in_order(self) -> Order:
        """The order asked for, or the usual one: what is open by urgency, the rest by newness."""
        if self.order is not None:
            return self.order
        return Order.NEWEST if self.group in (Group.CLOSED, Group.GONE, Group.ALL) else Order.URGENT

    @property
    def is_narrow(self) -> bool:
        """Whether anything but the chip and the order is asked for."""
        return self != TicketFilter(self.group, order=self.order)


_WORDS: Mapping[str, type[StrEnum]] = {
    "standings": Standing,
    "kinds": TicketKind,
    "priorities": Priority,
    "sources": Source,
}
_IDS = ("categories", "buildings", "units", "teams", "workers", "assignees")
_DAYS = ("first", "until")
E = TypeVar("E", bound=StrEnum)


def filter_facts(wanted: TicketFilter) -> dict[str, object]:
    """The filter as a document; what is not asked for is left out."""
    facts: dict[str, object] = {}
    for field in fields(TicketFilter):
        value = getattr(wanted, field.name)
        if value != field.default:
            facts[field.name] = _kept(value)
    return facts


def filter_of(facts: object) -> TicketFilter:
    """The filter that a document says; what a newer or older program wrote and this one knows not is left out."""
    known: Mapping[str, Any] = facts if isinstance(facts, Mapping) else {}
    said: dict[str, Any] = {name: _several(kind, known.get(name)) for name, kind in _WORDS.items()}
    said |= {name: frozenset(one for one in _listed(known.get(name)) if isinstance(one, int)) for name in _IDS}
    said |= {name: _day(known.get(name)) for name in _DAYS}
    text = known.get("text")
    group, order = _one(Group, known.get("group")), _one(Order, known.get("order"))
    return TicketFilter(group or Group.OPEN, text=text if isinstance(text, str) else "", order=order, **said)


def _kept(value: object) -> object:
    if isinstance(value, frozenset):
        return sorted(one.value if isinstance(one, StrEnum) else one for one in value)
    return value.isoformat() if isinstance(value, date) else str(value)


def _listed(found: object) -> Iterable[object]:
    return found if isinstance(found, list) else ()


def _several(kind: type[E], found: object) -> frozenset[E]:
    return frozenset(known for one in _listed(found) if (known := _one(kind, one)) is not None)


def _one(kind: type[E], found: object) -> E | None:
    return next((one for one in kind if one.value == found), None)


def _day(found: object) -> date | None:
    try:
        return date.fromisoformat(found) if isinstance(found, str) else None
    except ValueError:
        return None
