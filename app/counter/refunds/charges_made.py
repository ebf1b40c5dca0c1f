"""Charges that one payment made and alone upholds: when it is taken back they were never made."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, and_, or_, select, update

from app.access.actor import Actor
from app.core.ids import ChargeId
from app.core.money import NOTHING
from app.counter.tables import payment
from app.fees.charge_rows import LATE_FEE, PERIOD
from app.fees.late_fees.late_fee_rows import let_late_fees_stand
from app.fees.standing import standing
from app.fees.tables import adjustment, allocation, charge


def charges_taken_back(connection: Connection, original: Row[Any], kinds: Sequence[str] = ()) -> list[Row[Any]]:
    """Late fees, one-offs and months ahead that only this payment upholds, made by it or by one taken back before.

    Where another payment or a waiver stands on them, or a later period follows, they stay owed. A month ahead that was
    owed already when this payment came, since the one that made it had been taken back, is owed again. `kinds` narrows
    it.
    """
    back = payment.alias("back")
    made = charge.c.payment_id == original.id
    units = [original.unit_id, *_further_units(connection, original)]
    was_kept_by_it = or_(charge.c.kind != PERIOD, back.c.id > original.id)
    orphaned = and_(charge.c.unit_id.in_(units), back.c.id.is_not(None), was_kept_by_it)
    joined = select(charge).join(
        back, and_(back.c.reverses == charge.c.payment_id, back.c.kind.in_(("void", "reversal"))), isouter=True
    )
    found = connection.execute(joined.where(charge.c.cancelled_at.is_(None), or_(made, orphaned))).all()
    rows = [row for row in found if not kinds or row.kind in kinds]
    upheld = _upheld_by(connection, [row.id for row in rows])
    own = {original.id}
    loose = [row for row in rows if not upheld[row.id] and (row.payment_id in own or row.kind == PERIOD)]
    return _without_followed(connection, [*(row for row in rows if upheld[row.id] == own), *loose])


def _further_units(connection: Connection, original: Row[Any]) -> list[int]:
    """The units whose charges the payment met."""
    met = select(charge.c.unit_id).join_from(charge, allocation, allocation.c.charge_id == charge.c.id)
    return list(connection.execute(met.where(allocation.c.payment_id == original.id).distinct()).scalars())


def cancel_taken_back(connection: Connection, gone: Sequence[Row[Any]], by: Actor, at: datetime) -> None:
    """They owe nothing any more; a late fee runs on with the principal that it grew from."""
    for row in gone:
        values = {"outstanding": NOTHING, "cancelled_at": at, "cancelled_by": by.id, "version": charge.c.version + 1}
        connection.execute(update(charge).where(charge.c.id == row.id).values(**values))
    parents = [ChargeId(row.parent_id) for row in gone if row.parent_id is not None and row.kind == LATE_FEE]
    connection.execute(update(charge).where(charge.c.id.in_(parents)).values(version=charge.c.version + 1))
    let_late_fees_stand(connection, parents, at.date())  # owed again where the principal stays paid by another receipt


def _upheld_by(connection: Connection, charge_ids: Sequence[int]) -> defaultdict[int, set[int | None]]:
    """For each charge the payments of its standing allocations and adjustments; None stands for a waiver."""
    found: defaultdict[int, set[int | None]] = defaultdict(set)
    for table in (allocation, adjustment):
        rows = standing(table).add_columns(table.c.payment_id).where(table.c.charge_id.in_(charge_ids))
        for row in connection.execute(rows):
            found[row.charge_id].add(row.payment_id)
    return found


def _without_followed(connection: Connection, rows: Sequence[Row[Any]]) -> list[Row[Any]]:
    """Periods follow one another without a gap: one that another, kept period follows stays too."""
    periods = [row for row in rows if row.kind == PERIOD and row.assignment_id is not None]
    kept: set[int] = set()
    gone = {row.id for row in periods}
    for assignment_id in {row.assignment_id for row in periods}:
        later = connection.execute(
            select(charge.c.id)
            .where(charge.c.assignment_id == assignment_id, charge.c.cancelled_at.is_(None))
            .order_by(charge.c.first.desc())
        ).scalars()
        last_kept = False
        for charge_id in later:
            last_kept = last_kept or charge_id not in gone
            if last_kept:
                kept.add(charge_id)
    return [row for row in rows if row.id not in kept]
