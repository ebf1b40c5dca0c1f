"""Taking an import of tariffs on units back: while none of them was charged, and nothing took their place."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Connection, bindparam, select, update

from app.estate.tables import unit
from app.fees.charge_rows import Occasion
from app.fees.opening.assignment_rows import read_lying
from app.fees.opening.sheet_refusals import AssignmentsFollowed, AssignmentsHaveCharges
from app.fees.tables import assignment, charge, tariff, vacancy
from app.meters.interval_rows import in_portions
from app.sheets.batches import Batch

_NAMED = 5


def take_back(connection: Connection, batch: Batch, occasion: Occasion) -> None:
    """End the batch's tariffs on their first day, and give those that it ended the end that they had.

    What was granted on its tariffs for empty units is withdrawn with them.

    Raises AssignmentsHaveCharges, AssignmentsFollowed.
    """
    own = assignment.c.batch_id == batch.id
    charged = (
        select(assignment.c.unit_id)
        .join_from(assignment, charge, charge.c.assignment_id == assignment.c.id)
        .where(own, charge.c.cancelled_at.is_(None))
    )
    units = list(dict.fromkeys(connection.execute(charged).scalars()))
    if units:
        raise AssignmentsHaveCharges(len(units), _codes(connection, units))
    connection.execute(update(assignment).where(own).values(until=assignment.c.first))
    granted = vacancy.c.assignment_id.in_(select(assignment.c.id).where(own))
    withdrawn = update(vacancy).where(granted, vacancy.c.withdrawn_at.is_(None))
    connection.execute(withdrawn.values(withdrawn_at=occasion.at, withdrawn_by=occasion.by))
    before = {key: None if until is None else date.fromisoformat(until) for key, until in batch.facts["ended"]}
    if before:
        row = update(assignment).where(assignment.c.id == bindparam("key"))
        connection.execute(
            row.values(until=bindparam("end")), [{"key": key, "end": until} for key, until in before.items()]
        )
        _must_stand_alone(connection, list(before))


def _must_stand_alone(connection: Connection, restored: list[int]) -> None:
    """Nothing else lies on the days of what goes on again."""
    columns = (assignment.c.unit_id, tariff.c.fee_item_id)
    keys = set()
    for ids in in_portions(restored):
        found = select(*columns).join_from(assignment, tariff, tariff.c.id == assignment.c.tariff_id)
        keys |= {tuple(row) for row in connection.execute(found.where(assignment.c.id.in_(ids)))}
    lying = read_lying(connection, {item for _, item in keys}, {unit_id for unit_id, _ in keys})
    crowded = []
    for (unit_id, _), there in lying.items():
        for at, one in enumerate(there):
            others = (other for other in there[at + 1 :] if other.meter_id == one.meter_id)
            if one.until != one.first and any(other.overlaps(one.first, one.until) for other in others):
                crowded.append(unit_id)
    if crowded:
        raise AssignmentsFollowed(_codes(connection, crowded))


def _codes(connection: Connection, units: Sequence[int]) -> tuple[str, ...]:
    question = select(unit.c.code).where(unit.c.id.in_(units[:_NAMED])).order_by(unit.c.sort_key)
    return tuple(connection.execute(question).scalars())
