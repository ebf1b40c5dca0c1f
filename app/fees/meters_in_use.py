"""What is charged by meters, so that an import of readings or meters is taken back only while nothing is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from sqlalchemy import Connection, func, select

from app.core.ids import MeterId
from app.fees.shared.rule import Basis
from app.fees.tables import assignment, billing_run, charge, shared_cost
from app.meters.interval_rows import in_portions


def billed_through(connection: Connection, meter_ids: Sequence[MeterId]) -> dict[MeterId, date]:
    """The last day, excluded, to which each of these meters was charged; those that were not are left out.

    A common cost that was split by the usage of units counts for every meter.
    """
    found = _by_charges(connection, meter_ids)
    for meter_id, until in _by_shared_costs(connection, meter_ids):
        found[meter_id] = max(until, found.get(meter_id, until))
    return found


def meters_charged(connection: Connection, meter_ids: Sequence[MeterId]) -> set[MeterId]:
    """Those of the meters that a tariff on a unit, or a common cost, is charged by."""
    assigned = connection.execute(select(assignment.c.meter_id).where(assignment.c.meter_id.is_not(None)).distinct())
    shared = connection.execute(select(shared_cost.c.meter_id).where(shared_cost.c.meter_id.is_not(None)).distinct())
    return {MeterId(key) for key in (*assigned.scalars(), *shared.scalars())}.intersection(meter_ids)


def _by_charges(connection: Connection, meter_ids: Sequence[MeterId]) -> dict[MeterId, date]:
    last = select(assignment.c.meter_id, func.max(charge.c.until).label("until"))
    standing = last.join(charge, charge.c.assignment_id == assignment.c.id).where(charge.c.cancelled_at.is_(None))
    return {
        MeterId(row.meter_id): row.until
        for ids in in_portions(meter_ids)
        for row in connection.execute(standing.where(assignment.c.meter_id.in_(ids)).group_by(assignment.c.meter_id))
    }


def _by_shared_costs(connection: Connection, meter_ids: Sequence[MeterId]) -> Iterator[tuple[MeterId, date]]:
    """What standing common costs counted: one public meter, or those of all units where they were split by usage."""
    there = select(shared_cost.c.meter_id, shared_cost.c.basis, shared_cost.c.until)
    standing = there.join(billing_run, billing_run.c.id == shared_cost.c.run_id).where(
        billing_run.c.undone_at.is_(None)
    )
    wanted = set(meter_ids)
    for row in connection.execute(standing):
        if row.basis == Basis.USAGE:
            yield from ((meter_id, row.until) for meter_id in meter_ids)
        if row.meter_id in wanted:
            yield MeterId(row.meter_id), row.until
