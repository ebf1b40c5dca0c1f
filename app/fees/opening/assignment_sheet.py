"""Tariffs on units by a sheet (建账): saved filled in, changed by the office, read back, taken back while unbilled."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from app.access.actor import Actor, Approval
from app.access.audit import record
from app.access.permissions import Permission
from app.core.clock import Clock
from app.core.errors import Refusal
from app.core.ids import BatchId
from app.core.money import NOTHING
from app.estate.unit_of_row import UnitsOfSheet
from app.fees.assigned import Assigned
from app.fees.assigned_rows import PaidBefore, read_handover_rule, read_units
from app.fees.billing_plan import begins
from app.fees.charge_rows import Occasion
from app.fees.opening.assignment_columns import FINDER, HEADS, NEEDED, SHEET_NAME, TEMPLATE_HEADS, TEMPLATE_ROWS
from app.fees.opening.assignment_export import Wanted, export_rows
from app.fees.opening.assignment_line import AssignmentLine, AssignmentReader
from app.fees.opening.assignment_plan import Deed, PlannedLine, plan_unit
from app.fees.opening.assignment_rows import Key, read_arrears, read_lying, read_unit_meters, write_planned
from app.fees.opening.assignment_undo import take_back
from app.fees.opening.sheet_refusals import ArrearsThere
from app.fees.opening.sheet_results import FeesBatch, SheetResult
from app.fees.versions import read_tariffs
from app.sheets.batches import Batch, batch_of, batches, mark_taken_back, open_batch, write_batch_facts
from app.sheets.collector import collector_paused
from app.sheets.read_sheet import MOST_ROWS, Progress, Sheet, no_progress, read_sheet
from app.sheets.refusals import TooManyRows, WrongColumns
from app.sheets.results import SheetPreview
from app.sheets.row_faults import BadRow, Fault
from app.sheets.write_sheet import write_template
from app.store.store import Store

KIND = "assignments"


@dataclass(frozen=True)
class AssignmentsPreview(SheetPreview[PlannedLine]):
    """What the rows do; `blank` are those whose days were left empty."""

    blank: int = 0

    def count(self, deed: Deed) -> int:
        """How many rows do this."""
        return sum(one.deed is deed for one in self.lines)


class AssignmentSheet:
    """Saves which tariffs lie on which units as a sheet, and reads such sheets."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def export(self, path: Path, wanted: Wanted) -> int:
        """Save what lies on the units, filled in. Returns how many rows. Raises TooManyRows, SheetUnreadable."""
        with self._store.reading() as connection:
            rows = export_rows(connection, wanted, self._clock.now().date())
        if len(rows) > MOST_ROWS:
            raise TooManyRows(len(rows), MOST_ROWS)
        write_template(path, SHEET_NAME, HEADS, rows)
        return len(rows)

    def preview(self, path: Path, progress: Progress = no_progress) -> AssignmentsPreview:
        """What the sheet would do, and what of it cannot be; `progress(done, total)` may raise to stop.

        Raises the refusals of `app.sheets.read_sheet.read_sheet`.
        """
        with collector_paused():
            sheet = _read(path, progress)
            with self._store.reading() as connection:
                return _understood(connection, sheet)

    def run(self, by: Actor, path: Path, progress: Progress = no_progress) -> SheetResult:
        """Do what every good row says, all or none of them; the bad ones come back in the result.

        Raises NotPermitted and the refusals of `read_sheet`.
        """
        by.require(Permission.MANAGE_TARIFFS)
        with collector_paused():
            sheet = _read(path, progress)
            with self._store.transaction() as connection:
                preview = _understood(connection, sheet)
                if preview.count(Deed.AS_IT_WAS) == len(preview.lines):
                    return SheetResult(sheet, preview.bad, None)
                occasion = Occasion(self._clock.now(), by.id)
                batch_id = open_batch(connection, KIND, sheet.file, occasion.at, by.id)
                ended = write_planned(connection, preview.lines, batch_id, occasion)
                before = [[key, None if until is None else until.isoformat()] for key, until in ended]
                write_batch_facts(connection, batch_id, _counts(preview) | {"ended": before})
                batch = _listed(batch_of(connection, batch_id))
        return SheetResult(sheet, preview.bad, batch)

    def undo(self, by: Actor, batch_id: BatchId, approval: Approval | None = None) -> int:
        """Let what an import laid on units never have applied, and what it ended go on. Returns how many rows.

        Raises NotPermitted, ApprovalForSomethingElse, BatchTakenBack, AssignmentsHaveCharges, AssignmentsFollowed.
        """
        approved = by.require(Permission.UNDO_IMPORT, approval)
        now = self._clock.now()
        with self._store.transaction() as connection:
            batch = batch_of(connection, batch_id)
            mark_taken_back(connection, batch, {}, now, by.id)
            take_back(connection, batch, Occasion(now, by.id))
            rows = int(batch.facts["rows"])
            record(connection, "undo_assignments", str(batch_id), {"rows": rows, "approval": approved}, now, by.id)
        return rows

    def batches(self) -> list[FeesBatch]:
        """The imports so far, the last first."""
        with self._store.reading() as connection:
            return [_listed(batch) for batch in batches(connection, KIND)]

    def write_template(self, path: Path) -> None:
        """Save an empty sheet with heads and examples. Raises SheetUnreadable."""
        write_template(path, SHEET_NAME, TEMPLATE_HEADS, TEMPLATE_ROWS)


def _read(path: Path, progress: Progress) -> Sheet:
    sheet = read_sheet(path, FINDER, NEEDED, progress)
    there = {column.kind.key for column in sheet.header.columns if column.kind is not None}
    keys = (("code", "room", "plate"), ("item", "tariff"), ("first", "made"))
    missing = [head for head, wanted in zip(NEEDED, keys, strict=True) if not there.intersection(wanted)]
    if missing:
        raise WrongColumns(tuple(missing), tuple(column.title for column in sheet.header.columns))
    return sheet


def _understood(connection: Connection, sheet: Sheet) -> AssignmentsPreview:
    tariffs = read_tariffs(connection).values()
    reader = AssignmentReader(sheet, UnitsOfSheet(connection), tariffs, read_unit_meters(connection))
    read = [reader.read(row) for row in sheet.rows]
    lines = [one for one in read if isinstance(one, AssignmentLine)]
    planned, faults = _planned(connection, lines)
    faults |= _owed_already(connection, [one for one in planned if one.deed in (Deed.NEW, Deed.MOVED)])
    bad = [one for one in read if isinstance(one, BadRow)]
    bad += [BadRow(line.row, (Fault("", faults[line.row.number]),)) for line in lines if line.row.number in faults]
    good = [one for one in planned if one.line.row.number not in faults]
    return AssignmentsPreview(
        sheet,
        tuple(sorted(good, key=lambda one: one.line.row.number)),
        tuple(sorted(bad, key=lambda one: one.row.number)),
        sum(one is None for one in read),
    )


def _planned(connection: Connection, lines: list[AssignmentLine]) -> tuple[list[PlannedLine], dict[int, Refusal]]:
    by_unit: defaultdict[Key, list[AssignmentLine]] = defaultdict(list)
    for line in lines:
        by_unit[line.unit_id, line.tariff.item.id].append(line)
    lying = read_lying(connection, {item for _, item in by_unit}, {unit_id for unit_id, _ in by_unit})
    planned: list[PlannedLine] = []
    faults: dict[int, Refusal] = {}
    for key, of_unit in by_unit.items():
        good, wrong = plan_unit(of_unit, lying.get(key, ()))
        planned += good
        faults |= {line.row.number: why for line, why in wrong}
    return planned, faults


def _owed_already(connection: Connection, planned: list[PlannedLine]) -> dict[int, Refusal]:
    """Rows that would charge days for which opening arrears are owed."""
    unit_ids = sorted({one.line.unit_id for one in planned})
    arrears = read_arrears(connection, unit_ids)
    if not arrears:
        return {}
    rule, paid = read_handover_rule(connection), PaidBefore(connection, unit_ids)
    units = {one.id: one.billable for one in read_units(connection, unit_ids)}
    faults: dict[int, Refusal] = {}
    for line in (one.line for one in planned if one.line.meter is None):
        item = line.tariff.item
        until = paid.until(line.unit_id, item)
        first = begins(Assigned(units[line.unit_id], (), line.first, line.until, paid_until=until), rule)
        for row in arrears.get((line.unit_id, item.id), ()):
            if first < row.until and (line.until is None or row.first < line.until):
                faults[line.row.number] = ArrearsThere(line.unit, item.name, row.first, row.until)
    return faults


def _counts(preview: AssignmentsPreview) -> dict[str, Any]:
    done = [one.line.unit_id for one in preview.lines if one.deed is not Deed.AS_IT_WAS]
    return {"rows": len(done), "units": len(set(done)), "bad": len(preview.bad)}


def _listed(batch: Batch) -> FeesBatch:
    facts = batch.facts
    counts = (facts["rows"], facts["units"], facts["bad"])
    return FeesBatch(batch.id, batch.file, *counts, NOTHING, batch.at, batch.by, batch.undone_at)
