"""Which units have meters, so that an import that brought them in can no longer be taken back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, select

from app.core.ids import UnitId
from app.meters.tables import meter_unit


def units_with_meters(connection: Connection, unit_ids: Sequence[UnitId], since: datetime) -> set[UnitId]:
    """Those of the units that were linked to a meter since that moment."""
    linked = select(meter_unit.c.unit_id).where(meter_unit.c.at >= since).distinct()
    return {UnitId(unit_id) for unit_id in connection.execute(linked).scalars()}.intersection(unit_ids)
