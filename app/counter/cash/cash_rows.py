"""What a drawer should hold: its float, what was taken and given back in cash, and the rows of cash."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, func, select

from app.access.actor import Actor
from app.core.ids import ApprovalId, ShiftId
from app.core.money import NOTHING, Money
from app.counter.cash.cash_reasons import IN_THE_SHIFT, MoveKind
from app.counter.tables import cash_move
from app.ledger.accounts import money_in
from app.ledger.entry import Entry, Posting
from app.ledger.journal import post
from app.store.rows import insert_row

CASH = money_in("cash")


@dataclass(frozen=True, slots=True)
class CashMoves:
    """The rows of cash within a shift, summed by kind: `put_in` is positive, `taken_out` and `banked` are negative."""

    put_in: Money = NOTHING
    taken_out: Money = NOTHING
    banked: Money = NOTHING
    no_sales: int = 0

    @property
    def together(self) -> Money:
        """By how much they change what the drawer should hold."""
        return self.put_in + self.taken_out + self.banked


def moves_of_shift(connection: Connection, shift_id: ShiftId) -> CashMoves:
    """The sums of a shift's rows."""
    rows = connection.execute(
        select(cash_move.c.kind, func.sum(cash_move.c.amount).label("amount"), func.count().label("rows"))
        .where(cash_move.c.shift_id == shift_id)
        .group_by(cash_move.c.kind)
    ).all()
    sums = {row.kind: row.amount for row in rows}
    put_in, taken_out, banked = (sums.get(kind, NOTHING) for kind in IN_THE_SHIFT)
    no_sales = next((row.rows for row in rows if row.kind == MoveKind.NO_SALE), 0)
    return CashMoves(put_in, taken_out, banked, no_sales)


@dataclass(frozen=True, slots=True)
class CashRow:
    """One row to write: `amount` in fen as the drawer sees it (out is negative), `other` the account across."""

    kind: MoveKind
    amount: Money
    other: str
    reason: str
    person: str = ""
    approval_id: ApprovalId | None = None


def write_cash(
    connection: Connection, by: Actor, shift_id: ShiftId, row: CashRow, day: date, at: datetime, subject: str
) -> int:
    """Book one row of cash and keep it; returns its id. Nothing is booked where the amount is nothing."""
    entry_no = None
    if row.amount:
        postings = (Posting(CASH, row.amount, None), Posting(row.other, -row.amount, None))
        (entry_no,) = post(connection, [Entry(day, f"cash_{row.kind}", subject, postings, at, by.id)])
    return insert_row(
        connection,
        cash_move,
        shift_id=shift_id,
        kind=row.kind,
        amount=row.amount,
        reason=row.reason,
        person=row.person.strip(),
        approval_id=row.approval_id,
        entry_no=entry_no,
        at=at,
        by=by.id,
    )
