"""What the round shows of very many meters, read in one statement for all that need no counting of their own."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, case, func, select

from app.core.ids import DeviceId, MeterId, ReadingId
from app.meters.intervals import Reading
from app.meters.kinds import ReadingKind
from app.meters.tables import reading
from app.meters.usual import LAST

_WINDOW = LAST + 2
_HORIZON = timedelta(days=31 * (_WINDOW + 2))
_SHOWN = ("id", "day", "value", "kind", "reason", "read_by")
_READ = (*_SHOWN, "meter_id", "device_id", "rolled_over", "corrects")


@dataclass(frozen=True, slots=True)
class Lately:
    """The last readings of a meter that hung there all the time, rose all the time and were never corrected.

    `shown` are the last up to two readings, the latest first; `third` is the value before them; `lowest` are the values
    of the earliest among the last seven and the last eight readings, which since they only rise are the lowest.
    """

    count: int
    device_id: DeviceId
    shown: tuple[Reading, ...]
    third: Decimal | None
    lowest: tuple[Decimal, Decimal]


def read_lately(connection: Connection, meter_ids: Select[Any] | None, since: date) -> dict[MeterId, Lately]:
    """The last readings of these meters, by default of all, where they are plain; other meters are left out.

    First the months before `since` are read; meters read so seldom that these say too little are read whole.
    """
    recent = [reading.c.day >= since - _HORIZON]
    asked = recent if meter_ids is None else [*recent, reading.c.meter_id.in_(meter_ids)]
    found = {MeterId(row.meter_id): row for row in connection.execute(_summed(asked)).all()}
    seldom = [key for key, row in found.items() if row.many < _WINDOW]
    if seldom:
        older = select(reading.c.meter_id).where(reading.c.day < since - _HORIZON).distinct()
        whole = set(connection.execute(older).scalars()).intersection(seldom)
        for key in whole:
            del found[key]
    return {key: _lately(row) for key, row in found.items() if _is_plain(row)}


def _summed(which: Collection[ColumnElement[bool]]) -> Select[Any]:
    """One row a meter out of its last readings."""
    newest_first = func.row_number().over(partition_by=reading.c.meter_id, order_by=reading.c.id.desc())
    ranked = select(*(reading.c[name] for name in _READ), newest_first.label("place")).where(*which).subquery().c
    shown = (
        func.max(case((ranked.place == place, ranked[name]))).label(f"{name}{place}")
        for place in (1, 2)
        for name in _SHOWN
    )
    return (
        select(
            ranked.meter_id,
            func.count().label("many"),
            *shown,
            func.max(case((ranked.place == 3, ranked.value))).label("third"),
            func.min(case((ranked.place < _WINDOW, ranked.value))).label("lowest"),
            func.min(ranked.value).label("lowest_of_all"),
            func.max(case((ranked.rolled_over, 1), (ranked.kind == ReadingKind.FINAL, 1), else_=0)).label("uneven"),
            func.max(ranked.corrects).label("corrects"),
            func.min(ranked.device_id).label("device"),
            func.max(ranked.device_id).label("last_device"),
        )
        .where(ranked.place <= _WINDOW)
        .group_by(ranked.meter_id)
    )


def _is_plain(row: Row[Any]) -> bool:
    return not row.uneven and row.corrects is None and row.device == row.last_device


def _lately(row: Row[Any]) -> Lately:
    meter_id, device_id = MeterId(row.meter_id), DeviceId(row.device)
    shown = [(row.id1, row.day1, row.value1, row.kind1, row.reason1, row.read_by1)]
    shown += [(row.id2, row.day2, row.value2, row.kind2, row.reason2, row.read_by2)] if row.many > 1 else []
    return Lately(
        row.many,
        device_id,
        tuple(
            Reading(ReadingId(key), ReadingId(key), meter_id, device_id, day, value, ReadingKind(kind), False, *told)
            for key, day, value, kind, *told in shown
        ),
        row.third,
        (row.lowest, row.lowest_of_all),
    )
