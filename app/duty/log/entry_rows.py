"""Lines of the duty log as rows: only ever added."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, select

from app.access.actor import Actor
from app.duty.log.kinds import EntryKind
from app.duty.tables import duty_entry
from app.store.rows import insert_row

_NONE: Mapping[str, Any] = {}


@dataclass(frozen=True, slots=True)
class LogLine:
    """One line; `at` is when it was written, `corrected` says that a later line puts it right."""

    id: int
    kind: EntryKind
    text: str
    facts: Mapping[str, Any]
    happened_at: datetime
    at: datetime
    name: str
    corrected: bool = False

    @property
    def corrects(self) -> int | None:
        """The line that this one puts right."""
        found: int | None = self.facts.get("corrects")
        return found

    @property
    def is_late(self) -> bool:
        """Whether it was written more than a quarter of an hour after it happened."""
        return (self.at - self.happened_at).total_seconds() > 15 * 60


def write_line(
    connection: Connection,
    by: Actor,
    at: datetime,
    kind: EntryKind,
    text: str = "",
    facts: Mapping[str, Any] = _NONE,
    happened_at: datetime | None = None,
) -> int:
    """Add one line; its id."""
    return insert_row(
        connection,
        duty_entry,
        kind=kind.value,
        text=text,
        facts=dict(facts),
        happened_at=happened_at or at,
        name=by.name,
        at=at,
        by=by.id,
    )


def read_lines(connection: Connection, *conditions: ColumnElement[bool]) -> tuple[LogLine, ...]:
    """Lines by when they happened, the oldest first."""
    rows = connection.execute(
        select(duty_entry).where(*conditions).order_by(duty_entry.c.happened_at, duty_entry.c.id)
    ).all()
    corrections = connection.execute(
        select(duty_entry.c.facts).where(duty_entry.c.kind == EntryKind.CORRECTED.value)
    ).scalars()
    corrected = {facts["corrects"] for facts in corrections}
    return tuple(
        LogLine(
            row.id, EntryKind(row.kind), row.text, row.facts, row.happened_at, row.at, row.name, row.id in corrected
        )
        for row in rows
    )
