"""Adjustments as rows: what was owed is never edited, each has its balanced entry, and each can be reversed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Row, bindparam, select, update

from app.core.ids import AdjustmentId, ApprovalId, ChargeId, EntryNo, FeeItemId, UnitId
from app.core.money import Money
from app.estate.tables import unit
from app.fees.charge_rows import OPENING_ARREARS, Occasion
from app.fees.items import FeeItem, counter_account, read_items
from app.fees.late_fees.late_fee_rows import let_late_fees_stand
from app.fees.tables import adjustment, charge, recognition
from app.ledger.accounts import CREDIT_HELD, DISCOUNT, IN_ADVANCE, OPENING, receivable
from app.ledger.entry import Entry, Posting, reversal
from app.ledger.journal import entries, post
from app.store.columns import MoneyColumn
from app.store.rows import insert_row


class AdjustmentKind(StrEnum):
    """Why a charge owes another amount than was written."""

    ROUNDING = "rounding"
    WAIVER = "waiver"
    LATE_FEE_WAIVER = "late_fee_waiver"
    DISCOUNT = "discount"
    VACANT = "vacant"
    READING_CORRECTION = "reading_correction"
    TO_CREDIT = "to_credit"  # what a correction found to be paid too much moves to the unit's credit
    UNSERVED = "unserved"  # days that nobody will be served, or a one-off that nobody got: not owed
    OWED_AFTER_ALL = "owed_after_all"  # what a payment was let off, which was then given back as a whole


REEXPLAINED = (AdjustmentKind.VACANT, AdjustmentKind.READING_CORRECTION)
"""Kinds that carry the charge's new explanation as `explain` in their facts."""
WAIVERS = (AdjustmentKind.WAIVER, AdjustmentKind.LATE_FEE_WAIVER)


@dataclass(frozen=True, slots=True)
class NewAdjustment:
    """An adjustment to be written; `amount` in fen, negative where less is owed."""

    charge_id: ChargeId
    kind: AdjustmentKind
    amount: Money
    reason: str
    approval_id: ApprovalId | None = None
    facts: Mapping[str, Any] | None = None


_CHARGES = (
    select(
        charge.c.id,
        charge.c.unit_id,
        charge.c.fee_item_id,
        charge.c.kind,
        charge.c.name,
        charge.c.parent_id,
        charge.c.in_advance,
        recognition.c.entry_no.label("begun"),
        unit.c.code.label("unit_code"),
    )
    .join_from(charge, unit, unit.c.id == charge.c.unit_id)
    .join(recognition, recognition.c.charge_id == charge.c.id, isouter=True)
    .where(charge.c.id.in_(bindparam("charges", expanding=True)))
)
_OWE = (
    update(charge)
    .where(charge.c.id == bindparam("charge"))
    .values(
        outstanding=charge.c.outstanding + bindparam("more", type_=MoneyColumn),
        version=charge.c.version + 1,
    )
)


def discount_account(item: FeeItem, charge_kind: str) -> str:
    """What bears the loss: the office by its discounts; of money held for others the liability becomes less.

    What was taken over from the books before was never a liability of these books.
    """
    if not item.money_of.held:
        return DISCOUNT
    return OPENING if charge_kind == OPENING_ARREARS else counter_account(item)


def unearned_account(item: FeeItem, charge_kind: str, *, waits: bool) -> str:
    """The account that the charge was written against: unserved days were never earned.

    `waits` says that its period has not begun, so that it is still held as received in advance.
    """
    if charge_kind == OPENING_ARREARS:
        return OPENING
    return IN_ADVANCE if waits else counter_account(item)


def write_adjustments(
    connection: Connection, new: Sequence[NewAdjustment], occasion: Occasion, subject: str = ""
) -> list[AdjustmentId]:
    """Write adjustments with their entries and bring what the charges owe up to date.

    The caller has seen to it that no charge owes less than nothing afterwards.
    """
    if not new:
        return []
    rows = {row.id: row for row in connection.execute(_CHARGES, {"charges": [one.charge_id for one in new]})}
    items = {item.id: item for item in read_items(connection)}
    numbers = post(connection, [_entry(one, rows[one.charge_id], items, occasion, subject) for one in new])
    written = [_insert(connection, one, number, occasion) for one, number in zip(new, numbers, strict=True)]
    owe(connection, ((one.charge_id, one.amount) for one in new), occasion)
    return written


def reverse_adjustments(
    connection: Connection, adjustment_ids: Sequence[AdjustmentId], reason: str, occasion: Occasion
) -> None:
    """Take adjustments back by reversing rows and entries; the charges owe what they owed without them."""
    rows = connection.execute(
        select(adjustment).where(adjustment.c.id.in_(adjustment_ids)).order_by(adjustment.c.entry_no)
    ).all()
    originals = entries(connection, [row.entry_no for row in rows])
    turned = [
        reversal(one, number, "adjustment_reversed", occasion.day, occasion.at, occasion.by)
        for number, one in originals
    ]
    for row, number in zip(rows, post(connection, turned), strict=True):
        back = NewAdjustment(ChargeId(row.charge_id), AdjustmentKind(row.kind), -row.amount, reason)
        _insert(connection, back, number, occasion, reverses=row.id)
    owe(connection, ((ChargeId(row.charge_id), -row.amount) for row in rows), occasion)


def owe(connection: Connection, more: Iterable[tuple[ChargeId, Money]], occasion: Occasion) -> None:
    """Let charges owe so much more (negative: less), a new version each; a late fee stands once nothing is left."""
    together: Counter[ChargeId] = Counter()
    for charge_id, amount in more:
        together[charge_id] += amount.fen
    connection.execute(_OWE, [{"charge": key, "more": Money(fen)} for key, fen in together.items()])
    let_late_fees_stand(connection, list(together), occasion.day)


def _entry(
    one: NewAdjustment, row: Row[Any], items: Mapping[FeeItemId, FeeItem], occasion: Occasion, subject: str
) -> Entry:
    item = items[row.fee_item_id]
    bearer = _bearer(one.kind, item, row)
    postings = (
        Posting(receivable(item.code), one.amount, UnitId(row.unit_id)),
        Posting(bearer, -one.amount, UnitId(row.unit_id)),
    )
    subject = subject or f"{row.unit_code} {row.name}"
    return Entry(occasion.day, one.kind.value, subject, postings, occasion.at, occasion.by)


def _bearer(kind: AdjustmentKind, item: FeeItem, row: Row[Any]) -> str:
    if kind is AdjustmentKind.TO_CREDIT:
        return CREDIT_HELD
    if kind is AdjustmentKind.UNSERVED:
        return unearned_account(item, row.kind, waits=row.in_advance and row.begun is None)
    if kind is AdjustmentKind.READING_CORRECTION:  # it was never earned, or never collected for the supplier
        return counter_account(item)
    return discount_account(item, row.kind)


def _insert(
    connection: Connection, one: NewAdjustment, number: EntryNo, occasion: Occasion, reverses: int | None = None
) -> AdjustmentId:
    key = insert_row(
        connection,
        adjustment,
        charge_id=one.charge_id,
        kind=one.kind.value,
        amount=one.amount,
        day=occasion.day,
        reason=one.reason.strip(),
        approval_id=one.approval_id,
        reverses=reverses,
        entry_no=number,
        facts=None if one.facts is None else dict(one.facts),
        at=occasion.at,
        by=occasion.by,
    )
    return AdjustmentId(key)
