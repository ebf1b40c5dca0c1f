"""Which usage of a meter was charged, to whom, and what of it is still owed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from app.core.ids import ChargeId, MeterId, UnitId
from app.core.money import NOTHING, Money
from app.estate.tables import unit
from app.fees.adjustments.rows import AdjustmentKind
from app.fees.tables import adjustment, assignment, charge
from app.store.store import Store


@dataclass(frozen=True, slots=True)
class MeterCharge:
    """A charge on one unit for what the meter counted in `[first, until)`; `corrected` is what changed since."""

    id: ChargeId
    unit_id: UnitId
    unit: str
    first: date
    until: date
    amount: Money
    corrected: Money
    outstanding: Money

    def covers(self, first: date, until: date) -> bool:
        """Whether usage between these two days is in the charge."""
        return self.first <= first and until <= self.until


class ChargesOfMeter:
    """Reads what was charged by meters; nothing cancelled is among it."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of(self, meter_id: MeterId) -> list[MeterCharge]:
        """The charges by this meter, the latest first and by unit."""
        corrections = select(func.sum(adjustment.c.amount)).where(
            adjustment.c.charge_id == charge.c.id, adjustment.c.kind == AdjustmentKind.READING_CORRECTION
        )
        asked = (
            select(charge, unit.c.code, corrections.scalar_subquery().label("corrected"))
            .join(assignment, assignment.c.id == charge.c.assignment_id)
            .join(unit, unit.c.id == charge.c.unit_id)
            .where(assignment.c.meter_id == meter_id, charge.c.cancelled_at.is_(None), charge.c.first.is_not(None))
            .order_by(charge.c.first.desc(), unit.c.sort_key)
        )
        with self._store.reading() as connection:
            return [
                MeterCharge(
                    ChargeId(row.id),
                    UnitId(row.unit_id),
                    row.code,
                    row.first,
                    row.until,
                    row.amount,
                    row.corrected or NOTHING,
                    row.outstanding,
                )
                for row in connection.execute(asked)
            ]
