"""The slips of cash in and out: read from the row that was written, once as the original and then as marked copies."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select

from app.access.actor import Actor
from app.access.permissions import Permission
from app.access.tables import approval, user
from app.core.clock import Clock
from app.core.money import NOTHING, Money
from app.core.show import show_shift
from app.counter.cash.cash_reasons import MoveKind
from app.counter.cash.cash_slip import CashSlipFacts
from app.counter.paper_copies import Paper, next_print, note_printed
from app.counter.receipts.receipt_facts import CopyMark
from app.counter.shifts.refusals import CashSlipUnknown
from app.counter.tables import cash_move
from app.estate.office_facts import read_office_facts
from app.store.store import Store

WITH_SLIP = (MoveKind.IN, MoveKind.OUT, MoveKind.BANKED)


@dataclass(frozen=True, slots=True)
class CashSlipSheet:
    """A slip on its way to the printer; `mark` is None on the original."""

    copy_no: int
    facts: CashSlipFacts
    mark: CopyMark | None


class CashSlips:
    """Reading and printing; none of this moves cash."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def listed(self, most: int = 200) -> tuple[CashSlipFacts, ...]:
        """The newest slips of all drawers, the newest first."""
        newest = select(cash_move.c.id).where(cash_move.c.kind.in_(WITH_SLIP)).order_by(cash_move.c.id.desc())
        with self._store.reading() as connection:
            numbers = connection.execute(newest.limit(most)).scalars().all()
            return tuple(read_slip(connection, number) for number in numbers)

    def sheet(self, by: Actor, number: int) -> CashSlipSheet:
        """The next print of a slip: once the original, then marked copies.

        Raises CashSlipUnknown, and NotPermitted for copies.
        """
        by.require(Permission.MOVE_CASH)
        with self._store.transaction() as connection:
            facts, now = read_slip(connection, number), self._clock.now()
            copy_no = next_print(connection, Paper.CASH_SLIP, number, now, by.id)
            if copy_no:
                by.require(Permission.REPRINT)
            return CashSlipSheet(copy_no, facts, CopyMark(copy_no, now, by.name) if copy_no else None)

    def printed(self, sheet: CashSlipSheet) -> None:
        """The printer took the slip: the next one is a copy."""
        with self._store.transaction() as connection:
            note_printed(connection, Paper.CASH_SLIP, sheet.facts.number, sheet.copy_no, self._clock.now())


def read_slip(connection: Connection, number: int) -> CashSlipFacts:
    """What the slip of a row of cash prints. Raises CashSlipUnknown."""
    row = connection.execute(
        select(cash_move, user.c.name)
        .join_from(cash_move, user, user.c.id == cash_move.c.by)
        .where(cash_move.c.id == number, cash_move.c.kind.in_(WITH_SLIP))
    ).one_or_none()
    if row is None:
        raise CashSlipUnknown(number)
    office, amount = read_office_facts(connection), row.amount
    return CashSlipFacts(
        company=office.company,
        service_centre=office.service_centre,
        number=number,
        goes_in=amount > NOTHING,
        to_bank=row.kind == MoveKind.BANKED,
        amount=Money(abs(amount.fen)),
        reason=row.reason,
        person=row.person,
        at=row.at,
        cashier=row.name,
        shift=show_shift(row.shift_id),
        approver=_approver(connection, row.approval_id),
    )


def _approver(connection: Connection, approval_id: int | None) -> str:
    named = select(user.c.name).join_from(approval, user, user.c.id == approval.c.by)
    return connection.execute(named.where(approval.c.id == approval_id)).scalar_one_or_none() or ""
