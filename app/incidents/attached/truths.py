"""What must always hold of what hangs on an incident: each stands in its log as it was taken down, or was taken off."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Row, bindparam, select

from app.access.tables import audit
from app.core.language import mark
from app.incidents.attached.marks import name_mark, person_mark
from app.incidents.running.entry import Entry
from app.incidents.running.log_rows import read_lines
from app.incidents.tables import incident, incident_loss, incident_person, incident_photo, incident_ticket
from app.store.truths import Truth

_SIGNATURES = {"jpeg": b"\xff\xd8", "png": b"\x89PNG"}
_Told = dict[int, tuple[int, Entry]]
"""By the id of a row: the incident in whose log it stands, and the line."""


_PHOTOS = select(incident_photo.c.id).order_by(incident_photo.c.id)
_PHOTO = select(incident_photo).where(incident_photo.c.id == bindparam("id"))


def _photos(connection: Connection) -> Iterator[str]:
    """Read one by one, for together they fill the memory."""
    for photo_id in connection.execute(_PHOTOS).scalars().all():
        row = connection.execute(_PHOTO, {"id": photo_id}).one()
        line = _line(connection, row.incident_id, row.entry_no)
        content = hashlib.sha256(row.content).hexdigest()
        small = hashlib.sha256(row.thumbnail).hexdigest()
        kept = (row.name, row.at, row.by, content, len(row.content), small)
        if line is None or kept != (line.text, line.at, line.by_id, *_of(line)) or kept[3:5] != (row.hash, row.size):
            yield f"photo {photo_id}"
        elif not row.content.startswith(_SIGNATURES.get(row.kind, b"?")):
            yield f"photo {photo_id}: {row.kind}"


def _of(line: Entry) -> tuple[Any, ...]:
    return tuple(line.facts.get(name) for name in ("hash", "size", "thumbnail"))


def _line(connection: Connection, incident_id: int, number: int) -> Entry | None:
    return next((entry for entry, _ in read_lines(connection, incident_id, number) if entry.no == number), None)


_TICKETS, _PEOPLE, _LOSSES = select(incident_ticket), select(incident_person), select(incident_loss)


def _tickets(connection: Connection) -> Iterator[str]:
    taken_down, _ = _told(connection, "ticket")
    for row in connection.execute(_TICKETS):
        yield from _unlike(taken_down.get(row.ticket_id), row, f"ticket {row.ticket_id}")


def _people(connection: Connection) -> Iterator[str]:
    """The marks came later than the lines: a line without them says nothing of who it was."""
    taken_down, _ = _told(connection, "person")
    rows = {row.id: row for row in connection.execute(_PEOPLE)}
    for row in rows.values():
        told = taken_down.get(row.id)
        yield from _unlike(told, row, f"person {row.id}")
        if told is not None and told[1].facts.get("mark", _seen(row)) != _seen(row):
            yield f"person {row.id}: {row.unit_id} {row.condition}"
        if told is not None and not _is_known(row, told[1]):
            yield f"person {row.id}: who"
    yield from (f"person {gone}: no row" for gone in taken_down if gone not in rows)


def _losses(connection: Connection) -> Iterator[str]:
    taken_down, _ = _told(connection, "loss")
    rows = {row.id: row for row in connection.execute(_LOSSES)}
    for row in rows.values():
        told = taken_down.get(row.id)
        yield from _unlike(told, row, f"loss {row.id}")
        amount = None if row.amount is None else row.amount.fen
        kept = (row.what, amount, row.unit_id)
        if told is not None and (told[1].text, told[1].facts.get("amount"), told[1].facts.get("unit")) != kept:
            yield f"loss {row.id}: {amount}"
    yield from (f"loss {gone}: no row" for gone in taken_down if gone not in rows)


def _taken_off(connection: Connection) -> Iterator[str]:
    """By a line of the log; whoever was forgotten for good is so by an act of the audit trail."""
    for name, rows in (("person", _PEOPLE), ("loss", _LOSSES)):
        _, taken_off = _told(connection, name)
        for row in connection.execute(rows):
            said, kept = taken_off.get(row.id), (row.incident_id, row.taken_off_at, row.taken_off_by)
            line = (row.incident_id, None, None) if said is None else (said[0], said[1].at, said[1].by_id)
            if line != kept and not (said is None and name == "person" and _is_forgotten(connection, row)):
                yield f"{name} {row.id}"


_ACTS = select(audit.c.id).where(audit.c.at == bindparam("at"), audit.c.by.is_not_distinct_from(bindparam("by")))


def _is_forgotten(connection: Connection, row: Row[Any]) -> bool:
    return connection.execute(_ACTS, {"at": row.taken_off_at, "by": row.taken_off_by}).first() is not None


_INCIDENTS = select(incident.c.id)


def _told(connection: Connection, name: str) -> tuple[_Told, _Told]:
    """What the logs took down under this name, and what they took off again."""
    taken_down: _Told = {}
    taken_off: _Told = {}
    for incident_id in connection.execute(_INCIDENTS).scalars().all():
        for entry, _ in read_lines(connection, incident_id):
            if name in entry.facts:
                held = taken_off if entry.facts.get("taken_off") else taken_down
                held.setdefault(entry.facts[name], (incident_id, entry))
    return taken_down, taken_off


def _unlike(told: tuple[int, Entry] | None, row: Row[Any], name: str) -> Iterator[str]:
    if told is None or (told[0], told[1].at, told[1].by_id) != (row.incident_id, row.at, row.by):
        yield name


def _seen(row: Row[Any]) -> str:
    return person_mark(row.unit_id, row.condition, row.consents)


def _is_known(row: Row[Any], line: Entry) -> bool:
    """Nobody is known any longer who was taken off."""
    if row.taken_off_at is not None:
        return not (row.name or row.phone)
    who = name_mark(row.id, row.name, row.phone)
    return str(line.facts.get("who", who)) == who


TRUTHS = (
    Truth(mark("each photo of an incident is as it was kept"), _photos),
    Truth(mark("every ticket of an incident stands in its log"), _tickets),
    Truth(mark("every person of an incident is as the log took them down"), _people),
    Truth(mark("every loss of an incident is as its log tells"), _losses),
    Truth(mark("whoever or whatever was taken off an incident is so by a line of its log"), _taken_off),
)
