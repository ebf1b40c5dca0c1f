"""The list, the search and the open ticket among twenty thousand, against the same questions asked of bare SQL."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from app.office import Office
from app.store.engine import connect_raw
from app.store.key_file import database_key
from app.store.truths import check_truths
from app.tickets.deadlines.truths import TRUTHS as OF_CLOCKS
from app.tickets.lists.filters import Group, TicketFilter
from app.tickets.truths import TRUTHS
from tests.benchmarks import at_the_board
from tests.benchmarks.big_estate import name_of, open_estate
from tests.benchmarks.figures import Figure, median, seconds_of
from tests.benchmarks.many_tickets import SEED, ManyTickets

TICKETS, GOES, UNITS = 20_000, 40, 2_000
Goal = tuple[float, float]
LIST, SEARCH, OPEN = (9.0, 0.05), (9.0, 0.05), (50.0, 0.05)
_LIST = """
    SELECT t.* FROM ticket t WHERE t.state NOT IN ('closed', 'cancelled', 'merged') ORDER BY
    (SELECT min(due_at) FROM ticket_clock c WHERE c.ticket_id = t.id AND met_at IS NULL AND dropped_at IS NULL), t.id
    LIMIT 60
"""
_OF_LIST = (
    "SELECT * FROM ticket_clock WHERE ticket_id IN ({})",
    "SELECT * FROM ticket_reporter WHERE ticket_id IN ({})",
)
_COUNTS = "SELECT state, count(*) FROM ticket GROUP BY state"
_FOUND = "SELECT ticket_id FROM ticket_words WHERE words LIKE ? ORDER BY ticket_id DESC LIMIT 60"
_WHOLE = (
    "SELECT * FROM ticket WHERE id = ?",
    *(f"SELECT * FROM ticket_{part} WHERE ticket_id = ?" for part in ("entry", "reporter", "clock")),
)


def measure(_units: int) -> Iterator[Figure]:
    """An office with years of tickets: the services that the screen asks, and the screen itself."""
    with TemporaryDirectory() as place:
        office, by = open_estate(Path(place) / "data", UNITS)
        ManyTickets(office, by, UNITS).write(TICKETS)
        with closing(connect_raw(office.store.folder.database, database_key(office.store.folder))) as bare:
            yield from _figures(office, bare)
            yield _truths(office, bare)
        yield from at_the_board.measure(office, by, TICKETS)
        office.close()


def _figures(office: Office, bare: Any) -> Iterator[Figure]:
    chance = random.Random(SEED)
    lists, pages = office.ticket_lists, office.ticket_pages
    wide, all_of = TicketFilter(), TicketFilter(Group.ALL)
    assert lists.read(all_of).total == TICKETS, "a list of nothing is fast for nothing"
    yield _figure("open tickets, counted", lambda: lists.read(wide), lambda: _bare_list(bare), LIST)
    yield _figure("all tickets, counted", lambda: lists.read(all_of), lambda: _bare_list(bare), LIST)
    names = [name_of(chance.randrange(TICKETS)) for _ in range(GOES)]
    yield from (
        _searched(office, bare, "a name", [name for name in names if len(name) == 3][:GOES]),
        _searched(office, bare, "two characters of a name", [name[:2] for name in names]),
        _searched(office, bare, "what nobody said", ["飞碟降落"] * 10),
    )
    ids = [chance.randrange(1, TICKETS) for _ in range(GOES)]
    opened = [seconds_of(lambda one=one: pages.open(one)) for one in ids]  # type: ignore[misc]
    bare_opened = [seconds_of(lambda one=one: _bare_page(bare, one)) for one in ids]  # type: ignore[misc]
    yield _compared("one ticket opened whole", opened, bare_opened, OPEN)


def _truths(office: Office, bare: Any) -> Figure:
    """Every truth of tickets and their clocks, beside reading the same rows."""

    def check() -> None:
        with office.store.reading() as connection:
            broken = [one.truth for one in check_truths(connection, (*TRUTHS, *OF_CLOCKS)) if one.breaches]
        assert broken == [], "what is broken at once is checked in no time"

    def read() -> None:
        for table in ("ticket", "ticket_entry", "ticket_clock"):
            bare.execute(f"SELECT * FROM {table}").fetchall()

    return Figure(f"the truths of {TICKETS:,} tickets", seconds_of(check), seconds_of(read), at_most_times=12)


def _searched(office: Office, bare: Any, what: str, texts: Sequence[str]) -> Figure:
    lists = office.ticket_lists
    ours = [seconds_of(lambda text=text: lists.read(TicketFilter(Group.ALL, text=text))) for text in texts]  # type: ignore[misc]
    theirs = [seconds_of(lambda text=text: bare.execute(_FOUND, (f"%{text}%",)).fetchall()) for text in texts]  # type: ignore[misc]
    return _compared(f"search for {what}", ours, theirs, SEARCH)


def _figure(what: str, ours: Callable[[], object], theirs: Callable[[], object], goal: Goal) -> Figure:
    return _compared(what, [seconds_of(ours) for _ in range(GOES)], [seconds_of(theirs) for _ in range(GOES)], goal)


def _compared(what: str, ours: Sequence[float], theirs: Sequence[float], goal: Goal) -> Figure:
    times, seconds = goal
    return Figure(f"{what} of {TICKETS:,} (median)", median(ours), median(theirs), times, seconds)


def _bare_list(bare: Any) -> None:
    ids = [str(row[0]) for row in bare.execute(_LIST).fetchall()]
    for question in _OF_LIST:
        bare.execute(question.format(",".join(ids))).fetchall()
    bare.execute(_COUNTS).fetchall()


def _bare_page(bare: Any, ticket_id: int) -> None:
    for question in _WHOLE:
        bare.execute(question, (ticket_id,)).fetchall()
