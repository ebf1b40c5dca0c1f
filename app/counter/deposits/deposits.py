"""Deposits of the office: what is held, kept for a reason, or used for what the unit owes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from app.access import audit
from app.access.actor import Actor, Approval
from app.access.permissions import Permission
from app.core.clock import Clock
from app.core.ids import ApprovalId, ChargeId, EntryNo, PaymentId, UnitId
from app.core.money import NOTHING, Money
from app.counter.deposits.held import DepositMoveKind, HeldDeposit, all_held, held_of_unit, held_on_charges
from app.counter.deposits.kept_by_mistake import TakeBack, write_back
from app.counter.deposits.refusals import DepositReasonMissing, MoreThanHeld, MoreThanOwed, NothingKept, OtherUnit
from app.counter.refusals import TakenMeanwhile
from app.counter.tables import deposit_move, payment
from app.fees.charge_rows import Occasion
from app.fees.charges import ChargeMoved, OpenCharge, Settling, open_charges, settle_charges
from app.fees.late_fees.late_fee_rows import let_late_fees_stand
from app.ledger.accounts import DEPOSITS_HELD, FORFEITS, receivable
from app.ledger.entry import Entry, Posting
from app.ledger.head import keep_head
from app.ledger.journal import post
from app.store.rows import insert_row
from app.store.store import Store


@dataclass(frozen=True, slots=True)
class Keep:
    """How much of a deposit is kept, and why; the reason is what the slip prints."""

    charge_id: ChargeId
    amount: Money
    reason: str


class Deposits:
    """What is done with deposits between their receipt and their refund."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def all(self) -> tuple[HeldDeposit, ...]:
        """Every deposit that was ever taken, in building order; those given back hold nothing any more."""
        with self._store.reading() as connection:
            return all_held(connection)

    def of_unit(self, unit_id: UnitId) -> tuple[HeldDeposit, ...]:
        """Those of a unit."""
        with self._store.reading() as connection:
            return held_of_unit(connection, unit_id)

    def owed_by(self, unit_id: UnitId) -> tuple[OpenCharge, ...]:
        """What a deposit of the unit could be used for: everything that it owes, in order of due date.

        Never for what is still owed of a deposit: no money would come in for it.
        """
        with self._store.reading() as connection:
            return tuple(_usable_for(connection, unit_id, self._clock.now().date()))

    def keep(self, by: Actor, asked: Keep, approval: Approval | None = None) -> None:
        """Keep a part for good: damage, rubble, a broken agreement.

        Raises NotPermitted, DepositReasonMissing, NothingKept, MoreThanHeld.
        """
        occasion = Occasion(self._clock.now(), by.id)
        with self._store.transaction() as connection:
            approved = by.require(Permission.KEEP_DEPOSIT, approval)
            held = _standing(connection, asked)
            entry = _entry(held, "deposit_kept", FORFEITS, asked.amount, occasion)
            (number,) = post(connection, [entry])
            _write(connection, asked, DepositMoveKind.KEPT, number, occasion, approved)
            self._note(connection, "keep_deposit", held, asked, occasion)

    def use(self, by: Actor, asked: Keep, charge_id: ChargeId, approval: Approval | None = None) -> None:
        """Settle something that the unit owes out of its deposit; no money moves, no receipt is issued.

        Raises NotPermitted, DepositReasonMissing, NothingKept, MoreThanHeld, MoreThanOwed, OtherUnit, TakenMeanwhile.
        """
        occasion = Occasion(self._clock.now(), by.id)
        with self._store.transaction() as connection:
            approved = by.require(Permission.KEEP_DEPOSIT, approval)
            held = _standing(connection, asked)
            one = _owed(connection, held, charge_id, asked.amount, occasion)
            entry = _entry(held, "deposit_used", receivable(one.item_code), asked.amount, occasion)
            (number,) = post(connection, [entry])
            payment_id = _payment(connection, held, asked, number, occasion, approved)
            late_fee = NOTHING if one.outstanding - asked.amount else one.late_fee_owed
            try:
                settling = Settling(one.id, one.version, asked.amount, late_fee)
                settle_charges(connection, payment_id, occasion.day, [settling])
            except ChargeMoved as moved:
                raise TakenMeanwhile(one.name, "", "") from moved
            let_late_fees_stand(connection, [one.id], occasion.day)
            _write(connection, asked, DepositMoveKind.USED, number, occasion, approved, payment_id)
            self._note(connection, "use_deposit", held, asked, occasion)

    def take_back(self, by: Actor, asked: TakeBack, approval: Approval | None = None) -> Money:
        """What was kept by mistake is held again; both rows stay. How much that is, in fen.

        Raises NotPermitted, DepositReasonMissing, NotKept.
        """
        occasion = Occasion(self._clock.now(), by.id)
        with self._store.transaction() as connection:
            approved = by.require(Permission.KEEP_DEPOSIT, approval)
            held, move = write_back(connection, asked, occasion, approved)
            this = Keep(asked.charge_id, move.amount, asked.reason)
            self._note(connection, "take_back_kept_deposit", held, this, occasion)
            return move.amount

    def _note(
        self,
        connection: Connection,
        what: str,
        held: HeldDeposit,
        asked: Keep,
        occasion: Occasion,
    ) -> None:
        facts = {"deposit": held.name, "amount": asked.amount.fen, "reason": asked.reason.strip()}
        audit.record(connection, what, held.unit, facts, occasion.at, occasion.by)
        keep_head(self._store, connection, f"{held.unit} {held.name}")


def _standing(connection: Connection, asked: Keep) -> HeldDeposit:
    (held,) = held_on_charges(connection, [asked.charge_id])
    if not asked.reason.strip():
        raise DepositReasonMissing(held.name)
    if asked.amount <= NOTHING:
        raise NothingKept(held.name)
    if asked.amount > held.held:
        raise MoreThanHeld(held.name, asked.amount, held.held)
    return held


def _usable_for(connection: Connection, unit_id: UnitId, day: date) -> list[OpenCharge]:
    deposits = {one.charge_id for one in held_of_unit(connection, unit_id)}
    found = open_charges(connection, [unit_id], day)
    return [one for one in found if one.outstanding > NOTHING and one.id not in deposits]


def _owed(
    connection: Connection, held: HeldDeposit, charge_id: ChargeId, amount: Money, occasion: Occasion
) -> OpenCharge:
    found = [one for one in _usable_for(connection, held.unit_id, occasion.day) if one.id == charge_id]
    if not found:
        raise OtherUnit(held.name, held.unit)
    if amount > found[0].outstanding:
        raise MoreThanOwed(found[0].name, amount, found[0].outstanding)
    return found[0]


def _entry(held: HeldDeposit, kind: str, credited: str, amount: Money, occasion: Occasion) -> Entry:
    postings = (Posting(DEPOSITS_HELD, amount, held.unit_id), Posting(credited, -amount, held.unit_id))
    return Entry(occasion.day, kind, f"{held.unit} {held.name}", postings, occasion.at, occasion.by)


def _payment(
    connection: Connection,
    held: HeldDeposit,
    asked: Keep,
    number: EntryNo,
    occasion: Occasion,
    approved: ApprovalId | None,
) -> PaymentId:
    """A payment without money: what is allocated comes out of the deposit."""
    payment_id = insert_row(
        connection,
        payment,
        client_id=f"deposit-{number}",
        kind="deposit_applied",
        unit_id=held.unit_id,
        payer_name=held.payer,
        day=occasion.day,
        allocated=asked.amount,
        rounding=NOTHING,
        credited=NOTHING,
        deposits=-asked.amount,
        received=NOTHING,
        change=NOTHING,
        reason=asked.reason.strip(),
        approval_id=approved,
        entry_no=number,
        at=occasion.at,
        by=occasion.by,
    )
    return PaymentId(payment_id)


def _write(
    connection: Connection,
    asked: Keep,
    kind: DepositMoveKind,
    number: EntryNo,
    occasion: Occasion,
    approved: ApprovalId | None,
    payment_id: PaymentId | None = None,
) -> None:
    insert_row(
        connection,
        deposit_move,
        charge_id=asked.charge_id,
        kind=kind.value,
        amount=asked.amount,
        day=occasion.day,
        reason=asked.reason.strip(),
        approval_id=approved,
        payment_id=payment_id,
        entry_no=number,
        at=occasion.at,
        by=occasion.by,
    )
