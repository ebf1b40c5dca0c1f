"""Which charges a correction of a reading would adjust, and by how much, before anybody confirms it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import Connection, func, select

from app.access.actor import Actor
from app.core.clock import Clock
from app.core.ids import ChargeId, ReadingId
from app.core.money import Money
from app.estate.tables import unit
from app.fees.adjustments.rows import AdjustmentKind
from app.fees.shared.remeasured import SharedByUsage, shared_by_usage_of
from app.fees.tables import adjustment, charge
from app.meters.intervals import Interval
from app.meters.meter_rows import Stamp
from app.meters.write_correction import Follower, write_correction
from app.store.store import Store


@dataclass(frozen=True, slots=True)
class ChargeChange:
    """A charge that would get an adjustment; `amount` is what it was, `by` the difference."""

    id: ChargeId
    unit: str
    name: str
    first: date
    until: date
    amount: Money
    by: Money


@dataclass(frozen=True, slots=True)
class CorrectionLooked:
    """What a correction would make of usage (before and after) and of charges; `to_credit` was paid too much.

    `shared` are the costs that were shared by the old usage and stay so until somebody shares them anew.
    """

    usages: tuple[tuple[Interval, Interval], ...]
    charges: tuple[ChargeChange, ...]
    to_credit: Money
    shared: tuple[SharedByUsage, ...] = ()


class CorrectionPreview:
    """Rehearses corrections: everything is written as it would be, read, and taken back."""

    def __init__(self, store: Store, clock: Clock, follow: Follower) -> None:
        self._store = store
        self._clock = clock
        self._follow = follow

    def look(
        self, by: Actor, reading_id: ReadingId, value: Decimal, *, rolled_over: bool | None = None
    ) -> CorrectionLooked:
        """What the correction would change. Raises the refusals of `app.meters.write_correction.write_correction`."""
        stamp = Stamp(self._clock.now(), by.id)
        with self._store.rehearsal() as connection:
            before = connection.execute(select(func.coalesce(func.max(adjustment.c.id), 0))).scalar_one()
            corrected = write_correction(connection, reading_id, value, "?", stamp, rolled_over=rolled_over)
            self._follow(connection, by, corrected)
            changes, to_credit = _changes(connection, before), _to_credit(connection, before)
            shared = tuple(shared_by_usage_of(connection, corrected))
            return CorrectionLooked(corrected.changes, changes, to_credit, shared)


def _changes(connection: Connection, after: int) -> tuple[ChargeChange, ...]:
    asked = (
        select(charge, unit.c.code, adjustment.c.amount.label("by_amount"))
        .join(adjustment, adjustment.c.charge_id == charge.c.id)
        .join(unit, unit.c.id == charge.c.unit_id)
        .where(adjustment.c.id > after, adjustment.c.kind == AdjustmentKind.READING_CORRECTION)
        .order_by(charge.c.first, unit.c.sort_key)
    )
    return tuple(
        ChargeChange(ChargeId(row.id), row.code, row.name, row.first, row.until, row.amount, row.by_amount)
        for row in connection.execute(asked)
    )


def _to_credit(connection: Connection, after: int) -> Money:
    asked = select(func.sum(adjustment.c.amount)).where(
        adjustment.c.id > after, adjustment.c.kind == AdjustmentKind.TO_CREDIT
    )
    found: Money | None = connection.execute(asked).scalar()
    return found or Money(0)
