"""Which open tickets an edit would change, and the change itself; what is closed or kept is never touched."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby

from sqlalchemy import Connection, select

from app.core.ids import UserId
from app.store.rows import insert_row
from app.tickets.deadlines.calendar_rows import read_calendars, write_hours, write_year
from app.tickets.deadlines.calendars import CalendarBook
from app.tickets.deadlines.chains import Chain, write_chain
from app.tickets.deadlines.clock_rows import ClockRow, clocks_of, due_of, open_tickets, write_back, write_new
from app.tickets.deadlines.clocks import met_before
from app.tickets.deadlines.edits import ChainEdit, DueChange, Edit, HoursEdit, YearEdit
from app.tickets.deadlines.rule import ClockRule
from app.tickets.kinds import ClockName, EntryKind
from app.tickets.labels import labels_of
from app.tickets.tables import ticket, ticket_entry


@dataclass(frozen=True, slots=True)
class Planned:
    """One clock that an edit changes: as it is stored, and as it would be."""

    ticket_id: int
    name: ClockName
    before: ClockRow | None
    after: ClockRow | None
    new: ClockRule | None
    due_at: datetime | None


def edited_book(book: CalendarBook, edit: Edit) -> CalendarBook:
    """The calendars as they would count."""
    if isinstance(edit, YearEdit):
        return book.with_year(edit.year)
    return book.with_hours(edit.calendar, edit.week) if isinstance(edit, HoursEdit) else book


def write_edit(connection: Connection, edit: Edit, at: datetime, by: UserId) -> None:
    """Let it count for what is promised from now on."""
    if isinstance(edit, ChainEdit):
        write_chain(connection, (edit.kind, edit.service_class), edit.chain, at, by)
    elif isinstance(edit, HoursEdit):
        write_hours(connection, edit.calendar, edit.week, at, by)
    elif isinstance(edit, YearEdit):
        write_year(connection, edit.year, at, by)


def plan(connection: Connection, edit: Edit) -> list[Planned]:
    """Every clock of an open ticket that the edit would change, by ticket and step."""
    book = edited_book(read_calendars(connection), edit)
    rows = clocks_of(connection, open_tickets(connection))
    found: list[Planned] = []
    for _, of_ticket in groupby(rows, key=lambda row: row.ticket_id):
        found += _of_ticket(connection, list(of_ticket), edit, book)
    return found


def as_changes(connection: Connection, planned: Sequence[Planned]) -> tuple[DueChange, ...]:
    """What the office reads before it decides."""
    labels = labels_of(connection, {one.ticket_id for one in planned})
    return tuple(
        DueChange(
            one.ticket_id,
            labels[one.ticket_id].number,
            labels[one.ticket_id].where,
            one.name,
            one.before.due_at if one.before and not one.before.state.replaced else None,
            one.due_at,
        )
        for one in planned
    )


def carry_out(connection: Connection, planned: Sequence[Planned], at: datetime, by: UserId) -> None:
    """Store every planned change under the calendars that count now; each stands in the timeline of its ticket."""
    book = read_calendars(connection)
    for one in planned:
        if one.after is not None:
            write_back(connection, book, _from_now(one.after, book, at), at, by)
        elif one.new is not None:
            reported, state = met_before(connection, one.ticket_id, one.new.name)
            write_new(connection, book, one.ticket_id, one.new, reported, state, at, by)
    for change in as_changes(connection, planned):
        _note(connection, change, at, by)


def _from_now(row: ClockRow, book: CalendarBook, at: datetime) -> ClockRow:
    state = replace(row.state, dropped_at=at) if row.state.replaced else row.state
    return replace(row, stamp=book.stamp, state=state)


def _of_ticket(connection: Connection, rows: list[ClockRow], edit: Edit, book: CalendarBook) -> Iterator[Planned]:
    chain = edit.chain if isinstance(edit, ChainEdit) and _is_of(rows[0], edit) else None
    rules: Mapping[ClockName, ClockRule] | None = None if chain is None else {rule.name: rule for rule in chain}
    if isinstance(edit, ChainEdit) and rules is None:
        return
    for row in rows:
        yield from _of_clock(row, rules, book)
    for rule in _added(rows, chain or ()):
        reported, state = met_before(connection, rows[0].ticket_id, rule.name)
        due = due_of(rule, reported, state, book.current)
        yield Planned(rows[0].ticket_id, rule.name, None, None, rule, due)


def _of_clock(row: ClockRow, rules: Mapping[ClockName, ClockRule] | None, book: CalendarBook) -> Iterator[Planned]:
    if row.state.replaced:
        if rules is not None and row.rule.name in rules:
            yield _renewed(row, rules[row.rule.name], book)
        return
    if not row.is_open:
        return
    if rules is not None and row.rule.name not in rules:
        gone = replace(row, state=replace(row.state, replaced=True))
        yield Planned(row.ticket_id, row.rule.name, row, gone, None, None)
        return
    renewed = _renewed(row, row.rule if rules is None else rules[row.rule.name], book)
    if renewed.due_at != row.due_at:
        yield renewed


def _renewed(row: ClockRow, rule: ClockRule, book: CalendarBook) -> Planned:
    state = replace(row.state, dropped_at=None, replaced=False) if row.state.replaced else row.state
    due = due_of(rule, row.started_at, state, book.current)
    after = replace(row, rule=rule, stamp=book.stamp, state=state)
    return Planned(row.ticket_id, rule.name, row, after, None, due)


def _added(rows: Sequence[ClockRow], chain: Chain) -> Iterator[ClockRule]:
    known = {row.rule.name for row in rows}
    return (rule for rule in chain if rule.name not in known)


def _is_of(row: ClockRow, edit: ChainEdit) -> bool:
    return (row.kind, row.service_class) == (edit.kind, edit.service_class)


def _note(connection: Connection, change: DueChange, at: datetime, by: UserId) -> None:
    state = connection.execute(select(ticket.c.state).where(ticket.c.id == change.ticket_id)).scalar_one()
    insert_row(
        connection,
        ticket_entry,
        ticket_id=change.ticket_id,
        kind=EntryKind.DEADLINE.value,
        state=state,
        text="",
        facts={"clock": change.clock.value, "before": _text(change.before), "after": _text(change.after)},
        happened_at=at,
        at=at,
        by=by,
    )


def _text(moment: datetime | None) -> str:
    return "" if moment is None else moment.isoformat()
