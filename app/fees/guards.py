"""Which units have a history of fees, so that an import that brought them in can no longer be taken back."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, select

from app.core.ids import UnitId
from app.fees.tables import assignment, charge


def units_in_use(connection: Connection, unit_ids: Collection[UnitId]) -> set[UnitId]:
    """Those of the units on which a charge was written, cancelled or not, or a tariff was assigned."""
    wanted = set(unit_ids)
    used: set[UnitId] = set()
    for table in (charge, assignment):
        used |= {UnitId(unit_id) for unit_id in connection.execute(select(table.c.unit_id).distinct()).scalars()}
    return wanted & used
