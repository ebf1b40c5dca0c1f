"""What must hold at the counter: sums, credit, methods, reversals."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Select, func, select

from app.core.language import mark
from app.core.money import NOTHING, Money
from app.counter.act_truths import TRUTHS as OF_ACTS
from app.counter.deposits.held import DepositMoveKind
from app.counter.entry_truths import TRUTHS as OF_ENTRIES
from app.counter.methods import Method
from app.counter.payments.tender_truths import TRUTHS as OF_TENDERS
from app.counter.receipts.paper_truths import TRUTHS as OF_PAPERS
from app.counter.tables import deposit_move, method_change, payment, tender
from app.fees.adjustments.rows import AdjustmentKind
from app.fees.tables import adjustment, allocation, credit
from app.ledger.accounts import CREDIT_HELD
from app.ledger.tables import posting
from app.store.truths import Truth

_PAYMENTS = select(payment)


def _summed(key: Column[Any], amount: Column[Any], *which: ColumnElement[bool]) -> Select[Any]:
    return select(key, func.sum(amount)).where(*which).group_by(key)


def _sums(connection: Connection, summed: Select[Any]) -> dict[Any, Money]:
    return {row[0]: row[1] for row in connection.execute(summed)}


_ALLOCATED = _summed(allocation.c.payment_id, allocation.c.amount)
_OTHER_DAY = (
    select(allocation.c.id, allocation.c.day)
    .join(payment, payment.c.id == allocation.c.payment_id)
    .where(allocation.c.day != payment.c.day)
)


def _allocations(connection: Connection) -> Iterator[str]:
    sums = _sums(connection, _ALLOCATED)
    for row in connection.execute(_PAYMENTS):
        if sums.get(row.id, NOTHING) != row.allocated:
            yield f"payment {row.id}: {sums.get(row.id, NOTHING)} / {row.allocated}"
    for row in connection.execute(_OTHER_DAY):
        yield f"allocation {row.id}: {row.day}"


_ROUNDED_OFF = _summed(
    adjustment.c.payment_id,
    adjustment.c.amount,
    adjustment.c.kind == AdjustmentKind.ROUNDING,
    adjustment.c.payment_id.is_not(None),
)
_ROUNDED_DEPOSITS = _summed(
    deposit_move.c.payment_id,
    deposit_move.c.amount,
    deposit_move.c.kind == DepositMoveKind.ROUNDING.value,
    deposit_move.c.reverses.is_(None),
)
_ROUNDINGS = select(payment.c.id, payment.c.rounding).where(payment.c.reverses.is_(None))


def _rounded(connection: Connection) -> Iterator[str]:
    """What a payment says it rounded off is what was taken off charges, or of a deposit that cash could not give."""
    sums, held = _sums(connection, _ROUNDED_OFF), _sums(connection, _ROUNDED_DEPOSITS)
    for row in connection.execute(_ROUNDINGS):
        found = -sums.get(row.id, NOTHING) - held.get(row.id, NOTHING)
        if found != row.rounding:
            yield f"payment {row.id}: {found} / {row.rounding}"


_TENDERED = _summed(tender.c.payment_id, tender.c.amount)


def _tenders(connection: Connection) -> Iterator[str]:
    sums = _sums(connection, _TENDERED)
    for row in connection.execute(_PAYMENTS):
        given = sums.get(row.id, NOTHING)
        if given != row.received or row.received - row.change != row.allocated + row.credited + row.deposits:
            yield f"payment {row.id}: {given}, {row.received} − {row.change} / {row.allocated} + {row.credited}"


_CREDITS = _summed(credit.c.payment_id, credit.c.amount)
_BY_CREDIT = _summed(tender.c.payment_id, tender.c.amount, tender.c.method == Method.CREDIT)
_CREDITED = select(payment.c.id, payment.c.credited)


def _credits(connection: Connection) -> Iterator[str]:
    sums, used = _sums(connection, _CREDITS), _sums(connection, _BY_CREDIT)
    for row in connection.execute(_CREDITED):
        expected = row.credited - used.get(row.id, NOTHING)
        if sums.get(row.id, NOTHING) != expected:
            yield f"payment {row.id}: {sums.get(row.id, NOTHING)} / {expected}"


_HELD = _summed(credit.c.unit_id, credit.c.amount)
_BOOKED = _summed(posting.c.unit_id, posting.c.amount, posting.c.account == CREDIT_HELD)


def _credit_held(connection: Connection) -> Iterator[str]:
    """Prepaid credit by unit stands in the journal, and no unit holds less than nothing."""
    held, booked = _sums(connection, _HELD), _sums(connection, _BOOKED)
    for unit_id in held.keys() | booked.keys():
        amount = held.get(unit_id, NOTHING)
        if amount < NOTHING or amount != -booked.get(unit_id, NOTHING):
            yield f"unit {unit_id}: {amount} / {-booked.get(unit_id, NOTHING)}"


_CHANGED_TENDERS = (
    select(tender)
    .join_from(tender, method_change, tender.c.change_id == method_change.c.id)
    .where(tender.c.payment_id == method_change.c.payment_id)
)
_METHOD_CHANGES = select(method_change)


def _method_changes(connection: Connection) -> Iterator[str]:
    """A correction of a method moves one amount from one method to the other, and nothing else."""
    moved: dict[int, dict[str, Money]] = {}
    for row in connection.execute(_CHANGED_TENDERS):
        moved.setdefault(row.change_id, {})[row.method] = row.amount
    for row in connection.execute(_METHOD_CHANGES):
        if moved.get(row.id) != {row.from_method: -row.amount, row.to_method: row.amount}:
            yield f"method change {row.id}: {moved.get(row.id)}"


_BY_HAND = select(payment.c.id, payment.c.day, payment.c.written_at, payment.c.collector).where(
    payment.c.written_at.is_not(None), payment.c.kind == "payment"
)


def _back_entries(connection: Connection) -> Iterator[str]:
    """What was written by hand stands on the day on which it was written, with who took the money."""
    for row in connection.execute(_BY_HAND):
        if row.day != row.written_at.date() or not row.collector:
            yield f"payment {row.id}: {row.day} / {row.written_at}"


_ORIGINAL = payment.alias("original")
_TURNED = ("allocated", "rounding", "credited", "deposits", "received", "change")
_PAIRS = select(payment, *(_ORIGINAL.c[name].label(f"original_{name}") for name in _TURNED)).join_from(
    payment, _ORIGINAL, payment.c.reverses == _ORIGINAL.c.id
)


def _voids(connection: Connection) -> Iterator[str]:
    for row in connection.execute(_PAIRS):
        whole = all(getattr(row, name) == -getattr(row, f"original_{name}") for name in _TURNED)
        if not whole or not row.reason or row.kind not in ("void", "reversal"):
            yield f"payment {row.id} / {row.reverses}"


TRUTHS = (
    Truth(mark("every payment equals what it was allocated to"), _allocations),
    Truth(mark("what was handed over, less change, equals what was taken"), _tenders),
    Truth(mark("prepaid credit equals what was paid in excess"), _credits),
    Truth(mark("prepaid credit by unit equals the journal and is never less than nothing"), _credit_held),
    Truth(mark("a corrected method moves one amount and nothing else"), _method_changes),
    Truth(mark("what was written by hand stands on its own day"), _back_entries),
    Truth(mark("every void or reversal takes back exactly its payment"), _voids),
    Truth(mark("what a payment says it rounded off was taken off"), _rounded),
    *OF_PAPERS,
    *OF_ENTRIES,
    *OF_ACTS,
    *OF_TENDERS,
)
