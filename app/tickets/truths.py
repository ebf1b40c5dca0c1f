"""What must always hold of tickets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, Row, String, and_, func, or_, select, type_coerce

from app.core.language import mark
from app.store.truths import Truth
from app.tickets.fields import kept
from app.tickets.flow import is_open_to
from app.tickets.kinds import EntryKind, State, TicketKind
from app.tickets.number import ticket_number
from app.tickets.tables import ticket, ticket_clock, ticket_entry, ticket_merge, ticket_reporter, ticket_words

_LEAPS = frozenset({EntryKind.UNDONE, EntryKind.MERGED, EntryKind.PARTED})
_E = ticket_entry.c
_NEWEST = select(_E.ticket_id, func.max(_E.id).label("entry_id")).group_by(_E.ticket_id).subquery()
_LAST = (
    select(ticket.c.day, ticket.c.serial, ticket.c.state, _E.state.label("told"))
    .outerjoin(_NEWEST, _NEWEST.c.ticket_id == ticket.c.id)
    .outerjoin(ticket_entry, _E.id == _NEWEST.c.entry_id)
    .where(or_(_E.state.is_(None), _E.state != ticket.c.state))
)
_BEFORE = func.lag(_E.state).over(partition_by=_E.ticket_id, order_by=_E.id)
_STEPS = select(_E.ticket_id, _BEFORE.label("before"), _E.state, _E.kind).subquery()
_CHANGES = type_coerce(_E.facts, String).contains('"changed"')  # most entries change no field


_COUNTED = select(ticket.c.day, func.count().label("tickets"), func.max(ticket.c.serial).label("last")).group_by(
    ticket.c.day
)


def _numbers(connection: Connection) -> Iterator[str]:
    for row in connection.execute(_COUNTED):
        if row.tickets != row.last:
            yield f"{row.day}: {row.tickets} / {row.last}"


def _states(connection: Connection) -> Iterator[str]:
    for row in connection.execute(_LAST):
        yield f"{_name(row)}: {row.state} / {row.told}"


_WAYS = select(_STEPS.c.before, _STEPS.c.state, _STEPS.c.kind).distinct()


def _steps(connection: Connection) -> Iterator[str]:
    """The ways that tickets went are few, however many tickets there are."""
    ways = _STEPS.c
    for step in connection.execute(_WAYS).all():
        before = None if step.before is None else State(step.before)
        if _follows(before, State(step.state), EntryKind(step.kind)):
            continue
        same = (ways.before.is_not_distinct_from(step.before), ways.state == step.state, ways.kind == step.kind)
        went = select(ticket.c.day, ticket.c.serial).join(_STEPS, ways.ticket_id == ticket.c.id).where(*same)
        for row in connection.execute(went):
            yield f"{_name(row)}: {step.before} / {step.state}"


def _follows(before: State | None, state: State, kind: EntryKind) -> bool:
    """A ticket may have been of another kind then."""
    if before is None:
        return state is State.REPORTED
    return state is before or kind in _LEAPS or any(is_open_to(before, state, one) for one in TicketKind)


_CHANGED = select(_E.ticket_id, _E.facts).where(_CHANGES).order_by(_E.id)
_TICKETS = select(ticket)


def _columns(connection: Connection) -> Iterator[str]:
    told: dict[int, dict[str, object]] = defaultdict(dict)
    for row in connection.execute(_CHANGED):
        for name, (_, after) in row.facts.get("changed", {}).items():
            told[row.ticket_id][name] = after
    for one in connection.execute(_TICKETS).mappings():
        wrong = [name for name, value in told.get(one["id"], {}).items() if kept(one[name]) != value]
        if wrong:
            yield f"{ticket_number(one['day'], one['serial'])}: {', '.join(wrong)}"


_MERGES = select(ticket_merge.c.source_id, ticket_merge.c.target_id).where(ticket_merge.c.undone_at.is_(None))
_MERGED = _TICKETS.where(
    or_(
        ticket.c.merged_into.is_not(None),
        ticket.c.state == State.MERGED.value,
        ticket.c.id.in_(_MERGES.with_only_columns(ticket_merge.c.source_id)),
    )
)


def _merged(connection: Connection) -> Iterator[str]:
    merges: dict[int, list[int]] = defaultdict(list)
    for row in connection.execute(_MERGES):
        merges[row.source_id].append(row.target_id)
    rows = {row.id: row for row in connection.execute(_MERGED)}
    for row in rows.values():
        points = [] if row.merged_into is None else [row.merged_into]
        if (row.state == State.MERGED.value) != bool(points) or merges[row.id] != points or _circles(rows, row):
            yield f"{_name(row)}: {points} / {merges[row.id]}"


def _circles(rows: Mapping[int, Row[Any]], row: Row[Any]) -> bool:
    """Whether the way that a ticket points comes back; what is not among the rows points nowhere."""
    seen, at = set[int](), rows.get(row.id)
    while at is not None and at.id not in seen:
        seen.add(at.id)
        at = rows.get(at.merged_into)
    return at is not None


_IS_CLOSED = ticket.c.state == State.CLOSED.value
_TOLD = and_(ticket.c.closed_at.is_not(None), ticket.c.closing.is_not(None))
_UNTOLD = and_(ticket.c.closed_at.is_(None), ticket.c.closing.is_(None))
_WRONGLY_CLOSED = _TICKETS.where(~or_(and_(_IS_CLOSED, _TOLD), and_(~_IS_CLOSED, _UNTOLD)))


def _closed(connection: Connection) -> Iterator[str]:
    for row in connection.execute(_WRONGLY_CLOSED):
        if row.state != State.MERGED.value:  # what it was when it was merged is restored with it
            yield _name(row)


_OWED = (
    select(ticket.c.day, ticket.c.serial, ticket_clock.c.name)
    .join_from(ticket_clock, ticket, ticket.c.id == ticket_clock.c.ticket_id)
    .where(_IS_CLOSED, ticket_clock.c.met_at.is_(None), ticket_clock.c.dropped_at.is_(None))
)


def _clocks(connection: Connection) -> Iterator[str]:
    for row in connection.execute(_OWED):
        yield f"{_name(row)}: {row.name}"


_EVENT = ticket.alias("event")
_ASTRAY = (
    select(ticket.c.day, ticket.c.serial)
    .join(_EVENT, _EVENT.c.id == ticket.c.parent_id)
    .where(or_(_EVENT.c.say == "", _EVENT.c.parent_id.is_not(None), _EVENT.c.id == ticket.c.id))
)


def _events(connection: Connection) -> Iterator[str]:
    for row in connection.execute(_ASTRAY):
        yield _name(row)


_NOT_FOUND = _TICKETS.where(ticket.c.id.not_in(select(ticket_words.c.ticket_id)))


def _found(connection: Connection) -> Iterator[str]:
    for row in connection.execute(_NOT_FOUND):
        yield _name(row)


_HALF_TAKEN_OFF = select(ticket_reporter.c.id).where(
    ticket_reporter.c.taken_off_at.is_(None) != ticket_reporter.c.taken_off_by.is_(None)
)


def _taken_off(connection: Connection) -> Iterator[str]:
    for row in connection.execute(_HALF_TAKEN_OFF):
        yield f"reporter {row.id}"


def _name(row: Row[Any]) -> str:
    return ticket_number(row.day, row.serial)


TRUTHS = (
    Truth(mark("the numbers of tickets run through each day without a gap"), _numbers),
    Truth(mark("the state of every ticket is that of its last entry"), _states),
    Truth(mark("every step of a ticket was open in its flow"), _steps),
    Truth(mark("what a ticket says is what its timeline changed it to"), _columns),
    Truth(mark("every merged ticket points to one other, and none in a circle"), _merged),
    Truth(mark("exactly the closed tickets say when and how they were closed"), _closed),
    Truth(mark("nothing is owed of a closed ticket"), _clocks),
    Truth(mark("every ticket of a mass event belongs to one that says what is told"), _events),
    Truth(mark("every ticket is found by its words"), _found),
    Truth(mark("whoever was taken off a ticket was so by somebody"), _taken_off),
)
