"""Tariffs on units as a sheet meets them in the book, and as it writes them there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from app.core.ids import AssignmentId, BatchId, FeeItemId, MeterId, UnitId
from app.estate.search_index import in_portions
from app.fees.assigned_rows import AssignedUnit, read_assigned
from app.fees.charge_rows import OPENING_ARREARS, Occasion
from app.fees.opening.assignment_line import AssignmentLine, UnitMeter
from app.fees.opening.assignment_plan import Deed, Lying, PlannedLine, modifiers_of_line
from app.fees.tables import assignment, charge
from app.meters.interval_rows import read_devices, read_links
from app.meters.tables import meter

Key = tuple[UnitId, FeeItemId]
_GROWS = (Deed.NEW, Deed.MOVED)


def read_lying(
    connection: Connection, items: Collection[FeeItemId], units: Collection[UnitId]
) -> dict[Key, list[Lying]]:
    """What lies on these units, by unit and fee item."""
    found: defaultdict[Key, list[Lying]] = defaultdict(list)
    for one in read_assigned(connection, items, units):
        found[one.unit_id, one.item.id].append(_lying(one))
    return found


def _lying(one: AssignedUnit) -> Lying:
    assigned = one.assigned
    return Lying(
        tariff=one.tariff,
        meter_id=assigned.meter_id,
        first=assigned.first,
        until=assigned.until,
        modifiers=assigned.modifiers,
        charged_until=assigned.charged_until,
        id=one.id,
    )


def read_unit_meters(connection: Connection) -> dict[UnitId, list[UnitMeter]]:
    """The meters that serve each unit."""
    meters = {row.id: row for row in connection.execute(select(meter.c.id, meter.c.name, meter.c.kind))}
    numbers = {key: devices[-1].number for key, devices in read_devices(connection, meters).items() if devices}
    found: defaultdict[UnitId, list[UnitMeter]] = defaultdict(list)
    for link in read_links(connection, meter_ids=meters):
        row = meters[link.meter_id]
        one = UnitMeter(link.meter_id, row.name, numbers.get(link.meter_id, ""), row.kind)
        if one not in found[link.unit_id]:
            found[link.unit_id].append(one)
    return found


def read_arrears(connection: Connection, units: Sequence[UnitId]) -> dict[Key, list[Row[Any]]]:
    """The opening arrears of these units, by unit and fee item."""
    found: defaultdict[Key, list[Row[Any]]] = defaultdict(list)
    columns = (charge.c.unit_id, charge.c.fee_item_id, charge.c.first, charge.c.until)
    opening = (charge.c.kind == OPENING_ARREARS, charge.c.cancelled_at.is_(None))
    for ids in in_portions(units):
        for row in connection.execute(select(*columns).where(charge.c.unit_id.in_(ids), *opening)):
            found[UnitId(row.unit_id), FeeItemId(row.fee_item_id)].append(row)
    return found


def write_planned(
    connection: Connection, planned: Iterable[PlannedLine], batch_id: BatchId, occasion: Occasion
) -> list[tuple[AssignmentId, date | None]]:
    """Write what the rows do. Returns the tariffs that were ended, each with the end that it had."""
    ended: list[tuple[AssignmentId, date | None, date]] = []
    new: list[dict[str, object]] = []
    for one in planned:
        former = one.former
        if former is not None and former.id is not None and one.deed in (Deed.ENDED, Deed.MOVED):
            until = former.first if one.deed is Deed.MOVED else one.line.until
            assert until is not None
            ended.append((former.id, former.until, until))
        if one.deed in _GROWS:
            new.append(_row(one.line, one.former) | {"batch_id": batch_id, "at": occasion.at, "by": occasion.by})
    for key, _, until in ended:
        connection.execute(update(assignment).where(assignment.c.id == key).values(until=until))
    if new:
        connection.execute(insert(assignment), new)
    return [(key, before) for key, before, _ in ended]


def _row(line: AssignmentLine, former: Lying | None) -> dict[str, object]:
    meter_id: MeterId | None = line.meter_id
    return {
        "tariff_id": line.tariff.id,
        "unit_id": line.unit_id,
        "first": line.first,
        "until": line.until,
        "modifiers": modifiers_of_line(line, former).to_facts(),
        "meter_id": meter_id,
    }
