"""The rows that one payment writes: new charges, rounding, allocations, credit, and their journal entries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from app.core.ids import ChargeId, EntryNo, PaymentId, UnitId
from app.core.money import NOTHING, Money
from app.counter.methods import Method
from app.counter.payments.asked import OneOff
from app.counter.payments.payment_in_hand import PaymentInHand
from app.counter.payments.settlement import RoundingOff
from app.fees.adjustments.discount_rule import Discount
from app.fees.adjustments.rows import AdjustmentKind, discount_account
from app.fees.allocation_rule import Part
from app.fees.charge_rows import LATE_FEE, ONE_OFF, NewCharge, Occasion, charge_entry, charge_row
from app.fees.charges import OpenCharge, Settling, settle_charges
from app.fees.explanation import typed_explanation
from app.fees.items import counter_account, late_fee_account
from app.fees.late_fees.late_fee_rows import late_fee_name, let_late_fees_stand
from app.fees.tables import adjustment, charge, credit
from app.ledger.accounts import CREDIT_HELD, ROUNDING, receivable
from app.ledger.entry import Entry, Posting
from app.ledger.journal import Journal
from app.store.rows import insert_row, insert_rows


@dataclass(frozen=True, slots=True)
class LateFeeTaken:
    """A late fee that becomes a charge of its own with this payment; `amount` is what is taken of it now."""

    parent: OpenCharge
    amount: Money

    @property
    def name(self) -> str:
        """As receipts print it."""
        return late_fee_name(self.parent.name)

    @property
    def facts(self) -> dict[str, Any]:
        """Its explanation; `part` where only a part of what is owed was taken."""
        assert self.parent.late_fee is not None
        return self.parent.late_fee.to_facts(self.amount)


def late_fees_taken(hand: PaymentInHand) -> list[LateFeeTaken]:
    """Each late fee of which the payment takes (or rounds off) something."""
    amounts = (
        (part.charge_id, part.late_fee + hand.rounded_off(part.charge_id, late_fee=True)) for part in hand.settled.parts
    )
    return [LateFeeTaken(hand.chosen.charges[charge_id], amount) for charge_id, amount in amounts if amount]


def post_payment(journal: Journal, hand: PaymentInHand) -> list[EntryNo]:
    """Write the entries: late fees and one-offs become owed, discounts and rounding are written off, money comes in.

    The last is that of the money.
    """
    entries = [
        *(_late_fee_entry(hand, late) for late in late_fees_taken(hand)),
        *(charge_entry(one.new, Occasion(hand.at, hand.by.id)) for one in hand.chosen.ahead.values()),
        *(_one_off_entry(hand, one) for one in hand.chosen.one_offs.values()),
        *(_discount_entry(hand, charge_id, share) for one in hand.discounts for charge_id, share in one.shares.items()),
        *(_rounding_entry(hand, off) for off in hand.settled.rounding_off),
        _money_entry(hand),
    ]
    return journal.post(entries)


def write_rows(connection: Connection, hand: PaymentInHand, payment_id: PaymentId, entries: Sequence[EntryNo]) -> None:
    """Write charges, discounts, rounding, allocations and credit in the order in which their entries were written.

    Raises ChargeMoved.
    """
    numbers, late = iter(entries), late_fees_taken(hand)
    ids = iter(_write_charges(connection, hand, late, payment_id, numbers))
    late_ids = {one.parent.id: next(ids) for one in late}
    new_ids = {key: next(ids) for key in (*hand.chosen.ahead, *hand.chosen.one_offs)}
    writer = _Adjustments(connection, hand, payment_id, numbers)
    for one in hand.discounts:
        writer.discount(one, new_ids)
    for off in hand.settled.rounding_off:
        key = late_ids[off.charge_id] if off.late_fee else new_ids.get(off.charge_id, off.charge_id)
        writer.rounding(key, off.amount)
    settlings = list(_settlings(hand, late_ids, new_ids))
    settle_charges(connection, payment_id, hand.day, settlings)
    capped = [one.charge_id for one in settlings if one.late_fee_left and one.adjusted]
    let_late_fees_stand(connection, capped, hand.day)  # its cap has moved with what was taken off the principal
    if hand.asked.back is not None:  # what happened between the day of the paper and now counts as well
        let_late_fees_stand(connection, [one.charge_id for one in settlings], hand.at.date())
    if hand.settled.credited:
        owner = {"unit_id": hand.asked.unit_id, "payment_id": payment_id}
        insert_row(connection, credit, amount=hand.settled.credited, **owner)
    for used in hand.credit_of:
        insert_row(connection, credit, unit_id=used.unit_id, payment_id=payment_id, amount=-used.amount)


def _settlings(
    hand: PaymentInHand, late_ids: Mapping[ChargeId, ChargeId], new_ids: Mapping[ChargeId, ChargeId]
) -> Iterator[Settling]:
    for part in hand.settled.parts:
        off = hand.rounded_off(part.charge_id, late_fee=False) + hand.discounted(part.charge_id)
        late_off = hand.rounded_off(part.charge_id, late_fee=True)
        if part.charge_id in new_ids:
            yield Settling(new_ids[part.charge_id], 1, part.principal, NOTHING, off)
            continue
        one = hand.chosen.charges[part.charge_id]
        if part.together or off or late_off:
            yield Settling(one.id, one.version, part.principal, _late_fee_left(one, part, off, late_off), off)
        if one.id in late_ids:
            yield Settling(late_ids[one.id], 1, part.late_fee, NOTHING, late_off)


def _late_fee_left(one: OpenCharge, part: Part, off: Money, late_off: Money) -> Money:
    """Late fee that stays owed once the principal is paid; while principal is open it is computed anew each day."""
    still_open = one.outstanding - part.principal - off
    return NOTHING if still_open else one.late_fee_owed - part.late_fee - late_off


def _entry(hand: PaymentInHand, kind: str, postings: Sequence[Posting]) -> Entry:
    return Entry(hand.day, kind, hand.label, postings, hand.at, hand.by.id)


def _two_sided(hand: PaymentInHand, unit_id: UnitId, kind: str, debit: str, credited: str, amount: Money) -> Entry:
    return _entry(hand, kind, (Posting(debit, amount, unit_id), Posting(credited, -amount, unit_id)))


def _late_fee_entry(hand: PaymentInHand, late: LateFeeTaken) -> Entry:
    item = hand.item_of(late.parent.id)
    return _two_sided(hand, late.parent.unit_id, "late_fee", receivable(item.code), late_fee_account(item), late.amount)


def _one_off_entry(hand: PaymentInHand, one: OneOff) -> Entry:
    item = hand.items[one.item_id]
    unit_id = one.unit_id or hand.asked.unit_id
    return _two_sided(hand, unit_id, "charge", receivable(item.code), counter_account(item), one.amount)


def _discount_entry(hand: PaymentInHand, charge_id: ChargeId, share: Money) -> Entry:
    item = hand.item_of(charge_id)
    bearer = discount_account(item, hand.chosen.charges[charge_id].kind)
    return _two_sided(hand, hand.unit_of(charge_id), "discount", bearer, receivable(item.code), share)


def _rounding_entry(hand: PaymentInHand, off: RoundingOff) -> Entry:
    owed = receivable(hand.item_of(off.charge_id).code)
    return _two_sided(hand, hand.unit_of(off.charge_id), "rounding", ROUNDING, owed, off.amount)


def _money_entry(hand: PaymentInHand) -> Entry:
    paid: dict[tuple[UnitId, str], Money] = {}
    for part in hand.settled.parts:
        key = hand.unit_of(part.charge_id), hand.item_of(part.charge_id).code
        paid[key] = paid.get(key, NOTHING) + part.together
    postings = list(_money_in(hand))
    postings += [Posting(receivable(code), -amount, unit_id) for (unit_id, code), amount in paid.items() if amount]
    if hand.settled.credited:
        postings.append(Posting(CREDIT_HELD, -hand.settled.credited, hand.asked.unit_id))
    return _entry(hand, "payment", postings)


def _money_in(hand: PaymentInHand) -> Iterator[Posting]:
    """What each method brought, change taken off cash; of a method that brought nothing, nothing is said."""
    by_account: dict[str, Money] = {}
    for one in hand.settled.tenders:
        if one.method is Method.CREDIT:
            continue
        by_account[one.method.account] = by_account.get(one.method.account, NOTHING) + one.amount
    if hand.settled.change:
        by_account[Method.CASH.account] -= hand.settled.change
    for account, amount in by_account.items():
        if amount:
            yield Posting(account, amount, hand.asked.unit_id)
    for used in hand.credit_of:
        yield Posting(CREDIT_HELD, used.amount, used.unit_id)


def _write_charges(
    connection: Connection,
    hand: PaymentInHand,
    late: Sequence[LateFeeTaken],
    payment_id: PaymentId,
    numbers: Iterator[EntryNo],
) -> list[ChargeId]:
    """All charges that the payment makes, at once: late fees, then what is paid ahead, then one-offs."""
    occasion = Occasion(hand.at, hand.by.id)
    new: list[tuple[NewCharge, ChargeId | None]] = [
        *((_late_fee_charge(hand, one), one.parent.id) for one in late),
        *((one.new, None) for one in hand.chosen.ahead.values()),
        *((_one_off_charge(hand, one), None) for one in hand.chosen.one_offs.values()),
    ]
    rows = [
        charge_row(one, next(numbers), occasion) | {"parent_id": parent_id, "payment_id": payment_id}
        for one, parent_id in new
    ]
    keys = insert_rows(connection, charge, rows, known_by="entry_no")
    return [ChargeId(keys[row["entry_no"]]) for row in rows]


def _late_fee_charge(hand: PaymentInHand, late: LateFeeTaken) -> NewCharge:
    parent = late.parent
    assert parent.late_fee is not None
    return NewCharge(
        unit_id=parent.unit_id,
        item=hand.item_of(parent.id),
        kind=LATE_FEE,
        name=late.name,
        due_on=hand.day,
        amount=late.amount,
        explain=late.facts,
        period=parent.late_fee.period,
    )


def _one_off_charge(hand: PaymentInHand, one: OneOff) -> NewCharge:
    return NewCharge(
        unit_id=one.unit_id or hand.asked.unit_id,
        item=hand.items[one.item_id],
        kind=ONE_OFF,
        name=one.name,
        due_on=hand.day,
        amount=one.amount,
        explain=typed_explanation(),
    )


class _Adjustments:
    """Writes what one payment takes off charges, taking the number of each one's entry in turn."""

    def __init__(
        self, connection: Connection, hand: PaymentInHand, payment_id: PaymentId, numbers: Iterator[EntryNo]
    ) -> None:
        self._connection = connection
        self._hand = hand
        self._payment_id = payment_id
        self._numbers = numbers

    def rounding(self, charge_id: ChargeId, amount: Money) -> None:
        self._write(charge_id, AdjustmentKind.ROUNDING, amount)

    def discount(self, one: Discount, new_ids: Mapping[ChargeId, ChargeId]) -> None:
        granted = {"approval_id": self._hand.discount_approval, "facts": one.to_facts()}
        for charge_id, share in one.shares.items():
            key = new_ids.get(charge_id, charge_id)
            self._write(key, AdjustmentKind.DISCOUNT, share, reason=one.rule.name, **granted)

    def _write(
        self, charge_id: ChargeId, kind: AdjustmentKind, off: Money, reason: str = "", **columns: object
    ) -> None:
        insert_row(
            self._connection,
            adjustment,
            charge_id=charge_id,
            kind=kind.value,
            amount=-off,
            day=self._hand.day,
            reason=reason,
            payment_id=self._payment_id,
            entry_no=next(self._numbers),
            at=self._hand.at,
            by=self._hand.by.id,
            **columns,
        )
