"""What must hold of deposits: the list is the account, nothing is held below nothing, every part has its reason."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, func, select

from app.core.language import mark
from app.core.money import NOTHING, Money, total
from app.counter.deposits.held import DepositMoveKind, all_held
from app.counter.tables import deposit_move, payment
from app.fees.money_of import MoneyOf
from app.fees.tables import charge, fee_item
from app.ledger.accounts import DEPOSITS_HELD
from app.ledger.tables import posting
from app.store.truths import Truth

_BOOKED = select(func.sum(posting.c.amount)).where(posting.c.account == DEPOSITS_HELD)


def _as_booked(connection: Connection) -> Iterator[str]:
    """What is held, with what is still owed of deposits, is what the journal holds."""
    booked = connection.execute(_BOOKED).scalar()
    told = total(one.held + one.owed for one in all_held(connection))
    if told != -(booked or NOTHING):
        yield f"{told} / {-(booked or NOTHING)}"


def _never_below(connection: Connection) -> Iterator[str]:
    for one in all_held(connection):
        if one.held < NOTHING:
            yield f"{one.unit} {one.name}: {one.held}"


_KEPT = select(deposit_move.c.id, deposit_move.c.reason).where(
    deposit_move.c.kind.in_((DepositMoveKind.KEPT.value, DepositMoveKind.USED.value))
)


def _reasons(connection: Connection) -> Iterator[str]:
    yield from (f"deposit move {row.id}" for row in connection.execute(_KEPT) if not row.reason)


_MOVED = (
    select(deposit_move.c.payment_id, func.sum(deposit_move.c.amount))
    .where(deposit_move.c.payment_id.is_not(None), deposit_move.c.kind != DepositMoveKind.ROUNDING.value)
    .group_by(deposit_move.c.payment_id)
)
_SAID = select(payment.c.id, payment.c.deposits)


def _with_payment(connection: Connection) -> Iterator[str]:
    """What a payment says of deposits is what its rows moved."""
    moved: dict[int, Money] = {row[0]: row[1] for row in connection.execute(_MOVED)}
    for row in connection.execute(_SAID):
        if moved.get(row.id, NOTHING) != -row.deposits:
            yield f"payment {row.id}: {moved.get(row.id, NOTHING)} / {row.deposits}"


_OF_OTHERS = (
    select(deposit_move.c.id, charge.c.name)
    .join_from(deposit_move, charge, charge.c.id == deposit_move.c.charge_id)
    .join(fee_item, fee_item.c.id == charge.c.fee_item_id)
    .where(fee_item.c.money_of != MoneyOf.DEPOSIT.value)
)


def _only_deposits(connection: Connection) -> Iterator[str]:
    yield from (f"deposit move {row.id}: {row.name}" for row in connection.execute(_OF_OTHERS))


TRUTHS = (
    Truth(mark("deposits held are what the journal holds"), _as_booked),
    Truth(mark("no deposit is held below nothing"), _never_below),
    Truth(mark("what is kept of a deposit has its reason"), _reasons),
    Truth(mark("what a payment moved of deposits stands in their list"), _with_payment),
    Truth(mark("only deposits are moved as deposits"), _only_deposits),
)
