"""Giving money back: against the original receipt, never above its rest, with a supervisor's yes and a slip."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select, update

from app.access import audit
from app.access.actor import Actor, Approval
from app.access.permissions import Permission
from app.core.clock import Clock
from app.core.ids import PaymentId, ReceiptId, UnitId
from app.core.money import NOTHING, Money
from app.counter.methods import Method
from app.counter.receipts.issue_receipt import PrintState
from app.counter.receipts.receipt_book import take_refund_number
from app.counter.receipts.receipt_facts import CopyMark
from app.counter.refunds.asked import AskedRefund, Refunded, RefundKind
from app.counter.refunds.issue_refund import issue_refund
from app.counter.refunds.original import Original, PaidLine, later_lines, read_original
from app.counter.refunds.refund_facts import RefundFacts
from app.counter.refunds.refund_list import (
    RefundRow,
    all_refunds,
    refund_by,
    refunds_of_receipt,
    refunds_of_unit,
    refunds_waiting,
)
from app.counter.refunds.refund_plan import RefundPlan, plan_refund
from app.counter.refunds.refund_rows import RefundInHand, write_refund
from app.counter.refunds.refusals import (
    AccountMissing,
    NotEnoughCash,
    RefundChanged,
    RefundReasonMissing,
    RefundUnknown,
    TakerMissing,
)
from app.counter.rules import read_rules
from app.counter.shifts.counts import expected_now
from app.counter.shifts.open_shift import OpenShift, shift_for_payment
from app.counter.tables import payment, receipt, receipt_print, tender
from app.ledger.head import keep_head
from app.store.rows import insert_row
from app.store.store import Store

NEWEST = 500


@dataclass(frozen=True, slots=True)
class RefundSheet:
    """What goes to the printer: the stored facts, and the mark of a copy (None on the original)."""

    receipt_id: ReceiptId
    copy_no: int
    facts: RefundFacts
    mark: CopyMark | None
    voided: bool


class Refunds:
    """The one way by which money leaves the office against a receipt."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def original(self, receipt_id: ReceiptId) -> Original:
        """The receipt and what is left of its lines. Raises ReceiptUnknown, NotToRefund."""
        with self._store.reading() as connection:
            return read_original(connection, receipt_id)

    def plan(self, asked: AskedRefund) -> RefundPlan:
        """What would go back, before anything is written. Raises what `plan_refund` raises."""
        with self._store.reading() as connection:
            return _plan(connection, asked)[1]

    def preview(self, by: Actor, asked: AskedRefund, approval: Approval | None = None) -> RefundFacts:
        """What the slip would say; nothing is kept, no number is used. Raises what `refund` raises."""
        with self._store.rehearsal() as connection:
            done = self._refund(connection, by, asked, approval)
            return _facts(connection, done.receipt_id)

    def refund(self, by: Actor, asked: AskedRefund, approval: Approval | None = None) -> Refunded:
        """Commit one refund with its number; the same `client_id` again gives the first one's result.

        Raises NotPermitted, NoOpenShift, ShiftLeftOpen, ReceiptUnknown, NotToRefund, NothingToRefund, RefundAboveRest,
        MeteredIsServed, AllServed, RefundReasonMissing, TakerMissing, AccountMissing, NotEnoughCash, RefundChanged,
        ReceiptBookUsedUp; then nothing was written.
        """
        with self._store.transaction() as connection:
            before = _refunded_before(connection, asked.client_id)
            if before is not None:
                return before
            done = self._refund(connection, by, asked, approval)
            keep_head(self._store, connection, done.label)
            return done

    def newest(self) -> tuple[RefundRow, ...]:
        """The newest refunds of the office."""
        with self._store.reading() as connection:
            return all_refunds(connection, NEWEST)

    def of_receipt(self, receipt_id: ReceiptId) -> tuple[RefundRow, ...]:
        """What went back against one receipt, the newest first."""
        with self._store.reading() as connection:
            return refunds_of_receipt(connection, receipt_id)

    def of_unit(self, unit_id: UnitId) -> tuple[RefundRow, ...]:
        """What went back to the payers of a unit, the newest first."""
        with self._store.reading() as connection:
            return refunds_of_unit(connection, unit_id)

    def waiting(self) -> tuple[RefundRow, ...]:
        """Slips whose original still has to be printed."""
        with self._store.reading() as connection:
            return refunds_waiting(connection)

    def facts(self, receipt_id: ReceiptId) -> RefundFacts:
        """What the slip says, as it was issued. Raises RefundUnknown."""
        with self._store.reading() as connection:
            return _facts(connection, receipt_id)

    def sheet(self, by: Actor, receipt_id: ReceiptId) -> RefundSheet:
        """The next paper: the original until it was printed, then a copy with its number. Raises NotPermitted."""
        with self._store.transaction() as connection:
            newest = select(receipt_print).where(receipt_print.c.receipt_id == receipt_id)
            last = connection.execute(newest.order_by(receipt_print.c.copy_no.desc())).first()
            if last is None:
                raise RefundUnknown(str(receipt_id))
            copy_no, at = last.copy_no, last.at
            if last.state == PrintState.PRINTED:
                by.require(Permission.REPRINT)
                copy_no, at = last.copy_no + 1, self._clock.now()
                state = {"copy_no": copy_no, "state": PrintState.WAITING}
                insert_row(connection, receipt_print, receipt_id=receipt_id, at=at, by=by.id, **state)
            row = refund_by(connection, receipt_id)
            mark = CopyMark(copy_no, at, by.name) if copy_no else None
            return RefundSheet(
                receipt_id, copy_no, _facts(connection, receipt_id), mark, row is not None and row.voided
            )

    def printed(self, receipt_id: ReceiptId, copy_no: int) -> None:
        """The printer took the paper: the next one is a copy."""
        own = (receipt_print.c.receipt_id == receipt_id, receipt_print.c.copy_no == copy_no)
        done = {"state": PrintState.PRINTED, "done_at": self._clock.now()}
        with self._store.transaction() as connection:
            connection.execute(update(receipt_print).where(*own).values(**done))

    def _refund(self, connection: Connection, by: Actor, asked: AskedRefund, approval: Approval | None) -> Refunded:
        now = self._clock.now()
        approved = by.require(Permission.REFUND, approval)
        standing = shift_for_payment(connection, by, now.date())
        _check(asked)
        original, plan = _plan(connection, asked)
        _must_be_there(connection, standing, asked, plan)
        if plan.back != asked.shown:
            raise RefundChanged(asked.shown, plan.back)
        number = take_refund_number(connection, now, by.id)
        hand = RefundInHand(asked, original, plan, standing.id, number.label, approved, by, now)
        payment_id = write_refund(connection, hand)
        receipt_id, _ = issue_refund(connection, hand, payment_id, number)
        facts: dict[str, object] = {
            "refund": number.label,
            "receipt": original.label,
            "amount": plan.back.fen,
            "kind": asked.kind.value,
        }
        facts |= {"reason": asked.reason.strip(), "taker": asked.taker.strip(), "original_kept": asked.original_kept}
        audit.record(connection, "refund", original.unit, facts, now, by.id)
        return Refunded(payment_id, receipt_id, number.label, original.label, plan.back, asked.method, now)


def _plan(connection: Connection, asked: AskedRefund) -> tuple[Original, RefundPlan]:
    original = read_original(connection, asked.receipt_id)
    later: tuple[PaidLine, ...] = ()
    if asked.kind is RefundKind.UNSERVED:
        later = later_lines(connection, original, asked.unserved_from or date.max)
    return original, plan_refund(original, asked, later, read_rules(connection).cash_rounding)


def _check(asked: AskedRefund) -> None:
    if not asked.reason.strip():
        raise RefundReasonMissing
    if not asked.taker.strip():
        raise TakerMissing
    if asked.method is Method.TRANSFER and not asked.reference.strip():
        raise AccountMissing


def _must_be_there(connection: Connection, standing: OpenShift, asked: AskedRefund, plan: RefundPlan) -> None:
    """Cash goes out only as far as the drawer holds it."""
    if asked.method is not Method.CASH:
        return
    there = expected_now(connection, standing).get(Method.CASH, NOTHING)
    if plan.back > there:
        raise NotEnoughCash(plan.back, there)


def _facts(connection: Connection, receipt_id: ReceiptId) -> RefundFacts:
    own = (receipt.c.id == receipt_id, receipt.c.kind == "refund")
    stored = connection.execute(select(receipt.c.facts).where(*own)).scalar()
    if stored is None:
        raise RefundUnknown(str(receipt_id))
    return RefundFacts.from_facts(stored)


def _refunded_before(connection: Connection, client_id: str) -> Refunded | None:
    paid = receipt.alias("paid")
    row = connection.execute(
        select(payment, receipt.c.id.label("receipt_id"), receipt.c.label, paid.c.label.label("original"))
        .add_columns(tender.c.method)
        .join_from(payment, receipt, receipt.c.payment_id == payment.c.id)
        .join(paid, paid.c.payment_id == payment.c.refunds)
        .join(tender, tender.c.payment_id == payment.c.id)
        .where(payment.c.client_id == client_id)
    ).first()
    if row is None:
        return None
    amount: Money = -row.received
    return Refunded(
        PaymentId(row.id),
        ReceiptId(row.receipt_id),
        row.label,
        row.original,
        amount,
        Method(row.method),
        row.at,
        repeated=True,
    )
