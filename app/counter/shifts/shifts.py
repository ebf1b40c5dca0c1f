"""Shifts: one cashier's time at one drawer, from the opening float to the counted close."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import func, select, update

from app.access import audit
from app.access.actor import Actor, Approval
from app.access.permissions import Permission
from app.core.clock import Clock
from app.core.ids import ShiftId
from app.core.money import NOTHING, Money
from app.counter.methods import Method
from app.counter.refusals import ShiftAlreadyOpen, ShiftNotOpen
from app.counter.shifts.open_shift import OpenShift, as_open_shift, open_shift_of, open_shifts
from app.counter.shifts.shift_close import ShiftClose, close_facts, close_from, close_of, sums_by_method
from app.counter.tables import payment, shift
from app.store.rows import insert_row
from app.store.store import Store

DRAWER = "1"


class Shifts:
    """Opening and closing the till."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def open(self, by: Actor, opening_float: Money, drawer: str = DRAWER) -> OpenShift:
        """Open the drawer with its float. Raises NotPermitted, ShiftAlreadyOpen."""
        by.require(Permission.WORK_SHIFT)
        now = self._clock.now()
        with self._store.transaction() as connection:
            standing = connection.execute(open_shifts().where(shift.c.drawer == drawer)).first()
            if standing is not None:
                raise ShiftAlreadyOpen(drawer, standing.cashier, standing.id)
            values: dict[str, object] = {"drawer": drawer, "user_id": by.id, "day": now.date(), "opened_at": now}
            shift_id = insert_row(connection, shift, opening_float=opening_float, **values)
        return OpenShift(ShiftId(shift_id), by.id, by.name, drawer, now.date(), now, opening_float)

    def current(self, by: Actor) -> OpenShift | None:
        """The person's open shift, of whatever day; None if there is none."""
        with self._store.reading() as connection:
            return open_shift_of(connection, by)

    def at_drawer(self, drawer: str = DRAWER) -> OpenShift | None:
        """Whoever's shift is open at the drawer."""
        with self._store.reading() as connection:
            row = connection.execute(open_shifts().where(shift.c.drawer == drawer)).first()
            return None if row is None else as_open_shift(row)

    def last_close(self, drawer: str = DRAWER) -> ShiftClose | None:
        """The newest closed shift of the drawer; its cash is what the next float should be."""
        newest = select(shift).where(shift.c.drawer == drawer, shift.c.closed_at.is_not(None))
        with self._store.reading() as connection:
            row = connection.execute(newest.order_by(shift.c.id.desc()).limit(1)).first()
            return None if row is None else close_from(row.closing)

    def taken(self, shift_id: ShiftId) -> tuple[int, Money]:
        """Receipts and money of the shift so far, all methods together, less what was voided."""
        sums = select(
            func.count().filter(payment.c.kind == "payment"),
            func.sum(payment.c.allocated + payment.c.credited),
        ).where(payment.c.shift_id == shift_id)
        with self._store.reading() as connection:
            count, taken = connection.execute(sums).one()
        return count, taken or NOTHING

    def close(
        self, by: Actor, shift_id: ShiftId, counted: Mapping[Method, Money], approval: Approval | None = None
    ) -> ShiftClose:
        """Close with what was counted for cash and for every method used; the snapshot is stored.

        Raises ShiftNotOpen, NotCounted, and NotPermitted for another person's shift.
        """
        with self._store.transaction() as connection:
            row = connection.execute(open_shifts().where(shift.c.id == shift_id)).first()
            if row is None:
                raise ShiftNotOpen(shift_id)
            own = row.user_id == by.id
            by.require(Permission.WORK_SHIFT if own else Permission.CLOSE_SHIFT_OF_OTHERS, None if own else approval)
            closing = close_of(connection, as_open_shift(row), counted, self._clock.now())
            facts = close_facts(closing)
            values = {"closed_at": closing.closed_at, "closed_by": by.id, "closing": facts}
            connection.execute(update(shift).where(shift.c.id == shift_id).values(**values))
            audit.record(connection, "close_shift", str(shift_id), facts, closing.closed_at, by.id)
        return closing

    def methods_used(self, shift_id: ShiftId) -> tuple[Method, ...]:
        """Cash, and every other method that the shift took: what has to be counted."""
        with self._store.reading() as connection:
            return tuple(sums_by_method(connection, shift_id))
