"""Works a common cost out: who weighs what, who is left out, and what each share comes to."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from sqlalchemy import Connection, select

from app.core.ids import UnitId
from app.core.money import NOTHING
from app.estate.kinds import UnitState
from app.estate.tables import building, unit
from app.fees.formulas import Areas
from app.fees.items import read_items
from app.fees.shared.meters import read_meter_source, read_usages
from app.fees.shared.refusals import (
    DueBeforeCost,
    NobodyToShare,
    NothingToShareBy,
    SharedCostNeedsTitle,
    SharedCostOfNothing,
)
from app.fees.shared.request import Bill, LeftOut, SharedPreview, SharedRequest
from app.fees.shared.rule import Basis, NoWeight, Sharer, shares_of, weight_of


def plan_shares(connection: Connection, request: SharedRequest) -> SharedPreview:
    """What the request would write.

    Raises SharedCostNeedsTitle, DueBeforeCost, NobodyToShare, SharedCostOfNothing, NoUsageInPeriod, NothingToShareBy.
    """
    _must_be_whole(request)
    source = request.source
    by_meter = None if isinstance(source, Bill) else read_meter_source(connection, source, request.period)
    whole = source.total if isinstance(source, Bill) else by_meter.metered.amount if by_meter else NOTHING
    if whole <= NOTHING:
        raise SharedCostOfNothing
    weighed: list[tuple[Sharer, Fraction]] = []
    left_out: list[LeftOut] = []
    for sharer in read_sharers(connection, request):
        weight = weight_of(sharer, request.split, unsold_too=request.unsold_too)
        if isinstance(weight, NoWeight):
            left_out.append(LeftOut(sharer, weight))
        else:
            weighed.append((sharer, weight))
    if not weighed:
        raise NothingToShareBy(request.split.basis)
    item = next(item for item in read_items(connection) if item.id == request.item_id)
    return SharedPreview(request, item, whole, by_meter, shares_of(whole, weighed), tuple(left_out))


def _must_be_whole(request: SharedRequest) -> None:
    if not request.title.strip():
        raise SharedCostNeedsTitle
    if request.due_on < request.period.first:
        raise DueBeforeCost(request.due_on, request.period.first)
    if not request.unit_ids:
        raise NobodyToShare


def read_sharers(connection: Connection, request: SharedRequest) -> list[Sharer]:
    """The units of the request in unit order, with everything that a share may follow."""
    usages: Mapping[UnitId, Fraction] = {}
    if request.split.basis is Basis.USAGE:
        usages = read_usages(connection, request.split.meter_kind, request.unit_ids, request.period)
    columns = (unit.c.id, unit.c.code, unit.c.building_id, building.c.name, unit.c.state, unit.c.headcount)
    areas = (unit.c.building_area, unit.c.inner_area, unit.c.billing_area)
    asked = select(*columns, *areas).join_from(unit, building, building.c.id == unit.c.building_id)
    return [
        Sharer(
            unit_id=row.id,
            code=row.code,
            building_id=row.building_id,
            building=row.name,
            areas=Areas(row.building_area, row.inner_area, row.billing_area),
            headcount=row.headcount,
            unsold=row.state == UnitState.UNSOLD,
            usage=usages.get(row.id),
        )
        for row in connection.execute(asked.order_by(unit.c.sort_key))
        if row.id in request.unit_ids
    ]
