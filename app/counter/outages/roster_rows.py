"""Reading the arrears roster: building by building, so that long work can say how far it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any

from sqlalchemy import BindParameter, Connection, bindparam, or_, select

from app.core.ids import UnitId
from app.core.money import NOTHING
from app.counter.outages.roster_facts import BuildingRoster, Household, RosterLine, in_few_lines
from app.estate.kinds import OccupancyRole
from app.estate.tables import occupancy, person, phone, unit
from app.estate.unit_pages import read_tree
from app.fees.charges import OpenCharge, open_charges
from app.fees.tables import charge

Progress = Callable[[int, int], object]
TAIL = 4
_PORTION = 400  # units read at once: their charges stay below what one statement may name

_IDS: BindParameter[Any] = bindparam("units", expanding=True)
_OWING = (
    select(unit.c.id, unit.c.code)
    .where(
        unit.c.building_id == bindparam("building"),
        unit.c.id.in_(
            select(charge.c.unit_id).where(
                charge.c.cancelled_at.is_(None),
                charge.c.due_on <= bindparam("day"),
                or_(charge.c.outstanding != NOTHING, charge.c.late_fee_left != NOTHING),
            )
        ),
    )
    .order_by(unit.c.sort_key)
)
_PEOPLE = (
    select(occupancy.c.unit_id, occupancy.c.role, occupancy.c.person_id, person.c.name)
    .join(person, person.c.id == occupancy.c.person_id)
    .where(
        occupancy.c.unit_id.in_(_IDS),
        or_(occupancy.c.since.is_(None), occupancy.c.since <= bindparam("day")),
        or_(occupancy.c.until.is_(None), occupancy.c.until > bindparam("day")),
    )
    .order_by(occupancy.c.id)
)
_PHONES = (
    select(phone.c.person_id, phone.c.number)
    .where(phone.c.person_id.in_(bindparam("people", expanding=True)))
    .order_by(phone.c.position.desc())
)
_ORDER = (OccupancyRole.PAYER, OccupancyRole.OWNER, OccupancyRole.TENANT)


def read_roster(connection: Connection, day: date, progress: Progress) -> Iterator[BuildingRoster]:
    """Every building with somebody who owes something past due on `day`; late fees are those of that day."""
    tree = read_tree(connection)
    whole = sum(node.units for node in tree)
    done = 0
    for node in tree:
        owing = connection.execute(_OWING, {"building": node.id, "day": day}).all()
        households: list[Household] = []
        for at in range(0, len(owing), _PORTION):
            part = owing[at : at + _PORTION]
            households += _households(connection, [(UnitId(row.id), str(row.code)) for row in part], day)
        if households:
            yield BuildingRoster(node.name or node.code, tuple(households))
        done += node.units
        progress(done, whole)


def _households(connection: Connection, units: Sequence[tuple[UnitId, str]], day: date) -> Iterator[Household]:
    ids = [unit_id for unit_id, _ in units]
    owed: dict[UnitId, list[RosterLine]] = defaultdict(list)
    for one in open_charges(connection, ids, day):
        if one.due_on <= day:
            owed[one.unit_id].append(_line(one))
    people = _payers(connection, ids, day)
    for unit_id, code in units:
        if owed[unit_id]:
            name, tail = people.get(unit_id, ("", ""))
            yield Household(code, name, tail, in_few_lines(owed[unit_id]))


def _line(one: OpenCharge) -> RosterLine:
    return RosterLine(one.name, one.first, one.until, one.outstanding, one.late_fee_owed)


def _payers(connection: Connection, units: Sequence[UnitId], day: date) -> dict[UnitId, tuple[str, str]]:
    """The likeliest payer of each unit, and the last digits of their first telephone."""
    first: dict[UnitId, Any] = {}
    for row in connection.execute(_PEOPLE, {"units": units, "day": day}):
        known = first.get(UnitId(row.unit_id))
        if known is None or _place(row.role) < _place(known.role):
            first[UnitId(row.unit_id)] = row
    numbers = connection.execute(_PHONES, {"people": sorted({row.person_id for row in first.values()})})
    tails = {row.person_id: str(row.number)[-TAIL:] for row in numbers}
    return {unit_id: (str(row.name), tails.get(row.person_id, "")) for unit_id, row in first.items()}


def _place(role: str) -> int:
    known = OccupancyRole(role)
    return _ORDER.index(known) if known in _ORDER else len(_ORDER)
