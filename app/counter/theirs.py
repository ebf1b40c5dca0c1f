"""What else the people of a unit have: further homes, shops and parking spaces that one receipt may settle too."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, bindparam, or_, select

from app.core.clock import Clock
from app.core.ids import UnitId
from app.core.money import NOTHING, Money
from app.estate.kinds import OccupancyRole, UnitKind
from app.estate.tables import occupancy, unit
from app.fees.charges import arrears_of
from app.store.store import Store

MOST = 12


@dataclass(frozen=True, slots=True)
class Theirs:
    """One further unit; `owed` is what is past due there, late fees included, in fen."""

    unit_id: UnitId
    code: str
    kind: UnitKind
    owed: Money
    charges: int


_THEIR_ROLES = (OccupancyRole.OWNER.value, OccupancyRole.TENANT.value, OccupancyRole.PAYER.value)
_PRESENT = (
    occupancy.c.role.in_(_THEIR_ROLES),
    or_(occupancy.c.until.is_(None), occupancy.c.until > bindparam("today")),
)
_PEOPLE = select(occupancy.c.person_id).where(occupancy.c.unit_id == bindparam("unit"), *_PRESENT)
_UNITS = (
    select(unit.c.id, unit.c.code, unit.c.kind, unit.c.sort_key)
    .join_from(occupancy, unit, unit.c.id == occupancy.c.unit_id)
    .where(occupancy.c.person_id.in_(bindparam("people", expanding=True)), unit.c.id != bindparam("unit"), *_PRESENT)
    .distinct()
    .order_by(unit.c.sort_key)
    .limit(MOST)
)


class AlsoTheirs:
    """Reads it for the counter."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def of_unit(self, unit_id: UnitId) -> tuple[Theirs, ...]:
        """The further units of whoever owns, rents or pays for this one now, in building order, a dozen at most."""
        with self._store.reading() as connection:
            return read_theirs(connection, unit_id, self._clock.now().date())


def read_theirs(connection: Connection, unit_id: UnitId, today: date) -> tuple[Theirs, ...]:
    """What `AlsoTheirs.of_unit` gives, as of `today`."""
    people = connection.execute(_PEOPLE, {"unit": unit_id, "today": today}).scalars().all()
    if not people:
        return ()
    rows = connection.execute(_UNITS, {"people": people, "unit": unit_id, "today": today}).all()
    owed = arrears_of(connection, [UnitId(row.id) for row in rows], today) if rows else {}
    return tuple(
        Theirs(
            UnitId(row.id),
            row.code,
            UnitKind(row.kind),
            owed[UnitId(row.id)].amount if row.id in owed else NOTHING,
            owed[UnitId(row.id)].charges if row.id in owed else 0,
        )
        for row in rows
    )
