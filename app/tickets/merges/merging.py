"""Two tickets turn out to be one: the source becomes a pointer, and everything on it is read with the other."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, select

from app.store.rows import insert_row
from app.tickets.deadlines.clock_snapshots import snapshot_clocks
from app.tickets.fields import Field
from app.tickets.kinds import EntryKind, State
from app.tickets.merges.snapshot import ticket_facts
from app.tickets.refusals import EventNotMerged, MergedWithItself
from app.tickets.steps import Changed
from app.tickets.tables import ticket, ticket_merge
from app.tickets.texts import tidy
from app.tickets.writing import Change, TicketRow, Writing, number_of, write_change


def merge_row(
    writing: Writing, source: TicketRow, target: TicketRow, text: str, facts: Mapping[str, object]
) -> tuple[Changed, Changed]:
    """Let a ticket point to another one, which tells of it; both run. Raises MergedWithItself, EventNotMerged."""
    if source["id"] == target["id"]:
        raise MergedWithItself(number_of(source))
    connection = writing.connection
    if _has_children(connection, source["id"]):
        raise EventNotMerged(number_of(source))
    insert_row(
        connection,
        ticket_merge,
        source_id=source["id"],
        target_id=target["id"],
        before={"ticket": ticket_facts(source), "clocks": snapshot_clocks(connection, source["id"])},
        undone_at=None,
        undone_by=None,
        at=writing.at,
        by=writing.by,
    )
    values = {Field.STATE: State.MERGED.value, Field.MERGED_INTO: target["id"]}
    change = Change(EntryKind.MERGED, values, tidy(text), {**facts, "other": number_of(target)})
    merged = write_change(writing, source, change)
    took = write_change(writing, target, Change(EntryKind.TOOK_IN, facts={"other": number_of(source)}))
    return merged, took


def _has_children(connection: Connection, ticket_id: int) -> bool:
    return connection.execute(select(ticket.c.id).where(ticket.c.parent_id == ticket_id).limit(1)).first() is not None
