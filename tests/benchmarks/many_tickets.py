"""Tickets of years in a few seconds: rows as the services write them, most closed, some open, all invented."""

from __future__ import annotations

import random
from datetime import datetime, timedelta

from sqlalchemy import Connection, Table

from app.access.actor import Actor
from app.office import Office
from app.store.bulk import insert_many
from app.tickets.deadlines.calendar_rows import read_calendars
from app.tickets.deadlines.calendars import CalendarBook
from app.tickets.deadlines.due import due_without_pauses
from app.tickets.deadlines.promise_facts import pause_facts, promise_facts
from app.tickets.deadlines.rule import shipped_chain
from app.tickets.kinds import ServiceClass, State, TicketKind
from app.tickets.number import ticket_number
from app.tickets.tables import ticket, ticket_clock, ticket_entry, ticket_reporter, ticket_words
from app.tickets.word_index import searchable
from tests.benchmarks.big_estate import code_of, name_of, phone_of

SEED = 20261120
OPEN_EACH = 50  # every fiftieth is still open
WORDS = (
    "厨房下水反水已漏到楼下",
    "卫生间顶棚渗水疑似楼上防水",
    "入户门锁卡死住户在门外",
    "单元门禁读卡无反应",
    "客厅灯不亮已换灯泡无效",
)
SAID = (
    "关闭角阀渗水减缓约定次日上门更换密封圈",
    "住户外出约定上午十点半到家请提前电话联系",
    "更换配件试水正常住户确认并签字",
)
_STATES = (State.REPORTED, State.ASSIGNED, State.WAITING_PARTS, State.IN_WORK)


class ManyTickets:
    """Writes them with two or three entries each."""

    def __init__(self, office: Office, by: Actor, units: int) -> None:
        self._office = office
        self._by = by
        self._chance = random.Random(SEED)
        self._categories = [one.id for one in office.ticket_categories.tree() if one.depth]
        self._units = office.estate.units()[:units]
        self._rows: dict[Table, list[tuple[object, ...]]] = {}
        self._last = office.clock.now()

    def write(self, count: int) -> None:
        """Store `count` tickets, the last reported a moment ago."""
        with self._office.store.transaction() as connection:
            book = read_calendars(connection)
            for number in range(count):
                self._one(book, number, count)
            self._flush(connection)

    def _one(self, book: CalendarBook, number: int, count: int) -> None:
        reported = self._last - timedelta(minutes=(count - number) * 40)
        home = self._units[number % len(self._units)]
        is_open = number > count - 8 * OPEN_EACH and number % 2 == 0
        state = _STATES[number // 2 % len(_STATES)] if is_open else State.CLOSED
        text = f"{WORDS[number % len(WORDS)]} {number}"
        owner, phone = name_of(number), phone_of(number)
        spoken = ticket_number(reported.date(), number + 1)
        closed = None if is_open else reported + timedelta(hours=5)
        self._row(ticket, _ticket(self, number, reported, home.id, home.building_id, state, text, closed))
        self._row(ticket_reporter, (number + 1, home.id, owner, phone, "", reported, self._by.id))
        said = [SAID[(number + step) % len(SAID)] + str(number * step) for step in range(2 + number % 2)]
        for step, words in enumerate(said):
            kind = "note" if step else "reported"
            self._row(ticket_entry, (number + 1, kind, state, words, {}, reported, reported, self._by.id))
        self._clocks(book, number, reported, closed)
        words = "\n".join((spoken, code_of(number), owner, phone, text, *said))
        self._row(ticket_words, (number + 1, searchable(words)))

    def _clocks(self, book: CalendarBook, number: int, reported: datetime, closed: datetime | None) -> None:
        for rule in shipped_chain(TicketKind.REPAIR, ServiceClass.NORMAL):
            due, facts = due_without_pauses(rule, reported, book.current), promise_facts(rule, book.stamp)
            soon = due - timedelta(minutes=30)
            row = (
                number + 1,
                rule.name.value,
                facts,
                reported,
                pause_facts(()),
                due,
                soon,
                closed,
                reported,
                self._by.id,
            )
            self._row(ticket_clock, row)

    def _row(self, table: Table, row: tuple[object, ...]) -> None:
        self._rows.setdefault(table, []).append(row)

    def _flush(self, connection: Connection) -> None:
        for table, columns in _COLUMNS.items():
            insert_many(connection, table, columns, self._rows[table])


def _ticket(
    many: ManyTickets,
    number: int,
    reported: datetime,
    unit_id: int,
    building_id: int,
    state: State,
    text: str,
    closed: datetime | None,
) -> tuple[object, ...]:
    category = many._categories[number % len(many._categories)]
    fixed = ("repair", category, "normal", "normal", state.value, unit_id, building_id, "", text, "phone")
    by = many._by.id
    return (
        f"bench-{number}",
        reported.date(),
        number + 1,
        *fixed,
        reported,
        [],
        {},
        closed,
        False,
        3,
        0,
        "",
        reported,
        by,
    )


_COLUMNS: dict[Table, tuple[str, ...]] = {
    ticket: (
        *("client_id", "day", "serial", "kind", "category_id", "service_class", "priority", "state", "unit_id"),
        *("building_id", "place", "text", "source", "reported_at", "checklist", "complaint", "closed_at", "warranty"),
        *("version", "reopened", "say", "at", "by"),
    ),
    ticket_reporter: ("ticket_id", "unit_id", "name", "phone", "words", "at", "by"),
    ticket_entry: ("ticket_id", "kind", "state", "text", "facts", "happened_at", "at", "by"),
    ticket_clock: (*("ticket_id", "name", "rule", "started_at", "pauses", "due_at", "soon_at", "met_at", "at", "by"),),
    ticket_words: ("ticket_id", "words"),
}
