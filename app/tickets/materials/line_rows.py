"""Material and labour as rows, with where each stands at the counter."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, Row, func, select

from app.core.ids import ChargeId, UnitId
from app.core.money import NOTHING, Money, total
from app.counter.tables import payment, receipt
from app.fees.standing import standing
from app.fees.tables import allocation, charge
from app.tickets.materials.kinds import FreeReason, LineKind, PayState
from app.tickets.materials.line_rule import Owed, pay_state, worth_of
from app.tickets.number import ticket_number
from app.tickets.tables import ticket, ticket_line

OPEN_AT_COUNTER = frozenset({PayState.TO_PAY, PayState.PART_PAID})
HELD_BY_COUNTER = frozenset({PayState.TO_PAY, PayState.PART_PAID, PayState.PAID, PayState.LET_OFF})


@dataclass(frozen=True, slots=True)
class PaidBy:
    """The newest receipt that stands for a line, and when it was taken."""

    receipt: str
    at: datetime


@dataclass(frozen=True, slots=True)
class WorkLine:
    """One line; `amount` in fen is what the resident pays, `worth` what it costs, `outstanding` what is still owed.

    `ticket` is the number of the merged ticket that brought it, else empty.
    """

    id: int
    ticket_id: int
    kind: LineKind
    name: str
    unit_name: str
    quantity: Decimal
    price: Decimal
    amount: Money
    free: FreeReason | None
    state: PayState
    outstanding: Money
    paid: PaidBy | None
    charge_id: ChargeId | None
    unit_id: UnitId | None
    taken_off: bool
    origin: str

    @property
    def worth(self) -> Money:
        """Quantity times price."""
        return worth_of(self.quantity, self.price)


@dataclass(frozen=True, slots=True)
class WorkLines:
    """The lines of a ticket that stand, oldest first; amounts in fen."""

    lines: tuple[WorkLine, ...]

    def of(self, *states: PayState) -> tuple[WorkLine, ...]:
        """Those that stand so."""
        return tuple(line for line in self.lines if line.state in states)

    @property
    def amount(self) -> Money:
        """What the resident pays in all."""
        return total(line.amount for line in self.lines)

    @property
    def free(self) -> Money:
        """What is borne by warranty or office."""
        return total(line.worth for line in self.of(PayState.FREE))

    @property
    def to_pay(self) -> Money:
        """What the counter still asks for."""
        return total(line.outstanding for line in self.of(*OPEN_AT_COUNTER))

    @property
    def state(self) -> PayState | None:
        """One word for all that is not free: the furthest from paid; None where nothing is to be paid."""
        order = (PayState.NOT_CHARGED, PayState.TO_PAY, PayState.PART_PAID, PayState.PAID)
        return next((state for state in order if self.of(state)), None)


def lines_of(connection: Connection, ticket_ids: Collection[int], own: int, *, all_lines: bool = False) -> WorkLines:
    """The lines of these tickets; those taken off too with `all_lines`."""
    which = [_C.ticket_id.in_(ticket_ids)] + ([] if all_lines else [_C.taken_off_at.is_(None)])
    return WorkLines(_read(connection, *which, own=own))


def line_by_id(connection: Connection, line_id: int) -> WorkLine:
    """One line, taken off or not."""
    (found,) = _read(connection, _C.id == line_id, own=None)
    return found


_C = ticket_line.c
_LINES = (
    select(
        ticket_line,
        ticket.c.day,
        ticket.c.serial,
        charge.c.unit_id,
        charge.c.amount.label("charged"),
        charge.c.outstanding,
        charge.c.cancelled_at,
    )
    .join(ticket, ticket.c.id == _C.ticket_id)
    .join(charge, charge.c.id == _C.charge_id, isouter=True)
    .order_by(_C.id)
)


def _read(connection: Connection, *which: Any, own: int | None) -> tuple[WorkLine, ...]:
    rows = connection.execute(_LINES.where(*which)).all()
    charges = [row.charge_id for row in rows if row.charge_id is not None]
    paid, ever, receipts = _paid(connection, charges), _ever_paid(connection, charges), _receipts(connection, charges)
    return tuple(_line(row, paid, ever, receipts, own) for row in rows)


def _line(
    row: Row[Any], paid: Mapping[int, Money], ever: Collection[int], receipts: Mapping[int, PaidBy], own: int | None
) -> WorkLine:
    free = FreeReason(row.free) if row.free else None
    owed = None
    if row.charge_id is not None:
        by_now = paid.get(row.charge_id, NOTHING)
        owed = Owed(row.charged, row.outstanding, by_now, row.charge_id in ever, row.cancelled_at is not None)
    state = pay_state(free, owed)
    return WorkLine(
        id=row.id,
        ticket_id=row.ticket_id,
        kind=LineKind(row.kind),
        name=row.name,
        unit_name=row.unit_name,
        quantity=row.quantity,
        price=row.price,
        amount=row.amount,
        free=free,
        state=state,
        outstanding=row.outstanding if state in OPEN_AT_COUNTER else NOTHING,
        paid=receipts.get(row.charge_id) if state in (PayState.PAID, PayState.PART_PAID) else None,
        charge_id=None if row.charge_id is None else ChargeId(row.charge_id),
        unit_id=None if row.unit_id is None else UnitId(row.unit_id),
        taken_off=row.taken_off_at is not None,
        origin="" if own in (None, row.ticket_id) else ticket_number(row.day, row.serial),
    )


def _paid(connection: Connection, charges: Sequence[int]) -> dict[int, Money]:
    sums = select(allocation.c.charge_id, func.sum(allocation.c.amount).label("paid"))
    rows = connection.execute(sums.where(allocation.c.charge_id.in_(charges)).group_by(allocation.c.charge_id))
    return {row.charge_id: row.paid for row in rows}


def _ever_paid(connection: Connection, charges: Sequence[int]) -> frozenset[int]:
    rows = select(allocation.c.charge_id).where(allocation.c.charge_id.in_(charges)).distinct()
    return frozenset(connection.execute(rows).scalars())


def _receipts(connection: Connection, charges: Sequence[int]) -> dict[int, PaidBy]:
    rows = connection.execute(
        standing(allocation)
        .add_columns(payment.c.at, receipt.c.label)
        .join(payment, payment.c.id == allocation.c.payment_id)
        .join(receipt, receipt.c.payment_id == payment.c.id, isouter=True)
        .where(allocation.c.charge_id.in_(charges), allocation.c.amount > NOTHING)
        .order_by(allocation.c.id)
    )
    return {row.charge_id: PaidBy(row.label or "", row.at) for row in rows}
