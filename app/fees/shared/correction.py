"""A public meter corrected after its cost was shared out: every share is adjusted, and all sum to the new total."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from sqlalchemy import Connection, Row, select

from app.core.shares import share_out
from app.fees.adjustments.recharge import BilledCharge, Recharge, billed_charges, recharge
from app.fees.charge_rows import Occasion
from app.fees.shared.explained import MeteredTotal, shared_facts
from app.fees.shared.rule import floor_fen
from app.fees.tables import billing_run, charge, shared_cost
from app.meters.interval_rows import read_intervals
from app.meters.write_correction import Corrected


def share_anew(connection: Connection, corrected: Corrected, why: Recharge, occasion: Occasion) -> None:
    """Adjust the shares of each standing cost that was measured between readings which have changed.

    Shares keep their weights; those by usage change theirs only by `app.fees.shared.costs.SharedCosts.share_anew`.
    """
    for cost in _costs_of(connection, corrected):
        metered = _metered(connection, cost)
        shares = billed_charges(connection, charge.c.run_id == cost.run_id)
        for one, explain in zip(shares, _explained(shares, metered), strict=True):
            recharge(connection, one, explain, why, occasion)


def _costs_of(connection: Connection, corrected: Corrected) -> list[Row[Any]]:
    changed = {new.reading_id for _, new in corrected.changes}
    asked = (
        select(shared_cost.c.run_id, shared_cost.c.meter_id, shared_cost.c.facts)
        .join_from(shared_cost, billing_run, billing_run.c.id == shared_cost.c.run_id)
        .where(shared_cost.c.meter_id == corrected.meter_id, billing_run.c.undone_at.is_(None))
    )
    return [row for row in connection.execute(asked) if changed.intersection(row.facts.get("readings", ()))]


def _metered(connection: Connection, cost: Row[Any]) -> MeteredTotal:
    wanted = set(cost.facts["readings"])
    intervals = read_intervals(connection, [cost.meter_id])[cost.meter_id]
    usage = sum((one.usage for one in intervals if one.reading_id in wanted), Decimal(0))
    return MeteredTotal(usage, Decimal(cost.facts["metered"]["price"]))


def _explained(shares: Sequence[BilledCharge], metered: MeteredTotal) -> list[dict[str, Any]]:
    facts = [shared_facts(one.explain) for one in shares]
    if not facts:
        return []
    whole, base = metered.amount, facts[0].base
    uncharged = base - sum((one.weight for one in facts), Fraction(0))  # a share of less than a fen was not charged
    weights = [one.weight for one in facts]
    parts = share_out(whole, [*weights, uncharged])
    if parts[-1]:  # it would be a fen now: those who are charged bear it, so that no fen is lost
        base, parts = sum(weights, Fraction(0)), share_out(whole, weights)
    return [
        dict(one.explain)
        | {
            "total": whole.fen,
            "weights": str(base),
            "extra": part.fen - floor_fen(whole, fact.weight, base),
            "metered": metered.to_facts(),
        }
        for one, fact, part in zip(shares, facts, parts, strict=False)
    ]
