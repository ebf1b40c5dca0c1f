"""The slips of cash in and out: read from the row that was written, once as the original and then as marked copies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, select

from app.access import audit
from app.access.actor import Actor
from app.access.permissions import Permission
from app.access.tables import approval, user
from app.access.tables import audit as audit_table
from app.core.ids import UserId
from app.core.money import NOTHING, Money
from app.core.show import show_shift
from app.counter.cash.cash_reasons import MoveKind
from app.counter.cash.cash_slip import CashSlipFacts
from app.counter.left_prints import LeftPrints
from app.counter.paper_copies import Paper, next_print, note_printed
from app.counter.receipts.receipt_facts import CopyMark
from app.counter.shifts.refusals import CashSlipUnknown
from app.counter.tables import cash_move
from app.estate.office_facts import read_office_facts

_MOVED = "move_cash"
WITH_SLIP = (MoveKind.IN, MoveKind.OUT, MoveKind.BANKED)


@dataclass(frozen=True, slots=True)
class CashSlipSheet:
    """A slip on its way to the printer; `mark` is None on the original."""

    copy_no: int
    facts: CashSlipFacts
    mark: CopyMark | None


class CashSlips(LeftPrints):
    """Reading and printing; none of this moves cash."""

    papers = (Paper.CASH_SLIP,)

    def listed(self, most: int = 200) -> tuple[CashSlipFacts, ...]:
        """The newest slips of all drawers, the newest first."""
        newest = select(cash_move.c.id).where(cash_move.c.kind.in_(WITH_SLIP)).order_by(cash_move.c.id.desc())
        with self._store.reading() as connection:
            return _read(connection, connection.execute(newest.limit(most)).scalars().all())

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


def copy_heading(connection: Connection, number: int, at: datetime, by: UserId) -> None:
    """Keep what the office is called today: a copy printed under another name says what the original said."""
    office = read_office_facts(connection)
    facts = {"company": office.company, "service_centre": office.service_centre}
    audit.record(connection, _MOVED, _subject(number), facts, at, by)


def read_slip(connection: Connection, number: int) -> CashSlipFacts:
    """What the slip of a row of cash prints. Raises CashSlipUnknown."""
    found = _read(connection, [number])
    if not found:
        raise CashSlipUnknown(number)
    return found[0]


def _read(connection: Connection, numbers: Sequence[int]) -> tuple[CashSlipFacts, ...]:
    """The slips of these rows of cash, the newest first; those from before headings were copied take today's."""
    approver, headings = user.alias("approver"), _headings(connection, numbers)
    office = read_office_facts(connection)
    rows = connection.execute(
        select(cash_move, user.c.name, approver.c.name.label("approver"))
        .join_from(cash_move, user, user.c.id == cash_move.c.by)
        .join(approval, approval.c.id == cash_move.c.approval_id, isouter=True)
        .join(approver, approver.c.id == approval.c.by, isouter=True)
        .where(cash_move.c.id.in_(numbers), cash_move.c.kind.in_(WITH_SLIP))
        .order_by(cash_move.c.id.desc())
    )
    today = (office.company, office.service_centre)
    return tuple(_slip(row, headings.get(_subject(row.id), today)) for row in rows)


def _slip(row: Row[Any], heading: tuple[str, str]) -> CashSlipFacts:
    company, service_centre = heading
    return CashSlipFacts(
        company=company,
        service_centre=service_centre,
        number=row.id,
        goes_in=row.amount > NOTHING,
        to_bank=row.kind == MoveKind.BANKED,
        amount=Money(abs(row.amount.fen)),
        reason=row.reason,
        person=row.person,
        at=row.at,
        cashier=row.name,
        shift=show_shift(row.shift_id),
        approver=row.approver or "",
    )


def _headings(connection: Connection, numbers: Sequence[int]) -> dict[str, tuple[str, str]]:
    """Company and service centre as copied, by the slip's number as printed."""
    wanted = (audit_table.c.action == _MOVED, audit_table.c.subject.in_([_subject(number) for number in numbers]))
    rows = connection.execute(select(audit_table.c.subject, audit_table.c.facts).where(*wanted))
    return {row.subject: (row.facts["company"], row.facts["service_centre"]) for row in rows}


def _subject(number: int) -> str:
    return f"C-{number:06d}"
