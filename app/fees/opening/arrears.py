"""Opening arrears: what units owed when the office began with this book, brought in from a sheet."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection

from app.access.actor import Actor, Approval
from app.access.audit import record
from app.access.permissions import Permission
from app.core.clock import Clock
from app.core.ids import BatchId
from app.core.money import Money, total
from app.core.show import show_months
from app.estate.unit_of_row import UnitsOfSheet
from app.fees.charge_rows import OPENING_ARREARS, NewCharge, Occasion, cancel_charges, write_charges
from app.fees.items import read_items
from app.fees.opening.checks import OpeningBook, twice_in_sheet
from app.fees.opening.columns import FINDER, NEEDED, TEMPLATE_HEADS, TEMPLATE_NAME, TEMPLATE_ROWS
from app.fees.opening.explained import explain_opening
from app.fees.opening.line import OpeningLine, OpeningReader
from app.fees.opening.sheet_refusals import ArrearsHavePayments
from app.fees.opening.sheet_results import FeesBatch, SheetResult
from app.fees.tables import charge
from app.fees.terms import LateFeeTerms
from app.fees.undo_rule import touched, units_of_charges
from app.ledger.accounts import OPENING
from app.ledger.head import keep_head
from app.sheets.batches import Batch, batch_of, batches, mark_taken_back, open_batch, write_batch_facts
from app.sheets.collector import collector_paused
from app.sheets.read_sheet import Progress, Sheet, no_progress, read_sheet
from app.sheets.refusals import WrongColumns
from app.sheets.results import SheetPreview
from app.sheets.row_faults import BadRow, Fault
from app.sheets.write_sheet import write_template
from app.store.store import Store

KIND = "arrears"
_AT_ONCE = 2000
ArrearsPreview = SheetPreview[OpeningLine]


class OpeningArrears:
    """Brings the arrears of the books before into this one, and takes an import back while nothing was paid on it."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def preview(self, path: Path, progress: Progress = no_progress) -> ArrearsPreview:
        """What the sheet would bring in, and what of it cannot; `progress(done, total)` may raise to stop.

        Raises the refusals of `app.sheets.read_sheet.read_sheet`.
        """
        with collector_paused():
            sheet = _read(path, progress)
            with self._store.reading() as connection:
                preview, _ = _understood(connection, sheet)
        return preview

    def run(self, by: Actor, path: Path, progress: Progress = no_progress) -> SheetResult:
        """Charge every good row, all or none of them; the bad ones come back in the result.

        Raises NotPermitted and the refusals of `read_sheet`.
        """
        by.require(Permission.IMPORT)
        with collector_paused():
            sheet = _read(path, lambda done, total: progress(done, 2 * total))
            with self._store.transaction() as connection:
                preview, book = _understood(connection, sheet)
                if not preview.lines:
                    return SheetResult(sheet, preview.bad, None)
                occasion = Occasion(self._clock.now(), by.id)
                batch_id = open_batch(connection, KIND, sheet.file, occasion.at, by.id)
                new = [_new_charge(line, book.late_fee_of(line), sheet.file, batch_id) for line in preview.lines]
                for start in range(0, len(new), _AT_ONCE):
                    progress(len(new) + start, 2 * len(new))
                    write_charges(connection, new[start : start + _AT_ONCE], occasion)
                write_batch_facts(connection, batch_id, _facts(preview))
                keep_head(self._store, connection, f"opening arrears {batch_id}")
                batch = _listed(batch_of(connection, batch_id))
        return SheetResult(sheet, preview.bad, batch)

    def undo(self, by: Actor, batch_id: BatchId, approval: Approval | None = None) -> int:
        """Cancel every charge of an import, its entries reversed. Returns how many charges.

        Raises NotPermitted, ApprovalForSomethingElse, BatchTakenBack, ArrearsHavePayments.
        """
        approved = by.require(Permission.UNDO_IMPORT, approval)
        occasion = Occasion(self._clock.now(), by.id)
        own = charge.c.batch_id == batch_id
        with self._store.transaction() as connection:
            batch = batch_of(connection, batch_id)
            mark_taken_back(connection, batch, {}, occasion.at, by.id)
            paid = touched(connection, own)
            if paid:
                raise ArrearsHavePayments(len(paid), units_of_charges(connection, paid))
            cancelled = cancel_charges(connection, own, occasion)
            facts = {"charges": cancelled, "approval": approved}
            record(connection, "undo_arrears", str(batch_id), facts, occasion.at, by.id)
            keep_head(self._store, connection, f"opening arrears {batch_id} undone")
        return cancelled

    def batches(self) -> list[FeesBatch]:
        """The imports so far, the last first."""
        with self._store.reading() as connection:
            return [_listed(batch) for batch in batches(connection, KIND)]

    def write_template(self, path: Path) -> None:
        """Save an empty sheet with heads and examples. Raises SheetUnreadable."""
        write_template(path, TEMPLATE_NAME, TEMPLATE_HEADS, TEMPLATE_ROWS)


def _read(path: Path, progress: Progress) -> Sheet:
    sheet = read_sheet(path, FINDER, NEEDED, progress)
    there = {column.kind.key for column in sheet.header.columns if column.kind is not None}
    keys = (("code", "room", "plate"), ("item",), ("first",), ("until",), ("amount",))
    missing = [head for head, wanted in zip(NEEDED, keys, strict=True) if not there.intersection(wanted)]
    if missing:
        raise WrongColumns(tuple(missing), tuple(column.title for column in sheet.header.columns))
    return sheet


def _understood(connection: Connection, sheet: Sheet) -> tuple[ArrearsPreview, OpeningBook]:
    reader = OpeningReader(sheet, UnitsOfSheet(connection), read_items(connection))
    read = [reader.read(row) for row in sheet.rows]
    lines = [one for one in read if isinstance(one, OpeningLine)]
    book = OpeningBook(connection, lines)
    faults = {line.row.number: book.fault_of(line) for line in lines}
    faults |= twice_in_sheet(line for line in lines if faults[line.row.number] is None)
    bad = [one for one in read if isinstance(one, BadRow)]
    bad += [BadRow(line.row, (Fault("", why),)) for line in lines if (why := faults[line.row.number]) is not None]
    good = tuple(line for line in lines if faults[line.row.number] is None)
    return SheetPreview(sheet, good, tuple(sorted(bad, key=lambda one: one.row.number))), book


def _new_charge(line: OpeningLine, late_fee: LateFeeTerms | None, file: str, batch_id: BatchId) -> NewCharge:
    months = show_months(line.period.first, line.period.until)
    return NewCharge(
        unit_id=line.unit_id,
        item=line.item,
        kind=OPENING_ARREARS,
        name=line.item.paper_name,
        due_on=line.due_on,
        amount=line.amount,
        explain=explain_opening(file, line.row.number, line.readings, line.note),
        period=line.period,
        late_fee=None if late_fee is None else late_fee.to_facts(),
        subject=f"{line.unit} {line.item.name} {months}",
        against=OPENING,
        batch_id=batch_id,
    )


def _facts(preview: ArrearsPreview) -> dict[str, int]:
    amount = total(line.amount for line in preview.lines)
    units = len({line.unit_id for line in preview.lines})
    return {"rows": len(preview.lines), "units": units, "bad": len(preview.bad), "amount": amount.fen}


def _listed(batch: Batch) -> FeesBatch:
    facts = batch.facts
    return FeesBatch(
        batch.id,
        batch.file,
        facts["rows"],
        facts["units"],
        facts["bad"],
        Money(facts["amount"]),
        batch.at,
        batch.by,
        batch.undone_at,
    )
