"""What units used by the meters that their tariffs measure by, and what those meters are called."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date

from sqlalchemy import Connection, select

from app.core.ids import MeterId, UnitId
from app.fees.usage import UnitUsage
from app.meters.interval_rows import in_portions, read_intervals, read_links
from app.meters.intervals import MeterLink, share_of
from app.meters.tables import meter

Served = tuple[MeterId, UnitId]


def read_usages(
    connection: Connection, served: Collection[Served], since: date | None = None
) -> Mapping[Served, tuple[UnitUsage, ...]]:
    """The usages of each unit by each of these meters, the earliest first; readings that were not its are left out.

    With `since` only what ends after that day need be there, so that a run does not read the meters of all years.
    """
    meter_ids = sorted({meter_id for meter_id, _ in served})
    intervals = read_intervals(connection, meter_ids, since)
    links: defaultdict[MeterId, list[MeterLink]] = defaultdict(list)
    for link in read_links(connection, meter_ids=meter_ids):
        links[link.meter_id].append(link)
    found: dict[Served, tuple[UnitUsage, ...]] = {}
    for meter_id, unit_id in served:
        shared = ((one, share_of(links[meter_id], unit_id, one)) for one in intervals.get(meter_id, ()))
        found[meter_id, unit_id] = tuple(UnitUsage(one, share) for one, share in shared if share)
    return found


def read_meter_names(connection: Connection, meter_ids: Iterable[MeterId]) -> dict[MeterId, str]:
    """The name of each meter."""
    return {
        MeterId(row.id): row.name
        for ids in in_portions(sorted(set(meter_ids)))
        for row in connection.execute(select(meter.c.id, meter.c.name).where(meter.c.id.in_(ids)))
    }


def read_meters_of(connection: Connection, unit_ids: Collection[UnitId], kind: str) -> dict[UnitId, list[MeterLink]]:
    """The meters of a kind, not public, that serve these units now or from some day on, in the order of linking."""
    links = read_links(connection, unit_ids=sorted(unit_ids))
    wanted = _of_kind(connection, {link.meter_id for link in links}, kind)
    found: defaultdict[UnitId, list[MeterLink]] = defaultdict(list)
    for link in links:
        if link.meter_id in wanted:
            found[link.unit_id].append(link)
    return found


def _of_kind(connection: Connection, meter_ids: Collection[MeterId], kind: str) -> set[MeterId]:
    asked = select(meter.c.id).where(meter.c.kind == kind, meter.c.public.is_(False))
    return {
        MeterId(key)
        for ids in in_portions(sorted(meter_ids))
        for key in connection.execute(asked.where(meter.c.id.in_(ids))).scalars()
    }
