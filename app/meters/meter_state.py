"""A meter as it stands, with all that was read of it, for the rule that takes readings."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlalchemy import Connection, select

from app.core.ids import MeterId, ReadingId
from app.meters.interval_rows import in_portions, read_devices, read_readings
from app.meters.reading_refusals import UnknownReading
from app.meters.reading_rule import MeterSoFar
from app.meters.refusals import UnknownMeter
from app.meters.tables import meter, reading


def read_meters(
    connection: Connection, meter_ids: Iterable[MeterId], since: date | None = None, last: int = 1
) -> dict[MeterId, MeterSoFar]:
    """These meters, each with its devices and readings; with `since` and `last` as in `read_readings`."""
    asked = list(meter_ids)
    devices, readings = read_devices(connection, asked), read_readings(connection, asked, since, last)
    found = {}
    for ids in in_portions(asked):
        for row in connection.execute(select(meter).where(meter.c.id.in_(ids))):
            key = MeterId(row.id)
            of_meter = (tuple(devices[key]), tuple(readings[key]))
            found[key] = MeterSoFar(key, row.name, row.loss_rate, row.ended_on, *of_meter)
    return found


def read_meter(connection: Connection, meter_id: MeterId) -> MeterSoFar:
    """One meter. Raises UnknownMeter."""
    found = read_meters(connection, [meter_id]).get(meter_id)
    if found is None:
        raise UnknownMeter(str(meter_id))
    return found


def first_entered(connection: Connection, reading_id: ReadingId) -> tuple[MeterId, ReadingId]:
    """The meter of a reading, and the reading as it was first entered. Raises UnknownReading."""
    row = connection.execute(select(reading.c.meter_id, reading.c.corrects).where(reading.c.id == reading_id)).first()
    if row is None:
        raise UnknownReading
    if row.corrects is not None:
        return first_entered(connection, ReadingId(row.corrects))
    return MeterId(row.meter_id), reading_id
