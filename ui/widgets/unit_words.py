"""Kinds and states of units, and what a person is on one, in words."""

from __future__ import annotations

from app.core.language import mark
from app.estate.kinds import OccupancyRole, UnitKind, UnitState

KINDS: dict[UnitKind, str] = {
    UnitKind.HOME: mark("home"),
    UnitKind.SHOP: mark("shop"),
    UnitKind.OFFICE: mark("office"),
    UnitKind.PARKING: mark("parking space"),
    UnitKind.STORAGE: mark("storage room"),
}
STATES: dict[UnitState, str] = {
    UnitState.UNSOLD: mark("unsold"),
    UnitState.NOT_HANDED_OVER: mark("not handed over"),
    UnitState.HANDED_OVER: mark("handed over"),
    UnitState.OCCUPIED: mark("lived in"),
    UnitState.VACANT: mark("vacant"),
    UnitState.LET: mark("let"),
    UnitState.RENOVATING: mark("being renovated"),
}
ROLES: dict[OccupancyRole, str] = {
    OccupancyRole.OWNER: mark("owner"),
    OccupancyRole.TENANT: mark("tenant"),
    OccupancyRole.PAYER: mark("payer"),
    OccupancyRole.CONTACT: mark("contact"),
    OccupancyRole.FAMILY: mark("family"),
}
