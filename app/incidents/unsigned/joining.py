"""At sign-in: what was done before it joins the log of the office, line by line, marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, select

from app.access.actor import Actor
from app.access.permissions import Permission
from app.core.errors import Refusal
from app.estate.tables import building, place, unit
from app.incidents.contacts.read_contacts import read_contacts
from app.incidents.kept_plans.plan_rows import in_use, plan_of
from app.incidents.plans.plan import Plan, Severity
from app.incidents.refusals import PlanUnknown
from app.incidents.running.acts import Act
from app.incidents.running.allowed import check_runs, check_settle, check_undo
from app.incidents.running.asked import NewIncident
from app.incidents.running.entry import SETTLES_A_STEP, EntryKind
from app.incidents.running.log_rows import Hand, Line, Standing
from app.incidents.running.starting import Starting
from app.incidents.tables import incident_plan
from app.incidents.unsigned.files import log_file, plans_file, write_whole
from app.incidents.unsigned.folder_plans import file_content
from app.incidents.unsigned.settings import PRIVATE_NUMBERS
from app.incidents.unsigned.unsigned_log import UnsignedAct, read_acts
from app.store.settings import read_choice

_OF_LOST_DATA = "data-leak"  # the plan for trouble of the computer itself
_ON_A_STEP = SETTLES_A_STEP | {EntryKind.LATER}


@dataclass(frozen=True, slots=True)
class Joined:
    """What joined: the incident, and how many lines; `started` where the incident itself began before sign-in."""

    incident_id: int
    count: int
    started: bool


class Joining(Starting):
    """Takes over what stands in the folder's file."""

    def join_unsigned(self, by: Actor) -> tuple[Joined, ...]:
        """Write what was done before sign-in into the logs, once, and clear the file when that is durable.

        Each line keeps its own time and no name, and says that it was unsigned; a last one says who signed in then.
        What the log does not take any more (ticked twice, closed since) is written as a note or an addition.
        """
        by.require(Permission.RUN_INCIDENT)
        path = log_file(self._store.folder)
        acts = read_acts(path)
        if not acts:
            return ()
        with self._store.transaction() as connection:
            keys = dict.fromkeys(act.incident for act in acts)
            joined = [self._join(connection, by, key, [act for act in acts if act.incident == key]) for key in keys]
            self._store.after_commit("unsigned", lambda: _clear(path, len(acts)))
        return tuple(one for one in joined if one is not None)

    def keep_folder_file(self) -> None:
        """Write the approved plans and the numbers of the office beside the database, if they changed."""
        with self._store.reading() as connection:
            with_private = read_choice(connection, PRIVATE_NUMBERS)
            plans = [(row.code, row.text) for row in connection.execute(in_use())]
            content = file_content(plans, list(read_contacts(connection).values()), with_private=with_private)
        path = plans_file(self._store.folder)
        if not path.exists() or path.read_bytes() != content:
            write_whole(path, content)

    def _join(self, connection: Connection, by: Actor, key: str, acts: Sequence[UnsignedAct]) -> Joined | None:
        """An incident that the database does not know, for a backup was put back, begins anew with what was done."""
        held = self._started(connection, key)
        incident_id = held or self._start_unsigned(connection, acts[0])
        standing = self._logs.standing(connection, incident_id)
        known = _joined_before(standing)
        fresh = [act for act in acts if act.id not in known]
        for act in fresh:
            if act.kind not in (EntryKind.STARTED, EntryKind.LINKED):  # those two are written by the start itself
                self._join_act(connection, incident_id, act)
        if fresh:
            facts = {"count": len(fresh), "acts": [act.id for act in fresh]}
            standing = self._logs.standing(connection, incident_id)
            self._late(Act(connection, self._hand(by), standing), Line(EntryKind.JOINED, facts=facts))
        return Joined(incident_id, len(fresh), held is None) if fresh else None

    def _start_unsigned(self, connection: Connection, first: UnsignedAct) -> int:
        facts = first.facts if first.kind is EntryKind.STARTED else first.of
        asked = NewIncident(
            client_id=first.incident,
            code=str(facts.get("plan", _OF_LOST_DATA)),
            place=str(facts.get("place", "")),
            building_id=_held(connection, building, facts.get("building_id")),
            unit_id=_held(connection, unit, facts.get("unit_id")),
            place_id=_held(connection, place, facts.get("place_id")),
            is_drill=bool(facts.get("drill")),
            severity=Severity(facts["severity"]) if facts.get("severity") else None,
            parent_id=self._running_parent(connection, str(facts.get("parent", ""))),
            reporter=str(facts.get("reporter", "")),
            began_at=_began(first),
        )
        chosen = _version(connection, asked.code, int(facts.get("version", 0)))
        hand = Hand(first.at, "", None)
        incident_id = self._start(connection, hand, asked, chosen)
        if first.kind is not EntryKind.STARTED:
            told = Line(EntryKind.LOST, facts={"number": str(facts.get("number", ""))})
            self._write(Act(connection, hand, self._logs.standing(connection, incident_id)), told)
        return incident_id

    def _running_parent(self, connection: Connection, key: str) -> int | None:
        """One that was closed meanwhile gets no child any more; the child itself must not wait for that."""
        found = self._started(connection, key) if key else None
        return found if found in self._running_ids(connection) else None

    def _join_act(self, connection: Connection, incident_id: int, act: UnsignedAct) -> None:
        standing = self._logs.standing(connection, incident_id)
        line = Line(act.kind, act.step, act.text, {**act.facts, "unsigned": True}, act.happened_at)
        taken = _as_taken(standing, line, str(act.of.get("step", act.step)))
        self._late(Act(connection, Hand(act.at, "", None), standing), taken)


def _version(connection: Connection, code: str, version: int) -> tuple[int, Plan]:
    """The version with which it began, though it may be retired since; else the newest of all, or of lost data."""
    of_it = select(incident_plan).where(incident_plan.c.code == code)
    same = of_it.where(incident_plan.c.version == version)
    any_of_it = of_it.order_by(incident_plan.c.version.desc())
    row = connection.execute(same).first() or connection.execute(any_of_it).first()
    if row is None and code != _OF_LOST_DATA:
        return _version(connection, _OF_LOST_DATA, 0)
    if row is None:
        raise PlanUnknown(code)
    return row.id, plan_of(row.code, row.text)


def _held(connection: Connection, table: Table, row_id: Any) -> Any:
    """The id of a row that is there; None for one that is not."""
    if row_id is None:
        return None
    return connection.execute(select(table.c.id).where(table.c.id == row_id)).scalar()


def _began(first: UnsignedAct) -> datetime:
    """When the incident began, as far as its first act knows."""
    known = first.of.get("began")
    return first.happened_at if known is None else min(datetime.fromisoformat(known), first.at)


def _as_taken(standing: Standing, line: Line, step_words: str) -> Line:
    """The line itself, or as a note on its step where the log does not take it any more.

    One on a step that the plan does not have says in words which it was.
    """
    if standing.progress.closed_at is not None or not line.step:
        return line
    facts = {**line.facts, "as": line.kind.value}
    if line.step not in {one.step.id for one in standing.progress.steps}:
        words = "：".join(one for one in (step_words, line.text) if one)
        return replace(line, kind=EntryKind.WRITTEN, step="", text=words, facts=facts)
    try:
        if line.kind in _ON_A_STEP:
            check_settle(standing.progress, line.step)
        elif line.kind is EntryKind.UNDONE:
            check_undo(standing.progress, line.step)
        else:
            check_runs(standing.progress)
    except Refusal:
        return replace(line, kind=EntryKind.NOTED, facts=facts)
    return line


def _joined_before(standing: Standing) -> set[str]:
    lines: Iterable[list[str]] = (entry.facts.get("acts", []) for entry in standing.entries)
    return {act for acts in lines for act in acts}


def _clear(path: Path, count: int) -> None:
    """Nothing that came meanwhile is thrown away: it joins at the next sign-in, and what joined is known again."""
    if len(read_acts(path)) == count:
        path.unlink(missing_ok=True)
