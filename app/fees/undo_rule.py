"""When a billing run may be undone: while none of its charges is paid or adjusted, and nothing follows on them."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Connection, select

from app.core.ids import RunId
from app.estate.tables import unit
from app.fees.refusals import RunHasPayments, RunNotLast
from app.fees.standing import standing
from app.fees.tables import adjustment, allocation, charge

_NAMED = 5


def must_be_undoable(connection: Connection, run_id: RunId) -> None:
    """Raise RunHasPayments or RunNotLast unless a run may be taken back as a whole."""
    charges = touched(connection, charge.c.run_id == run_id)
    if charges:
        raise RunHasPayments(len(charges), units_of_charges(connection, charges))
    later = _later_charge(connection, run_id)
    if later is not None:
        raise RunNotLast(later)


def units_of_charges(connection: Connection, charges: set[int]) -> tuple[str, ...]:
    """The codes of the first units among these charges, in building order."""
    codes = connection.execute(
        select(unit.c.code)
        .join_from(unit, charge, charge.c.unit_id == unit.c.id)
        .where(charge.c.id.in_(sorted(charges)[:_NAMED]))
        .order_by(unit.c.sort_key)
    ).scalars()
    return tuple(dict.fromkeys(codes))


def touched(connection: Connection, own: ColumnElement[bool]) -> set[int]:
    """Those of these charges that carry a standing allocation or adjustment, or a late fee taken."""
    found: set[int] = set()
    for table in (allocation, adjustment):
        rows = standing(table).join(charge, charge.c.id == table.c.charge_id).where(own)
        found |= {row.charge_id for row in connection.execute(rows)}
    late_fee = charge.alias()
    taken = (
        select(charge.c.id)
        .join_from(charge, late_fee, late_fee.c.parent_id == charge.c.id)
        .where(own, late_fee.c.cancelled_at.is_(None))
    )
    return found | set(connection.execute(taken).scalars())


def _later_charge(connection: Connection, run_id: RunId) -> int | None:
    """The newest other run (0: the counter) whose charges follow on those of this run; None where nothing follows."""
    later = charge.alias()
    follows = (
        select(later.c.run_id, later.c.id)
        .join_from(charge, later, later.c.assignment_id == charge.c.assignment_id)
        .where(
            charge.c.run_id == run_id,
            charge.c.cancelled_at.is_(None),
            later.c.cancelled_at.is_(None),
            later.c.first > charge.c.first,
            later.c.run_id.is_distinct_from(run_id),
        )
        .order_by(later.c.id.desc())
        .limit(1)
    )
    row = connection.execute(follows).first()
    return None if row is None else row.run_id or 0
