"""Two windows on one ticket: a later save sees by field what the other changed, and overwrites nothing silently."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, select

from app.access.tables import user
from app.tickets.fields import Field, Values, kept
from app.tickets.refusals import ChangedElsewhere, FieldClash
from app.tickets.tables import ticket_entry
from app.tickets.writing import TicketRow, number_of


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """One field that another window changed since a version was shown, as it is now."""

    field: Field
    value: object
    who: str
    at: datetime


def check_part(connection: Connection, row: TicketRow, seen: int | None, part: str, mine: object) -> None:
    """Of a complaint's record one part is written: only that part can clash. Raises ChangedElsewhere."""
    if seen is None or row["version"] == seen or row["complaint"].get(part) == mine:
        return
    for entry in connection.execute(_entries(row)):
        before, after = entry.facts.get("changed", {}).get(Field.COMPLAINT.value, ({}, {}))
        if entry.facts.get("version", 0) > seen and before.get(part) != after.get(part):
            clash = FieldClash(Field.COMPLAINT, as_told(row["complaint"].get(part)), as_told(mine))
            raise ChangedElsewhere(number_of(row), (clash,), entry.name or "", entry.at)


def changed_since(connection: Connection, row: TicketRow, seen: int) -> tuple[Elsewhere, ...]:
    """What changed after version `seen`, each field once with who changed it last."""
    if row["version"] == seen:
        return ()
    found: dict[Field, Elsewhere] = {}
    for entry in connection.execute(_entries(row)):
        if entry.facts.get("version", 0) > seen:
            for name in entry.facts["changed"]:
                found[Field(name)] = Elsewhere(Field(name), kept(row[name]), entry.name or "", entry.at)
    return tuple(found.values())


def check_seen(connection: Connection, row: TicketRow, seen: int | None, values: Values) -> tuple[Elsewhere, ...]:
    """What another window changed meanwhile; nothing is looked at where no version is named.

    Raises ChangedElsewhere where it changed one of these fields to something else than they would.
    """
    if seen is None:
        return ()
    others = changed_since(connection, row, seen)
    clashing = [one for one in others if one.field in values and one.value != kept(values[one.field])]
    if clashing:
        clashes = tuple(FieldClash(one.field, as_told(one.value), as_told(kept(values[one.field]))) for one in clashing)
        raise ChangedElsewhere(number_of(row), clashes, clashing[-1].who, clashing[-1].at)
    return others


def _entries(row: TicketRow) -> Select[tuple[Any, datetime, str]]:
    return (
        select(ticket_entry.c.facts, ticket_entry.c.at, user.c.name)
        .outerjoin(user, user.c.id == ticket_entry.c.by)
        .where(ticket_entry.c.ticket_id == row["id"])
        .order_by(ticket_entry.c.id)
    )


def as_told(value: object) -> str:
    """A stored value as a refusal tells it; the screen knows the names behind ids."""
    return "" if value is None else str(value)
