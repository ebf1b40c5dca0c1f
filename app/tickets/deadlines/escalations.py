"""The list of who has to be told, and the ticks of who was told when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, or_, select

from app.access.actor import Actor
from app.access.permissions import Permission
from app.access.role_grants import people_with
from app.access.tables import user
from app.core.clock import Clock
from app.core.open_hours import to_minute
from app.store.rows import insert_row
from app.store.settings import Chosen, read_chosen
from app.store.store import Store
from app.tickets.deadlines.calendar_rows import read_calendars
from app.tickets.deadlines.calendars import CalendarBook
from app.tickets.deadlines.clock_conditions import stands
from app.tickets.deadlines.clock_rows import ClockRow, clock_by_id, clocks_where
from app.tickets.deadlines.due import Reckoned, Standing
from app.tickets.deadlines.escalation import Step, steps_reached
from app.tickets.deadlines.refusals import StepNotReached, ToldBefore, ToldWhom
from app.tickets.deadlines.settings import MANAGER, MANAGER_AFTER
from app.tickets.kinds import TicketKind
from app.tickets.labels import TicketLabel, labels_of
from app.tickets.tables import ticket_told

_TOLD = (
    select(ticket_told, user.c.name)
    .join_from(ticket_told, user, user.c.id == ticket_told.c.by, isouter=True)
    .where(ticket_told.c.clock_id.in_(bindparam("clocks", expanding=True)))
)


@dataclass(frozen=True, slots=True)
class Told:
    """A tick: who was told, by whom, when."""

    told: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class StepNow:
    """A step that was reached: who should be told, and the tick if somebody was."""

    step: Step
    whom: str
    told: Told | None


@dataclass(frozen=True, slots=True)
class Escalated:
    """A clock of which somebody has to be told; `steps` are those reached, the last of them the one that presses."""

    clock_id: int
    ticket: TicketLabel
    kind: TicketKind
    clock: ClockRow
    reckoned: Reckoned
    is_on_duty: bool
    steps: tuple[StepNow, ...]

    @property
    def step(self) -> StepNow:
        """The furthest step."""
        return self.steps[-1]


class Escalations:
    """Reads the list and ticks it."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def listed(self) -> tuple[Escalated, ...]:
        """What has to be told now: the furthest step first, within it what was due first."""
        with self._store.reading() as connection:
            return read_escalations(connection, self._clock.now())

    def tell(self, by: Actor, clock_id: int, step: Step, told: str) -> None:
        """Tick that a person was told of a step. Raises NotPermitted, ToldWhom, StepNotReached, ToldBefore."""
        by.require(Permission.WORK_TICKET)
        if not told.strip():
            raise ToldWhom
        with self._store.transaction() as connection:
            found = _reached(connection, clock_id, step, self._clock.now())
            insert_row(
                connection,
                ticket_told,
                clock_id=clock_id,
                step=step.value,
                due_at=found.clock.due_at,
                told=told.strip(),
                at=self._clock.now(),
                by=by.id,
            )


def read_escalations(connection: Connection, now: datetime) -> tuple[Escalated, ...]:
    """The list as `Escalations.listed` says it."""
    book = read_calendars(connection)
    rows = clocks_where(connection, or_(stands(Standing.SOON, now), stands(Standing.OVERDUE, now)))
    reading = _Reading(connection, book, rows, now)
    found = [one for one in map(reading.escalated, rows) if one.steps]
    return tuple(sorted(found, key=lambda one: (-len(one.steps), one.reckoned.due_at, one.clock_id)))


class _Reading:
    def __init__(self, connection: Connection, book: CalendarBook, rows: Sequence[ClockRow], now: datetime) -> None:
        self._book = book
        self._now = now
        self._chosen = read_chosen(connection, (MANAGER, MANAGER_AFTER))
        self._labels = labels_of(connection, {row.ticket_id for row in rows})
        self._supervisors = ", ".join(people_with(connection, Permission.MANAGE_TICKETS))
        self._told = {
            (row.clock_id, row.step, row.due_at): Told(row.told, row.name or "", row.at)
            for row in connection.execute(_TOLD, {"clocks": [row.id for row in rows]})
        }

    def escalated(self, row: ClockRow) -> Escalated:
        """The row of the list for a clock; without steps if none is reached."""
        calendars = self._book.at(row.stamp)
        hours, reckoned = calendars.of(row.rule.calendar), row.reckon(calendars, self._now)
        label = self._labels[row.ticket_id]
        steps = tuple(
            StepNow(step, self._whom(step, label, self._chosen), self._told.get((row.id, step.value, row.due_at)))
            for step in steps_reached(reckoned, hours, self._chosen[MANAGER_AFTER], to_minute(self._now))
        )
        return Escalated(row.id, label, row.kind, row, reckoned, hours.is_open(self._now), steps)

    def _whom(self, step: Step, label: TicketLabel, chosen: Chosen) -> str:
        by_step = {Step.SOON: label.assignee, Step.OVERDUE: self._supervisors, Step.LATE: chosen[MANAGER]}
        return by_step[step]


def _reached(connection: Connection, clock_id: int, step: Step, now: datetime) -> Escalated:
    rows = {one.clock_id: one for one in read_escalations(connection, now)}
    found = rows.get(clock_id)
    reached = None if found is None else next((one for one in found.steps if one.step is step), None)
    if found is None or reached is None:
        raise StepNotReached(_number(connection, clock_id))
    if reached.told is not None:
        raise ToldBefore(reached.told.told, reached.told.at)
    return found


def _number(connection: Connection, clock_id: int) -> str:
    ticket_id = clock_by_id(connection, clock_id).ticket_id
    return labels_of(connection, [ticket_id])[ticket_id].number
