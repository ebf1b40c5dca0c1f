"""What must hold between a common cost and its shares."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, and_, func, select

from app.core.language import mark
from app.core.money import NOTHING
from app.core.show import show_money
from app.fees.tables import billing_run, charge, shared_cost
from app.store.truths import Truth


def _shares_conserved(connection: Connection) -> Iterator[str]:
    charged = and_(charge.c.run_id == shared_cost.c.run_id, charge.c.cancelled_at.is_(None))
    sums = (
        select(shared_cost.c.id, shared_cost.c.total, func.sum(charge.c.amount).label("shares"))
        .join_from(shared_cost, billing_run, billing_run.c.id == shared_cost.c.run_id)
        .join(charge, charged, isouter=True)
        .where(billing_run.c.undone_at.is_(None))
        .group_by(shared_cost.c.id, shared_cost.c.total)
    )
    for row in connection.execute(sums):
        shares = row.shares or NOTHING
        if shares != row.total:
            yield f"{row.id}: {show_money(row.total)} / {show_money(shares)}"


SHARED_TRUTHS = (Truth(mark("the shares of a common cost sum to it"), _shares_conserved),)
