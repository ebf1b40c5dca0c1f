"""Reads the tree of categories in its order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, func, select

from app.tickets.catalogue.category_facts import BETWEEN, CategoryFacts, CategoryRow
from app.tickets.catalogue.refusals import CategoryNotOffered
from app.tickets.kinds import Priority, ServiceClass, TicketKind
from app.tickets.tables import team, ticket, ticket_category

_ROWS = (
    select(ticket_category, func.coalesce(team.c.name, "").label("team"))
    .outerjoin(team, team.c.id == ticket_category.c.team_id)
    .order_by(ticket_category.c.position, ticket_category.c.id)
)
_NAMES = select(ticket_category.c.id, ticket_category.c.parent_id, ticket_category.c.name)
_USED = (
    select(ticket.c.category_id, func.count().label("tickets"))
    .where(ticket.c.category_id.is_not(None))
    .group_by(ticket.c.category_id)
)
_Below = Mapping[int | None, Sequence[Row[Any]]]


def read_categories(connection: Connection, *, retired: bool = False, counted: bool = False) -> tuple[CategoryRow, ...]:
    """The tree, each category after the one that it is under; `counted` says how many tickets name them."""
    below: dict[int | None, list[Row[Any]]] = defaultdict(list)
    for row in connection.execute(_ROWS):
        below[row.parent_id].append(row)
    used = {row.category_id: row.tickets for row in connection.execute(_USED)} if counted else {}
    found = tuple(_branch(below, None, "", 0, used))
    return found if retired else tuple(one for one in found if not one.retired)


def _branch(below: _Below, parent: int | None, path: str, depth: int, used: Mapping[int, int]) -> Iterator[CategoryRow]:
    for row in below.get(parent, ()):
        own = f"{path}{BETWEEN}{row.name}" if path else row.name
        under = list(_branch(below, row.id, own, depth + 1, used))
        tickets = used.get(row.id, 0) + sum(one.tickets for one in under if one.parent_id == row.id)
        yield _category(row, own, depth, any(not one.retired for one in under), tickets)
        yield from under


def _category(row: Row[Any], path: str, depth: int, has_below: bool, tickets: int) -> CategoryRow:  # noqa: FBT001 - a fact of the row
    facts = CategoryFacts(
        row.name,
        TicketKind(row.kind),
        Priority(row.priority),
        ServiceClass(row.service_class),
        row.team_id,
        tuple(row.checklist),
        row.initials,
    )
    retired = row.retired_at is not None
    return CategoryRow(row.id, row.parent_id, depth, path, facts, row.team, has_below, retired, tickets)


def with_those_below(rows: Collection[CategoryRow], chosen: Collection[int]) -> frozenset[int]:
    """The ids of some categories and of all that are under them."""
    found = set(chosen)
    for row in rows:  # each stands after the one that it is under
        if row.parent_id in found:
            found.add(row.id)
    return frozenset(found)


def paths_of(connection: Connection) -> dict[int, str]:
    """The path of every category, offered or not."""
    rows = {row.id: row for row in connection.execute(_NAMES)}
    paths: dict[int, str] = {}

    def path(category_id: int) -> str:
        if category_id not in paths:
            row = rows[category_id]
            above = "" if row.parent_id is None else f"{path(row.parent_id)}{BETWEEN}"
            paths[category_id] = f"{above}{row.name}"
        return paths[category_id]

    return {category_id: path(category_id) for category_id in rows}


def offered_category(connection: Connection, category_id: int) -> CategoryRow:
    """A category that a ticket may be given. Raises CategoryNotOffered."""
    row = next(one for one in read_categories(connection, retired=True) if one.id == category_id)
    if row.retired:
        raise CategoryNotOffered(row.path)
    return row
