"""The office's tree of categories: found by letters, edited, moved, and no longer offered; one in use is never lost."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, delete, func, select, update

from app.access import audit
from app.access.actor import Actor
from app.access.permissions import Permission
from app.core.clock import Clock
from app.estate.words_pinyin import are_initials, begins_with, word_initials
from app.store.rows import insert_row
from app.store.store import Store
from app.tickets.catalogue.category_facts import CategoryFacts, CategoryRow
from app.tickets.catalogue.category_rows import read_categories, with_those_below
from app.tickets.catalogue.default_tree import plant_tree
from app.tickets.catalogue.refusals import (
    CategoryExists,
    CategoryInUse,
    CategoryNeedsName,
    CategoryUnderItself,
    LettersUnreadable,
)
from app.tickets.kinds import TicketKind
from app.tickets.tables import ticket_category

ACTION = "change_category"


class Categories:
    """Keeps the tree; what happened to a ticket keeps naming the category that it was given."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def tree(self, *, retired: bool = False, counted: bool = False) -> tuple[CategoryRow, ...]:
        """The categories in their order, each after the one that it is under."""
        with self._store.reading() as connection:
            return read_categories(connection, retired=retired, counted=counted)

    def find(self, text: str, kind: TicketKind | None = None, limit: int = 12) -> tuple[CategoryRow, ...]:
        """Categories by the beginning of their letters, or by a part of their name; those of `kind` first.

        `sg` finds 水管. Nothing typed finds the whole tree, as far as `limit` goes.
        """
        typed = "".join(unicodedata.normalize("NFKC", text).lower().split())
        met = [(rank, one) for one in self.tree() if (rank := _rank(one, typed)) is not None]
        met.sort(key=lambda pair: (kind is not None and pair[1].facts.kind is not kind, pair[0]))
        return tuple(one for _, one in met[:limit])

    def add(self, by: Actor, facts: CategoryFacts, parent_id: int | None = None) -> int:
        """Enter a category at the end of a branch.

        Raises NotPermitted, CategoryNeedsName, CategoryExists, LettersUnreadable.
        """
        by.require(Permission.MANAGE_TICKETS)
        checked = _checked(facts)
        with self._store.transaction() as connection:
            _must_be_new(connection, checked.name, parent_id)
            values = _values(checked) | {"position": _next_position(connection, parent_id), "parent_id": parent_id}
            stamp = {"at": self._clock.now(), "by": by.id}
            return insert_row(connection, ticket_category, **values, retired_at=None, **stamp)

    def change(self, by: Actor, category_id: int, facts: CategoryFacts) -> None:
        """Let a category mean something else for tickets from now on.

        Raises NotPermitted, CategoryNeedsName, CategoryExists, LettersUnreadable.
        """
        by.require(Permission.MANAGE_TICKETS)
        checked = _checked(facts)
        with self._store.transaction() as connection:
            before = _one(connection, category_id)
            if checked.name != before.name:
                _must_be_new(connection, checked.name, before.parent_id)
            self._write(connection, by, before, _values(checked))

    def move(self, by: Actor, category_id: int, parent_id: int | None, position: int) -> None:
        """Put a category under another (or at the top), as the `position`-th there, 0 the first.

        Raises NotPermitted, CategoryUnderItself, CategoryExists.
        """
        by.require(Permission.MANAGE_TICKETS)
        with self._store.transaction() as connection:
            before = _one(connection, category_id)
            rows = read_categories(connection, retired=True)
            if parent_id in with_those_below(rows, {category_id}):
                raise CategoryUnderItself(before.name, next(one.name for one in rows if one.id == parent_id))
            if parent_id != before.parent_id:
                _must_be_new(connection, before.name, parent_id)
            beside = [one.id for one in rows if one.parent_id == parent_id and one.id != category_id]
            beside.insert(max(position, 0), category_id)
            for place, one in enumerate(beside):
                connection.execute(update(ticket_category).where(ticket_category.c.id == one).values(position=place))
            self._write(connection, by, before, {"parent_id": parent_id})

    def retire(self, by: Actor, category_id: int) -> None:
        """Offer a category, and all that are under it, no longer. Raises NotPermitted."""
        by.require(Permission.MANAGE_TICKETS)
        with self._store.transaction() as connection:
            rows = read_categories(connection, retired=True)
            branch = with_those_below(rows, {category_id})
            for row in rows:
                if row.id in branch and not row.retired:
                    self._write(connection, by, row, {"retired_at": self._clock.now()})

    def offer_again(self, by: Actor, category_id: int) -> None:
        """Offer a category again, with what it is under. Raises NotPermitted."""
        by.require(Permission.MANAGE_TICKETS)
        with self._store.transaction() as connection:
            rows = {row.id: row for row in read_categories(connection, retired=True)}
            wanted: int | None = category_id
            while wanted is not None:
                row = rows[wanted]
                if row.retired:
                    self._write(connection, by, row, {"retired_at": None})
                wanted = row.parent_id

    def remove(self, by: Actor, category_id: int) -> None:
        """Take a category out that was never used. Raises NotPermitted, CategoryInUse."""
        by.require(Permission.MANAGE_TICKETS)
        with self._store.transaction() as connection:
            rows = read_categories(connection, retired=True, counted=True)
            row = next(one for one in rows if one.id == category_id)
            below = len(with_those_below(rows, {category_id})) - 1
            if row.tickets or below:
                raise CategoryInUse(row.name, row.tickets, below)
            connection.execute(delete(ticket_category).where(ticket_category.c.id == category_id))
            facts = {"id": category_id, "path": row.path, "removed": True}
            audit.record(connection, ACTION, row.name, facts, self._clock.now(), by.id)

    def plant(self) -> None:
        """Enter the usual tree, with the usual teams, in an office that has no category yet."""
        with self._store.reading() as connection:
            planted = connection.execute(select(ticket_category.c.id).limit(1)).first() is not None
        if not planted:
            with self._store.transaction() as connection:
                plant_tree(connection, self._clock.now(), None)

    def _write(self, connection: Connection, by: Actor, before: CategoryRow, values: dict[str, Any]) -> None:
        now = self._clock.now()
        chosen = ticket_category.c.id == before.id
        connection.execute(update(ticket_category).where(chosen).values(**values, at=now, by=by.id))
        facts = {"id": before.id, "path": before.path, "changed": sorted(values)}
        audit.record(connection, ACTION, before.name, facts, now, by.id)


def _one(connection: Connection, category_id: int) -> CategoryRow:
    return next(one for one in read_categories(connection, retired=True) if one.id == category_id)


def _checked(facts: CategoryFacts) -> CategoryFacts:
    name, letters = " ".join(facts.name.split()), " ".join(facts.initials.lower().split())
    if not name:
        raise CategoryNeedsName
    if letters and not are_initials(letters):
        raise LettersUnreadable(facts.initials.strip())
    steps = tuple(one.strip() for one in facts.checklist if one.strip())
    return replace(facts, name=name, initials=letters or word_initials(name), checklist=steps)


def _values(facts: CategoryFacts) -> dict[str, Any]:
    return {
        "name": facts.name,
        "initials": facts.initials,
        "kind": facts.kind.value,
        "priority": facts.priority.value,
        "service_class": facts.service_class.value,
        "team_id": facts.team_id,
        "checklist": list(facts.checklist),
    }


def _must_be_new(connection: Connection, name: str, parent_id: int | None) -> None:
    beside = ticket_category.c.parent_id.is_not_distinct_from(parent_id)
    if connection.execute(select(ticket_category.c.id).where(ticket_category.c.name == name, beside)).first():
        raise CategoryExists(name)


def _next_position(connection: Connection, parent_id: int | None) -> int:
    beside = ticket_category.c.parent_id.is_not_distinct_from(parent_id)
    last = connection.execute(select(func.max(ticket_category.c.position)).where(beside)).scalar_one()
    return 0 if last is None else last + 1


def _rank(one: CategoryRow, typed: str) -> int | None:
    """The lower the better; None where nothing fits. What can still be chosen more closely comes after."""
    branch = 1 if one.has_below else 0
    if not typed:
        return 0
    if typed in one.facts.initials.split() or typed == one.name.lower():
        return branch
    if begins_with(one.facts.initials, typed) or one.name.lower().startswith(typed):
        return 2 + branch
    if typed in one.name.lower():
        return 4 + branch
    return 6 if typed in one.path.lower().replace(" ", "") else None
