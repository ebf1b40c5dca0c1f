"""What a tariff has charged for days on which it no longer applies, and how much of that was paid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from sqlalchemy import Connection, select

from app.core.ids import AssignmentId, ChargeId
from app.core.language import mark
from app.core.money import NOTHING, Money, total
from app.core.periods import Period
from app.core.rounding import exact_yuan, round_to_fen
from app.fees.adjustments.recharge import newest_explanation
from app.fees.adjustments.rows import AdjustmentKind, NewAdjustment, write_adjustments
from app.fees.adjustments.worth import read_changes
from app.fees.charge_rows import Occasion
from app.fees.tables import charge
from app.fees.unserved import unserved_share

ENDED = mark("ended")


@dataclass(frozen=True, slots=True)
class UnservedCharge:
    """A charge with days after the end; amounts in fen.

    Of `worth`, what it comes to with all days served, `share` is not: `let_go` was unpaid and is not owed any more,
    `paid` has to go back to who paid it.
    """

    charge_id: ChargeId
    name: str
    period: Period
    worth: Money
    share: Fraction
    let_go: Money
    paid: Money


@dataclass(frozen=True, slots=True)
class EndedInside:
    """What an end does to the charges that reach beyond it, the earliest first."""

    until: date
    charges: tuple[UnservedCharge, ...] = ()

    @property
    def let_go(self) -> Money:
        """What is not owed any more."""
        return total(one.let_go for one in self.charges)

    @property
    def paid(self) -> Money:
        """What was paid for days after the end."""
        return total(one.paid for one in self.charges)


def read_unserved(connection: Connection, assignment_id: AssignmentId, until: date) -> EndedInside:
    """What an end on that day would do; what went back or was let go before is left out."""
    rows = connection.execute(
        select(charge)
        .where(
            charge.c.assignment_id == assignment_id,
            charge.c.cancelled_at.is_(None),
            charge.c.until > until,
        )
        .order_by(charge.c.first)
    ).all()
    changed = read_changes(connection, [row.id for row in rows])
    found = []
    for row in rows:
        period = Period(row.first, row.until)
        worth = row.amount + changed.worth.get(row.id, NOTHING)
        share = unserved_share(newest_explanation(connection, ChargeId(row.id)) or row.explain, period, until)
        off = round_to_fen(exact_yuan(worth) * share) - changed.unserved.get(row.id, NOTHING)
        if off > NOTHING:
            let_go = min(off, row.outstanding)
            found.append(UnservedCharge(ChargeId(row.id), row.name, period, worth, share, let_go, off - let_go))
    return EndedInside(until, tuple(found))


def let_go(connection: Connection, unserved: Sequence[UnservedCharge], until: date, occasion: Occasion) -> None:
    """Take the unpaid part off each charge by an adjustment of its own, which says on which day the tariff ended."""
    new = [
        NewAdjustment(one.charge_id, AdjustmentKind.UNSERVED, -one.let_go, ENDED, facts=_facts(one, until))
        for one in unserved
        if one.let_go
    ]
    write_adjustments(connection, new, occasion)


def _facts(one: UnservedCharge, until: date) -> dict[str, object]:
    return {"ended": until.isoformat(), "share": str(one.share), "worth": one.worth.fen}
