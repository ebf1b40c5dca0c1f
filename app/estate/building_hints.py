"""Hints of buildings: what staff must know, such as who holds the key of a riser; the newest text counts."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, func, select

from app.access.actor import Actor
from app.access.permissions import Permission
from app.access.tables import user
from app.core.clock import Clock
from app.core.ids import BuildingId
from app.estate.tables import building_hint
from app.store.rows import insert_row
from app.store.store import Store

_NEWEST = (
    select(func.max(building_hint.c.id))
    .where(building_hint.c.building_id.in_(bindparam("buildings", expanding=True)))
    .group_by(building_hint.c.building_id)
)
_HINTS = (
    select(building_hint, func.coalesce(user.c.name, "").label("name"))
    .outerjoin(user, user.c.id == building_hint.c.by)
    .where(building_hint.c.id.in_(_NEWEST), building_hint.c.text != "")
)
_HISTORY = (
    select(building_hint, func.coalesce(user.c.name, "").label("name"))
    .outerjoin(user, user.c.id == building_hint.c.by)
    .where(building_hint.c.building_id == bindparam("building"))
    .order_by(building_hint.c.id.desc())
)


@dataclass(frozen=True, slots=True)
class BuildingHint:
    """What is to be known of a building, from whom and since when."""

    building_id: BuildingId
    text: str
    by: str
    at: datetime


def read_hints(connection: Connection, building_ids: Collection[int]) -> dict[BuildingId, BuildingHint]:
    """The hints that count now; buildings without one are left out."""
    rows = connection.execute(_HINTS, {"buildings": list(building_ids)})
    return {row.building_id: BuildingHint(row.building_id, row.text, row.name, row.at) for row in rows}


class BuildingHints:
    """Reads and writes them; an empty text takes the hint away, and former ones stay in its history."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def of(self, building_id: BuildingId) -> BuildingHint | None:
        """The hint of a building."""
        with self._store.reading() as connection:
            return read_hints(connection, [building_id]).get(building_id)

    def history(self, building_id: BuildingId) -> tuple[BuildingHint, ...]:
        """Every text that it had, the newest first; an empty one took the hint away."""
        with self._store.reading() as connection:
            rows = connection.execute(_HISTORY, {"building": building_id})
            return tuple(BuildingHint(row.building_id, row.text, row.name, row.at) for row in rows)

    def write(self, by: Actor, building_id: BuildingId, text: str) -> None:
        """Let a text count from now on; the same text again is no change. Raises NotPermitted."""
        by.require(Permission.MANAGE_ESTATE)
        with self._store.transaction() as connection:
            before = read_hints(connection, [building_id]).get(building_id)
            if text.strip() == (before.text if before else ""):
                return
            stamp = {"at": self._clock.now(), "by": by.id}
            insert_row(connection, building_hint, building_id=building_id, text=text.strip(), **stamp)
