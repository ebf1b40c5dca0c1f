"""Reads of meters for screens: lists in route order, one meter's page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, Select, or_, select

from app.core.ids import DeviceId, MeterId, ReadingId, UserId
from app.estate.tables import building, unit
from app.meters.interval_rows import in_portions, read_devices, read_intervals
from app.meters.kinds import MeterKind, ReadingKind
from app.meters.meter_facts import LinkRow, MeterFacts, MeterFilter, MeterPage, MeterRow, ReadingRow
from app.meters.refusals import UnknownMeter
from app.meters.tables import meter, meter_device, meter_unit, reading
from app.meters.usual import usual_usage

_FACTS = ("id", "kind", "public", "name", "building_id", "route", "loss_rate", "note", "ended_on")
_LISTED = select(*(meter.c[name] for name in _FACTS), building.c.name.label("building")).outerjoin(
    building, building.c.id == meter.c.building_id
)


def read_meter_rows(connection: Connection, wanted: MeterFilter, today: date) -> list[MeterRow]:
    """The meters of a filter in route order."""
    rows = list(connection.execute(_filtered(_LISTED, wanted).order_by(meter.c.route, meter.c.id)))
    return _meter_rows(connection, rows, today)


def _meter_rows(connection: Connection, rows: Sequence[Row[Any]], today: date) -> list[MeterRow]:
    ids = [MeterId(row.id) for row in rows]
    devices, units = read_devices(connection, ids), _units_served(connection, ids, today)
    return [
        MeterRow(
            id=MeterId(row.id),
            kind=MeterKind(row.kind),
            public=row.public,
            facts=MeterFacts(row.name, row.building_id, row.route, row.loss_rate, row.note),
            building=row.building or "",
            device=devices[MeterId(row.id)][-1],
            units=tuple(units[MeterId(row.id)]),
            ended_on=row.ended_on,
        )
        for row in rows
    ]


def meters_of(wanted: MeterFilter) -> Select[Any] | None:
    """The ids of a filter's meters; None where it leaves none out but those that ended."""
    if replace(wanted, ended=False) == MeterFilter():
        return None
    return _filtered(select(meter.c.id), wanted)


def _filtered(asked: Select[Any], wanted: MeterFilter) -> Select[Any]:
    if wanted.meter_id is not None:
        asked = asked.where(meter.c.id == wanted.meter_id)
    if wanted.kind is not None:
        asked = asked.where(meter.c.kind == wanted.kind)
    if wanted.building_id is not None:
        asked = asked.where(meter.c.building_id == wanted.building_id)
    if wanted.public is not None:
        asked = asked.where(meter.c.public == wanted.public)
    if wanted.ended is not None:
        asked = asked.where(meter.c.ended_on.is_not(None) if wanted.ended else meter.c.ended_on.is_(None))
    if wanted.unit_id is not None:
        asked = asked.where(meter.c.id.in_(select(meter_unit.c.meter_id).where(meter_unit.c.unit_id == wanted.unit_id)))
    return asked.where(_named(wanted.text.strip())) if wanted.text.strip() else asked


def _named(text: str) -> Any:
    numbered = select(meter_device.c.meter_id).where(meter_device.c.number.contains(text, autoescape=True))
    serving = select(meter_unit.c.meter_id).join(unit, unit.c.id == meter_unit.c.unit_id)
    of_unit = serving.where(unit.c.code.contains(text, autoescape=True))
    return or_(meter.c.name.contains(text, autoescape=True), meter.c.id.in_(numbered), meter.c.id.in_(of_unit))


def _units_served(connection: Connection, meter_ids: Iterable[MeterId], today: date) -> dict[MeterId, list[str]]:
    served: dict[MeterId, list[str]] = defaultdict(list)
    there = select(meter_unit.c.meter_id, unit.c.code).join(unit, unit.c.id == meter_unit.c.unit_id)
    now = or_(meter_unit.c.until.is_(None), meter_unit.c.until > today)
    for ids in in_portions(meter_ids):
        asked = there.where(meter_unit.c.meter_id.in_(ids), now).order_by(unit.c.sort_key)
        for row in connection.execute(asked).all():
            served[MeterId(row.meter_id)].append(row.code)
    return served


def read_meter_page(connection: Connection, meter_id: MeterId, today: date) -> MeterPage:
    """Everything about one meter. Raises UnknownMeter."""
    rows = list(connection.execute(_LISTED.where(meter.c.id == meter_id)))
    if not rows:
        raise UnknownMeter(str(meter_id))
    intervals = read_intervals(connection, [meter_id])[meter_id]
    return MeterPage(
        meter=_meter_rows(connection, rows, today)[0],
        devices=tuple(read_devices(connection, [meter_id])[meter_id]),
        links=_links(connection, meter_id),
        readings=_history(connection, meter_id),
        intervals=intervals[::-1],
        usual=usual_usage(intervals),
    )


def _links(connection: Connection, meter_id: MeterId) -> tuple[LinkRow, ...]:
    there = select(meter_unit, unit.c.code).join(unit, unit.c.id == meter_unit.c.unit_id)
    asked = there.where(meter_unit.c.meter_id == meter_id).order_by(meter_unit.c.first, unit.c.sort_key)
    return tuple(LinkRow(row.unit_id, row.code, row.weight, row.first, row.until) for row in connection.execute(asked))


def _history(connection: Connection, meter_id: MeterId) -> tuple[ReadingRow, ...]:
    """Every row ever written, the latest reading first and below each the rows that it stands for."""
    rows = list(connection.execute(select(reading).where(reading.c.meter_id == meter_id).order_by(reading.c.id)))
    first_of: dict[int, int] = {}
    for row in rows:
        first_of[row.id] = row.id if row.corrects is None else first_of[row.corrects]
    replaced = {row.corrects for row in rows}
    in_order = sorted(rows, key=lambda row: (first_of[row.id], row.id), reverse=True)
    return tuple(_reading_row(row, ReadingId(first_of[row.id]), counts=row.id not in replaced) for row in in_order)


def _reading_row(row: Row[Any], first: ReadingId, *, counts: bool) -> ReadingRow:
    return ReadingRow(
        id=ReadingId(row.id),
        first_id=first,
        device_id=DeviceId(row.device_id),
        day=row.day,
        value=row.value,
        kind=ReadingKind(row.kind),
        rolled_over=row.rolled_over,
        corrects=None if row.corrects is None else ReadingId(row.corrects),
        counts=counts,
        reason=row.reason,
        read_by=row.read_by,
        at=row.at,
        by=UserId(row.by),
    )
