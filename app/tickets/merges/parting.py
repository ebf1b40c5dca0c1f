"""Merged tickets are parted again: the source is exactly what it was."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sqlalchemy import select, update

from app.tickets.fields import Field
from app.tickets.kinds import EntryKind
from app.tickets.merges.snapshot import columns_of
from app.tickets.refusals import MergedTooLongAgo, NotMerged
from app.tickets.steps import Step
from app.tickets.tables import ticket_merge
from app.tickets.writing import Change, TicketRow, Writing, number_of, read_ticket, write_change

PART_DAYS = 7


def part_last(writing: Writing, step: Step) -> Step:
    """Take a merge back that was just made: the sources are the first of each pair of entries."""
    sources = dict.fromkeys(one.ticket_id for one in step.changed if one.after.get("merged_into") is not None)
    parted = [part_row(writing, read_ticket(writing.connection, source)) for source in sources]
    return Step(EntryKind.PARTED, tuple(one for each in parted for one in each.changed))


def part_row(writing: Writing, row: TicketRow) -> Step:
    """Restore the source of a merge with its clocks. Raises NotMerged, MergedTooLongAgo."""
    if row["merged_into"] is None:
        raise NotMerged(number_of(row))
    connection = writing.connection
    merges = select(ticket_merge).where(ticket_merge.c.source_id == row["id"], ticket_merge.c.undone_at.is_(None))
    merge = connection.execute(merges).mappings().one()
    if writing.at - merge["at"] > timedelta(days=PART_DAYS):
        raise MergedTooLongAgo(number_of(row), PART_DAYS)
    target = read_ticket(connection, merge["target_id"])
    undone: dict[str, Any] = {"undone_at": writing.at, "undone_by": writing.by}
    connection.execute(update(ticket_merge).where(ticket_merge.c.id == merge["id"]).values(undone))
    values = {Field(name): value for name, value in columns_of(merge["before"]["ticket"]).items()}
    change = Change(EntryKind.PARTED, values, facts={"other": number_of(target)}, clocks_to=merge["before"]["clocks"])
    restored = write_change(writing, row, change)
    told = write_change(writing, target, Change(EntryKind.PARTED, facts={"other": number_of(row)}))
    return Step(EntryKind.PARTED, (restored, told))
