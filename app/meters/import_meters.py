"""Importing a sheet of meters: look first, bring in what is good, hand back what is not, take it back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from sqlalchemy import Connection

from app.access.actor import Actor, Approval
from app.access.permissions import Permission
from app.core.clock import Clock
from app.core.ids import BatchId, MeterId
from app.meters.import_book import ImportBook, read_needed
from app.meters.meter_bulk import write_meters
from app.meters.meter_columns import FINDER, NEEDED, SHEET_NAME, TEMPLATE_HEADS, TEMPLATE_ROWS
from app.meters.meter_line import MeterLine, MeterLines
from app.meters.meter_plan import MeterPlan, plan_meters
from app.meters.sheet_results import MeterBatch, MeterCounts, MeterPreview, MeterResult
from app.meters.take_back_meters import take_back
from app.meters.units_of_sheet import Places
from app.sheets.collector import collector_paused
from app.sheets.read_sheet import Progress, Sheet, no_progress
from app.sheets.row_faults import BadRow
from app.sheets.write_sheet import write_template
from app.store.store import Store

KIND = "meters"
InUse = Callable[[Connection, Sequence[MeterId]], set[MeterId]]


def nobody_uses(connection: Connection, meter_ids: Sequence[MeterId]) -> set[MeterId]:  # noqa: ARG001 - a room that charges nothing
    """For an office without tariffs."""
    return set()


class MeterImport:
    """Brings sheets of meters into the book; `in_use` knows which meters are charged by."""

    def __init__(self, store: Store, clock: Clock, in_use: InUse = nobody_uses) -> None:
        self._store = store
        self._clock = clock
        self._in_use = in_use
        self._book = ImportBook(store, clock, KIND, MeterCounts)

    def preview(self, path: Path, progress: Progress = no_progress) -> MeterPreview:
        """What a sheet would bring in; `progress(done, total)` may raise to stop.

        Raises the refusals of `app.sheets.read_sheet.read_sheet`.
        """
        with collector_paused(), self._store.reading() as connection:
            sheet = read_needed(path, FINDER, NEEDED, "kind", progress)
            plan = self._planned(connection, sheet)
        return MeterPreview(sheet, tuple(plan.good), tuple(plan.bad), plan.known)

    def run(self, by: Actor, path: Path, progress: Progress = no_progress) -> MeterResult:
        """Register every good row in one transaction; the bad ones come back in the result.

        Raises NotPermitted and the refusals of `read_sheet`.
        """
        by.require(Permission.MANAGE_METERS)
        with collector_paused(), self._store.transaction() as connection:
            sheet = read_needed(path, FINDER, NEEDED, "kind", progress)
            plan = self._planned(connection, sheet)
            counts = MeterCounts(len(plan.good), plan.known, len(plan.bad))
            if not plan.good:
                return MeterResult(sheet, tuple(plan.bad), None, counts)
            batch_id, stamp = self._book.open(connection, by, sheet.file, counts)
            write_meters(connection, [line.new for line in plan.good], by, stamp)
        return MeterResult(sheet, tuple(plan.bad), batch_id, counts)

    def undo(self, by: Actor, batch_id: BatchId, approval: Approval | None = None) -> int:
        """Take an import back while its meters were neither read nor charged by; how many meters went.

        Raises NotPermitted, ApprovalForSomethingElse, BatchTakenBack, MetersInUse.
        """
        return self._book.undo(by, batch_id, approval, lambda connection, key: take_back(connection, key, self._in_use))

    def batches(self) -> list[MeterBatch]:
        """The imports so far, the last first."""
        return self._book.listed()

    def write_template(self, path: Path) -> None:
        """Save an empty sheet with heads and examples. Raises SheetUnreadable."""
        write_template(path, SHEET_NAME, TEMPLATE_HEADS, TEMPLATE_ROWS)

    def _planned(self, connection: Connection, sheet: Sheet) -> MeterPlan:
        today = self._clock.now().date()
        reader = MeterLines(sheet, Places(connection), today)
        read = [reader.read(row) for row in sheet.rows]
        plan = plan_meters(connection, [one for one in read if isinstance(one, MeterLine)], today)
        plan.bad += [one for one in read if isinstance(one, BadRow)]
        plan.bad.sort(key=lambda one: one.row.number)
        return plan
