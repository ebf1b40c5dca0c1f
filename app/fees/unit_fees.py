"""The fees of one unit: each tariff on it with its next period, what was agreed for the unit, and the last charges."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import Connection, func, select

from app.core.clock import Clock
from app.core.ids import ChargeId, FeeItemId, UnitId
from app.core.money import Money
from app.fees.assigned import Vacancy
from app.fees.assigned_rows import AssignedUnit, read_assigned
from app.fees.assignments import AssignmentRow, Assignments
from app.fees.charge_rows import LATE_FEE
from app.fees.items import FeeItem, read_items
from app.fees.standing import standing
from app.fees.tables import adjustment, charge
from app.store.store import Store

LAST = 12


@dataclass(frozen=True, slots=True)
class UnitFee:
    """A tariff on the unit, with the factors agreed for this unit alone (1: none) and its vacant discounts."""

    row: AssignmentRow
    coefficient: Decimal
    vacant_factor: Decimal
    vacancies: tuple[Vacancy, ...]

    def is_over(self, today: date) -> bool:
        """Whether it charges nothing any more, or never did."""
        return self.row.until is not None and self.row.until <= max(today, self.row.first)


@dataclass(frozen=True, slots=True)
class LastCharge:
    """A charge of the unit: `adjusted` is what was let off or added since, `outstanding` what is still owed of it."""

    id: ChargeId
    item: str
    name: str
    kind: str
    first: date | None
    until: date | None
    due_on: date
    amount: Money
    adjusted: Money
    outstanding: Money
    cancelled: bool


@dataclass(frozen=True, slots=True)
class FeesOfUnit:
    """Everything that the fees room says of a unit: its tariffs, its newest charges, and the items to ask about."""

    fees: tuple[UnitFee, ...]
    last: tuple[LastCharge, ...]
    items: tuple[FeeItem, ...]

    def lying(self, today: date) -> list[UnitFee]:
        """The tariffs that are not over."""
        return [one for one in self.fees if not one.is_over(today)]


class UnitFees:
    """Reads the fees of single units."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._assignments = Assignments(store, clock)

    def of(self, unit_id: UnitId, last: int = LAST) -> FeesOfUnit:
        """The fees of one unit, with its `last` newest charges, late fees left out."""
        with self._store.reading() as connection:
            assigned = {one.id: one for one in read_assigned(connection, units=[unit_id])}
            rows = self._assignments.of_unit(unit_id)
            fees = tuple(_fee(row, assigned[row.id]) for row in rows)
            lying = {row.tariff.item.id for row in rows}
            items = [item for item in read_items(connection) if item.id in lying or _asked_about(item)]
            return FeesOfUnit(fees, tuple(_last(connection, unit_id, last)), tuple(items))

    def items(self, unit_id: UnitId) -> list[FeeItem]:
        """The items of which a unit may be asked why it has no bill, those that lie on it first."""
        found = self.of(unit_id, 0)
        lying = {one.row.tariff.item.id for one in found.fees}
        return sorted(found.items, key=lambda item: item.id not in lying)


def _asked_about(item: FeeItem) -> bool:
    """Whether a unit might expect a bill of the item: it is active, and not only typed at the counter."""
    return item.active and item.one_off_price is None


def _fee(row: AssignmentRow, one: AssignedUnit) -> UnitFee:
    modifiers = one.assigned.modifiers
    return UnitFee(row, modifiers.coefficient, modifiers.vacant_factor, one.assigned.vacancies)


def _last(connection: Connection, unit_id: UnitId, most: int) -> list[LastCharge]:
    standing_ones = standing(adjustment).subquery()
    sums = select(func.sum(standing_ones.c.amount)).where(standing_ones.c.charge_id == charge.c.id)
    adjusted = sums.scalar_subquery()
    names = {item.id: item.name for item in read_items(connection)}
    rows = connection.execute(
        select(charge, adjusted.label("adjusted"))
        .where(charge.c.unit_id == unit_id, charge.c.kind != LATE_FEE)
        .order_by(charge.c.due_on.desc(), charge.c.id.desc())
        .limit(most)
    )
    return [
        LastCharge(
            id=ChargeId(row.id),
            item=names[FeeItemId(row.fee_item_id)],
            name=row.name,
            kind=row.kind,
            first=row.first,
            until=row.until,
            due_on=row.due_on,
            amount=row.amount,
            adjusted=row.adjusted or Money(0),
            outstanding=row.outstanding,
            cancelled=row.cancelled_at is not None,
        )
        for row in rows
    ]
