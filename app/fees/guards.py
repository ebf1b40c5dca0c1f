"""Which units have a history of fees, so that an import that brought them in can no longer be taken back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, select

from app.core.ids import UnitId
from app.fees.tables import assignment, charge


def units_in_use(connection: Connection, unit_ids: Sequence[UnitId], since: datetime) -> set[UnitId]:
    """Those of the units on which a charge was written or a tariff was assigned since that moment."""
    used: set[UnitId] = set()
    for table in (charge, assignment):
        rows = connection.execute(select(table.c.unit_id).where(table.c.at >= since).distinct())
        used |= {UnitId(unit_id) for unit_id in rows.scalars()}
    return used.intersection(unit_ids)
