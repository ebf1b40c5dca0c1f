"""Prepaid credit taken for a payment: never more than its units hold, that of the receipt's own unit first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, bindparam, func, select

from app.core.ids import UnitId
from app.core.money import NOTHING, Money, total
from app.counter.payments.payment_in_hand import CreditUsed
from app.counter.payments.refusals import NotSoMuchCredit
from app.fees.tables import credit

_HELD = (
    select(credit.c.unit_id, func.sum(credit.c.amount).label("held"))
    .where(credit.c.unit_id.in_(bindparam("units", expanding=True)))
    .group_by(credit.c.unit_id)
)


def credit_used(connection: Connection, units: Sequence[UnitId], asked: Money) -> tuple[CreditUsed, ...]:
    """From which units `asked` (fen) is taken, in their order. Raises NotSoMuchCredit."""
    if not asked:
        return ()
    held = credit_held(connection, units)
    if asked > total(held.values()):
        raise NotSoMuchCredit(asked, total(held.values()))
    return tuple(_taken(held, asked))


def credit_held(connection: Connection, units: Sequence[UnitId]) -> dict[UnitId, Money]:
    """What each of the units holds, in fen, in their order."""
    sums = {row.unit_id: row.held for row in connection.execute(_HELD, {"units": list(units)})}
    return {unit_id: max(sums.get(unit_id, NOTHING), NOTHING) for unit_id in units}


def _taken(held: dict[UnitId, Money], asked: Money) -> Iterator[CreditUsed]:
    rest = asked
    for unit_id, there in held.items():
        share = min(rest, there)
        rest -= share
        if share:
            yield CreditUsed(unit_id, share)
