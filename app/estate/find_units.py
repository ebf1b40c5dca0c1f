"""One search box for the whole book: room in any spelling, name, pinyin, telephone tail, plate."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import BindParameter, Connection, Row, bindparam, select

from app.core.clock import Clock
from app.core.ids import PersonId, UnitId
from app.core.show import mask_phone
from app.estate.kinds import OccupancyRole, UnitKind
from app.estate.search_steps import search_steps
from app.estate.search_terms import HitField, squash
from app.estate.tables import occupancy, person, unit
from app.store.store import Store

MOST_HITS = 30
_TERMS_A_UNIT = 6
_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
_UNITS = select(unit.c.id, unit.c.code, unit.c.kind).where(unit.c.id.in_(_IDS))
_PEOPLE = (
    select(occupancy.c.unit_id, occupancy.c.person_id, occupancy.c.role, occupancy.c.until, person.c.name)
    .join(person, person.c.id == occupancy.c.person_id)
    .where(occupancy.c.unit_id.in_(_IDS))
    .order_by(occupancy.c.id)
)
_ROLE_ORDER = {role: place for place, role in enumerate(OccupancyRole)}


@dataclass(frozen=True, slots=True)
class UnitHit:
    """A unit that fits what was typed, the person to show beside it, and the field that fitted.

    `person` is whom the search met, else the first owner or other occupant; `matched` is that field's text
    (a telephone is masked); `former` says that this person has left the unit.
    """

    unit_id: UnitId
    code: str
    kind: UnitKind
    person_id: PersonId | None
    person: str
    role: OccupancyRole | None
    former: bool
    field: HitField
    matched: str


class FindUnits:
    """Searches all kinds of terms together, best first, one row a unit."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def find(self, text: str, limit: int = MOST_HITS) -> list[UnitHit]:
        """Exact room first, then the beginning of a room, then everything else; in each, building order."""
        typed = unicodedata.normalize("NFKC", text).strip()
        if not squash(typed):
            return []
        with self._store.reading() as connection:
            met = _met(connection, typed, limit)
            return [] if not met else _shown(connection, met, self._clock.now().date())


def _met(connection: Connection, typed: str, limit: int) -> list[Row[Any]]:
    met: dict[int, Row[Any]] = {}
    for question, values in search_steps(typed):
        for row in connection.execute(question, values | {"most": limit * _TERMS_A_UNIT}):
            met.setdefault(row.unit_id, row)
        if len(met) >= limit:
            break
    return list(met.values())[:limit]


def _shown(connection: Connection, met: Sequence[Row[Any]], today: date) -> list[UnitHit]:
    ids = [row.unit_id for row in met]
    units = {row.id: row for row in connection.execute(_UNITS, {"ids": ids})}
    people = _people_on(connection, ids)
    return [_hit(row, units[row.unit_id], people[row.unit_id], today) for row in met]


def _people_on(connection: Connection, ids: Sequence[int]) -> dict[int, list[Row[Any]]]:
    found: dict[int, list[Row[Any]]] = defaultdict(list)
    for row in connection.execute(_PEOPLE, {"ids": ids}):
        found[row.unit_id].append(row)
    return found


def _hit(met: Row[Any], of_unit: Row[Any], people: Sequence[Row[Any]], today: date) -> UnitHit:
    meant = [one for one in people if met.person_id in (None, one.person_id)]
    meant = [one for one in meant if met.person_id is not None or not _left(one, today)]
    shown = min(meant, key=lambda one: (_left(one, today), _ROLE_ORDER[OccupancyRole(one.role)]), default=None)
    field, matched = _matched(met, of_unit.code, shown.name if shown else "")
    return UnitHit(
        unit_id=of_unit.id,
        code=of_unit.code,
        kind=UnitKind(of_unit.kind),
        person_id=shown.person_id if shown else None,
        person=shown.name if shown else "",
        role=OccupancyRole(shown.role) if shown else None,
        former=shown is not None and _left(shown, today),
        field=field,
        matched=matched,
    )


def _left(one: Row[Any], today: date) -> bool:
    return one.until is not None and one.until <= today


def _matched(met: Row[Any], code: str, name: str) -> tuple[HitField, str]:
    field = HitField(met.kind)
    if field in (HitField.CODE, HitField.ROOM):
        return field, code
    if field is HitField.NAME:
        return field, name
    if field is HitField.PHONE:
        return field, mask_phone(met.term[::-1])
    if field is HitField.PLATE:
        return field, met.term.upper()
    if field is HitField.PLATE_TAIL:
        return HitField.PLATE, met.term[::-1].upper()
    return field, met.term
