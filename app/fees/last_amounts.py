"""What the last charges by meter come to now that their readings were corrected: what a new charge compares with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from sqlalchemy import Connection, select

from app.core.money import Money
from app.fees.adjustments.rows import AdjustmentKind
from app.fees.tables import adjustment
from app.meters.interval_rows import in_portions


def read_corrections(connection: Connection, charge_ids: Iterable[int]) -> dict[int, Money]:
    """By charge what corrected readings add to it, in fen; what was waived or given is no other usage."""
    found: Counter[int] = Counter()
    corrected = select(adjustment.c.charge_id, adjustment.c.amount)
    corrected = corrected.where(adjustment.c.kind == AdjustmentKind.READING_CORRECTION.value)
    for ids in in_portions(charge_ids):
        for row in connection.execute(corrected.where(adjustment.c.charge_id.in_(ids))):
            found[row.charge_id] += row.amount.fen
    return {charge_id: Money(fen) for charge_id, fen in found.items()}
