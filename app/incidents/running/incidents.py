"""Working an incident: each key is one transaction that is durable before the screen shows it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, func, select

from app.access.actor import Actor
from app.access.permissions import Permission
from app.core.clock import Clock
from app.incidents.kept_plans.plans import Plans
from app.incidents.refusals import StartInFuture
from app.incidents.running.allowed import (
    check_addition,
    check_close,
    check_runs,
    check_settle,
    check_tick,
    check_undo,
    check_words,
)
from app.incidents.running.asked import NewIncident, Written
from app.incidents.running.entry import NOTHING_MORE, Entry, EntryKind
from app.incidents.running.log_rows import Hand, Line, Standing, read_log, read_standing, write_lines
from app.incidents.running.read_view import read_running, read_view
from app.incidents.running.rule_lines import rule_lines
from app.incidents.running.view import IncidentView, RunningLine
from app.incidents.tables import incident
from app.store.rows import insert_row
from app.store.store import Store


class Incidents:
    """Every act raises NotPermitted and IncidentUnknown, and what `allowed` refuses; each writes lines of the log."""

    def __init__(self, store: Store, clock: Clock, plans: Plans) -> None:
        self._store = store
        self._clock = clock
        self._plans = plans

    def start(self, by: Actor, asked: NewIncident) -> int:
        """Begin an incident on the newest version of its plan, once for each `client_id`; its id.

        Raises NotPermitted, PlanUnknown, StartInFuture.
        """
        by.require(Permission.RUN_INCIDENT)
        if asked.minutes_ago < 0:
            raise StartInFuture(asked.minutes_ago)
        with self._store.transaction() as connection:
            before = connection.execute(select(incident.c.id).where(incident.c.client_id == asked.client_id)).scalar()
            return before or self._start(connection, self._hand(by), asked)

    def tick(
        self,
        by: Actor,
        incident_id: int,
        step: str,
        answers: Mapping[str, str] = NOTHING_MORE,
        happened_at: datetime | None = None,
    ) -> Written:
        """A step is done; what was seen stands with it, and the pages that it opens are shown."""
        by.require(Permission.RUN_INCIDENT)
        with self._store.transaction() as connection:
            standing = read_standing(connection, incident_id)
            seen = check_tick(standing.progress, step, answers)
            facts: Mapping[str, Any] = {"answers": seen} if seen else NOTHING_MORE
            return self._settle(connection, by, standing, Line(EntryKind.TICKED, step, "", facts, happened_at))

    def deviate(self, by: Actor, incident_id: int, step: str, words: str) -> Written:
        """A step was done differently, and how."""
        return self._in_words(by, incident_id, EntryKind.DEVIATED, step, words)

    def leave_out(self, by: Actor, incident_id: int, step: str, reason: str) -> Written:
        """A step does not apply here, and why."""
        return self._in_words(by, incident_id, EntryKind.NOT_APPLICABLE, step, reason)

    def put_off(self, by: Actor, incident_id: int, step: str) -> Written:
        """A step comes later; it stays in view."""
        by.require(Permission.RUN_INCIDENT)
        with self._store.transaction() as connection:
            standing = read_standing(connection, incident_id)
            check_settle(standing.progress, step)
            return self._settle(connection, by, standing, Line(EntryKind.LATER, step))

    def undo(self, by: Actor, incident_id: int, step: str) -> Written:
        """What was settled or put off is open again; the first time stays."""
        by.require(Permission.RUN_INCIDENT)
        with self._store.transaction() as connection:
            standing = read_standing(connection, incident_id)
            check_undo(standing.progress, step)
            return self._settle(connection, by, standing, Line(EntryKind.UNDONE, step))

    def note(self, by: Actor, incident_id: int, words: str, step: str = "", at: datetime | None = None) -> Written:
        """A line in free words, on a step or on none."""
        kind = EntryKind.NOTED if step else EntryKind.WRITTEN
        return self._add(by, incident_id, Line(kind, step, check_words(words), happened_at=at))

    def answer_timer(self, by: Actor, incident_id: int, timer: str) -> Written:
        """What a clock reminded of was done."""
        return self._add(by, incident_id, Line(EntryKind.TIMER_ANSWERED, facts={"timer": timer}))

    def tell(self, by: Actor, incident_id: int, line: Line) -> Written:
        """A call, a role, a notice, a linked incident: what other parts of the program have to tell the log."""
        return self._add(by, incident_id, line)

    def close(
        self, by: Actor, incident_id: int, closing: Mapping[str, Any], reasons: Mapping[str, str] = NOTHING_MORE
    ) -> Written:
        """The incident is over: its result, and why critical steps were left."""
        by.require(Permission.RUN_INCIDENT)
        with self._store.transaction() as connection:
            standing = read_standing(connection, incident_id)
            told = check_close(standing.progress, reasons)
            hand = self._hand(by)
            written = self._settle(
                connection, by, standing, Line(EntryKind.CLOSED, facts={"closing": dict(closing), "reasons": told})
            )
            connection.execute(
                incident.update().where(incident.c.id == incident_id).values(closed_at=hand.at, closing=dict(closing))
            )
            return written

    def add(self, by: Actor, incident_id: int, words: str) -> Written:
        """A dated addition to a closed incident."""
        by.require(Permission.RUN_INCIDENT)
        with self._store.transaction() as connection:
            standing = read_standing(connection, incident_id)
            check_addition(standing.progress)
            return self._settle(connection, by, standing, Line(EntryKind.ADDED, text=check_words(words)))

    def standing(self, incident_id: int) -> Standing:
        """How far it is now."""
        with self._store.reading() as connection:
            return read_standing(connection, incident_id)

    def log(self, incident_id: int) -> tuple[Entry, ...]:
        """Every line, oldest first."""
        with self._store.reading() as connection:
            return read_log(connection, incident_id)

    def view(self, incident_id: int) -> IncidentView:
        """An incident as its screen shows it, with every line."""
        with self._store.reading() as connection:
            return read_view(connection, incident_id)

    def running(self) -> tuple[RunningLine, ...]:
        """The incidents that are not closed, the oldest first."""
        with self._store.reading() as connection:
            return read_running(connection)

    def _in_words(self, by: Actor, incident_id: int, kind: EntryKind, step: str, words: str) -> Written:
        by.require(Permission.RUN_INCIDENT)
        with self._store.transaction() as connection:
            standing = read_standing(connection, incident_id)
            found = check_settle(standing.progress, step)
            return self._settle(connection, by, standing, Line(kind, step, check_words(words, found)))

    def _add(self, by: Actor, incident_id: int, line: Line) -> Written:
        by.require(Permission.RUN_INCIDENT)
        with self._store.transaction() as connection:
            standing = read_standing(connection, incident_id)
            check_runs(standing.progress)
            return self._settle(connection, by, standing, line)

    def _settle(self, connection: Connection, by: Actor, standing: Standing, line: Line) -> Written:
        """Write a line and those that follow from it by rule."""
        hand = self._hand(by)
        written = write_lines(connection, standing.row.id, hand, [line])
        after = standing.with_lines(written)
        by_rule = [
            Line(kind, facts=facts, happened_at=line.happened_at)
            for kind, facts in (rule_lines(standing.progress, after.progress, line.step) if line.step else ())
        ]
        more = write_lines(connection, standing.row.id, hand, by_rule) if by_rule else ()
        return Written((*written, *more), after.with_lines(more).progress if more else after.progress)

    def _start(self, connection: Connection, hand: Hand, asked: NewIncident) -> int:
        plan_id, plan = self._plans.newest(connection, asked.code)
        began, day = hand.at - timedelta(minutes=asked.minutes_ago), hand.at.date()
        serials = select(func.max(incident.c.serial)).where(incident.c.day == day)
        last: int | None = connection.execute(serials).scalar()
        incident_id = insert_row(
            connection,
            incident,
            client_id=asked.client_id,
            day=day,
            serial=(last or 0) + 1,
            plan_id=plan_id,
            parent_id=asked.parent_id,
            place=" ".join(asked.place.split()),
            building_id=asked.building_id,
            unit_id=asked.unit_id,
            place_id=asked.place_id,
            is_drill=asked.is_drill,
            severity=(asked.severity or plan.severity).value,
            started_at=began,
            head_no=0,
            head="",
            at=hand.at,
            by=hand.by,
        )
        facts = {"plan": plan.code, "version": plan.version, "drill": asked.is_drill, "place": asked.place}
        write_lines(connection, incident_id, hand, [Line(EntryKind.STARTED, facts=facts, happened_at=began)])
        return incident_id

    def _hand(self, by: Actor) -> Hand:
        return Hand(self._clock.now(), by.name, by.id)
