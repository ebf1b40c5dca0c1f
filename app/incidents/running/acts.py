"""How every act is written: one transaction, the lines it brings by rule, the head beside the database."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sqlalchemy import Connection, select

from app.access.actor import Actor
from app.access.permissions import Permission
from app.core.clock import Clock
from app.incidents.kept_plans.plans import Plans
from app.incidents.running.allowed import check_moment, check_runs
from app.incidents.running.asked import Written
from app.incidents.running.entry import MOVES_A_STEP, EntryKind
from app.incidents.running.head_of_logs import keep_log_head
from app.incidents.running.known_logs import KnownLogs
from app.incidents.running.log_rows import Hand, Line, Standing, read_plan_text, write_lines
from app.incidents.running.read_view import read_heads, read_running
from app.incidents.running.rule_lines import rule_lines
from app.incidents.running.sign_of_life import sign_file
from app.incidents.running.timers import moved_facts
from app.incidents.running.watched_clock import Elapsed, WatchedClock
from app.incidents.tables import incident
from app.incidents.unsigned.files import runs_file
from app.incidents.unsigned.folder_runs import KeptRuns
from app.incidents.unsigned.told import Told, from_office
from app.store.store import Store

if TYPE_CHECKING:
    from app.core.workdays import Holidays
    from app.tickets.entry.tickets import Tickets

_RUNNING = select(incident.c.id).where(incident.c.closed_at.is_(None)).order_by(incident.c.id)

_ALSO_AFTERWARDS = frozenset({EntryKind.PHOTO, EntryKind.LOSS, EntryKind.TAKEN_OFF, EntryKind.TICKET, EntryKind.NOTICE})


@dataclass(frozen=True, slots=True)
class Act:
    """An act in hand: the transaction, who acts, and the incident as it stands before it."""

    connection: Connection
    hand: Hand
    standing: Standing


@dataclass(frozen=True, slots=True)
class Others:
    """What incidents ask of other rooms, read when it is asked; `elapsed` is for tests of a clock that is moved."""

    tickets: Callable[[], Tickets]
    holidays: Callable[[Connection], Holidays]
    elapsed: Elapsed | None = None


class Acts:
    """What all acts share."""

    def __init__(self, store: Store, clock: Clock, plans: Plans, others: Others) -> None:
        self._store = store
        self._clock = clock
        self._plans = plans
        self._others = others
        self._logs = KnownLogs()
        self._kept_runs = KeptRuns(runs_file(store.folder))
        self._watched = WatchedClock(clock, others.elapsed)
        self._sign = sign_file(store.folder)

    def tell(self, by: Actor, incident_id: int, line: Line) -> Written:
        """What other parts of the program have to tell the log; losses and photos may come to light after the close.

        Raises IncidentClosed, MomentInFuture.
        """
        with self._act(by, incident_id) as act:
            if line.kind in _ALSO_AFTERWARDS:
                return self._late(act, line)
            check_runs(act.standing.progress)
            return self._write(act, line)

    @contextmanager
    def _act(self, by: Actor, incident_id: int, needs: Permission = Permission.RUN_INCIDENT) -> Iterator[Act]:
        """An act by somebody who may. Raises NotPermitted, IncidentUnknown."""
        by.require(needs)
        self._look_at_clock()
        with self._store.transaction() as connection:
            yield Act(connection, self._hand(by), self._logs.standing(connection, incident_id))

    def _write(self, act: Act, line: Line) -> Written:
        """Write a line and those that follow from it by rule. Raises MomentInFuture."""
        check_moment(line.happened_at, act.hand.at)
        before = act.standing
        after = write_lines(act.connection, before, act.hand, [line])
        by_rule = [
            Line(kind, facts=facts, happened_at=line.happened_at)
            for kind, facts in (
                rule_lines(before.progress, after.progress, line.step) if line.kind in MOVES_A_STEP else ()
            )
        ]
        after = write_lines(act.connection, after, act.hand, by_rule) if by_rule else after
        self._keep(after)
        return Written(after.entries[len(before.entries) :], after.progress)

    def _keep(self, standing: Standing, *, even_if_shorter: bool = False) -> None:
        self._logs.keep(standing)
        keep_log_head(self._store, standing, even_if_shorter=even_if_shorter)
        self._store.after_commit("runs", self._keep_runs)

    def _keep_runs(self) -> None:
        """Leave what runs beside the database for whoever has no password; the next line tries a full disk again."""
        with self._store.reading() as connection, suppress(OSError):
            runs = [self._logs.standing(connection, incident_id) for incident_id, _ in read_heads(connection)]
            self._kept_runs.keep(runs, lambda: self._runs(connection))

    def _runs(self, connection: Connection) -> Iterator[tuple[Told, str]]:
        for line in read_running(connection):
            standing = self._logs.standing(connection, line.id)
            yield from_office(line, standing), read_plan_text(connection, standing.row.plan_id)

    def _late(self, act: Act, line: Line) -> Written:
        """Write a line into a log that runs, or as a dated addition to one that was closed."""
        if act.standing.progress.closed_at is None:
            return self._write(act, line)
        return self._write(
            act, replace(line, kind=EntryKind.ADDED, step="", facts={**line.facts, "as": line.kind.value})
        )

    def _look_at_clock(self) -> None:
        """Tell the running incidents if somebody moved the clock of the computer since the last look."""
        moved = self._watched.look()
        if moved is None:
            return
        with self._store.transaction() as connection:
            for one in self._running_ids(connection):
                self._tell(connection, one, [Line(EntryKind.CLOCK_MOVED, facts=moved_facts(moved))])

    def _tell(
        self, connection: Connection, incident_id: int, lines: list[Line], *, even_if_shorter: bool = False
    ) -> None:
        """Write what the program itself has to say."""
        if lines:
            standing = self._logs.standing(connection, incident_id)
            after = write_lines(connection, standing, Hand(self._clock.now(), "", None), lines)
            self._keep(after, even_if_shorter=even_if_shorter)

    @staticmethod
    def _running_ids(connection: Connection) -> tuple[int, ...]:
        return tuple(connection.execute(_RUNNING).scalars())

    def _hand(self, by: Actor) -> Hand:
        return Hand(self._clock.now(), by.name, by.id)


def set_columns(act: Act, **values: object) -> None:
    """What the row of the incident says from now on; its log tells the same."""
    act.connection.execute(incident.update().where(incident.c.id == act.standing.row.id).values(**values))
