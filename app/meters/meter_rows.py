"""Writing meters, devices, links and readings, inside the transaction of the use case."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, bindparam, func, select, update

from app.core.ids import BatchId, BuildingId, DeviceId, MeterId, ReadingId, UserId
from app.estate.refusals import UnknownUnit
from app.estate.tables import unit
from app.meters.interval_rows import in_portions, read_links
from app.meters.intervals import MeterLink
from app.meters.meter_checks import check_device, check_free, check_loss_rate, check_name, check_weight
from app.meters.meter_facts import NewDevice, NewMeter
from app.meters.reading_rule import TRUED_UP, AcceptedReading, MeterSoFar, Revision, TypedReading
from app.meters.refusals import MeterIsPublic, MeterNumberTaken
from app.meters.tables import meter, meter_device, meter_unit, reading
from app.store.rows import insert_row


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who writes, when, and in which import if it is one."""

    at: datetime
    by: UserId
    batch_id: BatchId | None = None


def insert_meter(connection: Connection, new: NewMeter, stamp: Stamp) -> MeterId:
    """A meter with its device, its links and its base. Raises the refusals of `Meters.register`."""
    name = check_name(new.name)
    check_loss_rate(new.loss_rate)
    if new.public and new.units:
        raise MeterIsPublic(name)
    key = insert_row(
        connection,
        meter,
        kind=new.kind,
        public=new.public,
        name=name,
        building_id=new.building_id or _building(connection, new),
        route=_last_route(connection) + 1 if new.route is None else new.route,
        loss_rate=new.loss_rate,
        note=new.note.strip(),
        ended_on=None,
        batch_id=stamp.batch_id,
        at=stamp.at,
        by=stamp.by,
    )
    meter_id = MeterId(key)
    insert_device(connection, meter_id, new.device, new.since, stamp)
    for unit_id, weight in new.units:
        insert_link(connection, name, MeterLink(meter_id, unit_id, weight, new.since, None), stamp)
    return meter_id


def _building(connection: Connection, new: NewMeter) -> BuildingId | None:
    if not new.units:
        return None
    return connection.execute(select(unit.c.building_id).where(unit.c.id == new.units[0][0])).scalar()


def _last_route(connection: Connection) -> int:
    return int(connection.execute(select(func.coalesce(func.max(meter.c.route), 0))).scalar_one())


def read_route(connection: Connection) -> list[MeterId]:
    """The meters in use in the order in which they are read."""
    asked = select(meter.c.id).where(meter.c.ended_on.is_(None)).order_by(meter.c.route, meter.c.id)
    return [MeterId(key) for key in connection.execute(asked).scalars()]


def write_route(connection: Connection, meter_ids: Sequence[MeterId]) -> None:
    """Number the meters in this order, from 1; only what changes is written."""
    routes: dict[int, int] = {}
    for ids in in_portions(meter_ids):
        asked = select(meter.c.id, meter.c.route).where(meter.c.id.in_(ids))
        routes |= {row.id: row.route for row in connection.execute(asked)}
    changed = [{"key": key, "place": place} for place, key in enumerate(meter_ids, 1) if routes[key] != place]
    if changed:
        numbered = update(meter).where(meter.c.id == bindparam("key")).values(route=bindparam("place"))
        connection.execute(numbered, changed)


def insert_device(connection: Connection, meter_id: MeterId, new: NewDevice, first: date, stamp: Stamp) -> DeviceId:
    """A device in a meter's place. Raises WrongDigits, MultiplierOutOfRange, MeterNumberTaken."""
    check_device(new)
    number = new.number.strip()
    _check_number(connection, meter_id, number)
    facts = {"number": number, "digits": new.digits, "multiplier": new.multiplier, "first": first}
    return DeviceId(insert_row(connection, meter_device, meter_id=meter_id, **facts, at=stamp.at, by=stamp.by))


def _check_number(connection: Connection, meter_id: MeterId, number: str) -> None:
    newer = meter_device.alias()
    kind = select(meter.c.kind).where(meter.c.id == meter_id).scalar_subquery()
    replaced = select(newer.c.id).where(newer.c.meter_id == meter_device.c.meter_id, newer.c.id > meter_device.c.id)
    other = (
        select(meter.c.name)
        .join(meter_device, meter_device.c.meter_id == meter.c.id)
        .where(meter_device.c.number == number, meter.c.kind == kind, meter.c.ended_on.is_(None))
        .where(meter.c.id != meter_id, ~replaced.exists())
    )
    taken = connection.execute(other).scalar() if number else None
    if taken is not None:
        raise MeterNumberTaken(number, taken)


def end_meter(connection: Connection, meter_id: MeterId, day: date) -> None:
    """The meter is no longer read from the day on, and serves nobody any more."""
    connection.execute(update(meter).where(meter.c.id == meter_id).values(ended_on=day))
    links = update(meter_unit).where(meter_unit.c.meter_id == meter_id, meter_unit.c.until.is_(None))
    connection.execute(links.where(meter_unit.c.first < day).values(until=day))


def insert_link(connection: Connection, name: str, link: MeterLink, stamp: Stamp) -> None:
    """A unit that a meter serves. Raises WeightNotPositive, UnknownUnit, UnitLinked."""
    check_weight(link.weight)
    code = connection.execute(select(unit.c.code).where(unit.c.id == link.unit_id)).scalar()
    if code is None:
        raise UnknownUnit(str(link.unit_id))
    check_free(read_links(connection, meter_ids=[link.meter_id]), link, name, code)
    insert_row(
        connection,
        meter_unit,
        meter_id=link.meter_id,
        unit_id=link.unit_id,
        weight=link.weight,
        first=link.first,
        until=link.until,
        at=stamp.at,
        by=stamp.by,
    )


def write_reading(
    connection: Connection, so_far: MeterSoFar, typed: TypedReading, accepted: AcceptedReading, stamp: Stamp
) -> ReadingId:
    """A reading that the rule accepted, with the corrections of the estimates that it lowers."""
    for revision in accepted.revisions:
        insert_revision(connection, revision, TRUED_UP, stamp)
    key = insert_row(
        connection,
        reading,
        meter_id=typed.meter_id,
        device_id=so_far.device.id,
        day=typed.day,
        value=typed.value,
        kind=accepted.kind,
        rolled_over=accepted.rolled_over,
        corrects=None,
        reason=typed.note.strip(),
        read_by=typed.read_by.strip(),
        batch_id=stamp.batch_id,
        at=stamp.at,
        by=stamp.by,
    )
    return ReadingId(key)


def insert_revision(connection: Connection, revision: Revision, reason: str, stamp: Stamp) -> ReadingId:
    """A row that stands for an older one from now on; the older one stays as it was."""
    old = revision.reading
    key = insert_row(
        connection,
        reading,
        meter_id=old.meter_id,
        device_id=old.device_id,
        day=old.day,
        value=revision.value,
        kind=old.kind,
        rolled_over=revision.rolled_over,
        corrects=old.row_id,
        reason=reason,
        read_by=old.read_by,
        batch_id=stamp.batch_id,
        at=stamp.at,
        by=stamp.by,
    )
    return ReadingId(key)
