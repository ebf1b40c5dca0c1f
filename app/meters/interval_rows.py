"""Reading meters' devices, readings, intervals and links out of the database."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, Row, select

from app.core.ids import DeviceId, MeterId, ReadingId, UnitId
from app.meters.intervals import Device, Interval, MeterLink, Reading, intervals_of
from app.meters.kinds import ReadingKind
from app.meters.tables import meter, meter_device, meter_unit, reading

_AT_ONCE = 500
T = TypeVar("T")


def in_portions(ids: Iterable[T]) -> Iterator[Sequence[T]]:
    """The ids in parts that one statement can carry."""
    every = list(ids)
    for start in range(0, len(every), _AT_ONCE):
        yield every[start : start + _AT_ONCE]


def read_intervals(connection: Connection, meter_ids: Iterable[MeterId]) -> dict[MeterId, tuple[Interval, ...]]:
    """The intervals of each of these meters, the earliest first, with all corrections applied."""
    asked = list(meter_ids)
    devices, readings = read_devices(connection, asked), read_readings(connection, asked)
    rates = _loss_rates(connection, asked)
    of_meter = {one: {device.id: device for device in devices[one]} for one in asked}
    return {one: intervals_of(rates[one], of_meter[one], readings[one]) for one in asked if one in rates}


def read_readings(connection: Connection, meter_ids: Iterable[MeterId]) -> dict[MeterId, list[Reading]]:
    """The readings of each meter as they count now, in the order in which they were read."""
    counting: dict[MeterId, dict[int, Row[Any]]] = defaultdict(dict)
    first_of: dict[int, int] = {}
    for ids in in_portions(meter_ids):
        asked = select(reading).where(reading.c.meter_id.in_(ids)).order_by(reading.c.id)
        for row in connection.execute(asked):
            first_of[row.id] = row.id if row.corrects is None else first_of[row.corrects]
            counting[row.meter_id][first_of[row.id]] = row
    found: dict[MeterId, list[Reading]] = defaultdict(list)
    for meter_id, of_meter in counting.items():
        found[meter_id] = [_reading(ReadingId(first), row) for first, row in of_meter.items()]
    return found


def _reading(first: ReadingId, row: Row[Any]) -> Reading:
    return Reading(
        id=first,
        row_id=ReadingId(row.id),
        meter_id=MeterId(row.meter_id),
        device_id=DeviceId(row.device_id),
        day=row.day,
        value=row.value,
        kind=ReadingKind(row.kind),
        rolled_over=row.rolled_over,
        reason=row.reason,
        read_by=row.read_by,
    )


def read_devices(connection: Connection, meter_ids: Iterable[MeterId]) -> dict[MeterId, list[Device]]:
    """The devices of each meter, the first first; the last one hangs there now."""
    found: dict[MeterId, list[Device]] = defaultdict(list)
    for ids in in_portions(meter_ids):
        asked = select(meter_device).where(meter_device.c.meter_id.in_(ids)).order_by(meter_device.c.id)
        for row in connection.execute(asked):
            device = Device(DeviceId(row.id), MeterId(row.meter_id), row.number, row.digits, row.multiplier, row.first)
            found[device.meter_id].append(device)
    return found


def read_links(
    connection: Connection, *, meter_ids: Iterable[MeterId] | None = None, unit_ids: Iterable[UnitId] | None = None
) -> list[MeterLink]:
    """Which units the meters serve, or which meters serve the units, from when to when; for both: those of either."""
    rows: dict[int, Row[Any]] = {}
    for column, keys in ((meter_unit.c.meter_id, meter_ids), (meter_unit.c.unit_id, unit_ids)):
        for ids in in_portions(keys or ()):
            rows.update((row.id, row) for row in connection.execute(select(meter_unit).where(column.in_(ids))))
    return [
        MeterLink(MeterId(row.meter_id), UnitId(row.unit_id), row.weight, row.first, row.until)
        for _, row in sorted(rows.items())
    ]


def _loss_rates(connection: Connection, meter_ids: Sequence[MeterId]) -> dict[MeterId, Any]:
    return {
        MeterId(row.id): row.loss_rate
        for ids in in_portions(meter_ids)
        for row in connection.execute(select(meter.c.id, meter.c.loss_rate).where(meter.c.id.in_(ids)))
    }
