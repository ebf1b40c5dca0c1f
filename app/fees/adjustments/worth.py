"""What charges come to with all their days served, and what of them was taken off as not served."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from app.core.money import Money
from app.fees.adjustments.rows import AdjustmentKind
from app.fees.standing import standing
from app.fees.tables import adjustment
from app.meters.interval_rows import in_portions


@dataclass(frozen=True, slots=True)
class Changed:
    """By charge, in fen: what adjustments made of it while all its days were served, and what was taken off since."""

    worth: Mapping[int, Money]
    unserved: Mapping[int, Money]


def read_changes(connection: Connection, charge_ids: Collection[int]) -> Changed:
    """What standing adjustments make of these charges.

    Credit that a correction moved is no part of the worth, nor are the fen for which a refund had no coins.
    """
    rows = [
        row
        for ids in in_portions(charge_ids)
        for row in connection.execute(_CHANGES.where(adjustment.c.charge_id.in_(ids)))
    ]
    given_back = {row.payment_id for row in rows if row.kind == AdjustmentKind.UNSERVED}
    worth: Counter[int] = Counter()
    unserved: Counter[int] = Counter()
    for row in rows:
        if row.kind == AdjustmentKind.UNSERVED:
            unserved[row.charge_id] -= row.amount.fen
        elif row.kind == AdjustmentKind.TO_CREDIT:
            continue
        elif row.kind != AdjustmentKind.ROUNDING or row.payment_id not in given_back:
            worth[row.charge_id] += row.amount.fen
    return Changed(_money(worth), _money(unserved))


_CHANGES = standing(adjustment).add_columns(adjustment.c.kind, adjustment.c.payment_id)


def _money(fen: Counter[int]) -> dict[int, Money]:
    return {charge_id: Money(each) for charge_id, each in fen.items()}
