"""What must hold between the counter and the journal: every row stands in the entry that it names, with its amount."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from sqlalchemy import Connection, func, select, union_all

from app.core.language import mark
from app.core.money import NOTHING, Money
from app.counter.cash.cash_rows import CASH
from app.counter.methods import Method
from app.counter.tables import cash_move, deposit_move, method_change, payment, tender
from app.ledger.accounts import DEPOSITS_HELD
from app.ledger.tables import journal_entry, posting
from app.store.truths import Truth

_ENTRY_OF_PAYMENT = {
    "payment": "payment",
    "credit_applied": "payment",
    "refund": "refund",
    "deposit_applied": "deposit_used",
}
_ENTRY_OF_DEPOSIT = {
    "kept": "deposit_kept",
    "used": "deposit_used",
    "refund": "refund",
    "rounding": "deposit_rounding",
}
_MONEY = {method.account for method in Method if method.brings_money}
_Postings = dict[tuple[str, int | None], Money]


_ENTRY = (journal_entry.c.kind.label("entry_kind"), journal_entry.c.reverses.label("entry_reverses"))
_ORIGINAL, _FIRST_MOVE = payment.alias("original"), deposit_move.alias("original")
_PAYMENTS = (
    select(payment, *_ENTRY, _ORIGINAL.c.entry_no.label("first_entry"))
    .join_from(payment, journal_entry, journal_entry.c.no == payment.c.entry_no)
    .join(_ORIGINAL, _ORIGINAL.c.id == payment.c.reverses, isouter=True)
)


def _payments(connection: Connection) -> Iterator[str]:
    """Money in the entry is what the tenders brought, on the unit of the payment; a taking back reverses an entry."""
    brought, booked = _brought(connection), _booked(connection)
    for row in connection.execute(_PAYMENTS):
        expected = {(account, row.unit_id): amount for account, amount in brought[row.id].items() if amount}
        kind = _ENTRY_OF_PAYMENT.get(row.kind, row.kind)
        if row.entry_kind != kind or row.entry_reverses != row.first_entry or booked[row.entry_no] != expected:
            yield f"payment {row.id} ({row.kind}): {row.entry_no} {row.entry_kind} / {expected}"


_HANDED = select(tender.c.payment_id, tender.c.method, tender.c.amount).where(tender.c.change_id.is_(None))
_CHANGE = select(payment.c.id, payment.c.change).where(payment.c.change != NOTHING)


def _brought(connection: Connection) -> defaultdict[int, defaultdict[str, Money]]:
    """By payment and account what was handed over, change taken off; corrections of a method have their own entry."""
    found: defaultdict[int, defaultdict[str, Money]] = defaultdict(lambda: defaultdict(lambda: NOTHING))
    for row in connection.execute(_HANDED):
        if Method(row.method).brings_money:
            found[row.payment_id][Method(row.method).account] += row.amount
    for row in connection.execute(_CHANGE):
        found[row.id][CASH] -= row.change
    return found


_BOOKED = (
    select(posting.c.entry_no, posting.c.account, posting.c.unit_id, func.sum(posting.c.amount).label("amount"))
    .where(posting.c.account.in_(_MONEY))
    .group_by(posting.c.entry_no, posting.c.account, posting.c.unit_id)
)


def _booked(connection: Connection) -> defaultdict[int, _Postings]:
    """By entry what its postings moved on the accounts of money."""
    found: defaultdict[int, _Postings] = defaultdict(dict)
    for row in connection.execute(_BOOKED):
        found[row.entry_no][row.account, row.unit_id] = row.amount
    return found


_NAMED = union_all(
    *(select(table.c.entry_no).where(table.c.entry_no.is_not(None)) for table in (payment, method_change, cash_move))
)


def _once(connection: Connection) -> Iterator[str]:
    """No two payments, corrections or rows of cash stand on one entry."""
    named = Counter(connection.execute(_NAMED).scalars())
    yield from (f"{number}" for number, times in named.items() if times > 1)


_CASH_ROWS = (
    select(cash_move, journal_entry.c.kind.label("entry_kind"), posting.c.amount.label("posted"))
    .join_from(cash_move, journal_entry, journal_entry.c.no == cash_move.c.entry_no, isouter=True)
    .join(posting, (posting.c.entry_no == journal_entry.c.no) & (posting.c.account == CASH), isouter=True)
)


def _cash(connection: Connection) -> Iterator[str]:
    for row in connection.execute(_CASH_ROWS):
        if (row.posted or NOTHING) != row.amount or (row.amount and row.entry_kind != f"cash_{row.kind}"):
            yield f"cash {row.id} ({row.kind}): {row.amount} / {row.entry_kind} {row.posted}"


_METHOD_CHANGES = (
    select(method_change, journal_entry.c.kind, payment.c.unit_id, payment.c.shift_id.label("shift_of_payment"))
    .join_from(method_change, journal_entry, journal_entry.c.no == method_change.c.entry_no)
    .join(payment, payment.c.id == method_change.c.payment_id)
)


def _method_changes(connection: Connection) -> Iterator[str]:
    """The entry moves the amount from one account to the other, in the shift of the payment."""
    booked = _booked(connection)
    for row in connection.execute(_METHOD_CHANGES):
        away, to = Method(row.from_method).account, Method(row.to_method).account
        moved = {(away, row.unit_id): -row.amount, (to, row.unit_id): row.amount}
        if (row.kind, row.shift_id) != ("method_change", row.shift_of_payment) or booked[row.entry_no] != moved:
            yield f"method change {row.id}: {row.entry_no} {row.kind} / {moved}"


_MOVES = (
    select(deposit_move, *_ENTRY, _FIRST_MOVE.c.entry_no.label("first_entry"))
    .join_from(deposit_move, journal_entry, journal_entry.c.no == deposit_move.c.entry_no)
    .join(_FIRST_MOVE, _FIRST_MOVE.c.id == deposit_move.c.reverses, isouter=True)
)
_HELD = (
    select(posting.c.entry_no, func.sum(posting.c.amount))
    .where(posting.c.account == DEPOSITS_HELD)
    .group_by(posting.c.entry_no)
)


def _deposits(connection: Connection) -> Iterator[str]:
    """By entry, what its moves say of deposits stands on their account."""
    moved: defaultdict[int, Money] = defaultdict(lambda: NOTHING)
    for row in connection.execute(_MOVES):
        moved[row.entry_no] += row.amount
        kind = row.entry_kind if row.reverses else _ENTRY_OF_DEPOSIT[row.kind]
        if (row.entry_kind, row.entry_reverses) != (kind, row.first_entry):
            yield f"deposit move {row.id} ({row.kind}): {row.entry_no} {row.entry_kind}"
    booked: dict[int, Money] = {row[0]: row[1] for row in connection.execute(_HELD)}
    yield from (
        f"{number}: {sum_} / {booked.get(number)}" for number, sum_ in moved.items() if booked.get(number) != sum_
    )


TRUTHS = (
    Truth(mark("every payment stands in its journal entry with its money and unit"), _payments),
    Truth(mark("no journal entry serves two payments"), _once),
    Truth(mark("every row of cash stands in its journal entry"), _cash),
    Truth(mark("every corrected method stands in its journal entry and in the shift of its payment"), _method_changes),
    Truth(mark("every move of a deposit stands in its journal entry"), _deposits),
)
