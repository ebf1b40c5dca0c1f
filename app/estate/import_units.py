"""Importing a sheet of units and owners: look first, bring in what is good, hand back what is not, take it back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path

from sqlalchemy import Connection, select

from app.access.actor import Actor, Approval
from app.access.permissions import Permission
from app.core.clock import Clock
from app.core.ids import BatchId, EstateId, UnitId
from app.estate.import_known_units import KnownUnits
from app.estate.import_new_units import ImportStamp, NewUnits
from app.estate.import_people import PeopleOfSheet
from app.estate.import_plan import DuplicatePolicy, ImportPlan, plan_import
from app.estate.import_results import ImportCounts, ImportPreview, ImportResult, UnitBatch
from app.estate.import_undo import Guard, TakeBack, TakenBack, facts_of_changes
from app.estate.refusals import NoEstate
from app.estate.tables import unit
from app.estate.unit_columns import (
    FINDER,
    NEEDED,
    NEVER_KEPT,
    TEMPLATE_EXAMPLES,
    TEMPLATE_HEADS,
    TEMPLATE_NAME,
)
from app.estate.unit_line import LineReader, UnitLine
from app.estate.unit_rows import first_estate
from app.sheets.batches import Batch, batch_of, batches, mark_taken_back, open_batch, write_batch_facts
from app.sheets.collector import collector_paused
from app.sheets.read_sheet import Progress, Sheet, no_progress, read_sheet
from app.sheets.refusals import WrongColumns
from app.sheets.row_faults import BadRow
from app.sheets.write_sheet import write_template
from app.store.store import Store

KIND = "units"
_TELL_EVERY = 500


class UnitImport:
    """Brings sheets of units and owners into the book."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._guards: list[Guard] = []

    def add_guard(self, guard: Guard) -> None:
        """Register what else keeps units: `guard(connection, units, since)` answers those used since that moment."""
        self._guards.append(guard)

    def preview(self, path: Path, progress: Progress = no_progress) -> ImportPreview:
        """Read a sheet and say what would happen; `progress(done, total)` may raise to stop.

        Raises the refusals of `app.sheets.read_sheet.read_sheet`.
        """
        with collector_paused():
            sheet, lines, bad = _read(path, progress)
        with self._store.reading() as connection:
            plan = plan_import(lines, _in_book(connection), DuplicatePolicy.REPLACE)
        heads = [column for column in sheet.header.columns if column.kind is not None]
        return ImportPreview(
            sheet=sheet,
            lines=lines,
            bad=bad,
            new=len(plan.new),
            known=len(plan.known),
            repeated=plan.repeated,
            buildings=tuple(dict.fromkeys(line.code.building for line in lines)),
            used=tuple(one.title for one in heads if one.kind and one.kind.key not in NEVER_KEPT),
            never_kept=tuple(one.title for one in heads if one.kind and one.kind.key in NEVER_KEPT),
            unused=tuple(one.title for one in sheet.header.columns if one.kind is None),
            paid_items=tuple(dict.fromkeys(item for line in lines for item, _ in line.paid)),
        )

    def run(
        self,
        by: Actor,
        path: Path,
        policy: DuplicatePolicy = DuplicatePolicy.SKIP,
        progress: Progress = no_progress,
        estate_id: EstateId | None = None,
    ) -> ImportResult:
        """Bring the good rows in, all in one transaction; the bad ones come back in the result.

        `progress(done, total)` may raise to stop: then nothing is imported. Raises NotPermitted, NoEstate
        and the refusals of `read_sheet`.
        """
        by.require(Permission.IMPORT)
        with collector_paused():
            sheet, lines, bad = _read(path, _first_half(progress))
            if not lines:
                return ImportResult(None, ImportCounts(0, 0, 0, len(bad), 0), sheet, bad)
            with self._store.transaction() as connection:
                place = estate_id or first_estate(connection)
                if place is None:
                    raise NoEstate
                now = self._clock.now()
                stamp = ImportStamp(open_batch(connection, KIND, sheet.file, now, by.id), now, by.id)
                plan = plan_import(lines, _in_book(connection), policy)
                counts = _write(connection, stamp, place, plan, policy, len(bad), _second_half(progress))
        return ImportResult(stamp.batch_id, counts, sheet, bad)

    def undo(self, by: Actor, batch_id: BatchId, approval: Approval | None = None) -> TakenBack:
        """Take back what nothing has been billed or paid on, nor anybody changed since; the batch's record stays.

        Raises NotPermitted, ApprovalForSomethingElse, BatchTakenBack.
        """
        by.require(Permission.UNDO_IMPORT, approval)
        with self._store.transaction() as connection:
            batch, now = batch_of(connection, batch_id), self._clock.now()
            mark_taken_back(connection, batch, {}, now, by.id)
            stamp = ImportStamp(batch_id, now, by.id)
            return TakeBack(connection, batch, stamp, self._guards).run()

    def batches(self) -> list[UnitBatch]:
        """The imports so far, the last first."""
        with self._store.reading() as connection:
            return [_listed(batch) for batch in batches(connection, KIND)]

    def write_template(self, path: Path) -> None:
        """Save an empty sheet with heads and examples. Raises SheetUnreadable."""
        rows = [[example.get(head) for head in TEMPLATE_HEADS] for example in TEMPLATE_EXAMPLES]
        write_template(path, TEMPLATE_NAME, TEMPLATE_HEADS, rows)


def _read(path: Path, progress: Progress) -> tuple[Sheet, tuple[UnitLine, ...], tuple[BadRow, ...]]:
    sheet = read_sheet(path, FINDER, NEEDED, progress)
    _check_columns(sheet)
    reader = LineReader(sheet)
    read = [reader.read(row) for row in sheet.rows]
    lines = tuple(one for one in read if isinstance(one, UnitLine))
    return sheet, lines, tuple(one for one in read if isinstance(one, BadRow))


def _check_columns(sheet: Sheet) -> None:
    """A code (or a room) and an area; a sheet that says of every unit what it is may do without areas."""
    there = {column.kind.key for column in sheet.header.columns if column.kind is not None}
    missing = [] if there & {"code", "room"} else [NEEDED[2]]
    missing += [] if there & {"building_area", "kind"} else [NEEDED[3]]
    if missing:
        raise WrongColumns(tuple(missing), tuple(column.title for column in sheet.header.columns))


def _in_book(connection: Connection) -> dict[str, UnitId]:
    return {row.sort_key: UnitId(row.id) for row in connection.execute(select(unit.c.sort_key, unit.c.id))}


def _write(
    connection: Connection,
    stamp: ImportStamp,
    estate_id: EstateId,
    plan: ImportPlan,
    policy: DuplicatePolicy,
    bad: int,
    progress: Progress,
) -> ImportCounts:
    people = PeopleOfSheet(connection)
    known = KnownUnits(connection, stamp, people, policy)
    known.bring_in_step(plan.known)
    new = NewUnits(connection, stamp, estate_id, people)
    for line in _told(plan.new, progress):
        new.add(line)
    new.write()
    known.write_roles()
    counts = ImportCounts(len(plan.new), len(known.changes.touched), plan.skipped, bad, len(people.new))
    facts = {"counts": asdict(counts), "policy": policy.value} | facts_of_changes(known.changes)
    write_batch_facts(connection, stamp.batch_id, facts)
    progress(1, 1)
    return counts


def _told(lines: Iterable[UnitLine], progress: Progress) -> Iterator[UnitLine]:
    lines = list(lines)
    for number, line in enumerate(lines):
        if number % _TELL_EVERY == 0:
            progress(number, 2 * len(lines))
        yield line


def _first_half(progress: Progress) -> Progress:
    return lambda done, total: progress(done, 2 * total)


def _second_half(progress: Progress) -> Progress:
    return lambda done, total: progress(total + done, 2 * total)


def _listed(batch: Batch) -> UnitBatch:
    counts = ImportCounts(**batch.facts["counts"])
    return UnitBatch(batch.id, batch.file, counts, batch.at, batch.by, batch.undone_at)
