"""Import batches: one row for each import, kept for ever, marked when it is taken back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select, update

from app.core.ids import BatchId, UserId
from app.sheets.refusals import BatchTakenBack
from app.sheets.tables import import_batch


@dataclass(frozen=True, slots=True)
class Batch:
    """One import: from which file, what it did (facts of the room that imported), whether it was taken back."""

    id: BatchId
    file: str
    facts: dict[str, Any]
    at: datetime
    by: UserId
    undone_at: datetime | None


def open_batch(connection: Connection, kind: str, file: str, at: datetime, by: UserId) -> BatchId:
    """A new batch, whose facts follow when the import is written."""
    row = insert(import_batch).values(kind=kind, file_name=file, facts={}, at=at, by=by)
    key = connection.execute(row).inserted_primary_key
    assert key is not None
    return BatchId(key[0])


def write_batch_facts(connection: Connection, batch_id: BatchId, facts: dict[str, Any]) -> None:
    """What the import did, once it is known."""
    connection.execute(update(import_batch).where(import_batch.c.id == batch_id).values(facts=facts))


def batch_of(connection: Connection, batch_id: BatchId) -> Batch:
    """One batch."""
    return _batch(connection.execute(select(import_batch).where(import_batch.c.id == batch_id)).one())


def batches(connection: Connection, kind: str) -> list[Batch]:
    """The batches of a kind, the last first."""
    rows = connection.execute(
        select(import_batch).where(import_batch.c.kind == kind).order_by(import_batch.c.id.desc())
    )
    return [_batch(row) for row in rows]


def mark_taken_back(connection: Connection, batch: Batch, facts: dict[str, Any], at: datetime, by: UserId) -> None:
    """Note who took the batch back, when and what of it stayed. Raises BatchTakenBack."""
    if batch.undone_at is not None:
        raise BatchTakenBack(batch.file)
    row = update(import_batch).where(import_batch.c.id == batch.id)
    connection.execute(row.values(undone_at=at, undone_by=by, facts=batch.facts | facts))


def _batch(row: Any) -> Batch:
    return Batch(row.id, row.file_name, row.facts, row.at, row.by, row.undone_at)
