"""The numbers of the office by key, as a plan, a running incident and the papers need them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, select

from app.incidents.contacts.contact import Contact, call_order, unwritten
from app.incidents.plans.contacts import KNOWN_CONTACTS
from app.incidents.plans.plan import Both
from app.incidents.tables import plan_contact


def contacts_to_call(connection: Connection, keys: Iterable[str], since: datetime | None = None) -> tuple[Contact, ...]:
    """The parties of a plan in its order, then 119, 120 and 110; every key gives one, with or without a number.

    `since` is the start of a running incident: what was retired after it is still read, and says so.
    """
    wanted = call_order(keys)
    held = read_contacts(connection, since)
    return tuple(held.get(key) or unwritten(key) for key in wanted)


def read_contacts(connection: Connection, since: datetime | None = None) -> dict[str, Contact]:
    """Every party by its key: those that the program knows, in its order, then those that the office added."""
    written = _written(connection, since)
    known = {key: written.pop(key, unwritten(key)) for key in KNOWN_CONTACTS}
    return known | written


def _written(connection: Connection, since: datetime | None) -> dict[str, Contact]:
    """The newest row of each key; one in use stands before one that was retired later."""
    rows = connection.execute(select(plan_contact).order_by(plan_contact.c.position, plan_contact.c.id)).all()
    in_use = {row.key: row for row in rows if row.retired_at is None}
    gone = {row.key: row for row in sorted(rows, key=lambda row: row.id) if _was_retired_since(row, since)}
    return {key: as_contact(row) for key, row in (in_use | {k: r for k, r in gone.items() if k not in in_use}).items()}


def _was_retired_since(row: Row[Any], since: datetime | None) -> bool:
    return row.retired_at is not None and since is not None and row.retired_at >= since


def as_contact(row: Row[Any]) -> Contact:
    """A stored row; 110, 119 and 120 are the country's whatever a row says."""
    known = unwritten(row.key)
    if known.fixed:
        return known
    return Contact(
        key=row.key,
        title=known.title if row.key in KNOWN_CONTACTS else Both(row.name, row.name),
        name=row.name,
        number=row.number,
        deputy=row.deputy,
        deputy_number=row.deputy_number,
        private=row.private,
        confirmed_on=row.confirmed_on,
        proposed=known.proposed,
        retired=row.retired_at is not None,
        id=row.id,
    )
