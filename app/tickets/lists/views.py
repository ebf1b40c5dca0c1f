"""Saved views, which everybody of the office sees, and the filter that each person left."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, func, select, update

from app.access.actor import Actor
from app.access.permissions import Permission
from app.access.tables import user
from app.core.clock import Clock
from app.store.rows import insert_row
from app.store.store import Store
from app.tickets.lists.filters import TicketFilter, filter_facts, filter_of
from app.tickets.lists.refusals import ViewNeedsName
from app.tickets.tables import ticket_view

_LEFT = ""
"""The name of what a person left, which is no view: views have a name."""
_ROWS = (
    select(ticket_view, func.coalesce(user.c.name, "").label("person"))
    .outerjoin(user, user.c.id == ticket_view.c.by)
    .where(ticket_view.c.retired_at.is_(None), ticket_view.c.name != _LEFT)
    .order_by(ticket_view.c.id)
)


@dataclass(frozen=True, slots=True)
class TicketView:
    """A filter under a name, and who saved it when."""

    id: int
    name: str
    filter: TicketFilter
    by: str
    at: datetime


class TicketViews:
    """Keeps views and remembered filters."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def all(self) -> tuple[TicketView, ...]:
        """The views in the order in which they were saved."""
        with self._store.reading() as connection:
            rows = connection.execute(_ROWS)
            return tuple(TicketView(row.id, row.name, filter_of(row.filter), row.person, row.at) for row in rows)

    def save(self, by: Actor, name: str, wanted: TicketFilter) -> int:
        """Save a filter under a name; one of that name makes room for it. Raises NotPermitted, ViewNeedsName."""
        by.require(Permission.WORK_TICKET)
        written = " ".join(name.split())
        if not written:
            raise ViewNeedsName
        with self._store.transaction() as connection:
            now = self._clock.now()
            _retire(connection, ticket_view.c.name == written, now)
            facts = filter_facts(wanted)
            return insert_row(connection, ticket_view, name=written, filter=facts, retired_at=None, at=now, by=by.id)

    def take_away(self, by: Actor, view_id: int) -> None:
        """Offer a view no longer. Raises NotPermitted."""
        by.require(Permission.WORK_TICKET)
        with self._store.transaction() as connection:
            _retire(connection, ticket_view.c.id == view_id, self._clock.now())

    def remember(self, by: Actor, wanted: TicketFilter) -> None:
        """Keep the filter with which somebody works now, instead of the one before."""
        values = {"filter": filter_facts(wanted), "at": self._clock.now()}
        with self._store.transaction() as connection:
            if connection.execute(update(ticket_view).where(*_left_by(by)).values(**values)).rowcount == 0:
                insert_row(connection, ticket_view, name=_LEFT, retired_at=None, by=by.id, **values)

    def remembered(self, by: Actor) -> TicketFilter:
        """The filter with which somebody worked last."""
        with self._store.reading() as connection:
            return filter_of(connection.execute(select(ticket_view.c.filter).where(*_left_by(by))).scalar())


def _left_by(by: Actor) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return ticket_view.c.name == _LEFT, ticket_view.c.by == by.id


def _retire(connection: Connection, which: ColumnElement[bool], now: datetime) -> None:
    standing = update(ticket_view).where(which, ticket_view.c.retired_at.is_(None))
    connection.execute(standing.values(retired_at=now))
