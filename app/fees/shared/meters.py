"""Common costs and meters: what a public meter used in a period, and what the units' own meters did."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from sqlalchemy import Connection, select

from app.core.ids import MeterId, UnitId
from app.core.periods import Period
from app.fees.shared.explained import MeteredTotal
from app.fees.shared.refusals import NoUsageInPeriod
from app.fees.shared.request import MeterSource, MeterUse
from app.meters.interval_rows import in_portions, read_intervals, read_links
from app.meters.intervals import Interval, MeterLink, share_of
from app.meters.kinds import MeterKind
from app.meters.tables import meter


@dataclass(frozen=True, slots=True)
class PublicMeter:
    """A meter that serves everybody, and its latest usage between two readings (None while it has none)."""

    id: MeterId
    name: str
    kind: MeterKind
    last: Interval | None


def read_public_meters(connection: Connection) -> list[PublicMeter]:
    """The public meters in the order of the reader's round."""
    asked = select(meter.c.id, meter.c.name, meter.c.kind).where(meter.c.public.is_(True))
    rows = connection.execute(asked.order_by(meter.c.route, meter.c.id)).all()
    intervals = read_intervals(connection, [MeterId(row.id) for row in rows])
    return [
        PublicMeter(MeterId(row.id), row.name, MeterKind(row.kind), next(iter(intervals[row.id][-1:]), None))
        for row in rows
    ]


def read_meter_source(connection: Connection, use: MeterUse, period: Period) -> MeterSource:
    """What a public meter used in a period, at a price. Raises NoUsageInPeriod."""
    name = connection.execute(select(meter.c.name).where(meter.c.id == use.meter_id)).scalar_one()
    counted = _within(read_intervals(connection, [use.meter_id])[use.meter_id], period)
    usage = sum((interval.usage for interval in counted), Decimal(0))
    if usage <= 0:
        raise NoUsageInPeriod(name, period.first, period.until)
    return MeterSource(
        meter_id=use.meter_id,
        name=name,
        metered=MeteredTotal(usage, use.price),
        readings=tuple(interval.reading_id for interval in counted),
        first=counted[0].first,
        until=counted[-1].until,
        estimated=any(interval.estimated for interval in counted),
    )


def read_usages(
    connection: Connection, kind: MeterKind, unit_ids: Iterable[UnitId], period: Period
) -> dict[UnitId, Fraction]:
    """What the units' own meters of a kind counted in a period, loss and shares of common meters included.

    Units that no such meter serves are left out.
    """
    wanted = set(unit_ids)
    meter_ids = _own_meters(connection, kind, sorted(wanted))
    links: dict[MeterId, list[MeterLink]] = defaultdict(list)
    for link in read_links(connection, meter_ids=meter_ids):
        links[link.meter_id].append(link)
    usages: dict[UnitId, Fraction] = {}
    for meter_id, intervals in read_intervals(connection, meter_ids).items():
        counted = _within(intervals, period)
        for unit_id in wanted.intersection(link.unit_id for link in links[meter_id]):
            own = sum((Fraction(one.usage) * share_of(links[meter_id], unit_id, one) for one in counted), Fraction(0))
            usages[unit_id] = usages.get(unit_id, Fraction(0)) + own
    return usages


def _own_meters(connection: Connection, kind: MeterKind, unit_ids: Sequence[UnitId]) -> list[MeterId]:
    serving = {link.meter_id for link in read_links(connection, unit_ids=unit_ids)}
    own: list[MeterId] = []
    for ids in in_portions(sorted(serving)):
        asked = select(meter.c.id).where(meter.c.id.in_(ids), meter.c.kind == kind, meter.c.public.is_(False))
        own += (MeterId(found) for found in connection.execute(asked).scalars())
    return own


def _within(intervals: Sequence[Interval], period: Period) -> list[Interval]:
    """Those whose later reading was taken in the period, its first day excluded and the day after its end included."""
    return [one for one in intervals if period.first < one.until <= period.until]
