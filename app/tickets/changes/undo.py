"""A step is taken back: what it changed is as before, and the timeline tells both."""

from __future__ import annotations

from sqlalchemy import Connection, func, select

from app.access.actor import Actor
from app.access.permissions import Permission
from app.core.clock import Clock
from app.store.store import Store
from app.tickets.deadlines.clock_snapshots import snapshot_clocks
from app.tickets.entry.reporters import take_off_reporter
from app.tickets.fields import Field
from app.tickets.kinds import EntryKind, State
from app.tickets.materials.line_writing import lines_back
from app.tickets.merges.parting import part_last
from app.tickets.refusals import UndoOnPaper, UndoOverwritten
from app.tickets.steps import Changed, Step
from app.tickets.tables import ticket_entry
from app.tickets.writing import Change, TicketRow, Writing, begin_writing, number_of, read_ticket, write_change

_ON_PAPER = (EntryKind.PRINTED.value, EntryKind.CHARGED.value)


class TicketUndo:
    """Takes back steps of the session."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def undo(self, by: Actor, step: Step) -> Step:
        """Take a step back on every ticket that it touched, or on none; tickets that it made are cancelled.

        Raises NotPermitted, UndoOverwritten where the same was changed again since, UndoOnPaper where it was printed
        or charged, LineTakenOffBefore and LineIsCharged of a line, and for a merge what parting raises.
        """
        by.require(Permission.WORK_TICKET)
        with self._store.transaction() as connection:
            writing = begin_writing(connection, self._clock.now(), by.id)
            if step.kind is EntryKind.MERGED:
                by.require(Permission.MERGE_TICKETS)
                return part_last(writing, step)
            return _undone(writing, step)


def _undone(writing: Writing, step: Step) -> Step:
    made = [_cancelled(writing, ticket_id, step) for ticket_id in step.made]
    back = [_taken_back(writing, one) for one in reversed(step.changed) if one.ticket_id not in step.made]
    for reporter_id in step.reporters:
        take_off_reporter(writing, reporter_id)
    lines_back(writing.connection, step.lines, step.lines_off, writing.at, writing.by)
    return Step(EntryKind.UNDONE, (*back, *made))


def _taken_back(writing: Writing, done: Changed) -> Changed:
    row = read_ticket(writing.connection, done.ticket_id)
    _check_paper(writing.connection, row, done.entry_id)
    fields = tuple(Field(name) for name, value in done.after.items() if row[name] != value)
    touched = bool(done.clocks_before or done.clocks_after)
    if touched and list(done.clocks_after) != snapshot_clocks(writing.connection, row["id"]):
        fields = fields or (Field.STATE,)
    if fields:
        raise UndoOverwritten(number_of(row), fields)
    values = {Field(name): value for name, value in done.before.items()}
    clocks = done.clocks_before if touched else None
    return write_change(writing, row, Change(EntryKind.UNDONE, values, undoes=done.entry_id, clocks_to=clocks))


def _cancelled(writing: Writing, ticket_id: int, step: Step) -> Changed:
    """A ticket that a step made is cancelled, if nothing else was done on it."""
    row = read_ticket(writing.connection, ticket_id)
    first, last = writing.connection.execute(
        select(func.min(ticket_entry.c.id), func.max(ticket_entry.c.id)).where(ticket_entry.c.ticket_id == ticket_id)
    ).one()
    if last not in {one.entry_id for one in step.changed}:
        raise UndoOverwritten(number_of(row), (Field.STATE,))
    values = {Field.STATE: State.CANCELLED.value}
    return write_change(writing, row, Change(EntryKind.UNDONE, values, undoes=first))


def _check_paper(connection: Connection, row: TicketRow, entry_id: int) -> None:
    later = select(ticket_entry.c.id).where(
        ticket_entry.c.ticket_id == row["id"], ticket_entry.c.id > entry_id, ticket_entry.c.kind.in_(_ON_PAPER)
    )
    if connection.execute(later).first() is not None:
        raise UndoOnPaper(number_of(row))
