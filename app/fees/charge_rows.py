"""Writing charges: each with one balanced journal entry; and taking them back by reversing entries."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, insert, select, update

from app.core.ids import AssignmentId, BatchId, ChargeId, EntryNo, RunId, UnitId, UserId
from app.core.money import NOTHING, Money
from app.core.periods import Period
from app.fees.items import FeeItem, counter_account
from app.fees.progress import Tell, tell_nobody
from app.fees.tables import FIRST_VERSION, adjustment, charge, recognition
from app.ledger.accounts import IN_ADVANCE, receivable
from app.ledger.entry import Entry, Posting, reversal
from app.ledger.journal import entries, post

PERIOD, ONE_OFF, LATE_FEE, OPENING_ARREARS = "period", "one_off", "late_fee", "opening"
UNSERVED = "unserved"  # the kind of an adjustment for days that nobody will be served
_AT_ONCE = 400


@dataclass(frozen=True, slots=True)
class NewCharge:
    """A charge to be written; amount in fen, the rest as its row says.

    `against` is the account that it credits; empty for that of its fee item.
    """

    unit_id: UnitId
    item: FeeItem
    kind: str
    name: str
    due_on: date
    amount: Money
    explain: dict[str, Any]
    period: Period | None = None
    assignment_id: AssignmentId | None = None
    run_id: RunId | None = None
    late_fee: dict[str, Any] | None = None
    subject: str = ""
    against: str = ""
    batch_id: BatchId | None = None


@dataclass(frozen=True, slots=True)
class Occasion:
    """When something is written, and by whom; the business day is the day of the moment."""

    at: datetime
    by: UserId
    day: date = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "day", self.at.date())


def write_charges(connection: Connection, new: Sequence[NewCharge], occasion: Occasion) -> None:
    """Write charges and their entries: what is owed against revenue, held money, or fees received in advance."""
    numbers = post(connection, (charge_entry(one, occasion) for one in new))
    rows = [charge_row(one, entry_no, occasion) for one, entry_no in zip(new, numbers, strict=True)]
    if rows:
        connection.execute(insert(charge), rows)


def in_advance(one: NewCharge, day: date) -> bool:
    """Whether the office's own money is owed for a period that has not begun."""
    return not one.against and one.period is not None and one.period.first > day and not one.item.money_of.held


def charge_entry(one: NewCharge, occasion: Occasion) -> Entry:
    """The entry of a charge: owed against revenue, held money, or fees received in advance."""
    against = IN_ADVANCE if in_advance(one, occasion.day) else one.against or counter_account(one.item)
    postings = (
        Posting(receivable(one.item.code), one.amount, one.unit_id),
        Posting(against, -one.amount, one.unit_id),
    )
    return Entry(occasion.day, "charge", one.subject, postings, occasion.at, occasion.by)


def charge_row(one: NewCharge, entry_no: EntryNo, occasion: Occasion) -> dict[str, Any]:
    """The row of a charge beside its entry."""
    return {
        "unit_id": one.unit_id,
        "fee_item_id": one.item.id,
        "kind": one.kind,
        "name": one.name,
        "assignment_id": one.assignment_id,
        "run_id": one.run_id,
        "batch_id": one.batch_id,
        "first": None if one.period is None else one.period.first,
        "until": None if one.period is None else one.period.until,
        "due_on": one.due_on,
        "amount": one.amount,
        "explain": one.explain,
        "late_fee": one.late_fee,
        "in_advance": in_advance(one, occasion.day),
        "entry_no": entry_no,
        "outstanding": one.amount,
        "late_fee_left": NOTHING,
        "version": FIRST_VERSION,
        "at": occasion.at,
        "by": occasion.by,
    }


def reverse_entries(
    connection: Connection, numbers: Iterable[EntryNo], kind: str, occasion: Occasion, progress: Tell = tell_nobody
) -> None:
    """Write the reversing entry of each of these entries, in their order; `progress` hears (done, total)."""
    wanted = sorted(numbers)
    for start in range(0, len(wanted), _AT_ONCE):
        progress(start, len(wanted))
        originals = entries(connection, wanted[start : start + _AT_ONCE])
        turned = [reversal(one, number, kind, occasion.day, occasion.at, occasion.by) for number, one in originals]
        post(connection, turned)
    progress(len(wanted), len(wanted))


def cancel_charges_of_run(
    connection: Connection, run_id: RunId, occasion: Occasion, progress: Tell = tell_nobody
) -> int:
    """Cancel what a run charged: nothing owed any more, every entry reversed. Returns how many charges."""
    return cancel_charges(connection, charge.c.run_id == run_id, occasion, progress)


def cancel_charges(
    connection: Connection, which: ColumnElement[bool], occasion: Occasion, progress: Tell = tell_nobody
) -> int:
    """Cancel these charges as far as they stand; each entry is reversed. Returns how many."""
    standing = (which, charge.c.cancelled_at.is_(None))
    rows = connection.execute(
        select(charge.c.entry_no, recognition.c.entry_no.label("recognised"))
        .join_from(charge, recognition, recognition.c.charge_id == charge.c.id, isouter=True)
        .where(*standing)
    ).all()
    numbers = [row.entry_no for row in rows] + [row.recognised for row in rows if row.recognised is not None]
    reverse_entries(connection, numbers, "charge_cancelled", occasion, progress)
    gone = {"outstanding": NOTHING, "late_fee_left": NOTHING, "cancelled_at": occasion.at, "cancelled_by": occasion.by}
    connection.execute(update(charge).where(*standing).values(**gone, version=charge.c.version + 1))
    return len(rows)


def release_begun(connection: Connection, items: dict[int, FeeItem], occasion: Occasion) -> int:
    """Move charges whose period has begun from fees received in advance to revenue. Returns how many."""
    found = connection.execute(
        select(charge.c.id, charge.c.unit_id, charge.c.fee_item_id, charge.c.amount, charge.c.name)
        .join_from(charge, recognition, recognition.c.charge_id == charge.c.id, isouter=True)
        .where(
            charge.c.in_advance.is_(True),
            charge.c.cancelled_at.is_(None),
            charge.c.first <= occasion.day,
            recognition.c.charge_id.is_(None),
        )
        .order_by(charge.c.id)
    ).all()
    unserved = _unserved(connection)
    served = {row.id: row.amount - unserved.get(row.id, NOTHING) for row in found}
    rows = [row for row in found if served[row.id]]
    turned = (
        Entry(
            occasion.day,
            "recognition",
            f"{row.name} {row.id}",
            (
                Posting(IN_ADVANCE, served[row.id], row.unit_id),
                Posting(counter_account(items[row.fee_item_id]), -served[row.id], row.unit_id),
            ),
            occasion.at,
            occasion.by,
        )
        for row in rows
    )
    numbers = post(connection, turned)
    if rows:
        pairs = zip(rows, numbers, strict=True)
        connection.execute(
            insert(recognition), [{"charge_id": ChargeId(row.id), "entry_no": entry_no} for row, entry_no in pairs]
        )
    return len(rows)


def _unserved(connection: Connection) -> dict[int, Money]:
    """What was taken off charges before their period began, because nobody will be served: it is never earned."""
    rows = connection.execute(
        select(adjustment.c.charge_id, func.sum(adjustment.c.amount).label("off"))
        .join_from(adjustment, charge, charge.c.id == adjustment.c.charge_id)
        .join(recognition, recognition.c.charge_id == charge.c.id, isouter=True)
        .where(adjustment.c.kind == UNSERVED, charge.c.in_advance.is_(True), recognition.c.charge_id.is_(None))
        .group_by(adjustment.c.charge_id)
    )
    return {row.charge_id: -row.off for row in rows}
