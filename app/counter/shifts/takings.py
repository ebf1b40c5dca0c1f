"""What a shift took and gave back by each method, read from its tenders."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from sqlalchemy import Connection, Row, bindparam, select

from app.core.ids import ShiftId
from app.core.money import NOTHING, Money, total
from app.counter.methods import Method
from app.counter.tables import payment, tender

ORIGINAL = payment.alias("original")
NOT_COUNTED = tuple(method.value for method in Method if not method.brings_money)
"""Methods whose money came in earlier: there is nothing to count at a close."""

TICKED = (Method.TRANSFER, Method.CHEQUE)
"""Methods that are counted by ticking their references against what the bank says."""

_TENDERS = (
    select(tender, payment.c.kind, ORIGINAL.c.kind.label("of"))
    .join_from(tender, payment, tender.c.payment_id == payment.c.id)
    .join(ORIGINAL, ORIGINAL.c.id == payment.c.reverses, isouter=True)
    .where(payment.c.shift_id == bindparam("shift"))  # a correction of the method stays in the shift of its payment
    .order_by(tender.c.id)
)
_PAYMENTS = (
    select(payment.c.id, payment.c.kind, payment.c.change, payment.c.reverses, ORIGINAL.c.kind.label("of"))
    .join_from(payment, ORIGINAL, ORIGINAL.c.id == payment.c.reverses, isouter=True)
    .where(payment.c.shift_id == bindparam("shift"))
)


@dataclass(frozen=True, slots=True)
class Takings:
    """One method: payments that stand, what came in (less change), what was given back (negative); both less voids."""

    payments: int = 0
    taken: Money = NOTHING
    returned: Money = NOTHING

    @property
    def net(self) -> Money:
        """What is there more than before."""
        return self.taken + self.returned


def comes_in(row: Row[Any], *, as_before: bool = False) -> bool:
    """Whether a row of money belongs to what came in: a void to the side of what it takes back.

    `as_before`: as reports said it that took the void of a refund for money that came in.
    """
    return bool(row.kind == "payment" or (row.kind == "void" and (as_before or row.of != "refund")))


def takings_of(connection: Connection, shift_id: ShiftId, *, as_before: bool = False) -> dict[Method, Takings]:
    """By method in the order of methods; cash is always there, others where the shift touched them."""
    tenders = connection.execute(_TENDERS, {"shift": shift_id}).all()
    payments = connection.execute(_PAYMENTS, {"shift": shift_id}).all()
    methods = {Method.CASH.value} | {row.method for row in tenders}
    sides = partial(comes_in, as_before=as_before)
    return {method: _takings(method, tenders, payments, sides) for method in Method if method.value in methods}


def _takings(
    method: Method, tenders: Sequence[Row[Any]], payments: Sequence[Row[Any]], comes: Callable[[Row[Any]], bool]
) -> Takings:
    own = [row for row in tenders if row.method == method.value]
    taken = total(row.amount for row in own if comes(row))
    returned = total(row.amount for row in own if not comes(row))
    if method.is_cash:
        taken -= total(row.change for row in payments if comes(row))
        returned -= total(row.change for row in payments if not comes(row))
    return Takings(_standing(own, {row.reverses for row in payments}), taken, returned)


def _standing(tenders: Iterable[Row[Any]], reversed_ids: set[int | None]) -> int:
    """How many payments that were not voided brought something by this method."""
    nets: defaultdict[int, Money] = defaultdict(lambda: NOTHING)
    for row in tenders:
        if row.kind == "payment" and row.payment_id not in reversed_ids:
            nets[row.payment_id] += row.amount
    return sum(net > NOTHING for net in nets.values())


def to_count(takings: Iterable[Method]) -> tuple[Method, ...]:
    """The methods that a close counts."""
    return tuple(method for method in takings if method.brings_money)
