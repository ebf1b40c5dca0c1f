"""A payment that never arrived: a bounced cheque, a transfer that did not come. Everything it paid is owed again."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Row, select, update

from app.access import audit
from app.access.actor import Actor, Approval
from app.access.permissions import Permission
from app.core.clock import Clock
from app.core.ids import ReceiptId, UnitId
from app.core.money import NOTHING
from app.counter.methods import Method
from app.counter.receipts.issue_receipt import PrintState
from app.counter.refunds.charges_made import charges_taken_back
from app.counter.refunds.refusals import CashDoesNotBounce
from app.counter.refunds.relied_upon import must_not_be_relied_upon
from app.counter.refunds.reversing_rows import TakingBack, take_back
from app.counter.refusals import ReasonMissing, ReceiptUnknown, ReceiptVoidedBefore
from app.counter.shifts.open_shift import shift_for_payment
from app.counter.tables import payment, receipt, receipt_print, tender
from app.fees.charge_rows import LATE_FEE, PERIOD
from app.ledger.head import keep_head
from app.store.store import Store


class Reversals:
    """Takes back whole payments by other means than cash, whenever it turns out that they never came."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def check(self, receipt_id: ReceiptId) -> None:
        """Whether the payment may be reversed by anybody. Raises what `reverse` raises of the receipt itself."""
        with self._store.reading() as connection:
            _check(connection, _original(connection, receipt_id))

    def reverse(
        self,
        by: Actor,
        receipt_id: ReceiptId,
        reason: str,
        *,
        copies_returned: bool = False,
        approval: Approval | None = None,
    ) -> UnitId:
        """Write the reversing rows in the open shift of `by`; no cash moves. Returns the unit that owes again.

        A late fee runs on as if nothing had been paid; what was handed out on the spot stays owed; months ahead that
        have not begun wait for their run. Raises NotPermitted,
        NoOpenShift, ShiftLeftOpen, ReasonMissing, ReceiptUnknown, ReceiptVoidedBefore, CashDoesNotBounce,
        RefundedBefore, DepositUsed, CreditSpent.
        """
        now = self._clock.now()
        with self._store.transaction() as connection:
            original = _original(connection, receipt_id)
            approved = by.require(Permission.REVERSE_PAYMENT, approval)
            if not reason.strip():
                raise ReasonMissing
            _check(connection, original)
            standing = shift_for_payment(connection, by, now.date())
            how = TakingBack("reversal", standing.id, reason, approved, by, now)
            made = charges_taken_back(connection, original, (LATE_FEE, PERIOD))
            gone = [row for row in made if row.kind == LATE_FEE or row.first > now.date()]
            take_back(connection, original, how, gone)
            waiting = (receipt_print.c.receipt_id == receipt_id, receipt_print.c.state == PrintState.WAITING)
            connection.execute(update(receipt_print).where(*waiting).values(state=PrintState.NOT_WANTED))
            facts: dict[str, object] = {
                "reason": reason.strip(),
                "copies_returned": copies_returned,
                "payment": original.id,
            }
            audit.record(connection, "reverse_payment", original.label, facts, now, by.id)
            keep_head(self._store, connection, original.label)
            return UnitId(original.unit_id)


def _original(connection: Connection, receipt_id: ReceiptId) -> Row[Any]:
    row = connection.execute(
        select(payment, receipt.c.label)
        .join_from(payment, receipt, receipt.c.payment_id == payment.c.id)
        .where(receipt.c.id == receipt_id, receipt.c.kind == "receipt")
    ).first()
    if row is None:
        raise ReceiptUnknown(str(receipt_id))
    return row


def _check(connection: Connection, original: Row[Any]) -> None:
    if connection.execute(select(payment.c.id).where(payment.c.reverses == original.id)).first() is not None:
        raise ReceiptVoidedBefore(original.label)
    there = [Method.CASH.value, Method.CREDIT.value]
    tenders = select(tender.c.method, tender.c.amount).where(tender.c.payment_id == original.id)
    by_method: dict[str, int] = {}
    for row in connection.execute(tenders):
        by_method[row.method] = by_method.get(row.method, 0) + row.amount.fen
    if any(by_method.get(method) for method in there) or original.change != NOTHING:
        raise CashDoesNotBounce(original.label)
    must_not_be_relied_upon(connection, original)
