"""Allocations and adjustments that stand: neither reversed nor reversing another."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select, Table, select


def standing(table: Table) -> Select[Any]:
    """charge_id and amount of each standing row of `allocation` or `adjustment`."""
    taken_back = table.alias()
    return (
        select(table.c.charge_id, table.c.amount)
        .select_from(table)
        .join(taken_back, taken_back.c.reverses == table.c.id, isouter=True)
        .where(table.c.reverses.is_(None), taken_back.c.id.is_(None))
    )
