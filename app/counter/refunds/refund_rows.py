"""The rows that one refund writes: adjustments, allocations back, credit, deposit moves, and their journal entries."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, update

from app.access.actor import Actor
from app.core.ids import ApprovalId, ChargeId, EntryNo, PaymentId, ShiftId, UnitId
from app.core.money import NOTHING, Money
from app.counter.deposits.held import DepositMoveKind
from app.counter.methods import Method, state_of
from app.counter.refunds.asked import AskedRefund
from app.counter.refunds.original import Original, PaidLine
from app.counter.refunds.refund_plan import Part, RefundPlan, Treatment
from app.counter.tables import deposit_move, payment, tender
from app.fees.adjustments.rows import AdjustmentKind, discount_account, unearned_account
from app.fees.late_fees.late_fee_rows import let_late_fees_stand
from app.fees.tables import adjustment, allocation, charge, credit
from app.ledger.accounts import CREDIT_HELD, DEPOSITS_HELD, ROUNDING, receivable
from app.ledger.entry import Entry, Posting
from app.ledger.journal import post
from app.store.rows import insert_row


@dataclass(frozen=True, slots=True)
class RefundInHand:
    """A refund whose every question is answered."""

    asked: AskedRefund
    original: Original
    plan: RefundPlan
    shift_id: ShiftId
    label: str
    approval_id: ApprovalId | None
    by: Actor
    at: datetime


def write_refund(connection: Connection, hand: RefundInHand) -> PaymentId:
    """Write everything but the paper; returns the id of the refund's payment row."""
    changes = list(_changes(hand.plan))
    fen = [part for part in hand.plan.parts if part.treatment is Treatment.DEPOSIT and part.kept]
    entries = [_change_entry(hand, one) for one in changes]
    entries += [_entry(hand, "deposit_rounding", DEPOSITS_HELD, ROUNDING, part.kept, _unit(part)) for part in fen]
    numbers = post(connection, [*entries, _money_entry(hand)])
    payment_id = _payment_row(connection, hand, numbers[-1])
    for one, number in zip(changes, numbers, strict=False):
        _adjust(connection, hand, one, payment_id, number)
    for part, number in zip(fen, numbers[len(changes) :], strict=False):
        _move(connection, hand, part, (DepositMoveKind.ROUNDING, part.kept), payment_id, number)
    for part in hand.plan.parts:
        _give_back(connection, hand, part, payment_id, numbers[-1])
    if hand.asked.method is Method.CREDIT:
        insert_row(connection, credit, unit_id=hand.original.unit_id, payment_id=payment_id, amount=hand.plan.back)
    charges = [part.line.charge_id for part in hand.plan.parts if part.line is not None]
    let_late_fees_stand(connection, charges, hand.at.date())
    return payment_id


@dataclass(frozen=True, slots=True)
class _Change:
    """An adjustment of a charge: negative where less is owed."""

    line: PaidLine
    kind: AdjustmentKind
    amount: Money
    bearer: str


def _changes(plan: RefundPlan) -> Iterator[_Change]:
    for part in plan.parts:
        if part.line is None or part.treatment is Treatment.DEPOSIT:
            continue
        if part.off:
            line = part.line
            bearer = unearned_account(line.item, line.kind, waits=line.waits)
            yield _Change(line, AdjustmentKind.UNSERVED, -part.off, bearer)
        if part.kept:
            yield _Change(part.line, AdjustmentKind.ROUNDING, part.kept, ROUNDING)
        if part.again:
            yield from _owed_after_all(part.line)


def _owed_after_all(line: PaidLine) -> Iterator[_Change]:
    """What was rounded or discounted goes back to where it came from."""
    discounted = line.let_off - line.rounded
    if line.rounded:
        yield _Change(line, AdjustmentKind.OWED_AFTER_ALL, line.rounded, ROUNDING)
    if discounted:
        yield _Change(line, AdjustmentKind.OWED_AFTER_ALL, discounted, discount_account(line.item, line.kind))


def _change_entry(hand: RefundInHand, one: _Change) -> Entry:
    return _entry(hand, one.kind.value, receivable(one.line.item.code), one.bearer, one.amount, one.line.unit_id)


def _entry(hand: RefundInHand, kind: str, debit: str, credited: str, amount: Money, unit_id: UnitId) -> Entry:
    postings = (Posting(debit, amount, unit_id), Posting(credited, -amount, unit_id))
    return Entry(hand.at.date(), kind, hand.label, postings, hand.at, hand.by.id)


def _money_entry(hand: RefundInHand) -> Entry:
    sums: dict[tuple[str, UnitId], Money] = {}
    for part in hand.plan.parts:
        key = _account(part), hand.original.unit_id if part.line is None else part.line.unit_id
        sums[key] = sums.get(key, NOTHING) + part.back
    postings = [Posting(account, amount, unit_id) for (account, unit_id), amount in sums.items() if amount]
    postings.append(Posting(hand.asked.method.account, -hand.plan.back, hand.original.unit_id))
    return Entry(hand.at.date(), "refund", hand.label, postings, hand.at, hand.by.id)


def _account(part: Part) -> str:
    if part.line is None:
        return CREDIT_HELD
    return DEPOSITS_HELD if part.treatment is Treatment.DEPOSIT else receivable(part.line.item.code)


def _unit(part: Part) -> UnitId:
    assert part.line is not None
    return part.line.unit_id


def _payment_row(connection: Connection, hand: RefundInHand, entry_no: EntryNo) -> PaymentId:
    plan, asked = hand.plan, hand.asked
    payment_id = insert_row(
        connection,
        payment,
        client_id=asked.client_id,
        kind="refund",
        refunds=hand.original.payment_id,
        unit_id=hand.original.unit_id,
        payer_id=hand.original.payer_id,
        payer_name=hand.original.payer,
        shift_id=hand.shift_id,
        day=hand.at.date(),
        collector=asked.taker.strip(),
        allocated=-plan.of(Treatment.OWED_AGAIN, Treatment.NOT_OWED),
        rounding=-plan.kept,
        credited=-plan.of(Treatment.CREDIT),
        deposits=-plan.of(Treatment.DEPOSIT),
        received=-plan.back,
        change=NOTHING,
        reason=asked.reason.strip(),
        approval_id=hand.approval_id,
        entry_no=entry_no,
        at=hand.at,
        by=hand.by.id,
    )
    row = {"method": asked.method, "reference": asked.reference.strip(), "state": state_of(asked.method)}
    insert_row(connection, tender, payment_id=payment_id, amount=-plan.back, **row)
    return PaymentId(payment_id)


def _adjust(connection: Connection, hand: RefundInHand, one: _Change, payment_id: PaymentId, number: EntryNo) -> None:
    insert_row(
        connection,
        adjustment,
        charge_id=one.line.charge_id,
        kind=one.kind.value,
        amount=one.amount,
        day=hand.at.date(),
        reason=hand.asked.reason.strip(),
        approval_id=hand.approval_id,
        payment_id=payment_id,
        entry_no=number,
        at=hand.at,
        by=hand.by.id,
    )
    _owe(connection, one.line.charge_id, one.amount)


def _give_back(connection: Connection, hand: RefundInHand, part: Part, payment_id: PaymentId, number: EntryNo) -> None:
    if not part.back:
        return
    if part.line is None:
        owner = {"unit_id": hand.original.unit_id, "payment_id": payment_id}
        insert_row(connection, credit, amount=-part.back, **owner)
    elif part.treatment is Treatment.DEPOSIT:
        _move(connection, hand, part, (DepositMoveKind.REFUND, part.back), payment_id, number)
    else:
        columns = {"payment_id": payment_id, "charge_id": part.line.charge_id, "day": hand.at.date()}
        insert_row(connection, allocation, amount=-part.back, **columns)
        _owe(connection, part.line.charge_id, part.back)


def _move(
    connection: Connection,
    hand: RefundInHand,
    part: Part,
    what: tuple[DepositMoveKind, Money],
    payment_id: PaymentId,
    number: EntryNo,
) -> None:
    assert part.line is not None
    columns: dict[str, object] = {"charge_id": part.line.charge_id, "kind": what[0].value, "amount": what[1]}
    columns["day"] = hand.at.date()
    columns |= {"reason": hand.asked.reason.strip(), "approval_id": hand.approval_id, "payment_id": payment_id}
    insert_row(connection, deposit_move, entry_no=number, at=hand.at, by=hand.by.id, **columns)


def _owe(connection: Connection, charge_id: ChargeId, more: Money) -> None:
    values = {"outstanding": charge.c.outstanding + more, "late_fee_left": NOTHING, "version": charge.c.version + 1}
    connection.execute(update(charge).where(charge.c.id == charge_id).values(**values))
