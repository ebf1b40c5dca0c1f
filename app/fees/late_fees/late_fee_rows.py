"""What the late fee of standing charges comes to: their movements, what was taken before, the pauses of the unit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, Select, Table, bindparam, func, select, update

from app.core.ids import ChargeId, UnitId
from app.core.money import NOTHING, Money
from app.fees.late_fees.late_fee import LateFee, Movement, Pause, late_fee
from app.fees.tables import FIRST_VERSION, adjustment, allocation, charge, late_fee_pause
from app.fees.terms import LateFeeTerms
from app.store.columns import MoneyColumn

_ROUNDING = "rounding"
OfUnitAndCharge = tuple[int, int | None]


def late_fee_name(item: str) -> str:
    """The late fee of an item on paper, which is always Chinese and never called anything else."""
    return f"{item}违约金"


def _changes_of(table: Table) -> Select[Any]:
    columns = (table.c.id, table.c.charge_id, table.c.day, table.c.amount, table.c.reverses)
    return select(*columns).where(table.c.charge_id.in_(bindparam("charges", expanding=True)))


# Built once: the counter runs them for every payment and every search.
_ALLOCATIONS, _ADJUSTMENTS = _changes_of(allocation), _changes_of(adjustment).add_columns(adjustment.c.kind)
_LATE_FEES = (
    select(charge.c.parent_id, func.sum(charge.c.amount).label("taken"))
    .where(charge.c.parent_id.in_(bindparam("charges", expanding=True)))
    .where(charge.c.kind == "late_fee", charge.c.cancelled_at.is_(None))
    .group_by(charge.c.parent_id)
)
_PAUSES = (
    select(late_fee_pause.c.unit_id, late_fee_pause.c.charge_id, late_fee_pause.c.first, late_fee_pause.c.until)
    .where(late_fee_pause.c.unit_id.in_(bindparam("units", expanding=True)))
    .order_by(late_fee_pause.c.first, late_fee_pause.c.id)
)
_STANDING = select(charge).where(charge.c.id.in_(bindparam("charges", expanding=True)), charge.c.cancelled_at.is_(None))
_STAND_STILL = (
    update(charge).where(charge.c.id == bindparam("charge")).values(late_fee_left=bindparam("left", type_=MoneyColumn))
)


def late_fees_of(connection: Connection, rows: Sequence[Row[Any]], day: date) -> dict[ChargeId, LateFee]:
    """The late fee as of `day` of each of these rows of `charge` that is past due and has a contract rate."""
    late = [row for row in rows if row.late_fee is not None and row.due_on < day]
    if not late:
        return {}
    changed = [ChargeId(row.id) for row in late if row.version > FIRST_VERSION]
    movements, taken = movements_of(connection, changed), _taken(connection, changed)
    pauses = pauses_of(connection, {UnitId(row.unit_id) for row in late})
    return {
        ChargeId(row.id): late_fee(
            LateFeeTerms.from_facts(row.late_fee),
            row.amount,
            row.due_on,
            movements[ChargeId(row.id)],
            taken.get(row.id, NOTHING),
            day,
            [*pauses[row.unit_id, None], *pauses[row.unit_id, row.id]],
        )
        for row in late
    }


def let_late_fees_stand(connection: Connection, charge_ids: Sequence[ChargeId], day: date) -> None:
    """Where no principal is left, keep what late fee is owed; where some is open it is computed anew each day."""
    if not charge_ids:
        return
    rows = connection.execute(_STANDING, {"charges": charge_ids}).all()
    paid = [row for row in rows if not row.outstanding]
    fees = late_fees_of(connection, paid, day)
    owed = {row.id: fees[row.id].owed if row.id in fees else NOTHING for row in paid}
    steps = [
        {"charge": row.id, "left": owed.get(row.id, NOTHING)}
        for row in rows
        if row.late_fee_left != owed.get(row.id, NOTHING)
    ]
    if steps:
        connection.execute(_STAND_STILL, steps)


def movements_of(connection: Connection, charge_ids: Sequence[ChargeId]) -> defaultdict[ChargeId, list[Movement]]:
    """Standing allocations (negative) and adjustments of these charges; reversed ones count as never made."""
    found: defaultdict[ChargeId, list[Movement]] = defaultdict(list)
    for statement, adjusts in ((_ALLOCATIONS, False), (_ADJUSTMENTS, True)) if charge_ids else ():
        rows = connection.execute(statement, {"charges": charge_ids}).all()
        taken_back = {row.reverses for row in rows}
        for row in rows:
            if row.reverses is None and row.id not in taken_back:
                change = row.amount if adjusts else -row.amount
                found[ChargeId(row.charge_id)].append(Movement(row.day, change, adjusts and _moves_cap(row)))
    return found


def _moves_cap(row: Row[Any]) -> bool:
    """What cash rounds up is not charged: somebody who pays all of a capped late fee owes nothing more for it."""
    return bool(row.kind != _ROUNDING or row.amount < NOTHING)


def pauses_of(connection: Connection, unit_ids: set[UnitId]) -> defaultdict[OfUnitAndCharge, list[Pause]]:
    """The pauses by unit, and by charge where they are for one charge only (None: for all of the unit)."""
    found: defaultdict[OfUnitAndCharge, list[Pause]] = defaultdict(list)
    for row in connection.execute(_PAUSES, {"units": sorted(unit_ids)}):
        found[row.unit_id, row.charge_id].append(Pause(row.first, row.until))
    return found


def _taken(connection: Connection, charge_ids: Sequence[ChargeId]) -> dict[int, Money]:
    """Late fees of these charges that became charges of their own, taken or waived."""
    if not charge_ids:
        return {}
    rows = connection.execute(_LATE_FEES, {"charges": charge_ids})
    return {row.parent_id: row.taken for row in rows}
