"""The sheet of tariffs on units, filled in with what lies there; what is missing is left for the office to fill."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Connection, select

from app.core.ids import BuildingId, TariffId, UnitId
from app.estate.kinds import KIND_WORDS, STATE_WORDS, UnitKind
from app.estate.unit_facts import UnitFilter, UnitRow
from app.estate.unit_pages import read_units
from app.fees.assigned_rows import AssignedUnit, read_assigned
from app.fees.tables import assignment
from app.fees.versions import Tariff, read_tariffs
from app.meters.tables import meter

_DAY = timedelta(days=1)
Cells = list[object]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which rows: all tariffs as they lie (None), or one of them with an empty row for every unit that lacks it."""

    tariff: TariffId | None = None
    buildings: frozenset[BuildingId] = frozenset()
    kinds: frozenset[UnitKind] = frozenset()


def export_rows(connection: Connection, wanted: Wanted, today: date) -> list[Cells]:
    """The rows in building order; what has ended before `today` is history and stays out."""
    units = read_units(connection, UnitFilter(buildings=wanted.buildings, kinds=wanted.kinds), today)
    tariffs = read_tariffs(connection)
    chosen = None if wanted.tariff is None else tariffs[wanted.tariff]
    items = None if chosen is None else {chosen.item.id}
    lying: defaultdict[UnitId, list[AssignedUnit]] = defaultdict(list)
    for one in read_assigned(connection, items, {unit.id for unit in units}):
        if one.assigned.until is None or one.assigned.until > max(today, one.assigned.first):
            lying[one.unit_id].append(one)
    made = {row.id: row.at.date() for row in connection.execute(select(assignment.c.id, assignment.c.at))}
    meters = {row.id: row.name for row in connection.execute(select(meter.c.id, meter.c.name))}
    rows: list[Cells] = []
    for unit in units:
        rows += [_filled(unit, one, made[one.id], meters.get(one.assigned.meter_id or 0, "")) for one in lying[unit.id]]
        if chosen is not None and not lying[unit.id]:
            rows.append(_empty(unit, chosen))
    return rows


def _filled(unit: UnitRow, one: AssignedUnit, made: date, meter_name: str) -> Cells:
    assigned = one.assigned
    last = None if assigned.until is None else assigned.until - _DAY
    coefficient = assigned.modifiers.coefficient
    changed = None if coefficient == 1 else coefficient
    return [*_unit(unit), one.item.name, one.tariff.name, meter_name or None, made, assigned.first, last, changed]


def _empty(unit: UnitRow, tariff: Tariff) -> Cells:
    return [*_unit(unit), tariff.item.name, tariff.name, None, None, None, None, None]


def _unit(unit: UnitRow) -> Cells:
    return [unit.code, unit.person, KIND_WORDS[unit.facts.kind][0], STATE_WORDS[unit.facts.state][0]]
