"""Writing very many new meters with their devices, links and bases at once."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Column, Connection, Table, func, select

from app.access.actor import Actor
from app.meters.kinds import ReadingKind
from app.meters.meter_facts import NewMeter
from app.meters.meter_rows import Stamp
from app.meters.tables import meter, meter_device, meter_unit, reading
from app.store.bulk import Row, insert_many

_STAMP = ("at", "by")
_COLUMNS: dict[Table, tuple[str, ...]] = {
    meter: ("id", "kind", "public", "name", "building_id", "route", "loss_rate", "note", "batch_id", *_STAMP),
    meter_device: ("id", "meter_id", "number", "digits", "multiplier", "first", *_STAMP),
    meter_unit: ("meter_id", "unit_id", "weight", "first", "until", *_STAMP),
    reading: (
        *("meter_id", "device_id", "day", "value", "kind", "rolled_over", "corrects", "reason", "read_by"),
        *("batch_id", *_STAMP),
    ),
}


def write_meters(connection: Connection, meters: Sequence[NewMeter], by: Actor, stamp: Stamp) -> None:
    """Write meters that were checked before; ids are given here, within the one write transaction."""
    meter_id, device_id, route = (
        _next(connection, column) for column in (meter.c.id, meter_device.c.id, meter.c.route)
    )
    rows: dict[Table, list[Row]] = {table: [] for table in _COLUMNS}
    last = (stamp.at, stamp.by)
    for place, new in enumerate(meters):
        key, device = meter_id + place, device_id + place
        walk = route + place if new.route is None else new.route
        facts = (new.kind, new.public, new.name, new.building_id, walk, new.loss_rate, new.note)
        rows[meter].append((key, *facts, stamp.batch_id, *last))
        hung = (new.device.number, new.device.digits, new.device.multiplier, new.since)
        rows[meter_device].append((device, key, *hung, *last))
        rows[meter_unit] += [(key, unit_id, weight, new.since, None, *last) for unit_id, weight in new.units]
        if new.first_reading is not None:
            base = (key, device, new.since, new.first_reading, ReadingKind.BASE, False, None, "", by.name)
            rows[reading].append((*base, stamp.batch_id, *last))
    for table, columns in _COLUMNS.items():
        insert_many(connection, table, columns, rows[table])


def _next(connection: Connection, column: Column[int]) -> int:
    return int(connection.execute(select(func.coalesce(func.max(column), 0))).scalar_one()) + 1
