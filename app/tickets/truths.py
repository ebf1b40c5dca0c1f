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


def _numbers(connection: Connection) -> Iterator[str]:
    counted = select(ticket.c.day, func.count().label("tickets"), func.max(ticket.c.serial).label("last"))
    for row in connection.execute(counted.group_by(ticket.c.day)):
        if row.tickets != row.last:
            yield f"{row.day}: {row.tickets} / {row.last}"


def _states(connection: Connection) -> Iterator[str]:
    for row in connection.execute(_LAST):
        yield f"{_name(row)}: {row.state} / {row.told}"


def _steps(connection: Connection) -> Iterator[str]:
    """The ways that tickets went are few, however many tickets there are."""
    ways = _STEPS.c
    for step in connection.execute(select(ways.before, ways.state, ways.kind).distinct()).all():
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


def _columns(connection: Connection) -> Iterator[str]:
    told: dict[int, dict[str, object]] = defaultdict(dict)
    for row in connection.execute(select(_E.ticket_id, _E.facts).where(_CHANGES).order_by(_E.id)):
        for name, (_, after) in row.facts.get("changed", {}).items():
            told[row.ticket_id][name] = after
    for one in connection.execute(select(ticket)).mappings():
        wrong = [name for name, value in told.get(one["id"], {}).items() if kept(one[name]) != value]
        if wrong:
            yield f"{ticket_number(one['day'], one['serial'])}: {', '.join(wrong)}"


def _merged(connection: Connection) -> Iterator[str]:
    standing = select(ticket_merge.c.source_id, ticket_merge.c.target_id).where(ticket_merge.c.undone_at.is_(None))
    merges: dict[int, list[int]] = defaultdict(list)
    for row in connection.execute(standing):
        merges[row.source_id].append(row.target_id)
    points_away = or_(ticket.c.merged_into.is_not(None), ticket.c.state == State.MERGED.value)
    asked = select(ticket).where(
        or_(points_away, ticket.c.id.in_(standing.with_only_columns(ticket_merge.c.source_id)))
    )
    rows = {row.id: row for row in connection.execute(asked)}
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


def _closed(connection: Connection) -> Iterator[str]:
    is_closed = ticket.c.state == State.CLOSED.value
    told = and_(ticket.c.closed_at.is_not(None), ticket.c.closing.is_not(None))
    untold = and_(ticket.c.closed_at.is_(None), ticket.c.closing.is_(None))
    for row in connection.execute(select(ticket).where(~or_(and_(is_closed, told), and_(~is_closed, untold)))):
        if row.state != State.MERGED.value:  # what it was when it was merged is restored with it
            yield _name(row)


def _clocks(connection: Connection) -> Iterator[str]:
    owed = (
        select(ticket.c.day, ticket.c.serial, ticket_clock.c.name)
        .join_from(ticket_clock, ticket, ticket.c.id == ticket_clock.c.ticket_id)
        .where(ticket.c.state == State.CLOSED.value)
        .where(ticket_clock.c.met_at.is_(None), ticket_clock.c.dropped_at.is_(None))
    )
    for row in connection.execute(owed):
        yield f"{_name(row)}: {row.name}"


def _events(connection: Connection) -> Iterator[str]:
    event = ticket.alias("event")
    children = (
        select(ticket.c.day, ticket.c.serial)
        .join(event, event.c.id == ticket.c.parent_id)
        .where(or_(event.c.say == "", event.c.parent_id.is_not(None), event.c.id == ticket.c.id))
    )
    for row in connection.execute(children):
        yield _name(row)


def _found(connection: Connection) -> Iterator[str]:
    words = select(ticket_words.c.ticket_id)
    for row in connection.execute(select(ticket).where(ticket.c.id.not_in(words))):
        yield _name(row)


def _taken_off(connection: Connection) -> Iterator[str]:
    half = ticket_reporter.c.taken_off_at.is_(None) != ticket_reporter.c.taken_off_by.is_(None)
    for row in connection.execute(select(ticket_reporter.c.id).where(half)):
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
