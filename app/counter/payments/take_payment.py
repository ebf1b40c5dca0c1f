"""Taking a payment: one durable transaction, before anything is printed."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import Connection, select

from app.access import audit
from app.access.actor import Actor, Approval
from app.access.permissions import Permission
from app.core.clock import Clock
from app.core.ids import AssignmentId, ReceiptId, UnitId
from app.core.money import Money
from app.counter.methods import Method
from app.counter.payments.ahead_asked import latest_ahead
from app.counter.payments.asked import Taken, TakePayment
from app.counter.payments.change_method import MethodChange, TenderShown, change_method, tenders_of
from app.counter.payments.check_tenders import CHECKED, TenderToCheck, mark_checked, tenders_to_check
from app.counter.payments.clock_check import ClockDoubt, check_clock, clock_doubt
from app.counter.payments.prepare_payment import Approvals, Ready, prepare_payment
from app.counter.payments.taken_before import taken_before, taken_now
from app.counter.payments.write_payment import write_payment
from app.counter.receipts.issue_receipt import issue_receipt
from app.counter.receipts.receipt_facts import ReceiptFacts
from app.counter.rules import read_rules
from app.counter.tables import receipt
from app.fees.ahead.ahead_quote import AheadQuote, AheadReader
from app.ledger.head import keep_end, keep_head
from app.ledger.journal import Journal, journal_end
from app.store.store import Store


class Payments:
    """The counter's one way to take money."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def take(
        self,
        by: Actor,
        asked: TakePayment,
        approval: Approval | None = None,
        discount_approval: Approval | None = None,
        round_off_approval: Approval | None = None,
    ) -> Taken:
        """Commit one payment with its receipt number; the same `client_id` again gives the first one's result.

        Raises NotPermitted, NoOpenShift, ShiftLeftOpen, ClockIsBehind, PayerMissing, ChargeNeedsName,
        ChargeOfNothing, ReferenceMissing, ReferenceTwice, ReferenceSeenBefore, TakenMeanwhile, BillChanged,
        NothingToTake, NothingReceived, NoFenInCash, TooManyTenders, MoreCreditThanOwed, NotSoMuchCredit,
        RoundedOffTooMuch, RoundOffOfPart, RoundOffNeedsApproval, AheadTooFar, AheadStops, AheadNotCovered,
        DiscountNeedsApproval, ReceiptBookUsedUp, what `take_given_number` and a back entry refuse, and the troubles of
        the store; then nothing was written.
        """
        approvals = Approvals(approval, discount_approval, round_off_approval)
        with self._store.transaction() as connection:
            before = taken_before(connection, asked.client_id)
            if before is not None:
                return before
            by.require(Permission.TAKE_PAYMENT)
            return self._take(connection, by, asked, approvals)

    def preview(
        self,
        by: Actor,
        asked: TakePayment,
        approval: Approval | None = None,
        discount_approval: Approval | None = None,
        round_off_approval: Approval | None = None,
    ) -> ReceiptFacts:
        """What the receipt would say if the payment were taken now; nothing is kept, no number is used.

        Raises what `take` raises.
        """
        by.require(Permission.TAKE_PAYMENT)
        approvals = Approvals(approval, discount_approval, round_off_approval)
        with self._store.rehearsal() as connection:
            taken = self._take(connection, by, asked, approvals)
            stored = connection.execute(select(receipt.c.facts).where(receipt.c.id == taken.receipt_id)).scalar_one()
            return ReceiptFacts.from_facts(stored)

    def taken(self, client_id: str) -> Taken | None:
        """The payment that this bill screen committed, if it did before the program ended; marked as repeated."""
        with self._store.reading() as connection:
            return taken_before(connection, client_id)

    def clock_doubt(self) -> ClockDoubt | None:
        """Why the clock may be wrong, before anything is taken by it; None where nothing speaks against it."""
        with self._store.reading() as connection:
            return clock_doubt(journal_end(connection).at, self._clock.now())

    def quote_ahead(
        self,
        unit_id: UnitId,
        assignment_ids: Collection[AssignmentId] | None = None,
        *,
        months: int | None = None,
        until: date | None = None,
        amount: Money | None = None,
    ) -> AheadQuote:
        """What paying ahead would charge: so many months, up to a day, or as far as an amount (fen) goes.

        None of `assignment_ids` means all that lie on the unit and can be paid ahead. Nothing is written; a day
        beyond the office's cap is cut to it.
        """
        reader = self.ahead_of([unit_id])
        if months is not None:
            return reader.by_months(assignment_ids, months)
        if amount is not None:
            return reader.by_amount(assignment_ids, amount)
        return reader.by_day(assignment_ids, until or reader.latest)

    def ahead_of(self, units: Collection[UnitId]) -> AheadReader:
        """The tariffs on some units read once, to be quoted at every keystroke without another look."""
        with self._store.reading() as connection:
            today = self._clock.now().date()
            return AheadReader(connection, units, today, latest_ahead(today, read_rules(connection)))

    def tenders(self, receipt_id: ReceiptId) -> tuple[TenderShown, ...]:
        """The tenders of a receipt as they stand after corrections."""
        with self._store.reading() as connection:
            return tenders_of(connection, receipt_id)

    def change_method(
        self,
        by: Actor,
        receipt_id: ReceiptId,
        tender_id: int,
        to: Method,
        reference: str,
        reason: str,
        approval: Approval | None = None,
        reference_approval: Approval | None = None,
    ) -> MethodChange:
        """Correct the method of one tender of a receipt within its shift: what it brought moves to the other one.

        `reference_approval`: its reference was taken before, and is another payment all the same.

        Raises NotPermitted, ReasonMissing, ReceiptVoidedBefore, ReceiptOfClosedShift, MethodStays, TenderChanged,
        NothingToChange, NoFenInCash, ReferenceMissing, ReferenceSeenBefore.
        """
        with self._store.transaction() as connection:
            wanted = MethodChange(receipt_id, tender_id, to, reference.strip(), reason.strip())
            change_method(connection, by, wanted, self._clock.now(), approval, reference_approval)
            keep_head(self._store, connection, f"method of receipt {receipt_id}")
            return wanted

    def to_check(self) -> tuple[TenderToCheck, ...]:
        """Tenders that nobody has seen arrive yet, the oldest first."""
        with self._store.reading() as connection:
            return tenders_to_check(connection)

    def mark_checked(self, by: Actor, tender_ids: Sequence[int]) -> int:
        """Note that the money of these tenders was seen to arrive; returns how many were waiting for it."""
        by.require(Permission.CHECK_TENDERS)
        with self._store.transaction() as connection:
            now = self._clock.now()
            count = mark_checked(connection, by, tender_ids, now)
            if count:
                audit.record(connection, CHECKED, "", {"tenders": list(tender_ids)}, now, by.id)
            return count

    def _take(self, connection: Connection, by: Actor, asked: TakePayment, approvals: Approvals) -> Taken:
        now = self._clock.now()
        journal = Journal(connection)
        check_clock(connection, journal.end.at, now, by, accepted=asked.clock_accepted)
        return self._write(connection, journal, prepare_payment(connection, by, asked, now, approvals))

    def _write(self, connection: Connection, journal: Journal, ready: Ready) -> Taken:
        hand = ready.hand
        payment_id = write_payment(connection, journal, hand, ready.approved)
        issued = issue_receipt(connection, hand, payment_id, ready.number, ready.issuer)
        paid = (hand.settled.received - hand.settled.change).fen
        facts: dict[str, object] = {"receipt": ready.number.label, "payment": payment_id, "paid": paid}
        if hand.asked.back is not None:
            facts["written_at"] = hand.asked.back.written_at.isoformat()
        audit.record(connection, "take_payment", issued.unit, facts, hand.at, hand.by.id)
        keep_end(self._store, journal.end, ready.number.label)
        return taken_now(hand, payment_id, issued)
