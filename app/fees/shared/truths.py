"""What must hold between a common cost and its shares."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, and_, func, select

from app.core.language import mark
from app.core.money import NOTHING, total
from app.core.show import show_money
from app.fees.adjustments.recharge import billed_charges
from app.fees.adjustments.rows import AdjustmentKind
from app.fees.tables import adjustment, billing_run, charge, shared_cost
from app.store.truths import Truth

_SHARES = (
    select(shared_cost.c.id, shared_cost.c.total, func.sum(charge.c.amount).label("shares"))
    .join_from(shared_cost, billing_run, billing_run.c.id == shared_cost.c.run_id)
    .join(charge, and_(charge.c.run_id == shared_cost.c.run_id, charge.c.cancelled_at.is_(None)), isouter=True)
    .where(billing_run.c.undone_at.is_(None))
    .group_by(shared_cost.c.id, shared_cost.c.total)
)


def _shares_conserved(connection: Connection) -> Iterator[str]:
    for row in connection.execute(_SHARES):
        shares = row.shares or NOTHING
        if shares != row.total:
            yield f"{row.id}: {show_money(row.total)} / {show_money(shares)}"


_CORRECTED = and_(adjustment.c.charge_id == charge.c.id, adjustment.c.kind == AdjustmentKind.READING_CORRECTION)
_ADJUSTED_RUNS = (
    select(shared_cost.c.run_id)
    .join_from(shared_cost, billing_run, billing_run.c.id == shared_cost.c.run_id)
    .join(charge, charge.c.run_id == shared_cost.c.run_id)
    .join(adjustment, _CORRECTED)
    .where(billing_run.c.undone_at.is_(None))
    .distinct()
)


def _conserved_anew(connection: Connection) -> Iterator[str]:
    """What corrections of readings made of the shares sums to the total that they explain now."""
    for run_id in connection.execute(_ADJUSTED_RUNS).scalars():
        shares = billed_charges(connection, charge.c.run_id == run_id)
        totals = {one.explain["total"] for one in shares}
        whole = total(one.amount for one in shares)
        if totals != {whole.fen}:
            yield f"{run_id}: {sorted(totals)} / {show_money(whole)}"


SHARED_TRUTHS = (
    Truth(mark("the shares of a common cost sum to it"), _shares_conserved),
    Truth(mark("corrected shares of a common cost sum to it"), _conserved_anew),
)
