"""Common costs as they were shared out, read back with every share."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from sqlalchemy import Connection, Row, select

from app.access.tables import user
from app.core.ids import BuildingId, FeeItemId, RunId, SharedCostId, UnitId
from app.core.money import NOTHING
from app.core.periods import Period
from app.estate.tables import building, unit
from app.fees.shared.explained import MeteredTotal, shared_facts
from app.fees.shared.request import SharedCostPage, SharedCostRow, SharedLine
from app.fees.shared.rule import NoWeight, Split
from app.fees.tables import billing_run, charge, fee_item, shared_cost
from app.meters.tables import meter

_ROWS = (
    select(
        shared_cost,
        fee_item.c.name.label("item"),
        user.c.name.label("maker"),
        meter.c.name.label("meter"),
        billing_run.c.undone_at,
        billing_run.c.facts.label("run_facts"),
    )
    .join_from(shared_cost, billing_run, billing_run.c.id == shared_cost.c.run_id)
    .join(fee_item, fee_item.c.id == shared_cost.c.fee_item_id)
    .join(user, user.c.id == shared_cost.c.by, isouter=True)
    .join(meter, meter.c.id == shared_cost.c.meter_id, isouter=True)
)


def read_costs(connection: Connection) -> list[SharedCostRow]:
    """All common costs, the newest first."""
    return [_cost_row(row) for row in connection.execute(_ROWS.order_by(shared_cost.c.id.desc()))]


def read_cost(connection: Connection, cost_id: SharedCostId) -> SharedCostPage:
    """One common cost with its charges, cancelled ones of an undone run as well."""
    row = connection.execute(_ROWS.where(shared_cost.c.id == cost_id)).one()
    metered = row.facts.get("metered")
    return SharedCostPage(
        row=_cost_row(row),
        metered=MeteredTotal(Decimal(metered["usage"]), Decimal(metered["price"])) if metered else None,
        meter=row.meter or "",
        weights=Fraction(row.facts["weights"]),
        lines=tuple(_lines(connection, row)),
        left_out=tuple((code, NoWeight(reason)) for code, reason in row.facts["left_out"]),
    )


def _cost_row(row: Row[Any]) -> SharedCostRow:
    return SharedCostRow(
        id=SharedCostId(row.id),
        run_id=RunId(row.run_id),
        title=row.title,
        item_id=FeeItemId(row.fee_item_id),
        item=row.item,
        period=Period(row.first, row.until),
        due_on=row.due_on,
        total=row.total,
        split=Split.from_facts(row.facts),
        units=row.run_facts["units"] + len(row.facts["without_amount"]),
        made_on=row.at.date(),
        by=row.maker or "",
        undone=row.undone_at is not None,
    )


_PLACE = (unit.c.id, unit.c.code, unit.c.building_id, building.c.name, unit.c.sort_key)


def _lines(connection: Connection, cost: Row[Any]) -> Sequence[SharedLine]:
    of_building = building.c.id == unit.c.building_id
    charged = select(*_PLACE, charge.c.amount, charge.c.explain).join_from(charge, unit, unit.c.id == charge.c.unit_id)
    rows = connection.execute(charged.join(building, of_building).where(charge.c.run_id == cost.run_id)).all()
    found = [(row.sort_key, _line(row, shared_facts(row.explain).weight, row.amount)) for row in rows]
    weights = dict(cost.facts["without_amount"])
    bare = select(*_PLACE).join_from(unit, building, of_building).where(unit.c.id.in_(weights))
    if weights:
        found += [(row.sort_key, _line(row, Fraction(weights[row.id]), NOTHING)) for row in connection.execute(bare)]
    return [line for _, line in sorted(found, key=lambda pair: pair[0])]


def _line(row: Row[Any], weight: Fraction, amount: Any) -> SharedLine:
    return SharedLine(UnitId(row.id), row.code, BuildingId(row.building_id), row.name, weight, amount)
