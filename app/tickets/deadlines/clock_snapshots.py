"""The clocks of a ticket as a document, to be restored exactly when a merge or a step is taken back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select, update

from app.core.ids import UserId
from app.tickets.deadlines.clock_rows import REPLACED, clocks_of
from app.tickets.deadlines.promise_facts import promise_facts
from app.tickets.tables import ticket_clock

_TIMES = ("started_at", "due_at", "soon_at", "paused_at", "met_at", "dropped_at")


def snapshot_clocks(connection: Connection, ticket_id: int) -> list[dict[str, object]]:
    """All that is stored of a ticket's clocks, as a document from which they can be restored exactly."""
    rows = connection.execute(select(ticket_clock).where(ticket_clock.c.ticket_id == ticket_id)).mappings()
    return [
        {"name": row["name"], "rule": row["rule"], "pauses": row["pauses"]}
        | {name: None if row[name] is None else row[name].isoformat() for name in _TIMES}
        for row in rows
    ]


def restore_clocks(
    connection: Connection, ticket_id: int, snapshot: Sequence[Mapping[str, Any]], at: datetime, by: UserId
) -> None:
    """Set a ticket's clocks to what they were; a clock that was not there then is no longer owed."""
    known = {facts["name"]: facts for facts in snapshot}
    for row in clocks_of(connection, [ticket_id]):
        facts = known.get(row.rule.name.value)
        if facts is None:
            left = promise_facts(row.rule, row.stamp) | REPLACED
            values: dict[str, object] = {"dropped_at": at, "rule": left}
        else:
            times = {name: facts[name] and datetime.fromisoformat(facts[name]) for name in _TIMES}
            values = {"rule": facts["rule"], "pauses": facts["pauses"], **times}
        connection.execute(update(ticket_clock).where(ticket_clock.c.id == row.id).values(**values, at=at, by=by))
