"""All words of a ticket in one text, so that a search looks in one place: kept in step inside every write."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from sqlalchemy import Connection, bindparam, delete, select

from app.estate.tables import building, place, unit
from app.store.rows import insert_row
from app.tickets.number import ticket_number
from app.tickets.tables import (
    team,
    ticket,
    ticket_category,
    ticket_entry,
    ticket_reporter,
    ticket_words,
    worker,
)

_TICKET = (
    select(
        ticket.c.day,
        ticket.c.serial,
        ticket.c.text,
        ticket.c.place,
        ticket.c.say,
        unit.c.code,
        place.c.name.label("public_place"),
        building.c.name.label("building"),
        ticket_category.c.name.label("category"),
        team.c.name.label("team"),
        worker.c.name.label("worker"),
    )
    .select_from(ticket)
    .outerjoin(unit, unit.c.id == ticket.c.unit_id)
    .outerjoin(place, place.c.id == ticket.c.place_id)
    .outerjoin(building, building.c.id == ticket.c.building_id)
    .outerjoin(ticket_category, ticket_category.c.id == ticket.c.category_id)
    .outerjoin(team, team.c.id == ticket.c.team_id)
    .outerjoin(worker, worker.c.id == ticket.c.worker_id)
    .where(ticket.c.id == bindparam("ticket"))
)
_REPORTERS = (
    select(ticket_reporter.c.name, ticket_reporter.c.phone, ticket_reporter.c.words)
    .where(ticket_reporter.c.ticket_id == bindparam("ticket"), ticket_reporter.c.taken_off_at.is_(None))
    .order_by(ticket_reporter.c.id)
)
_ENTRIES = (
    select(ticket_entry.c.text)
    .where(ticket_entry.c.ticket_id == bindparam("ticket"), ticket_entry.c.text != "")
    .order_by(ticket_entry.c.id)
)
_DROP = delete(ticket_words).where(ticket_words.c.ticket_id == bindparam("ticket"))


def index_words(connection: Connection, ticket_id: int) -> None:
    """Write the words of a ticket anew from what is stored of it."""
    words = "\n".join(dict.fromkeys(word for word in _words(connection, ticket_id) if word))
    connection.execute(_DROP, {"ticket": ticket_id})
    insert_row(connection, ticket_words, ticket_id=ticket_id, words=searchable(words))


def searchable(text: str) -> str:
    """A text as the index keeps it and a search has to ask for it: full-width signs plain, letters small."""
    return unicodedata.normalize("NFKC", text).casefold()


def _words(connection: Connection, ticket_id: int) -> Iterator[str]:
    asked = {"ticket": ticket_id}
    row = connection.execute(_TICKET, asked).one()
    yield ticket_number(row.day, row.serial)
    yield from (row.code, row.public_place, row.building, row.place, row.category, row.team, row.worker)
    yield from (row.text, row.say)
    for reporter in connection.execute(_REPORTERS, asked):
        yield from (reporter.name, reporter.phone, reporter.words)
    for entry in connection.execute(_ENTRIES, asked):
        yield entry.text
