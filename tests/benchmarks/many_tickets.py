"""Tickets of years in a few seconds: rows as the services write them, most closed, some open, all invented."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import Connection, Table

from app.access.actor import Actor
from app.estate.unit_facts import UnitRow
from app.office import Office
from app.store.bulk import insert_many
from app.tickets.deadlines.calendar_rows import read_calendars
from app.tickets.deadlines.calendars import CalendarBook
from app.tickets.deadlines.due import due_without_pauses
from app.tickets.deadlines.promise_facts import pause_facts, promise_facts
from app.tickets.deadlines.rule import shipped_chain
from app.tickets.kinds import ClockName, EntryKind, ServiceClass, State, TicketKind
from app.tickets.number import ticket_number
from app.tickets.tables import ticket, ticket_clock, ticket_entry, ticket_reporter, ticket_words
from app.tickets.word_index import searchable
from tests.benchmarks.big_estate import name_of, phone_of

SEED = 20261120
OPEN = 400  # of the last ones every second is still open
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
CLOSING = {"cause": "密封圈老化", "action": "更换密封圈", "minutes": 35, "material": "", "confirmed": "phone"}
_TALK, _WORK = timedelta(minutes=20), timedelta(hours=5)
_STATES = (State.REPORTED, State.ASSIGNED, State.WAITING_RESIDENT, State.IN_WORK)


@dataclass(frozen=True)
class Case:
    """One of many: what happened until now."""

    id: int
    serial: int
    reported: datetime
    home: UnitRow
    category: int
    state: State
    text: str
    said: tuple[str, ...]

    @property
    def closed(self) -> datetime | None:
        return self.reported + _WORK if self.state is State.CLOSED else None

    @property
    def talked(self) -> datetime | None:
        """When somebody met or reached the resident."""
        return None if self.state in (State.REPORTED, State.ASSIGNED) else self.reported + _TALK

    @property
    def number(self) -> str:
        return ticket_number(self.reported.date(), self.serial)


class ManyTickets:
    """Writes them with two or three entries each; every truth of tickets holds of them."""

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
            for case in self._cases(count):
                self._one(book, case)
            self._flush(connection)

    def _cases(self, count: int) -> Iterator[Case]:
        days = Counter[date]()
        for number in range(count):
            reported = self._last - timedelta(minutes=(count - number) * 40)
            days[reported.date()] += 1
            is_open = number > count - OPEN and number % 2 == 0
            yield Case(
                id=number + 1,
                serial=days[reported.date()],
                reported=reported,
                home=self._units[number % len(self._units)],
                category=self._categories[number % len(self._categories)],
                state=_STATES[number // 2 % len(_STATES)] if is_open else State.CLOSED,
                text=f"{WORDS[number % len(WORDS)]} {number}",
                said=tuple(SAID[(number + step) % len(SAID)] + str(number * step) for step in range(2 + number % 2)),
            )

    def _one(self, book: CalendarBook, case: Case) -> None:
        owner, phone = name_of(case.id - 1), phone_of(case.id - 1)
        self._row(ticket, _ticket(case, self._by))
        self._row(ticket_reporter, (case.id, case.home.id, owner, phone, "", case.reported, self._by.id))
        self._entries(case)
        self._clocks(book, case)
        words = "\n".join((case.number, case.home.code, owner, phone, case.text, *case.said))
        self._row(ticket_words, (case.id, searchable(words)))

    def _entries(self, case: Case) -> None:
        """Reported, perhaps a word, and the step to where it stands; what is closed was done before."""
        steps = [(EntryKind.REPORTED, State.REPORTED)]
        if case.state is State.CLOSED:
            steps += [(EntryKind.MOVED, State.DONE), (EntryKind.CLOSED, State.CLOSED)]
        else:
            steps += [(EntryKind.MOVED, case.state), (EntryKind.NOTE, case.state)]
        before = State.REPORTED
        for (kind, state), words in zip(steps, (*case.said, ""), strict=False):
            facts = _changed(case, before, state)
            before = state
            moment = case.closed if state is State.CLOSED else case.reported
            self._row(ticket_entry, (case.id, kind.value, state.value, words, facts, moment, moment, self._by.id))

    def _clocks(self, book: CalendarBook, case: Case) -> None:
        reported = case.reported
        for rule in shipped_chain(TicketKind.REPAIR, ServiceClass.NORMAL):
            due, facts = due_without_pauses(rule, reported, book.current), promise_facts(rule, book.stamp)
            closes = rule.name is ClockName.CLOSE
            paused = reported if closes and case.state is State.WAITING_RESIDENT else None
            met = case.closed if closes else case.talked
            soon = due - timedelta(minutes=30)
            head = (case.id, rule.name.value, facts, reported, pause_facts(()))
            self._row(ticket_clock, (*head, due, soon, paused, met, reported, self._by.id))

    def _row(self, table: Table, row: tuple[object, ...]) -> None:
        self._rows.setdefault(table, []).append(row)

    def _flush(self, connection: Connection) -> None:
        for table, columns in _COLUMNS.items():
            insert_many(connection, table, columns, self._rows[table])


def _changed(case: Case, before: State, state: State) -> dict[str, object]:
    if state is before:
        return {}
    changed: dict[str, list[object]] = {"state": [before.value, state.value]}
    if case.closed is not None and state is State.CLOSED:
        changed |= {"closing": [None, CLOSING], "closed_at": [None, case.closed.isoformat()]}
    return {"changed": changed, "version": 2}


def _ticket(case: Case, by: Actor) -> tuple[object, ...]:
    where = (case.home.id, case.home.building_id, "", case.text, "phone")
    fixed = ("repair", case.category, "normal", "normal", case.state.value, *where)
    closing = None if case.closed is None else CLOSING
    last = (closing, case.closed, False, 3, 0, "", case.reported, by.id)
    return (f"bench-{case.id}", case.reported.date(), case.serial, *fixed, case.reported, [], {}, *last)


_COLUMNS: dict[Table, tuple[str, ...]] = {
    ticket: (
        *("client_id", "day", "serial", "kind", "category_id", "service_class", "priority", "state", "unit_id"),
        *("building_id", "place", "text", "source", "reported_at", "checklist", "complaint", "closing", "closed_at"),
        *("warranty", "version", "reopened", "say", "at", "by"),
    ),
    ticket_reporter: ("ticket_id", "unit_id", "name", "phone", "words", "at", "by"),
    ticket_entry: ("ticket_id", "kind", "state", "text", "facts", "happened_at", "at", "by"),
    ticket_clock: (
        *("ticket_id", "name", "rule", "started_at", "pauses", "due_at", "soon_at", "paused_at", "met_at"),
        *("at", "by"),
    ),
    ticket_words: ("ticket_id", "words"),
}
