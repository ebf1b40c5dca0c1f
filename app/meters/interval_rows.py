"""Reading meters' devices, readings, intervals and links out of the database."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import Connection, Row, func, select

from app.core.ids import DeviceId, MeterId, ReadingId, UnitId
from app.meters.intervals import Device, Interval, MeterLink, Reading, intervals_of
from app.meters.kinds import ENDS_INTERVAL, ReadingKind
from app.meters.tables import meter, meter_device, meter_unit, reading

_AT_ONCE = 500
T = TypeVar("T")


def in_portions(ids: Iterable[T]) -> Iterator[Sequence[T]]:
    """The ids in parts that one statement can carry."""
    every = list(ids)
    for start in range(0, len(every), _AT_ONCE):
        yield every[start : start + _AT_ONCE]


def read_intervals(
    connection: Connection, meter_ids: Iterable[MeterId], since: date | None = None
) -> dict[MeterId, tuple[Interval, ...]]:
    """The intervals of each of these meters, the earliest first, with all corrections applied.

    With `since` at least those that end after that day; what lies far before it is not read, which an estate with years
    of readings feels.
    """
    asked = list(meter_ids)
    devices, readings = read_devices(connection, asked), read_readings(connection, asked, since, 1)
    rates = _loss_rates(connection, asked)
    of_meter = {one: {device.id: device for device in devices[one]} for one in asked}
    return {one: intervals_of(rates[one], of_meter[one], readings[one]) for one in asked if one in rates}


def read_readings(
    connection: Connection, meter_ids: Iterable[MeterId], since: date | None = None, last: int = 1
) -> dict[MeterId, list[Reading]]:
    """The readings of each meter as they count now, in the order in which they were read.

    With `since` from the latest one on that ends an interval, was taken by that day and is at least the `last`-to-last
    of its kind; from the first where there is none.
    """
    found: dict[MeterId, dict[int, Reading]] = defaultdict(dict)
    first_of: dict[ReadingId, ReadingId] = {}
    for ids in in_portions(meter_ids):
        starts = {} if since is None else _starts(connection, ids, since, last)
        for row in _reading_rows(connection, ids, starts):
            key, meter_id, device_id, day, value, kind, rolled_over, reason, read_by, corrects = row
            first = first_of[key] = key if corrects is None else first_of[corrects]
            if meter_id not in starts or first >= starts[meter_id][0]:
                found[meter_id][first] = Reading(
                    first, key, meter_id, device_id, day, value, _KINDS[kind], rolled_over, reason, read_by
                )
    return defaultdict(list, {meter_id: list(of_meter.values()) for meter_id, of_meter in found.items()})


_KINDS = {kind.value: kind for kind in ReadingKind}
_IN_ORDER = ("id", "meter_id", "device_id", "day", "value", "kind", "rolled_over", "reason", "read_by", "corrects")


def _starts(connection: Connection, ids: Sequence[MeterId], since: date, last: int) -> dict[MeterId, tuple[int, date]]:
    """From which reading on each meter is to be read, and the day of that; meters to be read whole are left out."""
    newest_first = func.row_number().over(partition_by=reading.c.meter_id, order_by=reading.c.id.desc())
    as_entered = func.coalesce(reading.c.corrects, 0) == 0  # said so, no index over all corrections is walked
    ends = select(reading.c.id, reading.c.meter_id, reading.c.day, newest_first.label("place")).where(
        reading.c.meter_id.in_(ids), as_entered, reading.c.kind.in_(ENDS_INTERVAL)
    )
    ranked = ends.subquery()
    latest = select(ranked.c.meter_id, func.max(ranked.c.id).label("key"), func.max(ranked.c.day).label("day"))
    asked = latest.where(ranked.c.place >= last, ranked.c.day <= since).group_by(ranked.c.meter_id)
    return {row.meter_id: (row.key, row.day) for row in connection.execute(asked)}


def _reading_rows(
    connection: Connection, ids: Sequence[MeterId], starts: Mapping[MeterId, tuple[int, date]]
) -> Iterator[Row[Any]]:
    rows = select(*(reading.c[name] for name in _IN_ORDER)).order_by(reading.c.id)
    whole = [key for key in ids if key not in starts]
    if whole:
        yield from connection.execute(rows.where(reading.c.meter_id.in_(whole))).all()
    if starts:
        late = reading.c.day >= min(day for _, day in starts.values())
        yield from connection.execute(rows.where(reading.c.meter_id.in_(list(starts)), late)).all()


_DEVICES = select(*(meter_device.c[name] for name in ("id", "meter_id", "number", "digits", "multiplier", "first")))


def read_devices(connection: Connection, meter_ids: Iterable[MeterId]) -> dict[MeterId, list[Device]]:
    """The devices of each meter, the first first; the last one hangs there now."""
    found: dict[MeterId, list[Device]] = defaultdict(list)
    for ids in in_portions(meter_ids):
        asked = _DEVICES.where(meter_device.c.meter_id.in_(ids)).order_by(meter_device.c.id)
        for row in connection.execute(asked).all():  # all at once is twice as quick
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
