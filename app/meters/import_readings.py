"""Importing a sheet of readings: look first, bring in what is good, hand back what is not, take it back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from sqlalchemy import Connection, func, select

from app.access.actor import Actor, Approval
from app.access.permissions import Permission
from app.core.clock import Clock
from app.core.ids import BatchId
from app.meters.import_book import ImportBook, read_needed
from app.meters.meter_facts import MeterFilter
from app.meters.meter_rows import Stamp
from app.meters.meter_state import read_meters
from app.meters.meters_of_sheet import MetersOfSheet
from app.meters.reading_columns import FINDER, NEEDED, SHEET_NAME, TEMPLATE_HEADS, TEMPLATE_ROWS
from app.meters.reading_line import ReadingLine, ReadingLines
from app.meters.reading_plan import NewRow, ReadingPlan, ReadingPlanner
from app.meters.round_sheet import write_round_sheet
from app.meters.sheet_results import ReadingBatch, ReadingCounts, ReadingPreview, ReadingResult
from app.meters.tables import reading
from app.meters.take_back_readings import BilledThrough, nothing_billed, take_back
from app.meters.usual import LAST
from app.meters.write_correction import Follower, trued_up
from app.sheets.collector import collector_paused
from app.sheets.read_sheet import Progress, Sheet, no_progress
from app.sheets.row_faults import BadRow
from app.sheets.write_sheet import write_template
from app.store.bulk import insert_many
from app.store.store import Store

KIND = "readings"
_COLUMNS = (
    *("id", "meter_id", "device_id", "day", "value", "kind", "rolled_over", "corrects", "reason", "read_by"),
    *("batch_id", "at", "by"),
)


class ReadingImport:
    """Brings sheets of readings into the book; `billed_through` knows up to which day each meter was charged."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        followers: Sequence[Follower] = (),
        billed_through: BilledThrough = nothing_billed,
    ) -> None:
        self._store = store
        self._clock = clock
        self._followers = followers
        self._billed_through = billed_through
        self._book = ImportBook(store, clock, KIND, ReadingCounts)

    def preview(self, path: Path, day: date | None = None, progress: Progress = no_progress) -> ReadingPreview:
        """What a sheet would bring in; rows without a day are taken as read on `day`, by default today.

        `progress(done, total)` may raise to stop. Raises the refusals of `app.sheets.read_sheet.read_sheet`.
        """
        with collector_paused(), self._store.reading() as connection:
            sheet = read_needed(path, FINDER, NEEDED, "now", progress)
            plan, unread = self._planned(connection, sheet, day, accept_unusual=True)
        return ReadingPreview(sheet, tuple(plan.good), tuple(plan.bad), plan.known, unread)

    def run(
        self,
        by: Actor,
        path: Path,
        day: date | None = None,
        progress: Progress = no_progress,
        *,
        accept_unusual: bool = False,
    ) -> ReadingResult:
        """Write every good row in one transaction; the bad ones come back in the result.

        What is more than three times the usual stays out unless accepted. Raises NotPermitted and the refusals of
        `read_sheet`.
        """
        by.require(Permission.ENTER_READINGS)
        by.require(Permission.IMPORT)
        with collector_paused(), self._store.transaction() as connection:
            sheet = read_needed(path, FINDER, NEEDED, "now", progress)
            plan, unread = self._planned(connection, sheet, day, accept_unusual=accept_unusual)
            counts = ReadingCounts(len(plan.good), plan.known, unread, len(plan.bad))
            if not plan.good:
                return ReadingResult(sheet, tuple(plan.bad), None, counts)
            batch_id, stamp = self._book.open(connection, by, sheet.file, counts)
            self._write(connection, by, plan, stamp)
        return ReadingResult(sheet, tuple(plan.bad), batch_id, counts)

    def undo(self, by: Actor, batch_id: BatchId, approval: Approval | None = None) -> int:
        """Take an import back while nothing was billed on it and nothing was read after it; how many readings went.

        Raises NotPermitted, ApprovalForSomethingElse, BatchTakenBack, ReadingsBilled, ReadingsFollowed.
        """
        return self._book.undo(
            by, batch_id, approval, lambda connection, key: take_back(connection, key, self._billed_through)
        )

    def batches(self) -> list[ReadingBatch]:
        """The imports so far, the last first."""
        return self._book.listed()

    def write_template(self, path: Path) -> None:
        """Save an empty sheet with heads and examples. Raises SheetUnreadable."""
        write_template(path, SHEET_NAME, TEMPLATE_HEADS, TEMPLATE_ROWS)

    def write_round(self, path: Path, wanted: MeterFilter | None = None) -> int:
        """Save the reader's round in route order, with empty cells for what will be read; how many meters it has.

        The filled sheet is read by `preview` and `run`. Raises SheetUnreadable.
        """
        with self._store.reading() as connection:
            return write_round_sheet(connection, path, wanted or MeterFilter(), self._clock.now().date())

    def _planned(
        self, connection: Connection, sheet: Sheet, day: date | None, *, accept_unusual: bool
    ) -> tuple[ReadingPlan, int]:
        today = self._clock.now().date()
        reader = ReadingLines(sheet, MetersOfSheet(connection, today), day or today)
        read = [reader.read(row) for row in sheet.rows]
        lines = [one for one in read if isinstance(one, ReadingLine)]
        since = min((line.typed.day for line in lines), default=today)
        meters = read_meters(connection, dict.fromkeys(line.meter.id for line in lines), since, LAST + 1)
        planner = ReadingPlanner(meters, today, _next_id(connection))
        planner.plan.bad += [one for one in read if isinstance(one, BadRow)]
        return planner.take(lines, accept_unusual=accept_unusual), read.count(None)

    def _write(self, connection: Connection, by: Actor, plan: ReadingPlan, stamp: Stamp) -> None:
        insert_many(connection, reading, _COLUMNS, [_values(row, by, stamp) for row in plan.rows])
        for before, revisions in plan.lowered:
            for follow in self._followers:
                follow(connection, by, trued_up(before, revisions))


def _next_id(connection: Connection) -> int:
    return int(connection.execute(select(func.coalesce(func.max(reading.c.id), 0))).scalar_one()) + 1


def _values(row: NewRow, by: Actor, stamp: Stamp) -> tuple[object, ...]:
    one = row.reading
    what = (row.id, one.meter_id, one.device_id, one.day, one.value, one.kind, one.rolled_over, row.corrects)
    return (*what, row.note, one.read_by or by.name, stamp.batch_id, stamp.at, stamp.by)
