"""A method that was chosen wrongly is corrected within the shift by a pair of rows; the tender itself stays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, select, update

from app.access import audit
from app.access.actor import Actor, Approval
from app.access.permissions import Permission
from app.core.ids import ReceiptId
from app.core.money import NOTHING, Money, total
from app.counter.methods import Method, TenderState, state_of
from app.counter.payments.asked import TenderAsked
from app.counter.payments.references import check_references
from app.counter.payments.refusals import MethodStays, NothingToChange, TenderChanged
from app.counter.payments.void_receipt import check_unvoided
from app.counter.refusals import NoFenInCash, ReasonMissing
from app.counter.rules import CounterRules, read_rules
from app.counter.tables import method_change, payment, receipt, tender
from app.fees.cash_rounding import CashRounding, settle
from app.ledger.entry import Entry, Posting
from app.ledger.journal import post
from app.store.rows import insert_row


@dataclass(frozen=True, slots=True)
class MethodChange:
    """What is asked for: which tender of which receipt, the right method with its reference, and why."""

    receipt_id: ReceiptId
    tender_id: int
    to: Method
    reference: str
    reason: str


@dataclass(frozen=True, slots=True)
class TenderShown:
    """One tender of a receipt; `movable` is what a correction would move: change stays cash, nothing moves twice."""

    id: int
    method: Method
    reference: str
    amount: Money
    state: TenderState
    movable: Money


_ROWS = (
    select(tender, payment.c.change, payment.c.unit_id, payment.c.shift_id, payment.c.day, receipt.c.label)
    .join_from(tender, payment, tender.c.payment_id == payment.c.id)
    .join(receipt, receipt.c.payment_id == payment.c.id)
    .where(receipt.c.id == bindparam("receipt"))
    .order_by(tender.c.id)
)


def tenders_of(connection: Connection, receipt_id: ReceiptId) -> tuple[TenderShown, ...]:
    """The tenders of a receipt that still carry something, corrections taken into account."""
    rows = connection.execute(_ROWS, {"receipt": receipt_id}).all()
    shown = (
        TenderShown(row.id, Method(row.method), row.reference, row.amount, TenderState(row.state), _movable(rows, row))
        for row in rows
        if row.amount > NOTHING
    )
    return tuple(one for one in shown if one.movable or _stands(rows, one))


def change_method(
    connection: Connection,
    by: Actor,
    wanted: MethodChange,
    at: datetime,
    approval: Approval | None,
    reference_approval: Approval | None,
) -> None:
    """Move what the tender brought to the right method, in its own shift. Raises what `Payments.change_method` says."""
    check_unvoided(connection, wanted.receipt_id)
    if not wanted.reason:
        raise ReasonMissing
    rows = connection.execute(_ROWS, {"receipt": wanted.receipt_id}).all()
    row = next(one for one in rows if one.id == wanted.tender_id)
    rules = read_rules(connection)
    amount = _checked(rows, row, wanted, rules)
    come = (TenderAsked(wanted.to, amount, wanted.reference),)
    repeated = check_references(connection, by, come, rules, row.day, reference_approval)
    approved = by.require(Permission.CHANGE_METHOD, approval)
    was = Method(row.method)
    postings = (Posting(wanted.to.account, amount, row.unit_id), Posting(was.account, -amount, row.unit_id))
    entry = Entry(at.date(), "method_change", row.label, postings, at, by.id)
    change_id = insert_row(
        connection,
        method_change,
        payment_id=row.payment_id,
        shift_id=row.shift_id,
        from_method=was,
        to_method=wanted.to,
        amount=amount,
        reason=wanted.reason,
        approval_id=approved or repeated,
        entry_no=post(connection, [entry])[0],
        at=at,
        by=by.id,
    )
    _write_pair(connection, row, wanted, amount, change_id)
    facts: dict[str, object] = {"from": was, "to": wanted.to, "amount": amount.fen, "reason": wanted.reason}
    facts |= {"reference_approval": repeated} if repeated else {}
    audit.record(connection, "change_method", row.label, facts, at, by.id)


def _checked(rows: Sequence[Row[Any]], row: Row[Any], wanted: MethodChange, rules: CounterRules) -> Money:
    was = Method(row.method)
    if wanted.to is was or Method.CREDIT in (was, wanted.to):
        raise MethodStays(was)
    amount = _movable(rows, row)
    if not amount and was.is_cash and row.amount <= row.change:
        raise NothingToChange(row.label)
    if not amount:
        raise TenderChanged(row.label, was)
    if wanted.to.is_cash and rules.cash_rounding is not CashRounding.OFF and amount.fen % 10:
        raise NoFenInCash(amount, settle(amount, CashRounding.HALF_UP).cash)
    return amount


def _movable(rows: Sequence[Row[Any]], row: Row[Any]) -> Money:
    """What of the tender is there still; change was given from cash, so it is no more."""
    if row.amount <= NOTHING or row.method == Method.CREDIT:
        return NOTHING
    if Method(row.method).is_cash:
        there = total(one.amount for one in rows if Method(one.method).is_cash) - row.change
    else:
        there = total(one.amount for one in rows if (one.method, one.reference) == (row.method, row.reference))
    movable: Money = max(min(row.amount, there), NOTHING)
    return movable


def _stands(rows: Sequence[Row[Any]], one: TenderShown) -> bool:
    same = total(row.amount for row in rows if (row.method, row.reference) == (one.method, one.reference))
    return same > NOTHING


def _write_pair(connection: Connection, row: Row[Any], wanted: MethodChange, amount: Money, change_id: int) -> None:
    gone = {"method": row.method, "amount": -amount, "reference": row.reference, "state": TenderState.IN_HAND}
    come = {"method": wanted.to, "amount": amount, "reference": wanted.reference, "state": state_of(wanted.to)}
    both = {"payment_id": row.payment_id, "change_id": change_id}
    for columns in (gone, come):
        insert_row(connection, tender, **both, **columns)
    if row.state == TenderState.TO_CHECK:  # nothing is waited for any more
        connection.execute(update(tender).where(tender.c.id == row.id).values(state=TenderState.IN_HAND))
