"""The papers of shifts: X reports at any time, Z reports as they were written, with the marks of copies."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from app.access.actor import Actor, Approval
from app.access.permissions import Permission
from app.core.ids import ShiftId
from app.counter.left_prints import LeftPrints
from app.counter.paper_copies import Paper, next_print, note_printed
from app.counter.receipts.receipt_facts import CopyMark
from app.counter.shifts.close_shift import facts_of
from app.counter.shifts.counts import compared
from app.counter.shifts.shift_facts import ShiftFacts
from app.counter.shifts.shifts import standing_shift
from app.counter.shifts.z_reports import ZReport, last_z, newest_z, read_z

OF_SHIFTS = (Paper.Z_REPORT, Paper.HAND_OVER, Paper.BANKING)


@dataclass(frozen=True, slots=True)
class ShiftSheet:
    """A paper of a shift on its way to the printer; `mark` is None on the original."""

    paper: Paper
    copy_no: int
    facts: ShiftFacts
    mark: CopyMark | None


class ShiftReports(LeftPrints):
    """Reading and printing what shifts came to; none of this changes a shift."""

    papers = OF_SHIFTS

    def x_report(self, by: Actor, shift_id: ShiftId, approval: Approval | None = None) -> ShiftFacts:
        """What the shift came to up to now, unnumbered; it changes nothing.

        Cash, and the items from which it could be told, show to who may see what is expected. Raises ShiftNotOpen.
        """
        may_see = by.may(Permission.SEE_EXPECTED) or approval is not None
        if approval is not None:
            by.require(Permission.SEE_EXPECTED, approval)
        with self._store.reading() as connection:
            standing = standing_shift(connection, shift_id)
            facts = facts_of(connection, standing, compared(connection, standing, None), self._clock.now(), by)
        return facts if may_see else facts.hiding_cash()

    def z_report(self, number: int) -> ShiftFacts:
        """A Z report as it was written. Raises ZReportUnknown."""
        with self._store.reading() as connection:
            return read_z(connection, number).facts

    def last_z(self) -> int:
        """The number of the newest Z report; 0 before the first."""
        with self._store.reading() as connection:
            return last_z(connection)

    def listed(self, most: int = 200) -> tuple[ZReport, ...]:
        """The newest Z reports, the newest first."""
        with self._store.reading() as connection:
            return newest_z(connection, most)

    def sheet(self, by: Actor, number: int, paper: Paper = Paper.Z_REPORT) -> ShiftSheet:
        """The next print of a report or of the hand-over slip of its shift: once the original, then marked copies.

        Raises ZReportUnknown, and NotPermitted for copies.
        """
        with self._store.transaction() as connection:
            facts, now = read_z(connection, number).facts, self._clock.now()
            copy_no = next_print(connection, paper, number, now, by.id)
            if copy_no:
                by.require(Permission.REPRINT)
            return ShiftSheet(paper, copy_no, facts, CopyMark(copy_no, now, by.name) if copy_no else None)

    def printed(self, sheet: ShiftSheet) -> None:
        """The printer took the paper: the next one is a copy."""
        with self._store.transaction() as connection:
            self._note(connection, sheet)

    def _note(self, connection: Connection, sheet: ShiftSheet) -> None:
        note_printed(connection, sheet.paper, sheet.facts.no, sheet.copy_no, self._clock.now())
