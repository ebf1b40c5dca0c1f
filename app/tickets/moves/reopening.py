"""A ticket that comes back: the same one within some days, later a new one that points back."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection, func, select

from app.core.ids import BuildingId, UnitId
from app.store.settings import read_choice
from app.tickets.entry.new_ticket import Caller, NewTicket
from app.tickets.entry.reporters import read_reporters
from app.tickets.entry.write_report import saved_before, write_report
from app.tickets.fields import Field
from app.tickets.flow import state_reopened
from app.tickets.flow_refusals import ReasonMissing
from app.tickets.kinds import OVER, EntryKind, Priority, ServiceClass, Source, State, TicketKind
from app.tickets.moves.asked import Reopened
from app.tickets.moves.moving import move_row
from app.tickets.refusals import TicketNotOver
from app.tickets.settings import REOPEN_DAYS
from app.tickets.steps import Step
from app.tickets.tables import ticket_category, ticket_entry
from app.tickets.writing import Change, TicketRow, Writing, number_of


def reopen_row(writing: Writing, row: TicketRow, reason: str, client_id: str) -> Reopened:
    """Let a ticket that is over go on, or make one that follows it. Raises TicketNotOver, ReasonMissing."""
    if State(row["state"]) not in OVER:
        raise TicketNotOver(number_of(row))
    days = timedelta(days=read_choice(writing.connection, REOPEN_DAYS))
    if writing.at - _ended_at(writing.connection, row) <= days:
        return _the_same(writing, row, reason)
    return _following(writing, row, reason, client_id)


def _the_same(writing: Writing, row: TicketRow, reason: str) -> Reopened:
    given_out = any(row[name] is not None for name in ("assignee_id", "team_id", "worker_id"))
    values = {Field.REOPENED: row["reopened"] + 1, Field.CLOSING: None, Field.CLOSED_AT: None, Field.APPOINTMENT: None}
    changed = move_row(writing, row, state_reopened(given_out), Change(EntryKind.REOPENED, values, reason))
    return Reopened(row["id"], number_of(row), same=True, step=Step(EntryKind.REOPENED, (changed,)))


def _following(writing: Writing, row: TicketRow, reason: str, client_id: str) -> Reopened:
    if not reason.strip():
        raise ReasonMissing(State(row["state"]), State.REPORTED)
    asked = _as_new(writing.connection, row, reason, client_id)
    made = saved_before(writing.connection, client_id) or write_report(writing, asked)
    return Reopened(made.ticket_id, made.number, same=False, step=made.step)


def _as_new(connection: Connection, row: TicketRow, reason: str, client_id: str) -> NewTicket:
    """Who answered for it may have left since, and its category may be gone: those are asked anew."""
    first = next(iter(read_reporters(connection, [row["id"]])), None)
    caller = Caller() if first is None else Caller(first.name, first.phone, first.person_id, first.unit_id)
    return NewTicket(
        client_id=client_id,
        text=reason,
        kind=TicketKind(row["kind"]),
        category_id=_offered(connection, row["category_id"]),
        unit_id=UnitId(row["unit_id"]) if row["unit_id"] else None,
        building_id=BuildingId(row["building_id"]) if row["building_id"] else None,
        place_id=row["place_id"],
        place=row["place"],
        caller=caller,
        source=Source(row["source"]),
        service_class=ServiceClass(row["service_class"]),
        priority=Priority(row["priority"]),
        warranty=row["warranty"],
        follows_id=row["id"],
    )


def _offered(connection: Connection, category_id: int | None) -> int | None:
    there = select(ticket_category.c.id).where(ticket_category.c.id == category_id)
    found: int | None = connection.execute(there.where(ticket_category.c.retired_at.is_(None))).scalar()
    return found


def _ended_at(connection: Connection, row: TicketRow) -> datetime:
    """When it was closed; of a cancelled one, when it last moved."""
    if row["closed_at"] is not None:
        closed: datetime = row["closed_at"]
        return closed
    last = select(func.max(ticket_entry.c.at)).where(
        ticket_entry.c.ticket_id == row["id"], ticket_entry.c.kind == EntryKind.MOVED.value
    )
    found: datetime | None = connection.execute(last).scalar()
    return found or row["at"]
