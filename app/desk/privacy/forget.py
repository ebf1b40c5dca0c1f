"""Forgetting somebody: the register, tickets, incidents and drafts lose name and telephones; facts of money stay."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Table, delete, select, update

from app.core.ids import UserId
from app.desk.privacy.duties import others_on
from app.desk.privacy.linked import Linked
from app.desk.privacy.redact import Redactor
from app.desk.privacy.unfinished import drafts_of
from app.desk.tables import draft
from app.estate.forgotten import FORGOTTEN
from app.estate.search_index import index_units
from app.estate.tables import occupancy, person, phone, plate, unit, unit_note
from app.incidents.tables import incident_person
from app.tickets.tables import ticket, ticket_entry, ticket_file, ticket_merge, ticket_rating, ticket_reporter
from app.tickets.word_index import index_words

_WRITTEN: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {  # what somebody wrote: texts, and documents
    "ticket": (("text", "place", "say"), ("closing", "complaint", "checklist")),
    "ticket_entry": (("text",), ("facts",)),
    "ticket_reporter": (("words",), ()),
    "ticket_rating": (("words", "reason"), ()),
    "ticket_merge": ((), ("before",)),
    "unit_note": (("text",), ()),
    "unit": (("note",), ()),
}
_OF_TICKETS = (
    (ticket, "id"),
    (ticket_entry, "ticket_id"),
    (ticket_reporter, "ticket_id"),
    (ticket_rating, "ticket_id"),
    (ticket_merge, "source_id"),
)


def forget(connection: Connection, who: Linked, at: datetime, by: UserId) -> None:
    """Take the person out of every room, inside the transaction of the use case."""
    words = Redactor(who.name, who.phones)
    places = [*who.units]
    alone = sorted({*places} - others_on(connection, who, places, at.date()))
    _from_register(connection, who, at, by)
    _from_homes(connection, places, alone, words)
    _from_tickets(connection, who, words)
    _from_incidents(connection, who, at, by)
    for row in drafts_of(connection, who):
        connection.execute(update(draft).where(draft.c.id == row.id).values(content=words.facts(row.content)))
    index_units(connection, places)


def _from_register(connection: Connection, who: Linked, at: datetime, by: UserId) -> None:
    gone = {"name": FORGOTTEN, "initials": None, "note": "", "forgotten_at": at, "at": at, "by": by}
    connection.execute(update(person).where(person.c.id == who.id).values(**gone))
    connection.execute(delete(phone).where(phone.c.person_id == who.id))
    connection.execute(update(occupancy).where(occupancy.c.person_id == who.id).values(note=""))


def _from_homes(connection: Connection, places: Sequence[int], alone: Sequence[int], words: Redactor) -> None:
    """Plates go where nobody else lives, as do notes; where somebody does, only the name goes out of the words."""
    connection.execute(delete(plate).where(plate.c.unit_id.in_(alone)))
    connection.execute(update(unit_note).where(unit_note.c.unit_id.in_(alone)).values(text=FORGOTTEN))
    connection.execute(update(unit).where(unit.c.id.in_(alone)).values(note=""))
    for table, key in ((unit_note, "unit_id"), (unit, "id")):
        _rewrite(connection, table, key, places, words)


def _from_tickets(connection: Connection, who: Linked, words: Redactor) -> None:
    mine = ticket_reporter.c.id.in_(who.reporters)
    connection.execute(update(ticket_reporter).where(mine).values(name=FORGOTTEN, phone=""))
    # PIPL 47; that there was a photo stays in the timeline
    connection.execute(delete(ticket_file).where(ticket_file.c.ticket_id.in_(who.alone)))
    for table, key in _OF_TICKETS:
        _rewrite(connection, table, key, list(who.tickets), words)
    for one in who.tickets:
        index_words(connection, one)


def _from_incidents(connection: Connection, who: Linked, at: datetime, by: UserId) -> None:
    standing = incident_person.c.id.in_(who.told) & incident_person.c.taken_off_at.is_(None)
    gone = {"name": "", "phone": "", "taken_off_at": at, "taken_off_by": by}
    connection.execute(update(incident_person).where(standing).values(**gone))


def _rewrite(connection: Connection, table: Table, key: str, keys: Sequence[int], words: Redactor) -> None:
    texts, facts = _WRITTEN[table.name]
    for row in connection.execute(select(table).where(table.c[key].in_(keys))):
        changed = _changed(row, texts, facts, words)
        if changed:
            connection.execute(update(table).where(table.c.id == row.id).values(**changed))


def _changed(row: Row[Any], texts: tuple[str, ...], facts: tuple[str, ...], words: Redactor) -> dict[str, Any]:
    said = row._mapping  # noqa: SLF001 - SQLAlchemy's public name for a row as a mapping
    after = {name: words.text(said[name]) for name in texts}
    after |= {name: words.facts(said[name]) for name in facts if said[name] is not None}
    return {name: value for name, value in after.items() if value != said[name]}
