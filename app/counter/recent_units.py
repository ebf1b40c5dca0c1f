"""The units opened in a shift: who they belong to, and what they paid in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, func, or_, select

from app.access.actor import Actor
from app.core.ids import UnitId
from app.core.money import NOTHING, Money
from app.counter.tables import payment, shift, unit_opened
from app.estate.kinds import OccupancyRole
from app.estate.tables import occupancy, person, unit

MOST_RECENT = 10
_ROLE_ORDER = {role: place for place, role in enumerate(OccupancyRole)}


@dataclass(frozen=True, slots=True)
class RecentUnit:
    """A unit opened in this shift, newest first; `paid` is what it paid in it, `person` who is named beside it."""

    unit_id: UnitId
    code: str
    person: str
    at: datetime
    paid: Money


def open_shift_id(connection: Connection, by: Actor) -> int | None:
    """The person's open shift."""
    mine = select(shift.c.id).where(shift.c.user_id == by.id, shift.c.closed_at.is_(None))
    return connection.execute(mine.order_by(shift.c.id).limit(1)).scalar()


def read_recent(connection: Connection, shift_id: int, today: date) -> list[RecentUnit]:
    """The last ten units opened in a shift."""
    newest = func.max(unit_opened.c.at).label("newest")
    last = func.max(unit_opened.c.id)
    rows = connection.execute(
        select(unit_opened.c.unit_id, unit.c.code, newest)
        .join_from(unit_opened, unit, unit.c.id == unit_opened.c.unit_id)
        .where(unit_opened.c.shift_id == shift_id)
        .group_by(unit_opened.c.unit_id, unit.c.code)
        .order_by(last.desc())
        .limit(MOST_RECENT)
    ).all()
    ids = [UnitId(row.unit_id) for row in rows]
    paid, named = _paid_in(connection, shift_id, ids), _people_named(connection, ids, today)
    return [
        RecentUnit(unit_id, row.code, named.get(unit_id, ""), row.newest, paid.get(unit_id, NOTHING))
        for unit_id, row in zip(ids, rows, strict=True)
    ]


def _paid_in(connection: Connection, shift_id: int, unit_ids: Sequence[UnitId]) -> dict[UnitId, Money]:
    sums = (
        select(payment.c.unit_id, func.sum(payment.c.allocated + payment.c.credited).label("paid"))
        .where(payment.c.shift_id == shift_id, payment.c.unit_id.in_(unit_ids))
        .group_by(payment.c.unit_id)
    )
    return {UnitId(row.unit_id): row.paid for row in connection.execute(sums)}


def _people_named(connection: Connection, unit_ids: Sequence[UnitId], today: date) -> dict[UnitId, str]:
    """The first present owner of each unit, else another occupant."""
    present = or_(occupancy.c.until.is_(None), occupancy.c.until > today)
    rows = connection.execute(
        select(occupancy.c.unit_id, occupancy.c.role, person.c.name)
        .join_from(occupancy, person, person.c.id == occupancy.c.person_id)
        .where(occupancy.c.unit_id.in_(unit_ids), present)
        .order_by(occupancy.c.id)
    ).all()
    named: dict[UnitId, str] = {}
    for row in sorted(rows, key=lambda row: _ROLE_ORDER[OccupancyRole(row.role)]):
        named.setdefault(UnitId(row.unit_id), row.name)
    return named
