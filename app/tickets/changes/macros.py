"""Named sets of changes that the office keeps for itself."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select, update

from app.access.actor import Actor
from app.access.permissions import Permission
from app.core.clock import Clock
from app.store.rows import insert_row
from app.store.store import Store
from app.tickets.changes.many import Changes, Macro
from app.tickets.fields import BY_HAND, Field, kept
from app.tickets.kinds import State
from app.tickets.refusals import FieldNotChanged, MacroEmpty, MacroNameMissing
from app.tickets.tables import ticket_macro
from app.tickets.texts import tidy

_OF_ONE_TICKET = frozenset({Field.TEXT, Field.UNIT, Field.PLACE, Field.TYPED_PLACE, Field.BUILDING, Field.CHECKLIST})


class Macros:
    """Keeps macros; they are used through `TicketChanges`."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def all(self) -> tuple[Macro, ...]:
        """The macros in use, by name."""
        rows = select(ticket_macro).where(ticket_macro.c.retired_at.is_(None)).order_by(ticket_macro.c.name)
        with self._store.reading() as connection:
            return tuple(
                Macro(row.id, row.name, changes_of(row.changes, row.name), row.at) for row in connection.execute(rows)
            )

    def add(self, by: Actor, name: str, changes: Changes) -> int:
        """Keep a set of changes under a name; an older one of this name is retired.

        Raises NotPermitted, MacroNameMissing, MacroEmpty, FieldNotChanged for what belongs to one ticket alone.
        """
        by.require(Permission.MANAGE_TICKETS)
        name = tidy(name)
        if not name:
            raise MacroNameMissing
        if not (changes.values or changes.to or changes.text.strip()):
            raise MacroEmpty
        for field in changes.values:
            if field not in BY_HAND - _OF_ONE_TICKET:
                raise FieldNotChanged(field)
        with self._store.transaction() as connection:
            now = self._clock.now()
            _retire(connection, now, name=name)
            facts = facts_of(changes)
            return insert_row(connection, ticket_macro, name=name, changes=facts, retired_at=None, at=now, by=by.id)

    def retire(self, by: Actor, macro_id: int) -> None:
        """Offer a macro no longer. Raises NotPermitted."""
        by.require(Permission.MANAGE_TICKETS)
        with self._store.transaction() as connection:
            _retire(connection, self._clock.now(), id=macro_id)


def facts_of(changes: Changes) -> dict[str, object]:
    """A set of changes as a document; a closing asks each time anew."""
    values = {field.value: kept(value) for field, value in changes.values.items()}
    return {"values": values, "to": changes.to and changes.to.value, "text": tidy(changes.text)}


def changes_of(facts: Mapping[str, Any], name: str) -> Changes:
    """The set of changes that a document says."""
    values = {Field(field): value for field, value in facts["values"].items()}
    if Field.APPOINTMENT in values and values[Field.APPOINTMENT] is not None:
        values[Field.APPOINTMENT] = datetime.fromisoformat(values[Field.APPOINTMENT])
    return Changes(values, State(facts["to"]) if facts["to"] else None, facts["text"], macro=name)


def _retire(connection: Connection, at: datetime, **which: object) -> None:
    rows = update(ticket_macro).where(ticket_macro.c.retired_at.is_(None)).filter_by(**which)
    connection.execute(rows.values(retired_at=at))
