"""Assignments with all that billing needs, read in a handful of statements however many units there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, Select, or_, select

from app.core.ids import AssignmentId, FeeItemId, MeterId, UnitId
from app.core.money import NOTHING, Money
from app.estate.kinds import UnitState
from app.estate.tables import paid_through, unit
from app.fees.assigned import Assigned, BillableUnit, Readiness, Vacancy
from app.fees.formulas import Areas
from app.fees.handover import HandoverMonth
from app.fees.items import FeeItem
from app.fees.last_amounts import read_corrections
from app.fees.metered_rows import read_meter_names, read_usages
from app.fees.settings import HANDOVER_MONTH
from app.fees.tables import assignment, charge, vacancy
from app.fees.terms import UNCHANGED, Modifiers
from app.fees.usage import UnitUsage
from app.fees.versions import Tariff, read_tariffs
from app.store.settings import read_choice

_AT_ONCE = 500
_WAITING = {UnitState.UNSOLD: Readiness.UNSOLD, UnitState.NOT_HANDED_OVER: Readiness.WAITS_FOR_HANDOVER}


@dataclass(frozen=True, slots=True)
class AssignedUnit:
    """One assignment, the unit and tariff it joins, and its standing for the billing plan; `meter` by its name."""

    id: AssignmentId
    unit_id: UnitId
    unit_code: str
    tariff: Tariff
    assigned: Assigned
    meter: str = ""

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
    return read_choice(connection, HANDOVER_MONTH)


def read_assigned(
    connection: Connection,
    items: Collection[FeeItemId] | None = None,
    units: Collection[UnitId] | None = None,
) -> list[AssignedUnit]:
    """The assignments of these items and units (None: of all) in unit order, then by fee item."""
    known = {one.id: one for one in read_units(connection, units)}
    tariffs = {key: one for key, one in read_tariffs(connection).items() if items is None or one.item.id in items}
    terms = {key: one.valid_terms() for key, one in tariffs.items()}
    rows = [
        row
        for row in _rows_of(connection, _WITH_LAST_CHARGE, assignment.c.unit_id, units)
        if row.tariff_id in tariffs and row.unit_id in known
    ]
    facts = _FactsOf(connection, rows, units)
    found = []
    for row in rows:
        there, tariff = known[row.unit_id], tariffs[row.tariff_id]
        assigned = Assigned(
            unit=there.billable,
            versions=terms[row.tariff_id],
            first=row.first,
            until=row.until,
            modifiers=Modifiers.from_facts(row.modifiers) if row.modifiers else UNCHANGED,
            paid_until=facts.paid.until(there.id, tariff.item),
            charged_from=row.charged_from,
            charged_until=row.last_until,
            meter_id=row.meter_id,
            intervals=facts.usages.get((row.meter_id, row.unit_id), ()),
            vacancies=facts.vacancies.get(row.id, ()),
            last_first=row.last_first,
            last_amount=facts.last_amount(row),
        )
        meter = facts.meters.get(row.meter_id, "")
        found.append(AssignedUnit(AssignmentId(row.id), there.id, there.code, tariff, assigned, meter))
    place = {unit_id: number for number, unit_id in enumerate(known)}
    return sorted(found, key=lambda one: (place[one.unit_id], one.item.priority, one.assigned.first))


class _FactsOf:
    """What lies in other tables about assignments: payments before the office's book, vacancies, usages by meter."""

    def __init__(self, connection: Connection, rows: Sequence[Row[Any]], units: Collection[UnitId] | None) -> None:
        metered = [row for row in rows if row.meter_id is not None]
        served = {(MeterId(row.meter_id), UnitId(row.unit_id)) for row in metered}
        self.paid = PaidBefore(connection, units)
        self.usages = {**_usages(connection, metered, charged=True), **_usages(connection, metered, charged=False)}
        self.meters = read_meter_names(connection, (meter_id for meter_id, _ in served)) if served else {}
        self.vacancies = _vacancies(connection, units)
        self._corrections = read_corrections(connection, [row.last_id for row in metered if row.last_id is not None])

    def last_amount(self, row: Row[Any]) -> Money | None:
        """The newest charge as its readings stand now."""
        amount: Money | None = row.last_amount
        return None if amount is None else amount + self._corrections.get(row.last_id, NOTHING)


def _usages(
    connection: Connection, metered: Sequence[Row[Any]], *, charged: bool
) -> Mapping[tuple[MeterId, UnitId], tuple[UnitUsage, ...]]:
    """By meters charged before only what the next charges and the year's tiers need; by new ones all that was read."""
    rows = [row for row in metered if (row.last_until is not None) is charged]
    if not rows:
        return {}
    since = date(min(row.last_until for row in rows).year - 1, 12, 31) if charged else None
    return read_usages(connection, {(MeterId(row.meter_id), UnitId(row.unit_id)) for row in rows}, since)


def _vacancies(connection: Connection, units: Collection[UnitId] | None) -> dict[int, tuple[Vacancy, ...]]:
    """The grants of each assignment that were not withdrawn, the newest last."""
    granted = (
        select(vacancy.c.assignment_id, vacancy.c.first, vacancy.c.until, vacancy.c.factor)
        .join_from(vacancy, assignment, vacancy.c.assignment_id == assignment.c.id)
        .where(vacancy.c.withdrawn_at.is_(None))
        .order_by(vacancy.c.id)
    )
    found: defaultdict[int, list[Vacancy]] = defaultdict(list)
    for row in _rows_of(connection, granted, assignment.c.unit_id, units):
        found[row.assignment_id].append(Vacancy(row.first, row.until, row.factor))
    return {key: tuple(each) for key, each in found.items()}


def read_units(connection: Connection, units: Collection[UnitId] | None = None) -> list[UnitToBill]:
    """These units (None: all) in building order."""
    return _units(connection, select(*_UNIT), units)


def read_units_without_tariff(connection: Connection, units: Collection[UnitId] | None = None) -> list[UnitToBill]:
    """Those of the units on which no tariff ever lay, in building order; one that never applied counts for none."""
    applied = or_(assignment.c.until.is_(None), assignment.c.until > assignment.c.first)
    bare = unit.c.id.not_in(select(assignment.c.unit_id).where(applied))
    return _units(connection, select(*_UNIT).where(bare), units)


_UNIT = (
    unit.c.id,
    unit.c.code,
    unit.c.sort_key,
    unit.c.state,
    unit.c.building_area,
    unit.c.inner_area,
    unit.c.billing_area,
    unit.c.handover_date,
    unit.c.floor,
    unit.c.headcount,
)


def _units(connection: Connection, question: Select[Any], units: Collection[UnitId] | None) -> list[UnitToBill]:
    rows = sorted(_rows_of(connection, question, unit.c.id, units), key=lambda row: (row.sort_key, row.id))
    return [_unit(row) for row in rows]


def _unit(row: Row[Any]) -> UnitToBill:
    areas = Areas(row.building_area, row.inner_area, row.billing_area)
    readiness = _WAITING.get(UnitState(row.state), Readiness.READY)
    billable = BillableUnit(areas, row.handover_date, readiness, row.floor, row.headcount)
    return UnitToBill(UnitId(row.id), row.code, billable)


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


def _with_last_charge() -> Select[Any]:
    """Assignments with the first day of their first charge, and days and amount of their newest; none cancelled.

    Each looks at one charge of the assignment, so that a run does not slow down with the years.
    """
    standing = (charge.c.assignment_id == assignment.c.id, charge.c.cancelled_at.is_(None))
    first = select(charge.c.first).where(*standing).order_by(charge.c.first).limit(1).scalar_subquery()
    newest = select(charge.c.id).where(*standing).order_by(charge.c.first.desc()).limit(1).correlate(assignment)
    last = charge.alias("last_charge")
    return select(
        assignment,
        first.label("charged_from"),
        last.c.first.label("last_first"),
        last.c.until.label("last_until"),
        last.c.amount.label("last_amount"),
        last.c.id.label("last_id"),
    ).join_from(assignment, last, last.c.id == newest.scalar_subquery(), isouter=True)


_WITH_LAST_CHARGE = _with_last_charge()


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
