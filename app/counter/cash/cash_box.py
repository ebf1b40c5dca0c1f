"""Cash in and out of a drawer without a receipt, and a drawer opened for nothing; each with who and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from app.access import audit
from app.access.actor import Actor, Approval
from app.access.permissions import Permission
from app.access.tables import user
from app.core.clock import Clock
from app.core.ids import ShiftId
from app.core.money import NOTHING, Money
from app.counter.cash.cash_reasons import CashReason, MoveKind, reason_text
from app.counter.cash.cash_rows import CashRow, write_cash
from app.counter.cash.cash_slip import CashSlipFacts
from app.counter.cash.cash_slips import copy_heading, read_slip
from app.counter.methods import Method
from app.counter.refusals import ReasonMissing
from app.counter.shifts.counts import expected_now
from app.counter.shifts.open_shift import shift_for_payment
from app.counter.shifts.refusals import NoAmountMoved, NotInDrawer, PersonMissing
from app.counter.shifts.settings import CASH_MOVE_LIMIT
from app.counter.tables import cash_move
from app.ledger.head import keep_head
from app.store.settings import read_choice
from app.store.store import Store


@dataclass(frozen=True, slots=True)
class MoveCash:
    """What is asked: the amount is positive in both directions; `person` brought or took it."""

    reason: CashReason
    amount: Money
    person: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class CashMoveRow:
    """One row of cash as lists show it; `amount` is negative where it went out."""

    id: int
    kind: MoveKind
    amount: Money
    reason: str
    person: str
    at: datetime
    by: str


class CashBox:
    """The drawer of the cashier's open shift."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def limit(self) -> Money:
        """What a cashier may move alone, in fen."""
        with self._store.reading() as connection:
            return read_choice(connection, CASH_MOVE_LIMIT)

    def move(self, by: Actor, asked: MoveCash, approval: Approval | None = None) -> CashSlipFacts:
        """Put cash in or take it out; returns what the slip prints.

        Raises NoOpenShift, ShiftLeftOpen, NoAmountMoved, PersonMissing, ReasonMissing (words of one's own for "other"),
        NotInDrawer, NotPermitted above the office's limit.
        """
        by.require(Permission.MOVE_CASH)
        _check(asked)
        now = self._clock.now()
        with self._store.transaction() as connection:
            shift = shift_for_payment(connection, by, now.date())
            above = asked.amount > read_choice(connection, CASH_MOVE_LIMIT)
            approved = by.require(Permission.MOVE_MUCH_CASH, approval) if above else None
            amount = asked.amount if asked.reason.goes_in else -asked.amount
            if expected_now(connection, shift)[Method.CASH] + amount < NOTHING:
                raise NotInDrawer(asked.amount)
            words = reason_text(asked.reason, asked.words)
            row = CashRow(asked.reason.kind, amount, asked.reason.account, words, asked.person, approved)
            number = write_cash(connection, by, shift.id, row, shift.day, now, f"shift {shift.id}")
            copy_heading(connection, number, now, by.id)
            keep_head(self._store, connection, f"shift {shift.id}")
            return read_slip(connection, number)

    def open_for_nothing(self, by: Actor, reason: str) -> int:
        """Note that the drawer was opened without a sale; returns how often this cashier did so in the shift.

        Raises NoOpenShift, ShiftLeftOpen, ReasonMissing.
        """
        by.require(Permission.MOVE_CASH)
        if not reason.strip():
            raise ReasonMissing
        now = self._clock.now()
        with self._store.transaction() as connection:
            shift = shift_for_payment(connection, by, now.date())
            row = CashRow(MoveKind.NO_SALE, NOTHING, "", reason.strip())
            write_cash(connection, by, shift.id, row, shift.day, now, f"shift {shift.id}")
            audit.record(connection, "open_drawer", str(shift.id), {"reason": reason.strip()}, now, by.id)
            own = (cash_move.c.shift_id == shift.id, cash_move.c.kind == MoveKind.NO_SALE, cash_move.c.by == by.id)
            return connection.execute(select(func.count()).select_from(cash_move).where(*own)).scalar_one()

    def of_shift(self, shift_id: ShiftId) -> tuple[CashMoveRow, ...]:
        """All rows of cash of a shift, the newest first."""
        rows = (
            select(cash_move, user.c.name)
            .join_from(cash_move, user, user.c.id == cash_move.c.by)
            .where(cash_move.c.shift_id == shift_id)
            .order_by(cash_move.c.id.desc())
        )
        with self._store.reading() as connection:
            return tuple(
                CashMoveRow(row.id, MoveKind(row.kind), row.amount, row.reason, row.person, row.at, row.name)
                for row in connection.execute(rows)
            )


def _check(asked: MoveCash) -> None:
    if asked.amount <= NOTHING:
        raise NoAmountMoved
    if not asked.person.strip():
        raise PersonMissing
    if asked.reason in (CashReason.OTHER_IN, CashReason.OTHER_OUT) and not asked.words.strip():
        raise ReasonMissing
