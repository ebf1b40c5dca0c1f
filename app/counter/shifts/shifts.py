"""Shifts: one cashier's time at one drawer, from the counted float to the counted close."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, select

from app.access import audit
from app.access.actor import Actor, Approval
from app.access.permissions import Permission
from app.core.clock import Clock
from app.core.ids import ShiftId
from app.core.money import Money
from app.counter.cash.cash_reasons import MoveKind
from app.counter.cash.cash_rows import CashRow, write_cash
from app.counter.cash.denominations import CashCount
from app.counter.refusals import ShiftAlreadyOpen, ShiftNotOpen
from app.counter.shifts.close_shift import Closing, approval_for, close_shift
from app.counter.shifts.open_shift import OpenShift, as_open_shift, open_shift_of, open_shifts
from app.counter.shifts.refusals import CashierHasShift, DrawerUnknown
from app.counter.shifts.settings import DRAWERS, drawer_names
from app.counter.shifts.shift_close import ShiftClose, close_before_reports, close_from_report
from app.counter.shifts.shift_float import LastClose, float_difference, last_close_of
from app.counter.shifts.so_far import SoFar, read_so_far
from app.counter.shifts.z_reports import ZReport, read_z
from app.counter.tables import shift
from app.ledger.accounts import SAFE
from app.ledger.head import keep_head
from app.store.rows import insert_row
from app.store.settings import read_choice
from app.store.store import Store


class Shifts:
    """Opening and closing the till; counting is `ShiftCounts`, papers are `ShiftReports`."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def drawers(self) -> tuple[str, ...]:
        """The office's drawers; the first is the usual one."""
        with self._store.reading() as connection:
            return drawer_names(read_choice(connection, DRAWERS))

    def open(self, by: Actor, opening_float: Money | CashCount, drawer: str | None = None, note: str = "") -> OpenShift:
        """Open a drawer (the usual one) with its float; what differs from the last close is booked with the note.

        Raises NotPermitted, DrawerUnknown, ShiftAlreadyOpen, CashierHasShift, FloatDiffers.
        """
        by.require(Permission.WORK_SHIFT)
        with self._store.transaction() as connection:
            names = drawer_names(read_choice(connection, DRAWERS))
            if drawer is not None and drawer not in names:
                raise DrawerUnknown(drawer, names)
            chosen = drawer or names[0]
            self._refuse_doubles(connection, by, chosen)
            opened = self._open(connection, by, opening_float, chosen, note)
            keep_head(self._store, connection, f"shift {opened.id}")
            return opened

    def current(self, by: Actor) -> OpenShift | None:
        """The person's open shift, of whatever day; None if there is none."""
        with self._store.reading() as connection:
            return open_shift_of(connection, by)

    def all_open(self) -> tuple[OpenShift, ...]:
        """Every open shift, the oldest first."""
        with self._store.reading() as connection:
            return tuple(as_open_shift(row) for row in connection.execute(open_shifts()))

    def at_drawer(self, drawer: str | None = None) -> OpenShift | None:
        """Whoever's shift is open at the drawer (the usual one)."""
        chosen = drawer or self.drawers()[0]
        with self._store.reading() as connection:
            row = connection.execute(open_shifts().where(shift.c.drawer == chosen)).first()
            return None if row is None else as_open_shift(row)

    def last_close(self, drawer: str | None = None) -> LastClose | None:
        """The newest close of the drawer (the usual one); what it kept is what the next float should be."""
        chosen = drawer or self.drawers()[0]
        with self._store.reading() as connection:
            return last_close_of(connection, chosen)

    def closed(self, shift_id: ShiftId) -> ShiftClose:
        """A closed shift as it was closed, by whichever version. Raises ShiftNotOpen's opposite as a bug (no row)."""
        with self._store.reading() as connection:
            facts = connection.execute(select(shift.c.closing).where(shift.c.id == shift_id)).scalar_one()
            return (
                close_from_report(read_z(connection, facts["z"]).facts) if "z" in facts else close_before_reports(facts)
            )

    def so_far(self, shift_id: ShiftId) -> SoFar:
        """The figures of a shift as they stand now, all methods together."""
        with self._store.reading() as connection:
            return read_so_far(connection, shift_id)

    def close(self, by: Actor, shift_id: ShiftId, closing: Closing, approvals: Sequence[Approval] = ()) -> ZReport:
        """Close a shift on its last count and write its Z report.

        Raises ShiftNotOpen, NotCountedYet, CountOutdated, DifferenceNeedsReason, KeptMoreThanCounted, and NotPermitted
        for another person's shift or a difference above the limit.
        """
        with self._store.transaction() as connection:
            standing = self._standing(connection, by, shift_id, approvals)
            report = close_shift(connection, by, standing, closing, approvals, self._clock.now())
            keep_head(self._store, connection, report.facts.label)
            return report

    def take_over(
        self, by: Actor, shift_id: ShiftId, closing: Closing, approvals: Sequence[Approval] = ()
    ) -> tuple[ZReport, OpenShift]:
        """Close another person's counted shift and open one's own at the drawer with what was kept, at one moment.

        Raises what `close` and `open` raise.
        """
        with self._store.transaction() as connection:
            drawer = self._standing(connection, by, shift_id, approvals).drawer
            report = self.close(by, shift_id, closing, approvals)
            return report, self.open(by, closing.kept, drawer)

    def _standing(
        self, connection: Connection, by: Actor, shift_id: ShiftId, approvals: Sequence[Approval]
    ) -> OpenShift:
        standing = standing_shift(connection, shift_id)
        if standing.cashier_id == by.id:
            by.require(Permission.WORK_SHIFT)
        else:
            allowed = Permission.CLOSE_SHIFT_OF_OTHERS
            by.require(allowed, approval_for(allowed, approvals))
        return standing

    def _refuse_doubles(self, connection: Connection, by: Actor, drawer: str) -> None:
        there = connection.execute(open_shifts().where(shift.c.drawer == drawer)).first()
        if there is not None:
            raise ShiftAlreadyOpen(drawer, there.cashier, there.id)
        own = open_shift_of(connection, by)
        if own is not None:
            raise CashierHasShift(own.cashier, own.id, own.drawer)

    def _open(self, connection: Connection, by: Actor, counted: Money | CashCount, drawer: str, note: str) -> OpenShift:
        now, amount = self._clock.now(), counted.amount if isinstance(counted, CashCount) else counted
        last = last_close_of(connection, drawer)
        differs = float_difference(last, amount, note)
        opening: dict[str, Any] = {"note": note.strip(), "kept": None if last is None else _fen(last.kept)}
        opening["cash"] = counted.to_facts() if isinstance(counted, CashCount) else None
        values: dict[str, Any] = {"drawer": drawer, "user_id": by.id, "day": now.date(), "opened_at": now}
        shift_id = ShiftId(insert_row(connection, shift, opening_float=amount, opening=opening, **values))
        if differs:
            row = CashRow(MoveKind.FLOAT, differs, SAFE, note.strip())
            write_cash(connection, by, shift_id, row, now.date(), now, f"shift {shift_id}")
        audit.record(connection, "open_shift", str(shift_id), {"float": amount.fen}, now, by.id)
        return OpenShift(shift_id, by.id, by.name, drawer, now.date(), now, amount)


def standing_shift(connection: Connection, shift_id: ShiftId) -> OpenShift:
    """An open shift by its id. Raises ShiftNotOpen."""
    row = connection.execute(open_shifts().where(shift.c.id == shift_id)).first()
    if row is None:
        raise ShiftNotOpen(shift_id)
    return as_open_shift(row)


def _fen(amount: Money | None) -> int | None:
    return None if amount is None else amount.fen
