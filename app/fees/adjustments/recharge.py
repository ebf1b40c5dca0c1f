"""A charge explained anew: the difference becomes an adjustment, and what was paid too much credit of the unit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, func, select

from app.core.ids import ApprovalId, ChargeId, UnitId
from app.core.money import NOTHING, Money
from app.fees.adjustments.rows import REEXPLAINED, AdjustmentKind, NewAdjustment, write_adjustments
from app.fees.charge_rows import Occasion
from app.fees.explanation import Explanation, recompute
from app.fees.shared.explained import SHARED
from app.fees.standing import standing
from app.fees.tables import adjustment, charge, credit
from app.store.rows import insert_row


@dataclass(frozen=True, slots=True)
class BilledCharge:
    """A standing charge with its newest explanation, and the amount that this explanation gives."""

    id: ChargeId
    unit_id: UnitId
    outstanding: Money
    explain: Explanation
    amount: Money


@dataclass(frozen=True, slots=True)
class Recharge:
    """Why charges are explained anew; `facts` say what it points back to."""

    kind: AdjustmentKind
    reason: str
    approval_id: ApprovalId | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)


def billed_charges(connection: Connection, *which: Any) -> list[BilledCharge]:
    """The charges of a condition that stand and were computed, in the order of their days."""
    rows = connection.execute(
        select(charge.c.id, charge.c.unit_id, charge.c.outstanding, charge.c.explain, charge.c.amount)
        .where(charge.c.cancelled_at.is_(None), *which)
        .order_by(charge.c.first, charge.c.id)
    ).all()
    newest = _newest(connection, [ChargeId(row.id) for row in rows])
    found = []
    for row in rows:
        explain, changed = newest.get(row.id, (row.explain, NOTHING))
        if explain["kind"] in ("computed", SHARED):
            key, unit_id = ChargeId(row.id), UnitId(row.unit_id)
            found.append(BilledCharge(key, unit_id, row.outstanding, explain, row.amount + changed))
    return found


def recharge(
    connection: Connection, one: BilledCharge, explain: Explanation, why: Recharge, occasion: Occasion
) -> Money:
    """Let a charge come to what its new explanation gives; returns the difference, nothing written where there is none.

    What it owes less than nothing goes to the unit's credit, and comes back from there first when it owes more.
    """
    amount = recompute(explain)
    assert amount is not None
    difference = amount - one.amount
    if not difference:
        return NOTHING
    facts = dict(why.facts) | {"explain": dict(explain)}
    own = NewAdjustment(one.id, why.kind, difference, why.reason, why.approval_id, facts)
    write_adjustments(connection, [own], occasion)
    back = _to_credit(connection, one, difference)
    if back:
        moved = NewAdjustment(one.id, AdjustmentKind.TO_CREDIT, back, why.reason, why.approval_id)
        (key,) = write_adjustments(connection, [moved], occasion)
        insert_row(connection, credit, unit_id=one.unit_id, payment_id=None, adjustment_id=key, amount=back)
    return difference


def _to_credit(connection: Connection, one: BilledCharge, difference: Money) -> Money:
    """What was paid too much; negative where money that an earlier correction moved to credit is taken from there."""
    rest = one.outstanding + difference
    if rest < NOTHING:
        return -rest
    own = standing(adjustment).where(adjustment.c.charge_id == one.id, adjustment.c.kind == AdjustmentKind.TO_CREDIT)
    moved = connection.execute(select(func.sum(own.subquery().c.amount))).scalar() or NOTHING
    held = connection.execute(select(func.sum(credit.c.amount)).where(credit.c.unit_id == one.unit_id)).scalar()
    return -max(min(rest, moved, held or NOTHING), NOTHING) if difference > NOTHING else NOTHING


def _newest(connection: Connection, charge_ids: Sequence[ChargeId]) -> dict[int, tuple[Explanation, Money]]:
    """The newest explanation of charges that were explained anew, and by how much they changed in all."""
    changed = standing(adjustment).add_columns(adjustment.c.facts)
    wanted = changed.where(adjustment.c.charge_id.in_(charge_ids), adjustment.c.kind.in_(REEXPLAINED))
    found: dict[int, tuple[Explanation, Money]] = {}
    for row in connection.execute(wanted.order_by(adjustment.c.id)):
        _, before = found.get(row.charge_id, ({}, NOTHING))
        found[row.charge_id] = (row.facts["explain"], before + row.amount)
    return found


def newest_explanation(connection: Connection, charge_id: ChargeId) -> Explanation | None:
    """The explanation of a charge after its corrections; None where it was never explained anew."""
    found = _newest(connection, [charge_id])
    return found[charge_id][0] if charge_id in found else None
