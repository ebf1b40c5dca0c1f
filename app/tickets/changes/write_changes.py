"""A set of changes on one ticket, inside the transaction."""

from __future__ import annotations

from collections.abc import Iterator

from app.tickets.changes.many import Changes, Seen
from app.tickets.changes.usable import usable
from app.tickets.fields import Field
from app.tickets.kinds import EntryKind, State
from app.tickets.moves.closing import close_row
from app.tickets.moves.moving import after, check_owner, move_row
from app.tickets.refusals import NothingChanged
from app.tickets.steps import Changed
from app.tickets.texts import tidy
from app.tickets.two_windows import Elsewhere, check_seen
from app.tickets.writing import Change, TicketRow, Writing, open_ticket, write_change


def write_changes(writing: Writing, seen: Seen, asked: Changes) -> tuple[tuple[Changed, ...], tuple[Elsewhere, ...]]:
    """Write what is asked on one ticket; what another window changed of other fields is told.

    Raises NothingChanged, ChangedElsewhere, and what its parts raise.
    """
    row = open_ticket(writing.connection, seen.ticket_id)
    values = usable(writing.connection, row, asked.values, writing.at.date())
    wanted = dict(values)
    if asked.closing is not None:
        wanted[Field.STATE] = State.CLOSED.value
    elif asked.to is not None and asked.to.value != row["state"]:
        wanted[Field.STATE] = asked.to.value
    others = check_seen(writing.connection, row, seen.version, wanted)
    written = tuple(_written(writing, row, asked, values))
    if not written:
        raise NothingChanged
    return written, others


def _written(writing: Writing, row: TicketRow, asked: Changes, values: dict[Field, object]) -> Iterator[Changed]:
    facts = {"macro": asked.macro} if asked.macro else {}
    text = tidy(asked.text)
    if asked.to is not None and asked.to.value != row["state"]:
        yield move_row(writing, row, asked.to, Change(EntryKind.MOVED, values, text, facts))
        return
    check_owner(row, values)
    if values or (text and asked.closing is None):
        kind = EntryKind.CHANGED if values else EntryKind.NOTE
        yield (changed := write_change(writing, row, Change(kind, values, text, facts)))
        row = after(row, changed)
    if asked.closing is not None:
        yield from close_row(writing, row, asked.closing).changed
