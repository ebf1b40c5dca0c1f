"""The list of tickets: one filter, its rows, and how many tickets stand behind each chip."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, case, func, select

from app.core.clock import Clock
from app.store.store import Store
from app.tickets.catalogue.category_rows import read_categories, with_those_below
from app.tickets.kinds import State
from app.tickets.lists.conditions import in_group, leading_stands, narrowed, ordered
from app.tickets.lists.filters import STANDING_OF, STATES, Group, TicketFilter
from app.tickets.lists.rows import TicketRow, read_rows
from app.tickets.lists.search_words import has_words, tickets_with, typed_words
from app.tickets.tables import ticket
from app.tickets.word_index import searchable

PAGE = 60
Progress = Callable[[int, int], object]
_FEW = 400
"""Tickets found by words are named one by one as long as they are no more."""


@dataclass(frozen=True, slots=True)
class TicketList:
    """A page of the list from `offset` on; `counts` are of every chip under the same filter.

    Whom to call is only counted where that list is asked for.
    """

    rows: tuple[TicketRow, ...]
    counts: Mapping[Group, int]
    group: Group
    offset: int

    @property
    def total(self) -> int:
        """How many tickets the whole list holds."""
        return self.counts[self.group]


class TicketLists:
    """Reads lists; nothing is written."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def read(self, wanted: TicketFilter, *, offset: int = 0, limit: int = PAGE) -> TicketList:
        """A page of a list with the counts of its chips, all of one moment."""
        now = self._clock.now()
        with self._store.reading() as connection:
            base = _base(connection, wanted, now)
            ids = _ids(connection, base, wanted, now, offset, limit)
            counts = _counts(connection, base, now) | _calls(connection, base, wanted.group, now)
            return TicketList(tuple(read_rows(connection, ids, now)), counts, wanted.group, offset)

    def rows(self, ticket_ids: Sequence[int]) -> tuple[TicketRow, ...]:
        """Some tickets as the list shows them, in this order: those on the screen, read anew."""
        with self._store.reading() as connection:
            return tuple(read_rows(connection, ticket_ids, self._clock.now()))

    def every_row(self, wanted: TicketFilter, progress: Progress | None = None) -> tuple[TicketRow, ...]:
        """The whole list, for a sheet or a paper; `progress(done, total)` counts rows and may raise to stop."""
        now = self._clock.now()
        with self._store.reading() as connection:
            ids = _ids(connection, _base(connection, wanted, now), wanted, now, 0, None)
            found: list[TicketRow] = []
            for start in range(0, len(ids), _FEW):
                if progress is not None:
                    progress(start, len(ids))
                found += read_rows(connection, ids[start : start + _FEW], now)
            return tuple(found)

    def all_ids(self, wanted: TicketFilter) -> tuple[int, ...]:
        """The ids of the whole list, for what is done with all of them at once."""
        now = self._clock.now()
        with self._store.reading() as connection:
            return tuple(_ids(connection, _base(connection, wanted, now), wanted, now, 0, None))

    def numbered(self, number: str) -> int | None:
        """The ticket of a number as it is spoken, read or scanned: `261120-003`, `261120003`."""
        figures = "".join(sign for sign in searchable(number) if sign.isdecimal())
        if not 9 <= len(figures) <= 12:
            return None
        try:
            day = datetime.strptime(figures[:6], "%y%m%d").date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            return None
        one = select(ticket.c.id).where(ticket.c.day == day, ticket.c.serial == int(figures[6:]))
        with self._store.reading() as connection:
            return connection.execute(one).scalar()


def _base(connection: Connection, wanted: TicketFilter, now: datetime) -> list[ColumnElement[bool]]:
    """The conditions of the filter without its chip.

    Rare words are looked up once and stand as ids: then no later question reads all words again.
    """
    chosen = wanted.categories
    categories = with_those_below(read_categories(connection, retired=True), chosen) if chosen else chosen
    base = list(narrowed(wanted, now, categories))
    if typed_words(wanted.text):
        met = connection.execute(tickets_with(wanted.text, _FEW + 1)).scalars().all()
        base += has_words(wanted.text, ticket.c.id) if len(met) > _FEW else [ticket.c.id.in_(met)]
    return base


def _ids(
    connection: Connection,
    base: Sequence[ColumnElement[bool]],
    wanted: TicketFilter,
    now: datetime,
    offset: int,
    limit: int | None,
) -> list[int]:
    question: Select[Any] = select(ticket.c.id).where(*in_group(wanted.group, now), *base)
    question = ordered(question, wanted.in_order)
    if limit is not None:
        question = question.limit(limit).offset(offset)
    return list(connection.execute(question).scalars())


def _counts(connection: Connection, base: Sequence[ColumnElement[bool]], now: datetime) -> dict[Group, int]:
    by_state = select(ticket.c.state, func.count()).where(*base).group_by(ticket.c.state)
    states = {State(state): count for state, count in connection.execute(by_state)}
    counts = {group: sum(states.get(state, 0) for state in STATES[group]) for group in Group}
    if counts[Group.OPEN]:
        counts |= _standings(connection, base, now)
    return counts


def _calls(
    connection: Connection, base: Sequence[ColumnElement[bool]], group: Group, now: datetime
) -> dict[Group, int]:
    if group is not Group.TO_CALL:
        return {Group.TO_CALL: 0}
    waiting = select(func.count()).select_from(ticket).where(*in_group(group, now), *base)
    return {group: connection.execute(waiting).scalar_one()}


def _standings(connection: Connection, base: Sequence[ColumnElement[bool]], now: datetime) -> dict[Group, int]:
    """How many of what is open stand so; of what is over nothing is looked at."""
    sums = (func.sum(case((leading_stands(standing, now), 1), else_=0)) for standing in STANDING_OF.values())
    found = connection.execute(select(*sums).where(*in_group(Group.OPEN, now), *base)).one()
    return dict(zip(STANDING_OF, (count or 0 for count in found), strict=True))
