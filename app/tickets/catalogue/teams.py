"""The office's teams and workers; whoever left keeps the work that was done and is given no more."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, select, update

from app.access import audit
from app.access.actor import Actor
from app.access.permissions import Permission
from app.core.clock import Clock
from app.estate.phones import parse_phone
from app.estate.words_pinyin import are_initials, begins_with, word_initials
from app.store.rows import insert_row
from app.store.store import Store
from app.tickets.catalogue.crew import FINISHED, TeamRow, WorkerRow, read_teams, read_workers
from app.tickets.catalogue.refusals import (
    LettersUnreadable,
    TeamExists,
    TeamHasWorkers,
    TeamNeedsName,
    WorkerExists,
    WorkerHasTickets,
    WorkerNeedsName,
)
from app.tickets.tables import team, ticket, worker

TEAM, WORKER = "change_team", "change_worker"


@dataclass(frozen=True, slots=True)
class WorkerFacts:
    """A worker as a form describes them; `initials` only where the computed ones are wrong."""

    name: str
    phone: str = ""
    team_id: int | None = None
    initials: str = ""


class Teams:
    """Keeps teams and workers."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def teams(self, *, retired: bool = False) -> tuple[TeamRow, ...]:
        """The teams, with how many work in them and what they have in hand."""
        with self._store.reading() as connection:
            return read_teams(connection, self._today(), retired=retired)

    def workers(self, *, left: bool = False) -> tuple[WorkerRow, ...]:
        """Who works here, by team, with what each has in hand; with `left` also those who no longer do."""
        with self._store.reading() as connection:
            return read_workers(connection, self._today(), left=left)

    def find_workers(self, text: str, team_id: int | None = None) -> tuple[WorkerRow, ...]:
        """Who can be given work, by name or letters: those of the team first, then who has least in hand."""
        typed = "".join(text.lower().split())
        met = [one for one in self.workers() if begins_with(one.initials, typed) or typed in one.name.lower()]
        return tuple(sorted(met, key=lambda one: (one.team_id != team_id, one.in_hand - one.waiting, one.id)))

    def add_team(self, by: Actor, name: str) -> int:
        """Enter a team. Raises NotPermitted, TeamNeedsName, TeamExists."""
        by.require(Permission.MANAGE_TICKETS)
        with self._store.transaction() as connection:
            written = _team_name(connection, name)
            return insert_row(connection, team, name=written, retired_at=None, at=self._clock.now(), by=by.id)

    def rename_team(self, by: Actor, team_id: int, name: str) -> None:
        """Call a team otherwise. Raises NotPermitted, TeamNeedsName, TeamExists."""
        by.require(Permission.MANAGE_TICKETS)
        with self._store.transaction() as connection:
            written = _team_name(connection, name, team_id)
            self._change_team(connection, by, team_id, name=written)

    def retire_team(self, by: Actor, team_id: int) -> None:
        """Offer a team no longer. Raises NotPermitted, TeamHasWorkers."""
        by.require(Permission.MANAGE_TICKETS)
        with self._store.transaction() as connection:
            row = next(one for one in read_teams(connection, self._today(), retired=True) if one.id == team_id)
            if row.workers:
                raise TeamHasWorkers(row.name, row.workers)
            self._change_team(connection, by, team_id, retired_at=self._clock.now())

    def offer_team_again(self, by: Actor, team_id: int) -> None:
        """Offer a team again. Raises NotPermitted."""
        by.require(Permission.MANAGE_TICKETS)
        with self._store.transaction() as connection:
            self._change_team(connection, by, team_id, retired_at=None)

    def add_worker(self, by: Actor, facts: WorkerFacts) -> int:
        """Enter a worker. Raises NotPermitted, WorkerNeedsName, WorkerExists, NotAPhone, LettersUnreadable."""
        by.require(Permission.MANAGE_TICKETS)
        checked = _checked(facts)
        with self._store.transaction() as connection:
            _must_be_new(connection, checked)
            stamp = {"at": self._clock.now(), "by": by.id}
            return insert_row(connection, worker, **_values(checked), left_on=None, **stamp)

    def change_worker(self, by: Actor, worker_id: int, facts: WorkerFacts) -> None:
        """Write new facts over a worker; the trail keeps the former ones.

        Raises NotPermitted, WorkerNeedsName, WorkerExists, NotAPhone, LettersUnreadable.
        """
        by.require(Permission.MANAGE_TICKETS)
        checked = _checked(facts)
        with self._store.transaction() as connection:
            _must_be_new(connection, checked, worker_id)
            self._change_worker(connection, by, worker_id, **_values(checked))

    def let_go(self, by: Actor, worker_id: int, left_on: date) -> None:
        """Note somebody's last day; what is in hand is handed over before. Raises NotPermitted, WorkerHasTickets."""
        by.require(Permission.MANAGE_TICKETS)
        with self._store.transaction() as connection:
            name = connection.execute(select(worker.c.name).where(worker.c.id == worker_id)).scalar_one()
            in_hand = select(ticket.c.id).where(
                ticket.c.worker_id == worker_id, ticket.c.state.not_in([state.value for state in FINISHED])
            )
            open_tickets = len(connection.execute(in_hand).all())
            if open_tickets and left_on < self._today():
                raise WorkerHasTickets(name, open_tickets)
            self._change_worker(connection, by, worker_id, left_on=left_on)

    def take_back(self, by: Actor, worker_id: int) -> None:
        """Somebody who left works here again, or the day was wrong. Raises NotPermitted."""
        by.require(Permission.MANAGE_TICKETS)
        with self._store.transaction() as connection:
            self._change_worker(connection, by, worker_id, left_on=None)

    def _today(self) -> date:
        return self._clock.now().date()

    def _change_team(self, connection: Connection, by: Actor, team_id: int, **values: object) -> None:
        now = self._clock.now()
        before = connection.execute(select(team).where(team.c.id == team_id)).one()
        connection.execute(update(team).where(team.c.id == team_id).values(**values, at=now, by=by.id))
        audit.record(connection, TEAM, before.name, {"id": team_id, "changed": sorted(values)}, now, by.id)

    def _change_worker(self, connection: Connection, by: Actor, worker_id: int, **values: Any) -> None:
        now = self._clock.now()
        before = connection.execute(select(worker).where(worker.c.id == worker_id)).one()
        connection.execute(update(worker).where(worker.c.id == worker_id).values(**values, at=now, by=by.id))
        former = {"name": before.name, "phone": before.phone, "team": before.team_id, "left_on": str(before.left_on)}
        facts = {"id": worker_id, "before": former, "changed": sorted(values)}
        audit.record(connection, WORKER, before.name, facts, now, by.id)


def _team_name(connection: Connection, name: str, team_id: int | None = None) -> str:
    written = " ".join(name.split())
    if not written:
        raise TeamNeedsName
    same = connection.execute(select(team.c.id).where(team.c.name == written)).scalar()
    if same not in (None, team_id):
        raise TeamExists(written)
    return written


def _checked(facts: WorkerFacts) -> WorkerFacts:
    name, letters = " ".join(facts.name.split()), " ".join(facts.initials.lower().split())
    if not name:
        raise WorkerNeedsName
    if letters and not are_initials(letters):
        raise LettersUnreadable(facts.initials.strip())
    phone = parse_phone(facts.phone) if facts.phone.strip() else ""
    return replace(facts, name=name, phone=phone, initials=letters or word_initials(name))


def _values(facts: WorkerFacts) -> dict[str, object]:
    return {"name": facts.name, "phone": facts.phone, "team_id": facts.team_id, "initials": facts.initials}


def _must_be_new(connection: Connection, facts: WorkerFacts, worker_id: int | None = None) -> None:
    same = select(worker.c.id).where(worker.c.name == facts.name, worker.c.phone == facts.phone)
    found = connection.execute(same.where(worker.c.left_on.is_(None))).scalar()
    if found not in (None, worker_id):
        raise WorkerExists(facts.name)
