"""The rhythm of the office day: an editable list, ticked with time and name."""

from __future__ import annotations

from datetime import date, time

from sqlalchemy import Connection, select, update

from app.access.actor import Actor
from app.access.permissions import Permission
from app.core.clock import Clock
from app.duty.day_list.day_rows import DayLine, DayTask, read_day, read_tasks
from app.duty.day_list.rhythm import SHIPPED, WORKDAYS
from app.duty.log.entry_rows import write_line
from app.duty.log.kinds import EntryKind
from app.duty.refusals import DayTaskExists, NoWeekday, TickedBefore, TickTakenOff
from app.duty.tables import day_task, day_tick
from app.duty.texts import clock_text, required, tidy
from app.store.rows import insert_row
from app.store.store import Store


class DayList:
    """Ticking needs KEEP_DUTY, editing MANAGE_DUTY."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def plant(self) -> None:
        """An office that has no list begins with the usual day."""
        with self._store.reading() as connection:
            if connection.execute(select(day_task.c.id).limit(1)).first() is not None:
                return
        with self._store.transaction() as connection:
            for clock, name in SHIPPED:
                self._add(connection, None, name, clock, WORKDAYS)

    def tasks(self, *, retired: bool = False) -> tuple[DayTask, ...]:
        """The entries by their time."""
        with self._store.reading() as connection:
            return read_tasks(connection, retired=retired)

    def of_day(self, day: date | None = None) -> tuple[DayLine, ...]:
        """The list of a day, or of today."""
        with self._store.reading() as connection:
            return read_day(connection, day or self._clock.now().date())

    def tick(self, by: Actor, task_id: int, words: str = "") -> int:
        """It is done, today; the tick's id. Raises NotPermitted, TickedBefore."""
        by.require(Permission.KEEP_DUTY)
        now = self._clock.now()
        with self._store.transaction() as connection:
            line = next((one for one in read_day(connection, now.date()) if one.task.id == task_id), None)
            if line is not None and line.tick is not None:
                raise TickedBefore(line.task.name, line.tick.who, line.tick.at)
            return insert_row(
                connection, day_tick, task_id=task_id, day=now.date(), words=tidy(words), at=now, by=by.id
            )

    def undo(self, by: Actor, tick_id: int) -> None:
        """The tick was wrong: it stays with its time, and the log says who took it off.

        Raises NotPermitted, TickTakenOff.
        """
        by.require(Permission.KEEP_DUTY)
        now = self._clock.now()
        with self._store.transaction() as connection:
            row = connection.execute(
                select(day_tick, day_task.c.name)
                .join(day_task, day_task.c.id == day_tick.c.task_id)
                .where(day_tick.c.id == tick_id)
            ).one()
            if row.taken_off_at is not None:
                raise TickTakenOff(row.name)
            off = {"taken_off_at": now, "taken_off_by": by.id}
            connection.execute(update(day_tick).where(day_tick.c.id == tick_id).values(off))
            facts = {"task": row.name, "ticked": f"{row.at:%Y-%m-%d %H:%M}"}
            write_line(connection, by, now, EntryKind.TICK_OFF, facts=facts)

    def add(self, by: Actor, name: str, clock: time, weekdays: frozenset[int]) -> int:
        """A further entry; its id. Raises NotPermitted, DutyTextMissing, DayTaskExists, NoWeekday."""
        by.require(Permission.MANAGE_DUTY)
        with self._store.transaction() as connection:
            return self._add(connection, by, name, clock_text(clock), weekdays)

    def change(self, by: Actor, task_id: int, name: str, clock: time, weekdays: frozenset[int]) -> int:
        """Retire the entry and write it anew; its new id. What is ticked today already stays ticked as it was.

        Raises NotPermitted, DutyTextMissing, DayTaskExists, NoWeekday.
        """
        by.require(Permission.MANAGE_DUTY)
        with self._store.transaction() as connection:
            self._retire(connection, task_id)
            return self._add(connection, by, name, clock_text(clock), weekdays)

    def retire(self, by: Actor, task_id: int) -> None:
        """It is no longer on the list; past days keep it. Raises NotPermitted."""
        by.require(Permission.MANAGE_DUTY)
        with self._store.transaction() as connection:
            self._retire(connection, task_id)

    def _retire(self, connection: Connection, task_id: int) -> None:
        gone = update(day_task).where(day_task.c.id == task_id, day_task.c.retired_at.is_(None))
        connection.execute(gone.values(retired_at=self._clock.now()))

    def _add(self, connection: Connection, by: Actor | None, name: str, clock: str, weekdays: frozenset[int]) -> int:
        wanted = required(name)
        if not weekdays:
            raise NoWeekday
        standing = read_tasks(connection)
        if any((one.name, one.clock) == (wanted, clock) for one in standing):
            raise DayTaskExists(wanted, clock)
        return insert_row(
            connection,
            day_task,
            name=wanted,
            clock=clock,
            weekdays=sorted(weekdays),
            position=len(standing) + 1,
            at=self._clock.now(),
            by=None if by is None else by.id,
        )
