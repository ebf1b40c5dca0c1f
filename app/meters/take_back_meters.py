"""Taking the meters of an import back: all of them, while nobody read them or charges by them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sqlalchemy import Connection, delete, or_, select

from app.core.ids import BatchId, MeterId
from app.meters.interval_rows import in_portions
from app.meters.sheet_refusals import MetersInUse
from app.meters.tables import meter, meter_device, meter_unit, reading

_NAMED = 5


def take_back(
    connection: Connection, batch_id: BatchId, in_use: Callable[[Connection, Sequence[MeterId]], set[MeterId]]
) -> int:
    """Remove every meter of the import with its base; how many. Raises MetersInUse."""
    of_batch = select(meter.c.id).where(meter.c.batch_id == batch_id).order_by(meter.c.id)
    own = [MeterId(key) for key in connection.execute(of_batch).scalars()]
    used = in_use(connection, own) | _read_since(connection, own, batch_id) | _worked_on(connection, own)
    if used:
        named = select(meter.c.name).where(meter.c.id.in_(sorted(used)[:_NAMED])).order_by(meter.c.route, meter.c.id)
        raise MetersInUse(len(used), tuple(connection.execute(named).scalars()))
    for ids in in_portions(own):
        for table in (reading, meter_unit, meter_device):
            connection.execute(delete(table).where(table.c.meter_id.in_(ids)))
        connection.execute(delete(meter).where(meter.c.id.in_(ids)))
    return len(own)


def _read_since(connection: Connection, own: Sequence[MeterId], batch_id: BatchId) -> set[MeterId]:
    others = or_(reading.c.batch_id.is_(None), reading.c.batch_id != batch_id)
    return {
        MeterId(key)
        for ids in in_portions(own)
        for key in connection.execute(select(reading.c.meter_id).where(reading.c.meter_id.in_(ids), others)).scalars()
    }


def _worked_on(connection: Connection, own: Sequence[MeterId]) -> set[MeterId]:
    """Meters that were ended or linked since."""
    linked = select(meter_unit.c.meter_id).where(meter_unit.c.meter_id == meter.c.id, meter_unit.c.at > meter.c.at)
    changed = select(meter.c.id).where(or_(meter.c.ended_on.is_not(None), linked.exists()))
    return {
        MeterId(key)
        for ids in in_portions(own)
        for key in connection.execute(changed.where(meter.c.id.in_(ids))).scalars()
    }
