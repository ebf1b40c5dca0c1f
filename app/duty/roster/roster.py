"""The roster of the 24 hours: posts, turns, swaps, and where nobody or two are on duty."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta

from sqlalchemy import Connection, select, update

from app.access.actor import Actor
from app.access.permissions import Permission
from app.core.clock import Clock
from app.duty.log.entry_rows import write_line
from app.duty.log.kinds import EntryKind
from app.duty.refusals import DutyTextMissing, PostExists, SwapWithItself, WeekEmpty
from app.duty.roster.pattern import Pattern, spread
from app.duty.roster.roster_facts import NewTurn, OnDuty, Post, Turn, Week
from app.duty.roster.spans import ONE_DAY, Hole, coming, days_between, doubles, holes, monday_of, on_now, usual_span
from app.duty.roster.turn_rows import (
    next_position,
    read_posts,
    read_turn,
    read_turns,
    take_off,
    write_turn,
)
from app.duty.tables import duty_post
from app.duty.texts import clock_text, required
from app.store.rows import insert_row
from app.store.store import Store

_WEEK = timedelta(days=7)
_LOOK_AHEAD = timedelta(days=3)
_SHIPPED = (("白班", time(8), time(20)), ("夜班", time(20), time(8)))


class Roster:
    """Whoever keeps duty reads it and swaps with a reason; writing turns and posts needs MANAGE_DUTY."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def plant(self) -> None:
        """An office that has no post begins with a day turn and a night turn, which fill the 24 hours."""
        with self._store.reading() as connection:
            if connection.execute(select(duty_post.c.id).limit(1)).first() is not None:
                return
        with self._store.transaction() as connection:
            for name, begins, ends in _SHIPPED:
                self._add_post(connection, None, name, begins, ends)

    def posts(self, *, retired: bool = False) -> tuple[Post, ...]:
        """The posts in their order."""
        with self._store.reading() as connection:
            return read_posts(connection, retired=retired)

    def add_post(self, by: Actor, name: str, begins: time, ends: time) -> int:
        """A further post; the same time twice is round the clock. Raises NotPermitted, DutyTextMissing, PostExists."""
        by.require(Permission.MANAGE_DUTY)
        with self._store.transaction() as connection:
            return self._add_post(connection, by, name, begins, ends)

    def change_post(self, by: Actor, post_id: int, name: str, begins: time, ends: time) -> None:
        """Another name or other usual hours; turns that are written keep theirs.

        Raises NotPermitted, DutyTextMissing, PostExists.
        """
        by.require(Permission.MANAGE_DUTY)
        with self._store.transaction() as connection:
            name = _free_name(connection, name, post_id)
            values = {"name": name, "begins": clock_text(begins), "ends": clock_text(ends)}
            connection.execute(update(duty_post).where(duty_post.c.id == post_id).values(values))

    def retire_post(self, by: Actor, post_id: int, *, retired: bool = True) -> None:
        """A post is no longer kept, or is again. Raises NotPermitted."""
        by.require(Permission.MANAGE_DUTY)
        at = self._clock.now() if retired else None
        with self._store.transaction() as connection:
            connection.execute(update(duty_post).where(duty_post.c.id == post_id).values(retired_at=at))

    def week(self, day: date) -> Week:
        """The week in which a day lies, with its holes and doubles."""
        monday = monday_of(day)
        first = datetime.combine(monday, time())
        with self._store.reading() as connection:
            posts, turns = read_posts(connection), read_turns(connection, first, first + _WEEK)
        known = {post.id for post in posts}
        retired = tuple(post for post in self.posts(retired=True) if post.id not in known)
        filled = (*posts, *(post for post in retired if any(turn.post_id == post.id for turn in turns)))
        spans = [turn.span for turn in turns]
        gaps = holes(spans, first, first + _WEEK) if turns else []
        return Week(monday, filled, turns, (*gaps, *_unfilled(posts, turns, monday)), tuple(doubles(spans)))

    def on_duty(self) -> OnDuty:
        """Who is on duty at this moment, and who begins at the next change within three days."""
        now = self._clock.now()
        with self._store.reading() as connection:
            turns = read_turns(connection, now - ONE_DAY, now + _LOOK_AHEAD)
        spans = [turn.span for turn in turns]
        here, later = set(on_now(spans, now)), set(coming(spans, now))
        return OnDuty(
            tuple(turn for turn in turns if turn.span in here), tuple(turn for turn in turns if turn.span in later)
        )

    def write(self, by: Actor, new: NewTurn) -> int:
        """One turn; its id. Raises NotPermitted, DutyTextMissing, PostGone, TurnBackwards, TurnTooLong."""
        by.require(Permission.MANAGE_DUTY)
        with self._store.transaction() as connection:
            return write_turn(connection, new, self._clock.now(), by.id)

    def write_pattern(self, by: Actor, pattern: Pattern) -> int:
        """Turns by a pattern, leaving out those that stand just so already; how many were written.

        Raises what `write` raises, and NoWeekday, PatternEmpty, PatternTooLong.
        """
        by.require(Permission.MANAGE_DUTY)
        if not pattern.people:
            raise DutyTextMissing
        asked = [NewTurn(span.post_id, who.name, who.phone, span.begins, span.ends) for span, who in spread(pattern)]
        with self._store.transaction() as connection:
            return self._write_new(connection, by, asked)

    def copy_week(self, by: Actor, day: date, weeks: int = 1) -> int:
        """Write the turns of the week of `day` into each of the following weeks; how many were written.

        Raises NotPermitted, WeekEmpty.
        """
        by.require(Permission.MANAGE_DUTY)
        monday = monday_of(day)
        first = datetime.combine(monday, time())
        with self._store.transaction() as connection:
            turns = [turn for turn in read_turns(connection, first, first + _WEEK) if turn.begins >= first]
            kept = {post.id for post in read_posts(connection)}
            turns = [turn for turn in turns if turn.post_id in kept]
            if not turns:
                raise WeekEmpty(monday)
            asked = [_moved(turn, number * _WEEK) for number in range(1, weeks + 1) for turn in turns]
            return self._write_new(connection, by, asked)

    def replace(self, by: Actor, turn_id: int, new: NewTurn, reason: str) -> int:
        """Take a turn off and write it again; the log keeps why. Its id.

        Raises NotPermitted, TurnTakenOff, and what `write` raises.
        """
        by.require(Permission.KEEP_DUTY)
        with self._store.transaction() as connection:
            before, now, why = read_turn(connection, turn_id), self._clock.now(), required(reason)
            take_off(connection, turn_id, now, by.id)
            made = write_turn(connection, new, now, by.id)
            facts = {"before": _told(before), "after": _told(read_turn(connection, made))}
            write_line(connection, by, now, EntryKind.TURN_CHANGED, why, facts)
            return made

    def take_off(self, by: Actor, turn_id: int, reason: str) -> None:
        """A turn is not kept; the log keeps why. Raises NotPermitted, TurnTakenOff, DutyTextMissing."""
        by.require(Permission.MANAGE_DUTY)
        with self._store.transaction() as connection:
            before, now = read_turn(connection, turn_id), self._clock.now()
            take_off(connection, turn_id, now, by.id)
            write_line(connection, by, now, EntryKind.TURN_OFF, required(reason), {"before": _told(before)})

    def swap(self, by: Actor, one_id: int, other_id: int, reason: str) -> None:
        """Two people change turns; the log keeps why.

        Raises NotPermitted, TurnTakenOff, SwapWithItself, DutyTextMissing.
        """
        by.require(Permission.KEEP_DUTY)
        with self._store.transaction() as connection:
            one, other = read_turn(connection, one_id), read_turn(connection, other_id)
            if one.person == other.person:
                raise SwapWithItself(one.person)
            now = self._clock.now()
            for turn, person in ((one, other), (other, one)):
                take_off(connection, turn.id, now, by.id)
                new = NewTurn(turn.post_id, person.person, person.phone, turn.begins, turn.ends)
                write_turn(connection, new, now, by.id)
            facts = {"one": _told(one), "other": _told(other)}
            write_line(connection, by, now, EntryKind.SWAPPED, required(reason), facts)

    def _add_post(self, connection: Connection, by: Actor | None, name: str, begins: time, ends: time) -> int:
        return insert_row(
            connection,
            duty_post,
            name=_free_name(connection, name),
            begins=clock_text(begins),
            ends=clock_text(ends),
            position=next_position(connection),
            at=self._clock.now(),
            by=None if by is None else by.id,
        )

    def _write_new(self, connection: Connection, by: Actor, asked: Sequence[NewTurn]) -> int:
        first, until = min(one.begins for one in asked), max(one.ends for one in asked)
        standing = {turn.span for turn in read_turns(connection, first, until)}
        fresh = [
            one
            for one in asked
            if Turn(0, one.post_id, "", one.person.strip(), "", one.begins, one.ends).span not in standing
        ]
        for one in fresh:
            write_turn(connection, one, self._clock.now(), by.id)
        return len(fresh)


def _unfilled(posts: Sequence[Post], turns: Sequence[Turn], monday: date) -> Iterator[Hole]:
    """The usual hours of posts that no turn fills, in a week in which turns are written at all."""
    for post in posts if turns else ():
        own = [turn.span for turn in turns if turn.post_id == post.id]
        for day in days_between(monday, monday + _WEEK - ONE_DAY):
            yield from holes(own, *usual_span(day, post.begins, post.ends), post.id)


def _free_name(connection: Connection, name: str, own: int | None = None) -> str:
    wanted = required(name)
    if any(post.name == wanted and post.id != own for post in read_posts(connection, retired=True)):
        raise PostExists(wanted)
    return wanted


def _moved(turn: Turn, by: timedelta) -> NewTurn:
    return NewTurn(turn.post_id, turn.person, turn.phone, turn.begins + by, turn.ends + by)


def _told(turn: Turn) -> dict[str, str]:
    return {
        "post": turn.post,
        "person": turn.person,
        "begins": f"{turn.begins:%Y-%m-%d %H:%M}",
        "ends": f"{turn.ends:%Y-%m-%d %H:%M}",
    }
