"""Posts and turns as rows; a turn is never edited but taken off and written again."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, func, select, update

from app.core.ids import UserId
from app.duty.refusals import PostGone, TurnBackwards, TurnTakenOff, TurnTooLong
from app.duty.roster.roster_facts import NewTurn, Post, Turn
from app.duty.tables import duty_post, duty_turn
from app.duty.texts import clock_time, required, tidy
from app.store.rows import insert_row

MOST_HOURS = 36
"""Of one turn: a day and a night and half a day is more than anybody stays awake."""


def read_posts(connection: Connection, *, retired: bool = False) -> tuple[Post, ...]:
    """The posts in their order."""
    asked = select(duty_post).order_by(duty_post.c.position, duty_post.c.id)
    rows = connection.execute(asked if retired else asked.where(duty_post.c.retired_at.is_(None)))
    return tuple(_post(row) for row in rows)


def read_post(connection: Connection, post_id: int) -> Post:
    """One post."""
    return _post(connection.execute(select(duty_post).where(duty_post.c.id == post_id)).one())


def next_position(connection: Connection) -> int:
    """Behind the last post."""
    last: int = connection.execute(select(func.coalesce(func.max(duty_post.c.position), 0))).scalar_one()
    return last + 1


def read_turns(connection: Connection, first: datetime, until: datetime) -> tuple[Turn, ...]:
    """The standing turns that touch `[first, until)`, by when they begin."""
    return _turns(connection, duty_turn.c.begins < until, duty_turn.c.ends > first)


def read_turn(connection: Connection, turn_id: int) -> Turn:
    """A standing turn. Raises TurnTakenOff."""
    found = _turns(connection, duty_turn.c.id == turn_id)
    if not found:
        row = connection.execute(select(duty_turn).where(duty_turn.c.id == turn_id)).one()
        raise TurnTakenOff(row.person, row.begins)
    return found[0]


def write_turn(connection: Connection, new: NewTurn, at: datetime, by: UserId) -> int:
    """Write one turn; its id. Raises DutyTextMissing, PostGone, TurnBackwards, TurnTooLong."""
    post = read_post(connection, new.post_id)
    if post.retired:
        raise PostGone(post.name)
    if new.ends <= new.begins:
        raise TurnBackwards(new.begins, new.ends)
    hours = -(-(new.ends - new.begins).total_seconds() // 3600)
    if hours > MOST_HOURS:
        raise TurnTooLong(int(hours), MOST_HOURS)
    return insert_row(
        connection,
        duty_turn,
        post_id=new.post_id,
        person=required(new.person),
        phone=tidy(new.phone),
        begins=new.begins,
        ends=new.ends,
        at=at,
        by=by,
    )


def take_off(connection: Connection, turn_id: int, at: datetime, by: UserId) -> None:
    """The turn is no longer on the roster."""
    connection.execute(update(duty_turn).where(duty_turn.c.id == turn_id).values(taken_off_at=at, taken_off_by=by))


def _turns(connection: Connection, *conditions: ColumnElement[bool]) -> tuple[Turn, ...]:
    rows = connection.execute(
        select(duty_turn, duty_post.c.name.label("post"))
        .join(duty_post, duty_post.c.id == duty_turn.c.post_id)
        .where(duty_turn.c.taken_off_at.is_(None), *conditions)
        .order_by(duty_turn.c.begins, duty_post.c.position, duty_turn.c.id)
    )
    return tuple(Turn(row.id, row.post_id, row.post, row.person, row.phone, row.begins, row.ends) for row in rows)


def _post(row: Row[Any]) -> Post:
    return Post(row.id, row.name, clock_time(row.begins), clock_time(row.ends), row.retired_at is not None)
