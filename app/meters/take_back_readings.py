"""Taking the readings of an import back: all of them, while nothing was billed on them and nothing came after."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from sqlalchemy import Connection, delete, func, or_, select

from app.core.ids import BatchId, MeterId
from app.meters.interval_rows import in_portions
from app.meters.sheet_refusals import ReadingsBilled, ReadingsFollowed
from app.meters.tables import meter, reading

BilledThrough = Callable[[Connection, Sequence[MeterId]], dict[MeterId, date]]
_NAMED = 5


def nothing_billed(connection: Connection, meter_ids: Sequence[MeterId]) -> dict[MeterId, date]:  # noqa: ARG001 - a room that bills nothing
    """For an office without charges."""
    return {}


def take_back(connection: Connection, batch_id: BatchId, billed_through: BilledThrough) -> int:
    """Remove every row of the import; how many. Raises ReadingsBilled, ReadingsFollowed."""
    of_batch = reading.c.batch_id == batch_id
    spans = select(reading.c.meter_id, func.min(reading.c.day).label("first"), func.min(reading.c.id).label("key"))
    rows = list(connection.execute(spans.where(of_batch).group_by(reading.c.meter_id)))
    billed = billed_through(connection, [MeterId(row.meter_id) for row in rows])
    _check(
        connection, [row.meter_id for row in rows if billed.get(row.meter_id, date.min) >= row.first], ReadingsBilled
    )
    later: list[int] = []
    for portion in in_portions(rows):
        after = [(reading.c.meter_id == row.meter_id) & (reading.c.id > row.key) for row in portion]
        others = or_(reading.c.batch_id.is_(None), reading.c.batch_id != batch_id)
        later += connection.execute(select(reading.c.meter_id).where(or_(*after), others).distinct()).scalars()
    _check(connection, later, ReadingsFollowed)
    return connection.execute(delete(reading).where(of_batch)).rowcount


def _check(connection: Connection, meter_ids: Iterable[int], refusal: type[ReadingsBilled | ReadingsFollowed]) -> None:
    concerned = list(meter_ids)
    if concerned:
        named = select(meter.c.name).where(meter.c.id.in_(concerned[:_NAMED])).order_by(meter.c.route, meter.c.id)
        raise refusal(len(concerned), tuple(connection.execute(named).scalars()))
