"""The same for many tickets: each gets the changes that are meant for it, and all are one step back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.tickets.changes.many import Changes, DoneOnMany, Planned, Seen
from app.tickets.kinds import EntryKind
from app.tickets.lists.rows import TicketRow
from app.tickets.refusals import NothingChanged
from app.tickets.steps import joined
from ui.shell.context import Context

ChangesOf = Callable[[TicketRow], Changes]


def planned(context: Context, rows: Sequence[TicketRow], changes_of: ChangesOf) -> list[Planned]:
    """What would become of each; nothing is stored."""
    found: list[Planned] = []
    for changes, tickets in _groups(rows, changes_of):
        found += context.office.ticket_changes.preview(context.actor, tickets, changes)
    return found


def carried_out(context: Context, rows: Sequence[TicketRow], changes_of: ChangesOf) -> DoneOnMany:
    """Do it with each that allows it; what is like this already is not told as refused."""
    done = [
        context.office.ticket_changes.change_many(context.actor, tickets, changes)
        for changes, tickets in _groups(rows, changes_of)
    ]
    step = joined(EntryKind.CHANGED, *(one.step for one in done))
    refused = (planned for one in done for planned in one.refused)
    return DoneOnMany(step, tuple(one for one in refused if not isinstance(one.refused, NothingChanged)))


def _groups(rows: Sequence[TicketRow], changes_of: ChangesOf) -> list[tuple[Changes, list[Seen]]]:
    groups: list[tuple[Changes, list[Seen]]] = []
    for row in rows:
        changes, seen = changes_of(row), Seen(row.id, row.version)
        same = next((tickets for known, tickets in groups if known == changes), None)
        if same is None:
            groups.append((changes, [seen]))
        else:
            same.append(seen)
    return groups
