"""What a billing run charged, as it stands now: read from the charges, however long ago the run was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, func, select

from app.core.ids import ChargeId, FeeItemId, RunId, UnitId
from app.core.money import NOTHING, Money, total
from app.core.periods import Period
from app.estate.tables import unit
from app.fees.billing_preview import ItemTotal
from app.fees.items import FeeItem, read_items
from app.fees.tables import adjustment, assignment, charge, tariff
from app.store.store import Store


@dataclass(frozen=True, slots=True)
class RunCharge:
    """One charge of a run; `outstanding` is what is unpaid of it today, `cancelled` once the run was undone.

    `adjusted` is what adjustments made of it since: negative where less is owed than was charged.
    """

    id: ChargeId
    unit_id: UnitId
    unit_code: str
    item: FeeItem
    tariff: str
    period: Period
    due_on: date
    amount: Money
    outstanding: Money
    cancelled: bool
    explain: dict[str, Any]
    adjusted: Money = NOTHING


class RunCharges:
    """Reads what runs charged."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of(self, run_id: RunId) -> list[RunCharge]:
        """The charges of a run in building order, cancelled ones too."""
        with self._store.reading() as connection:
            return _charges(connection, run_id)


def totals_of(charges: Sequence[RunCharge]) -> list[ItemTotal]:
    """The charges by fee item, in the items' order."""
    by_item: dict[FeeItemId, list[RunCharge]] = {}
    for one in charges:
        by_item.setdefault(one.item.id, []).append(one)
    sums = [ItemTotal(some[0].item, len(some), total(one.amount for one in some)) for some in by_item.values()]
    return sorted(sums, key=lambda one: one.item.priority)


def _charges(connection: Connection, run_id: RunId) -> list[RunCharge]:
    items = {item.id: item for item in read_items(connection)}
    adjusted = select(func.sum(adjustment.c.amount)).where(adjustment.c.charge_id == charge.c.id).scalar_subquery()
    rows = connection.execute(
        select(charge, adjusted.label("adjusted"), unit.c.code.label("unit_code"), tariff.c.name.label("tariff"))
        .join_from(charge, unit, unit.c.id == charge.c.unit_id)
        .join(assignment, assignment.c.id == charge.c.assignment_id)
        .join(tariff, tariff.c.id == assignment.c.tariff_id)
        .where(charge.c.run_id == run_id)
        .order_by(unit.c.sort_key, charge.c.id)
    )
    return [
        RunCharge(
            id=ChargeId(row.id),
            unit_id=UnitId(row.unit_id),
            unit_code=row.unit_code,
            item=items[FeeItemId(row.fee_item_id)],
            tariff=row.tariff,
            period=Period(row.first, row.until),
            due_on=row.due_on,
            amount=row.amount,
            outstanding=row.outstanding,
            cancelled=row.cancelled_at is not None,
            explain=row.explain,
            adjusted=row.adjusted or NOTHING,
        )
        for row in rows
    ]
