"""Roles and counts in words."""

from __future__ import annotations

from app.core.language import mark, tr, tr_n
from app.estate.kinds import OccupancyRole, UnitState
from app.estate.unit_facts import OccupantRow
from ui.widgets.chip import Mood
from ui.widgets.unit_words import ROLES

_FORMER: dict[OccupancyRole, str] = {
    OccupancyRole.OWNER: mark("former owner"),
    OccupancyRole.TENANT: mark("former tenant"),
    OccupancyRole.PAYER: mark("former payer"),
    OccupancyRole.CONTACT: mark("former contact"),
    OccupancyRole.FAMILY: mark("formerly family"),
}
STATE_MOODS: dict[UnitState, Mood] = {
    UnitState.UNSOLD: Mood.WARN,
    UnitState.NOT_HANDED_OVER: Mood.WARN,
    UnitState.RENOVATING: Mood.ACCENT,
}


def role_words(one: OccupantRow) -> str:
    """`owner`, or `former owner` once the role has ended."""
    return tr(_FORMER[one.role] if one.former else ROLES[one.role])


def units_words(count: int) -> str:
    """`1 unit`, `302 units`."""
    return tr_n("{n} unit", "{n} units", count).format(n=f"{count:,}")


def entrance_words(name: str) -> str:
    """`Entrance 2`; units without an entrance stand together."""
    return tr("Entrance {name}").format(name=name) if name else tr("without entrance")
