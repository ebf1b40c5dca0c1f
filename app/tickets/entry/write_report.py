"""A report becomes a ticket: row, reporter, first entry, clocks and words, all or nothing."""

from __future__ import annotations

from sqlalchemy import Connection, select

from app.tickets.deadlines.clocks import start_clocks
from app.tickets.entry.new_row import FIRST_VERSION, write_row
from app.tickets.entry.new_ticket import NewTicket, Reported
from app.tickets.entry.reporters import first_entry, write_reporter
from app.tickets.kinds import EntryKind, ServiceClass, State, TicketKind
from app.tickets.steps import Step
from app.tickets.tables import ticket
from app.tickets.word_index import index_words
from app.tickets.writing import Change, TicketRow, Writing, number_of, read_ticket, write_entry


def saved_before(connection: Connection, client_id: str) -> Reported | None:
    """The ticket that this form made already."""
    row = connection.execute(select(ticket).where(ticket.c.client_id == client_id)).mappings().first()
    return None if row is None else _reported(dict(row), Step(EntryKind.REPORTED, ()), already=True)


def write_report(writing: Writing, asked: NewTicket) -> Reported:
    """Store a report with everything that hangs on it. Raises what `write_row` raises."""
    connection = writing.connection
    ticket_id = write_row(connection, asked, writing.at, writing.by)
    row = read_ticket(connection, ticket_id)
    reporter_id = write_reporter(writing, ticket_id, asked.caller)
    facts = {"reporter": reporter_id, "source": row["source"]}
    change = Change(EntryKind.REPORTED, facts=facts, happened_at=row["reported_at"])
    entry_id = write_entry(writing, ticket_id, State.REPORTED, change)
    kind, service_class = TicketKind(row["kind"]), ServiceClass(row["service_class"])
    started = row["reported_at"]
    start_clocks(connection, writing.calendars, ticket_id, kind, service_class, started, writing.at, writing.by)
    index_words(connection, ticket_id)
    step = Step(EntryKind.REPORTED, (first_entry(ticket_id, entry_id, FIRST_VERSION),), made=(ticket_id,))
    return _reported(row, step, already=False)


def _reported(row: TicketRow, step: Step, *, already: bool) -> Reported:
    return Reported(row["id"], number_of(row), row["version"], already, step)
