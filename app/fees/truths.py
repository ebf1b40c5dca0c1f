"""What must hold among charges, their allocations and adjustments, and the journal."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Select, func, select

from app.core.language import mark
from app.core.money import NOTHING, Money
from app.core.rounding import exact_yuan, round_to_fen
from app.core.show import show_date, show_money
from app.fees.charge_rows import LATE_FEE
from app.fees.ending.truths import ENDING_TRUTHS
from app.fees.explanation import recompute
from app.fees.held_truths import HELD_TRUTHS
from app.fees.late_fees.late_fee_truths import LATE_FEE_TRUTHS
from app.fees.shared.truths import SHARED_TRUTHS
from app.fees.standing import standing
from app.fees.tables import adjustment, allocation, assignment, charge, fee_item
from app.fees.terms import LateFeeTerms
from app.ledger.accounts import receivable
from app.ledger.tables import journal_entry, posting
from app.store.truths import Truth


def _by_charge(rows: Select[Any]) -> Select[Any]:
    own = rows.subquery()
    return select(own.c.charge_id, func.sum(own.c.amount)).group_by(own.c.charge_id)


_ADJUSTED, _ALLOCATED = _by_charge(standing(adjustment)), _by_charge(standing(allocation))
_RAISED = _by_charge(standing(adjustment).where(adjustment.c.amount > NOTHING))


def _sums(connection: Connection, by_charge: Select[Any]) -> dict[int, Money]:
    return {row[0]: row[1] for row in connection.execute(by_charge)}


_OWED = select(charge.c.id, charge.c.amount, charge.c.outstanding).where(charge.c.cancelled_at.is_(None))


def _outstanding(connection: Connection) -> Iterator[str]:
    adjusted, allocated = _sums(connection, _ADJUSTED), _sums(connection, _ALLOCATED)
    for row in connection.execute(_OWED):
        rest = row.amount + adjusted.get(row.id, NOTHING) - allocated.get(row.id, NOTHING)
        if rest != row.outstanding:
            yield f"{row.id}: {show_money(row.outstanding)} / {show_money(rest)}"


_CANCELLED = select(charge.c.id, charge.c.outstanding, charge.c.late_fee_left).where(charge.c.cancelled_at.is_not(None))


def _cancelled(connection: Connection) -> Iterator[str]:
    for row in connection.execute(_CANCELLED):
        if row.outstanding or row.late_fee_left:
            yield f"{row.id}: {show_money(row.outstanding)}"


_PERIODS = (
    select(charge.c.assignment_id, charge.c.first, charge.c.until, assignment.c.meter_id)
    .join_from(charge, assignment, assignment.c.id == charge.c.assignment_id)
    .where(charge.c.cancelled_at.is_(None))
    .order_by(charge.c.assignment_id, charge.c.first)
)


def _tiled(connection: Connection) -> Iterator[str]:
    """By meter there may be days that no reading of the unit covers, but never two charges for one day."""
    for assignment_id, periods in groupby(connection.execute(_PERIODS), key=lambda row: row.assignment_id):
        ended: date | None = None
        for period in periods:
            gap_allowed = period.meter_id is not None
            if ended is not None and (ended > period.first if gap_allowed else ended != period.first):
                yield f"{assignment_id}: {show_date(ended)} / {show_date(period.first)}"
            ended = period.until


_CHILD = charge.alias()
_TAKEN = (
    select(charge.c.id, charge.c.amount, charge.c.late_fee, func.sum(_CHILD.c.amount).label("taken"))
    .join_from(charge, _CHILD, _CHILD.c.parent_id == charge.c.id)
    .where(_CHILD.c.kind == LATE_FEE, _CHILD.c.cancelled_at.is_(None))
    .group_by(charge.c.id, charge.c.amount, charge.c.late_fee)
)


def _late_fee_capped(connection: Connection) -> Iterator[str]:
    """The cap counts what raised the charge (cash rounded up); what lowered it may have come after the late fee."""
    raised = _sums(connection, _RAISED)
    for row in connection.execute(_TAKEN):
        cap = Fraction(0) if row.late_fee is None else Fraction(LateFeeTerms.from_facts(row.late_fee).cap)
        if row.taken > round_to_fen(cap * exact_yuan(row.amount + raised.get(row.id, NOTHING))):
            yield f"{row.id}: {show_money(row.taken)}"


_LINES = select(posting.c.entry_no, posting.c.account, posting.c.amount).join_from(
    posting, charge, charge.c.entry_no == posting.c.entry_no
)
_CHARGES = select(charge.c.id, charge.c.entry_no, charge.c.amount)


def _posted(connection: Connection) -> Iterator[str]:
    sides: defaultdict[int, Money] = defaultdict(lambda: NOTHING)
    for line in connection.execute(_LINES):
        if line.account.startswith(receivable("")):
            sides[line.entry_no] += line.amount
    for row in connection.execute(_CHARGES):
        if sides.get(row.entry_no) != row.amount:
            yield f"{row.id}: {row.entry_no}"


_REVERSALS = (
    select(charge.c.id, charge.c.cancelled_at, func.count(journal_entry.c.no).label("reversals"))
    .join_from(charge, journal_entry, journal_entry.c.reverses == charge.c.entry_no, isouter=True)
    .group_by(charge.c.id, charge.c.cancelled_at)
)


def _reversed_once(connection: Connection) -> Iterator[str]:
    for row in connection.execute(_REVERSALS):
        if row.reversals != (0 if row.cancelled_at is None else 1):
            yield f"{row.id}: {row.reversals}"


_OPEN_SUMS = (
    select(fee_item.c.code, charge.c.unit_id, func.sum(charge.c.outstanding).label("owed"))
    .join_from(charge, fee_item, fee_item.c.id == charge.c.fee_item_id)
    .group_by(fee_item.c.code, charge.c.unit_id)
)
_BALANCES = (
    select(posting.c.account, posting.c.unit_id, func.sum(posting.c.amount).label("balance"))
    .where(posting.c.account.startswith(receivable("")))
    .group_by(posting.c.account, posting.c.unit_id)
)


def _owed_as_posted(connection: Connection) -> Iterator[str]:
    owed: defaultdict[tuple[str, int | None], Money] = defaultdict(lambda: NOTHING)
    for row in connection.execute(_OPEN_SUMS):
        owed[receivable(row.code), row.unit_id] += row.owed
    for row in connection.execute(_BALANCES):
        owed[row.account, row.unit_id] -= row.balance
    for (account, unit_id), difference in owed.items():
        if difference:
            yield f"{account} {unit_id}: {show_money(difference)}"


_EXPLAINED = select(charge.c.id, charge.c.amount, charge.c.explain)


def _explained(connection: Connection) -> Iterator[str]:
    for row in connection.execute(_EXPLAINED):
        try:
            again = recompute(row.explain)
        except (KeyError, ValueError) as error:
            yield f"{row.id}: {error}"
            continue
        if again is not None and again != row.amount:
            yield f"{row.id}: {show_money(row.amount)} / {show_money(again)}"


TRUTHS = (
    Truth(mark("every charge owes its amount with adjustments, less what was paid on it"), _outstanding),
    Truth(mark("a cancelled charge owes nothing"), _cancelled),
    Truth(mark("the periods charged by an assignment follow one another without gap or overlap"), _tiled),
    Truth(mark("no late fee passes its cap"), _late_fee_capped),
    Truth(mark("every charge stands in the journal with its amount"), _posted),
    Truth(mark("a cancelled charge is reversed once in the journal, any other never"), _reversed_once),
    Truth(mark("what the journal says is owed is what the charges say"), _owed_as_posted),
    Truth(mark("every charge is explained to the fen"), _explained),
    *LATE_FEE_TRUTHS,
    *ENDING_TRUTHS,
    *HELD_TRUTHS,
    *SHARED_TRUTHS,
)
