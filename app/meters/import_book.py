"""What imports of meters and of readings share: their batches, how one is taken back, which columns a sheet needs."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Generic

from sqlalchemy import Connection

from app.access import audit
from app.access.actor import Actor, Approval
from app.access.permissions import Permission
from app.core.clock import Clock
from app.core.ids import BatchId
from app.meters.meter_rows import Stamp
from app.meters.sheet_results import C, ImportBatch
from app.sheets.batches import batch_of, batches, mark_taken_back, open_batch, write_batch_facts
from app.sheets.header import HeaderFinder
from app.sheets.read_sheet import Progress, Sheet, read_sheet
from app.sheets.refusals import WrongColumns
from app.store.store import Store

_NAMING = frozenset({"number", "code", "room", "name"})


class ImportBook(Generic[C]):
    """The imports of one kind; `counts` is what is counted of each."""

    def __init__(self, store: Store, clock: Clock, kind: str, counts: type[C]) -> None:
        self._store = store
        self._clock = clock
        self._kind = kind
        self._counts = counts

    def open(self, connection: Connection, by: Actor, file: str, counts: C) -> tuple[BatchId, Stamp]:
        """A new batch with its counts, and the stamp for every row of it."""
        now = self._clock.now()
        batch_id = open_batch(connection, self._kind, file, now, by.id)
        write_batch_facts(connection, batch_id, {"counts": asdict(counts)})
        return batch_id, Stamp(now, by.id, batch_id)

    def undo(
        self,
        by: Actor,
        batch_id: BatchId,
        approval: Approval | None,
        take_back: Callable[[Connection, BatchId], int],
    ) -> int:
        """Take an import back as a whole; how many rows went.

        Raises NotPermitted, ApprovalForSomethingElse, BatchTakenBack and what `take_back` raises.
        """
        approved = by.require(Permission.UNDO_IMPORT, approval)
        with self._store.transaction() as connection:
            now = self._clock.now()
            batch = batch_of(connection, batch_id)
            mark_taken_back(connection, batch, {}, now, by.id)
            gone = take_back(connection, batch_id)
            facts = {"batch": batch_id, self._kind: gone, "approval": approved}
            audit.record(connection, f"undo_{self._kind}", batch.file, facts, now, by.id)
            return gone

    def listed(self) -> list[ImportBatch[C]]:
        """The imports so far, the last first."""
        with self._store.reading() as connection:
            return [
                ImportBatch(one.id, one.file, self._counts(**one.facts["counts"]), one.at, one.by, one.undone_at)
                for one in batches(connection, self._kind)
            ]


def read_needed(path: Path, finder: HeaderFinder, needed: Sequence[str], key: str, progress: Progress) -> Sheet:
    """A sheet that names its meters (the first needed head, or another that does) and has the column `key`.

    Raises WrongColumns and the refusals of `app.sheets.read_sheet.read_sheet`.
    """
    sheet = read_sheet(path, finder, needed, progress)
    there: Collection[str] = {column.kind.key for column in sheet.header.columns if column.kind is not None}
    missing = [] if _NAMING.intersection(there) else [needed[0]]
    missing += [] if key in there else [needed[1]]
    if missing:
        raise WrongColumns(tuple(missing), tuple(column.title for column in sheet.header.columns))
    return sheet
