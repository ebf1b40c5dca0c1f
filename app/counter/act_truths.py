"""What must hold of every act at the counter: who did it and when, in which shift, and by whose yes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Row, Select, Table, select

from app.access.held import Held
from app.access.permissions import Permission
from app.access.tables import approval, audit, user
from app.core.language import mark
from app.counter.cash.cash_reasons import MoveKind
from app.counter.clock_put_back import clock_put_back
from app.counter.tables import cash_move, deposit_move, method_change, payment, receipt, shift, shift_count
from app.ledger.tables import journal_entry
from app.store.truths import Truth

_WITH_ENTRY = (payment, method_change, cash_move, deposit_move)
_WITH_SHIFT = (payment, method_change, cash_move, shift_count)
_ORIGINAL = payment.alias("original")
_ALONE = {
    "refund": Permission.REFUND,
    "reversal": Permission.REVERSE_PAYMENT,
    "deposit_applied": Permission.KEEP_DEPOSIT,
    "kept": Permission.KEEP_DEPOSIT,
    "used": Permission.KEEP_DEPOSIT,
    "method_change": Permission.CHANGE_METHOD,
}
"""What somebody has to be allowed who does this without another's yes."""

_LENT = {
    "payment": {Permission.REPEAT_REFERENCE, Permission.ROUND_OFF},
    "void": {Permission.VOID_RECEIPT, Permission.VOID_RECEIPT_OF_OTHERS},
    "refund": {Permission.REFUND},
    "reversal": {Permission.REVERSE_PAYMENT},
    "deposit_applied": {Permission.KEEP_DEPOSIT},
    "kept": {Permission.KEEP_DEPOSIT},
    "used": {Permission.KEEP_DEPOSIT},
    "rounding": {Permission.REFUND},
    "method_change": {Permission.CHANGE_METHOD, Permission.REPEAT_REFERENCE},
    "in": {Permission.MOVE_MUCH_CASH},
    "out": {Permission.MOVE_MUCH_CASH},
    "banked": {Permission.MOVE_MUCH_CASH},
    "difference": {Permission.BOOK_DIFFERENCE},
}
"""What a yes to this may be about; a yes to anything else is about another step."""


def _with_entry(table: Table) -> Select[Any]:
    entry = (journal_entry.c.at.label("then"), journal_entry.c.by.label("who"), journal_entry.c.day.label("booked"))
    return select(table, *entry).join_from(table, journal_entry, journal_entry.c.no == table.c.entry_no)


_ENTRIES = tuple((table, _with_entry(table)) for table in _WITH_ENTRY)
_PAPERS = select(
    receipt.c.label, receipt.c.at, receipt.c.by, payment.c.at.label("then"), payment.c.by.label("who")
).join_from(receipt, payment, payment.c.id == receipt.c.payment_id)


def _as_in_the_journal(connection: Connection) -> Iterator[str]:
    """Who wrote a row, and when, is who wrote its entry; so is the day of its money."""
    for table, rows in _ENTRIES:
        for row in connection.execute(rows):
            day = row.day if "day" in table.c else row.booked
            if (row.at, row.by, day) != (row.then, row.who, row.booked):
                yield f"{table.name} {row.id}: {row.at} {row.by} {day} / {row.then} {row.who} {row.booked}"
    for row in connection.execute(_PAPERS):
        if (row.at, row.by) != (row.then, row.who):
            yield f"{row.label}: {row.at} {row.by} / {row.then} {row.who}"


def _in_their_shift(connection: Connection) -> Iterator[str]:
    outside = list(_outside_their_shift(connection))
    back = clock_put_back(connection) if outside else ()
    for name, row in outside:
        bound = row.opened_at if row.at < row.opened_at else row.closed_at
        if not any(after <= bound <= before for before, after in back):
            yield f"{name} {row.id}: {row.at}"


def _outside(table: Table) -> Select[Any]:
    return (
        select(table.c.id, table.c.at, shift.c.opened_at, shift.c.closed_at)
        .join_from(table, shift, shift.c.id == table.c.shift_id)
        .where((table.c.at < shift.c.opened_at) | (table.c.at > shift.c.closed_at))
    )


_OUTSIDE = tuple((table.name, _outside(table)) for table in _WITH_SHIFT)


def _outside_their_shift(connection: Connection) -> Iterator[tuple[str, Row[Any]]]:
    for name, rows in _OUTSIDE:
        yield from ((name, row) for row in connection.execute(rows))


_NO_SALES = select(cash_move).where(cash_move.c.kind == MoveKind.NO_SALE)
_OPENINGS = select(audit).where(audit.c.action == "open_drawer")


def _opened_for_nothing(connection: Connection) -> Iterator[str]:
    """Each opening of a drawer without a sale stands in the audit trail as well."""
    moves = Counter((str(row.shift_id), row.reason, row.at, row.by) for row in connection.execute(_NO_SALES))
    acts = connection.execute(_OPENINGS)
    noted = Counter((row.subject, row.facts["reason"], row.at, row.by) for row in acts)
    yield from (f"{one}" for one in (moves - noted) + (noted - moves))


def _asking(table: Table) -> Select[Any]:
    back = table.c.reverses.is_not(None) if table is deposit_move else table.c.id.is_(None)
    return (
        select(table, approval.c.permission, approval.c.asked_by, approval.c.at.label("agreed_at"))
        .add_columns(user.c.role, back.label("taken_back"))
        .join_from(table, approval, approval.c.id == table.c.approval_id, isouter=True)
        .join(user, user.c.id == table.c.by, isouter=True)
        .order_by(table.c.id)
    )


_ASKING = tuple((table.name, _asking(table)) for table in _WITH_ENTRY)


def _agreed(connection: Connection) -> Iterator[str]:
    """A yes is about this step, asked for by who did it, and given before; without one the person was allowed to."""
    held = Held(connection)
    for name, rows in _ASKING:
        for row in connection.execute(rows):
            kind = name if name == "method_change" else row.kind
            if row.approval_id is None:
                wanted = _ALONE.get(kind)
                alone = wanted is None or row.role is None or held.may(row.by, wanted, row.at)
                if not alone and not row.taken_back:
                    yield f"{name} {row.id}: {wanted}"
                continue
            about = (row.permission in _LENT.get(kind, ()), row.asked_by == row.by, row.agreed_at <= row.at)
            if not all(about):
                yield f"{name} {row.id}: {row.permission} {row.asked_by} {row.agreed_at}"


_OF_OTHERS = (
    select(payment.c.id, payment.c.by, payment.c.at)
    .join_from(payment, _ORIGINAL, _ORIGINAL.c.id == payment.c.reverses)
    .join(user, user.c.id == payment.c.by)
    .where(payment.c.kind == "void", payment.c.shift_id.is_not(None), payment.c.approval_id.is_(None))
    .where(payment.c.by != _ORIGINAL.c.by)
)


def _of_others(connection: Connection) -> Iterator[str]:
    """Who voids what another took, without a yes, is allowed to."""
    held = Held(connection)
    for row in connection.execute(_OF_OTHERS):
        if not held.may(row.by, Permission.VOID_RECEIPT_OF_OTHERS, row.at):
            yield f"payment {row.id}"


TRUTHS = (
    Truth(mark("whoever acted at the counter, and when, stands in the journal too"), _as_in_the_journal),
    Truth(mark("everything at a drawer lies in the time of its shift"), _in_their_shift),
    Truth(mark("every drawer opened for nothing stands in the audit trail"), _opened_for_nothing),
    Truth(mark("every yes of a second person is about the step that it stands on"), _agreed),
    Truth(mark("nobody voids what another took without being allowed to"), _of_others),
)
