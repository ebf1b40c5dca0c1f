"""Who reported a ticket: the first, and everybody who calls about the same."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, select, update

from app.core.ids import PersonId, UnitId
from app.estate.tables import person, phone, unit
from app.store.rows import insert_row
from app.tickets.entry.new_ticket import Caller
from app.tickets.kinds import EntryKind, State
from app.tickets.steps import Changed, Step
from app.tickets.tables import ticket_reporter
from app.tickets.texts import tidy
from app.tickets.writing import Change, TicketRow, Writing, write_change

_OF_TICKETS = (
    select(ticket_reporter, unit.c.code)
    .outerjoin(unit, unit.c.id == ticket_reporter.c.unit_id)
    .where(
        ticket_reporter.c.ticket_id.in_(bindparam("tickets", expanding=True)),
        ticket_reporter.c.taken_off_at.is_(None),
    )
    .order_by(ticket_reporter.c.id)
)


@dataclass(frozen=True, slots=True)
class Reporter:
    """Somebody who reported it; `ticket_id` is where they did, which a merge does not change."""

    id: int
    ticket_id: int
    person_id: PersonId | None
    unit_id: UnitId | None
    unit_code: str
    name: str
    phone: str
    words: str
    at: datetime


def read_reporters(connection: Connection, ticket_ids: list[int]) -> tuple[Reporter, ...]:
    """The reporters of some tickets in the order in which they came, with telephones unmasked."""
    return tuple(
        Reporter(
            row.id, row.ticket_id, row.person_id, row.unit_id, row.code or "", row.name, row.phone, row.words, row.at
        )
        for row in connection.execute(_OF_TICKETS, {"tickets": ticket_ids})
    )


def write_reporter(writing: Writing, ticket_id: int, caller: Caller) -> int | None:
    """Keep who reported; a person of the book brings name and telephone. None where nobody is named."""
    name, number = _known(writing.connection, caller)
    if not (name or number or caller.words.strip() or caller.unit_id):
        return None
    return insert_row(
        writing.connection,
        ticket_reporter,
        ticket_id=ticket_id,
        person_id=caller.person_id,
        unit_id=caller.unit_id,
        name=name,
        phone=number,
        words=tidy(caller.words),
        at=writing.at,
        by=writing.by,
    )


def add_reporter(writing: Writing, row: TicketRow, caller: Caller) -> Step:
    """Let one more report stand on a ticket that runs, with an entry of the timeline."""
    reporter_id = write_reporter(writing, row["id"], caller)
    facts = {"reporter": reporter_id, "name": _known(writing.connection, caller)[0]}
    changed = write_change(writing, row, Change(EntryKind.REPORTER, text=tidy(caller.words), facts=facts))
    return Step(EntryKind.REPORTER, (changed,), reporters=() if reporter_id is None else (reporter_id,))


def take_off_reporter(writing: Writing, reporter_id: int) -> None:
    """A reporter who was added to the wrong ticket no longer stands on it; the row stays."""
    values = {"taken_off_at": writing.at, "taken_off_by": writing.by}
    connection = writing.connection
    connection.execute(update(ticket_reporter).where(ticket_reporter.c.id == reporter_id).values(**values))


def first_entry(ticket_id: int, entry_id: int, version: int) -> Changed:
    """The report itself as something that was done: nothing was there before."""
    return Changed(ticket_id, entry_id, version, {}, {"state": State.REPORTED.value})


def _known(connection: Connection, caller: Caller) -> tuple[str, str]:
    name, number = tidy(caller.name), tidy(caller.phone)
    if caller.person_id is not None:
        name = name or connection.execute(select(person.c.name).where(person.c.id == caller.person_id)).scalar() or ""
        first = select(phone.c.number).where(phone.c.person_id == caller.person_id).order_by(phone.c.position)
        number = number or connection.execute(first).scalar() or ""
    return name, number
