"""Units with readings, for a metered tariff's example: the last readings of real meters, else an invented usage."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.core.ids import DeviceId, MeterId, ReadingId, UnitId
from app.estate.unit_facts import UnitRow
from app.fees.usage import UnitUsage
from app.meters.intervals import Interval, MeterLink, share_of
from app.meters.kinds import MeterKind
from app.meters.meter_facts import MeterFilter, MeterPage
from app.meters.meters import Meters

_SHOWN = 3
_LOOKED_AT = 24
_INVENTED = Decimal(10)
_NO_METER = MeterId(0)
_NO_DEVICE = DeviceId(0)
_NO_READING = ReadingId(0)


@dataclass(frozen=True, slots=True)
class Measured:
    """A unit and its usages between readings, the earliest first; `invented` where no meter says them."""

    unit: UnitRow
    usages: tuple[UnitUsage, ...]
    invented: bool = False


def read_measured(meters: Meters, units: Sequence[UnitRow], kind: str) -> list[Measured]:
    """Three of the first units whose meter of this kind was read twice; all invented where there is none."""
    found: list[Measured] = []
    for unit in units[:_LOOKED_AT]:
        if len(found) == _SHOWN:
            break
        rows = meters.listed(MeterFilter(kind=MeterKind(kind), unit_id=unit.id, public=False))
        usages = next((said for row in rows if (said := _usages(meters.page(row.id), unit.id))), ())
        if usages:
            found.append(Measured(unit, usages))
    return found


def invented(units: Sequence[UnitRow], first: date, until: date) -> list[Measured]:
    """The first three units, as if each had used ten between two days."""
    interval = Interval(_NO_METER, first, until, Decimal(0), _INVENTED, _INVENTED, False, _NO_READING, ())
    return [Measured(unit, (UnitUsage(interval),), invented=True) for unit in units[:_SHOWN]]


def _usages(page: MeterPage, unit_id: UnitId) -> tuple[UnitUsage, ...]:
    links = [MeterLink(page.meter.id, link.unit_id, link.weight, link.first, link.until) for link in page.links]
    shared = ((one, share_of(links, unit_id, one)) for one in reversed(page.intervals))
    return tuple(UnitUsage(one, share) for one, share in shared if share)
