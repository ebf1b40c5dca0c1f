"""The day list as rows: an edited entry is retired and written anew, so that past days keep what was ticked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, select

from app.access.tables import user
from app.duty.tables import day_task, day_tick


@dataclass(frozen=True, slots=True)
class DayTask:
    """What is done at a time of the day, on which weekdays (Monday as 0)."""

    id: int
    name: str
    clock: str
    weekdays: frozenset[int]
    retired: bool = False


@dataclass(frozen=True, slots=True)
class Tick:
    """Who did it, and when; `words` say what there was to say."""

    id: int
    who: str
    at: datetime
    words: str


@dataclass(frozen=True, slots=True)
class DayLine:
    """An entry of one day."""

    task: DayTask
    tick: Tick | None

    def is_late(self, now: datetime) -> bool:
        """Whether its time has passed and nobody ticked it."""
        return self.tick is None and self.task.clock < f"{now:%H:%M}"


def read_tasks(connection: Connection, *, retired: bool = False) -> tuple[DayTask, ...]:
    """The entries by their time."""
    asked = select(day_task).order_by(day_task.c.clock, day_task.c.position, day_task.c.id)
    rows = connection.execute(asked if retired else asked.where(day_task.c.retired_at.is_(None)))
    return tuple(_task(row) for row in rows)


def read_day(connection: Connection, day: date) -> tuple[DayLine, ...]:
    """The list of a day as it was kept then, with its standing ticks."""
    ticks = _ticks(connection, day)
    rows = connection.execute(select(day_task).order_by(day_task.c.clock, day_task.c.position, day_task.c.id))
    return tuple(_lines(rows, ticks, day))


def _lines(rows: Iterable[Row[Any]], ticks: dict[int, Tick], day: date) -> Iterable[DayLine]:
    for row in rows:
        ended = row.retired_at is not None and row.retired_at.date() <= day
        kept = row.at.date() <= day and not ended and day.weekday() in row.weekdays
        if kept or row.id in ticks:
            yield DayLine(_task(row), ticks.get(row.id))


def _ticks(connection: Connection, day: date) -> dict[int, Tick]:
    rows = connection.execute(
        select(day_tick, user.c.name.label("who"))
        .join(user, user.c.id == day_tick.c.by, isouter=True)
        .where(day_tick.c.day == day, day_tick.c.taken_off_at.is_(None))
    )
    return {row.task_id: Tick(row.id, row.who or "", row.at, row.words) for row in rows}


def _task(row: Row[Any]) -> DayTask:
    return DayTask(row.id, row.name, row.clock, frozenset(row.weekdays), row.retired_at is not None)
