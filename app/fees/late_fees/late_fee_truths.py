"""The late fee that stands still once a principal is paid: kept with the charge, and computed again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sqlalchemy import Connection, select, union

from app.core.language import mark
from app.core.money import NOTHING
from app.core.show import show_money
from app.fees.late_fees.late_fee_rows import late_fees_of
from app.fees.tables import FIRST_VERSION, adjustment, allocation, charge
from app.store.truths import Truth

_AT_ONCE = 400
_EVER = date.max  # without principal no day adds anything, so that the last day of all says the same as today
_STANDING = select(charge).where(charge.c.cancelled_at.is_(None)).order_by(charge.c.id)


def _stands_still(connection: Connection) -> Iterator[str]:
    rows = [row for row in connection.execute(_STANDING) if row.late_fee is not None or row.late_fee_left]
    for start in range(0, len(rows), _AT_ONCE):
        part = rows[start : start + _AT_ONCE]
        fees = late_fees_of(connection, [row for row in part if not row.outstanding], _EVER)
        for row in part:
            owed = fees[row.id].owed if row.id in fees else NOTHING
            if owed != row.late_fee_left:
                yield f"{row.id}: {show_money(row.late_fee_left)} / {show_money(owed)}"


_LATE = charge.alias("late")
_HISTORY = union(
    select(allocation.c.charge_id),
    select(adjustment.c.charge_id),
    select(_LATE.c.parent_id).where(_LATE.c.kind == "late_fee"),
).subquery()
_UNCOUNTED = (
    select(charge.c.id)
    .join(_HISTORY, _HISTORY.c.charge_id == charge.c.id)
    .where(charge.c.version == FIRST_VERSION)
    .order_by(charge.c.id)
)


def _counted(connection: Connection) -> Iterator[str]:
    """What is said to have its first version is reckoned without a look at its history."""
    yield from (str(key) for key in connection.execute(_UNCOUNTED).scalars())


LATE_FEE_TRUTHS = (
    Truth(mark("the late fee left of a paid charge follows from its history; an open one keeps none"), _stands_still),
    Truth(mark("a charge that something was paid on, adjusted or taken of has left its first version"), _counted),
)
