"""Assignments with all that billing needs, read in a handful of statements however many units there are."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, ScalarSelect, Select, select

from app.core.ids import AssignmentId, FeeItemId, UnitId
from app.estate.kinds import UnitState
from app.estate.tables import paid_through, unit
from app.fees.billing_plan import Assigned, BillableUnit, Readiness
from app.fees.formulas import Areas
from app.fees.handover import SETTING, HandoverMonth
from app.fees.items import FeeItem
from app.fees.tables import assignment, charge
from app.fees.terms import UNCHANGED, Modifiers
from app.fees.versions import Tariff, read_tariffs
from app.store.settings import read_setting

_AT_ONCE = 500
_WAITING = {UnitState.UNSOLD: Readiness.UNSOLD, UnitState.NOT_HANDED_OVER: Readiness.WAITS_FOR_HANDOVER}


@dataclass(frozen=True, slots=True)
class AssignedUnit:
    """One assignment, the unit and tariff it joins, and its standing for the billing plan."""

    id: AssignmentId
    unit_id: UnitId
    unit_code: str
    tariff: Tariff
    assigned: Assigned

    @property
    def item(self) -> FeeItem:
        """What is charged for."""
        return self.tariff.item


@dataclass(frozen=True, slots=True)
class UnitToBill:
    """A unit as billing sees it."""

    id: UnitId
    code: str
    billable: BillableUnit


def read_handover_rule(connection: Connection) -> HandoverMonth:
    """Who pays the handover month, as the set-up asked."""
    return HandoverMonth(read_setting(connection, SETTING, HandoverMonth.FROM_HANDOVER_DAY.value))


def read_assigned(
    connection: Connection,
    items: Collection[FeeItemId] | None = None,
    units: Collection[UnitId] | None = None,
) -> list[AssignedUnit]:
    """The assignments of these items and units (None: of all) in unit order, then by fee item."""
    known = {one.id: one for one in read_units(connection, units)}
    tariffs = {key: one for key, one in read_tariffs(connection).items() if items is None or one.item.id in items}
    terms = {key: one.valid_terms() for key, one in tariffs.items()}
    paid = PaidBefore(connection, units)
    charged_from, charged_until = _charged()
    question = select(assignment, charged_from.label("charged_from"), charged_until.label("charged_until"))
    found = []
    for row in _rows_of(connection, question, assignment.c.unit_id, units):
        if row.tariff_id not in tariffs or row.unit_id not in known:
            continue
        there, tariff = known[row.unit_id], tariffs[row.tariff_id]
        assigned = Assigned(
            unit=there.billable,
            versions=terms[row.tariff_id],
            first=row.first,
            until=row.until,
            modifiers=Modifiers.from_facts(row.modifiers) if row.modifiers else UNCHANGED,
            paid_until=paid.until(there.id, tariff.item),
            charged_from=row.charged_from,
            charged_until=row.charged_until,
        )
        found.append(AssignedUnit(AssignmentId(row.id), there.id, there.code, tariff, assigned))
    place = {unit_id: number for number, unit_id in enumerate(known)}
    return sorted(found, key=lambda one: (place[one.unit_id], one.item.priority, one.assigned.first))


def read_units(connection: Connection, units: Collection[UnitId] | None = None) -> list[UnitToBill]:
    """These units (None: all) in building order."""
    return _units(connection, select(*_UNIT), units)


def read_units_without_tariff(connection: Connection, units: Collection[UnitId] | None = None) -> list[UnitToBill]:
    """Those of the units on which no tariff ever lay, in building order."""
    return _units(connection, select(*_UNIT).where(unit.c.id.not_in(select(assignment.c.unit_id))), units)


_UNIT = (
    unit.c.id,
    unit.c.code,
    unit.c.sort_key,
    unit.c.state,
    unit.c.building_area,
    unit.c.inner_area,
    unit.c.billing_area,
    unit.c.handover_date,
)


def _units(connection: Connection, question: Select[Any], units: Collection[UnitId] | None) -> list[UnitToBill]:
    rows = sorted(_rows_of(connection, question, unit.c.id, units), key=lambda row: (row.sort_key, row.id))
    return [_unit(row) for row in rows]


def _unit(row: Row[Any]) -> UnitToBill:
    areas = Areas(row.building_area, row.inner_area, row.billing_area)
    readiness = _WAITING.get(UnitState(row.state), Readiness.READY)
    return UnitToBill(UnitId(row.id), row.code, BillableUnit(areas, row.handover_date, readiness))


class PaidBefore:
    """What units had paid before the office's book began (已缴至), by fee item or for all."""

    def __init__(self, connection: Connection, units: Collection[UnitId] | None) -> None:
        rows = _rows_of(connection, select(paid_through).order_by(paid_through.c.id), paid_through.c.unit_id, units)
        self._until: Mapping[tuple[int, str], date] = {(row.unit_id, row.fee_item): row.until for row in rows}

    def until(self, unit_id: UnitId, item: FeeItem) -> date | None:
        """The first day not yet paid of an item: what was said of it, else what was said of all items."""
        for name in (item.name, item.code, ""):
            if (unit_id, name) in self._until:
                return self._until[unit_id, name]
        return None


def _charged() -> tuple[ScalarSelect[date], ScalarSelect[date]]:
    """The first and last days of what an assignment was charged for, without cancelled charges.

    Each looks at one charge of the assignment, so that a run does not slow down with the years.
    """
    standing = (charge.c.assignment_id == assignment.c.id, charge.c.cancelled_at.is_(None))
    first = select(charge.c.first).where(*standing).order_by(charge.c.first).limit(1)
    until = select(charge.c.until).where(*standing).order_by(charge.c.first.desc()).limit(1)
    return first.scalar_subquery(), until.scalar_subquery()


def _rows_of(
    connection: Connection, question: Select[Any], column: Any, units: Collection[UnitId] | None
) -> Iterable[Row[Any]]:
    """The answer for these units, asked in portions that one statement can carry; None asks for all at once."""
    if units is None:
        return connection.execute(question).all()
    return _portions(connection, question, column, sorted(units))


def _portions(connection: Connection, question: Select[Any], column: Any, units: list[UnitId]) -> Iterator[Row[Any]]:
    for start in range(0, len(units), _AT_ONCE):
        yield from connection.execute(question.where(column.in_(units[start : start + _AT_ONCE])))
