"""What stands in the way of a bill, read from the book."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection

from app.core.ids import FeeItemId, UnitId
from app.core.periods import add_months, month_start
from app.fees.assigned_rows import read_assigned, read_handover_rule
from app.fees.why import Laid, WhyNoBill, why_no_charge


def read_why(connection: Connection, unit_id: UnitId, item_id: FeeItemId, today: date) -> list[WhyNoBill]:
    """Why a unit has no further bill for a fee item, as a run through the month of `today` would find."""
    laid = [Laid(one.tariff.name, one.meter, one.assigned) for one in read_assigned(connection, {item_id}, {unit_id})]
    return why_no_charge(laid, add_months(month_start(today), 1), read_handover_rule(connection))
