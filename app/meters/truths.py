"""What must always hold of meters and readings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from sqlalchemy import Connection, or_, select

from app.core.ids import MeterId
from app.core.language import mark
from app.meters.interval_rows import in_portions, read_links
from app.meters.intervals import MeterLink
from app.meters.kinds import ReadingKind
from app.meters.meter_state import read_meters
from app.meters.reading_rule import MeterSoFar
from app.meters.tables import meter, reading
from app.store.truths import Truth

_METERS = select(meter.c.id).order_by(meter.c.id)


def _meter_ids(connection: Connection) -> list[MeterId]:
    return [MeterId(key) for key in connection.execute(_METERS).scalars()]


def _every_meter(connection: Connection) -> Iterator[MeterSoFar]:
    for ids in in_portions(_meter_ids(connection)):
        yield from read_meters(connection, ids).values()


def _devices(connection: Connection) -> Iterator[str]:
    """Each device hangs since its first reading, after the one before, and has readings of its own time only."""
    for one in _every_meter(connection):
        if not one.devices:
            yield f"{one.name}: no device"
        order = [device.id for device in one.devices]
        seen = [order.index(row.device_id) for row in one.readings if row.device_id in order]
        days = [device.first for device in one.devices]
        if days != sorted(days) or seen != sorted(seen) or len(seen) != len(one.readings):
            yield one.name


def _readings(connection: Connection) -> Iterator[str]:
    """Days go up, and values do too on one device unless it rolled over; the first reading of a device is a base."""
    for one in _every_meter(connection):
        if one.readings and one.readings[0].kind is not ReadingKind.BASE:
            yield f"{one.name}: {one.readings[0].day}"
        for before, now in pairwise(one.readings):
            begins = before.device_id != now.device_id
            lower = now.value < before.value
            if (
                now.day < before.day
                or begins != (now.kind is ReadingKind.BASE)
                or (lower != now.rolled_over and not begins)
            ):
                yield f"{one.name}: {now.day}"


def _shown(connection: Connection) -> Iterator[str]:
    for one in _every_meter(connection):
        digits = {device.id: device.digits for device in one.devices}
        for row in one.readings:
            if not 0 <= row.value < 10 ** digits.get(row.device_id, 0):
                yield f"{one.name}: {row.day} {row.value}"


_OLD = reading.alias()
_SAME = ("meter_id", "device_id", "day", "kind")
_CORRECTING_OTHERS = (
    select(reading.c.id)
    .join(_OLD, _OLD.c.id == reading.c.corrects)
    .where(or_(*(_OLD.c[name] != reading.c[name] for name in _SAME), _OLD.c.id >= reading.c.id))
)


def _corrections(connection: Connection) -> Iterator[str]:
    for key in connection.execute(_CORRECTING_OTHERS).scalars():
        yield str(key)


_LATE = (
    select(meter.c.name, reading.c.day)
    .join(reading, reading.c.meter_id == meter.c.id)
    .where(reading.c.day > meter.c.ended_on)
)


def _ended(connection: Connection) -> Iterator[str]:
    for row in connection.execute(_LATE):
        yield f"{row.name}: {row.day}"


def _links(connection: Connection) -> Iterator[str]:
    of_pair: dict[tuple[int, int], list[MeterLink]] = defaultdict(list)
    for link in read_links(connection, meter_ids=_meter_ids(connection)):
        of_pair[link.meter_id, link.unit_id].append(link)
    for (meter_id, unit_id), links in of_pair.items():
        if not _follow_one_another(links):
            yield f"meter {meter_id}, unit {unit_id}"


def _follow_one_another(links: Iterable[MeterLink]) -> bool:
    in_order = sorted(links, key=lambda link: link.first)
    apart = all(one.until is not None and one.until <= other.first for one, other in pairwise(in_order))
    return apart and all(link.until is None or link.first < link.until for link in in_order)


_PUBLIC = select(meter.c.id, meter.c.name).where(meter.c.public)


def _public(connection: Connection) -> Iterator[str]:
    serving = {link.meter_id for link in read_links(connection, meter_ids=_meter_ids(connection))}
    for row in connection.execute(_PUBLIC):
        if row.id in serving:
            yield str(row.name)


TRUTHS = (
    Truth(mark("the devices of every meter follow one another, each with its own readings"), _devices),
    Truth(mark("no meter shows less than before unless it rolled over, was replaced or corrected"), _readings),
    Truth(mark("no device shows more figures than it has"), _shown),
    Truth(mark("every correction stands for an older reading of the same meter and day"), _corrections),
    Truth(mark("no ended meter was read later"), _ended),
    Truth(mark("no meter serves a unit twice at once"), _links),
    Truth(mark("no public meter serves a unit of its own"), _public),
)
