"""What must hold among adjustments: their reversals, the journal, the discounts' arithmetic, and credit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Row, func, select

from app.core.language import mark
from app.core.money import NOTHING, Money, total
from app.core.show import show_money
from app.fees.adjustments.discount_rule import recompute_discount
from app.fees.adjustments.rows import REEXPLAINED, AdjustmentKind
from app.fees.explanation import recompute
from app.fees.standing import standing
from app.fees.tables import adjustment, charge, credit, late_fee_pause
from app.ledger.accounts import CREDIT_HELD, receivable
from app.ledger.tables import posting
from app.store.truths import Truth

_OWED = select(charge.c.id, charge.c.outstanding, charge.c.late_fee_left)


def _not_below_nothing(connection: Connection) -> Iterator[str]:
    for row in connection.execute(_OWED):
        if row.outstanding < NOTHING or row.late_fee_left < NOTHING:
            yield f"{row.id}: {show_money(row.outstanding)} / {show_money(row.late_fee_left)}"


_ORIGINAL = adjustment.alias("original")
_PAIRS = select(
    adjustment,
    _ORIGINAL.c.amount.label("original_amount"),
    _ORIGINAL.c.charge_id.label("original_charge"),
    _ORIGINAL.c.reverses.label("original_reverses"),
).join_from(adjustment, _ORIGINAL, _ORIGINAL.c.id == adjustment.c.reverses)


def _reversals(connection: Connection) -> Iterator[str]:
    seen: set[int] = set()
    for row in connection.execute(_PAIRS):
        same = row.charge_id == row.original_charge and row.amount == -row.original_amount
        if not same or row.original_reverses is not None or row.reverses in seen:
            yield f"{row.id} / {row.reverses}"
        seen.add(row.reverses)


_LINES = select(posting.c.entry_no, posting.c.account, posting.c.amount).join_from(
    posting, adjustment, adjustment.c.entry_no == posting.c.entry_no
)
_ADJUSTMENTS = select(adjustment.c.id, adjustment.c.entry_no, adjustment.c.amount)


def _posted(connection: Connection) -> Iterator[str]:
    sides: defaultdict[int, Money] = defaultdict(lambda: NOTHING)
    for line in connection.execute(_LINES):
        if line.account.startswith(receivable("")):
            sides[line.entry_no] += line.amount
    for row in connection.execute(_ADJUSTMENTS):
        if sides.get(row.entry_no) != row.amount:
            yield f"{row.id}: {row.entry_no}"


_SHARES = select(adjustment.c.payment_id, adjustment.c.amount, adjustment.c.facts).where(
    adjustment.c.kind == AdjustmentKind.DISCOUNT, adjustment.c.reverses.is_(None)
)


def _discounts(connection: Connection) -> Iterator[str]:
    """All shares of one rule in one payment make the discount that its facts explain."""
    given: defaultdict[tuple[int, int], list[Row[Any]]] = defaultdict(list)
    for row in connection.execute(_SHARES):
        given[row.payment_id, row.facts["rule_id"]].append(row)
    for (payment_id, _), shares in given.items():
        together = -sum((row.amount.fen for row in shares), 0)
        explained = recompute_discount(shares[0].facts)
        if Money(together) != explained:
            yield f"{payment_id}: {show_money(Money(together))} / {show_money(explained)}"


_STEPS = (
    standing(adjustment)
    .add_columns(adjustment.c.facts, charge.c.amount.label("written"))
    .join(charge, charge.c.id == adjustment.c.charge_id)
    .where(adjustment.c.kind.in_(REEXPLAINED))
    .order_by(adjustment.c.charge_id, adjustment.c.id)
)


def _reexplained(connection: Connection) -> Iterator[str]:
    """What corrections and vacant discounts make of a charge is what its newest explanation gives."""
    for charge_id, own in groupby(connection.execute(_STEPS), _charge):
        steps = list(own)
        comes_to = steps[0].written + total(row.amount for row in steps)
        try:
            explained = recompute(steps[-1].facts["explain"])
        except (KeyError, ValueError) as error:
            yield f"{charge_id}: {error}"
            continue
        if explained != comes_to:
            yield f"{charge_id}: {show_money(comes_to)} / {explained and show_money(explained)}"


def _charge(row: Row[Any]) -> int:
    return int(row.charge_id)


_MOVED = select(credit.c.id, credit.c.amount, adjustment.c.amount.label("moved"), adjustment.c.kind).join_from(
    credit, adjustment, adjustment.c.id == credit.c.adjustment_id
)
_HELD = select(func.sum(credit.c.amount))
_BOOKED = select(func.sum(posting.c.amount)).where(posting.c.account == CREDIT_HELD)


def _credits(connection: Connection) -> Iterator[str]:
    """What corrections moved to credit is held as credit, and the journal holds all credit that units have."""
    for row in connection.execute(_MOVED):
        if row.amount != row.moved or row.kind != AdjustmentKind.TO_CREDIT:
            yield f"{row.id}: {show_money(row.amount)} / {show_money(row.moved)}"
    held = connection.execute(_HELD).scalar() or NOTHING
    booked = connection.execute(_BOOKED).scalar()
    if held != -(booked or NOTHING):
        yield f"{show_money(held)} / {show_money(-(booked or NOTHING))}"


_PAUSES = select(late_fee_pause)


def _pauses(connection: Connection) -> Iterator[str]:
    for row in connection.execute(_PAUSES):
        if row.until is not None and row.until < row.first:
            yield f"{row.id}: {row.first} / {row.until}"


TRUTHS = (
    Truth(mark("no charge owes less than nothing"), _not_below_nothing),
    Truth(mark("what takes an adjustment back takes it back once and exactly"), _reversals),
    Truth(mark("every adjustment stands in the journal with its amount"), _posted),
    Truth(mark("the shares of a discount make what its rule gives"), _discounts),
    Truth(mark("a corrected charge comes to what its newest explanation gives"), _reexplained),
    Truth(mark("credit of units equals the journal, and what corrections moved there"), _credits),
    Truth(mark("no pause ends before it begins"), _pauses),
)
