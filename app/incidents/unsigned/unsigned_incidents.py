"""Working an incident before sign-in, or while the screen is locked, by the same rules as afterwards.

For the screens: `UnsignedIncidents(folder, clock, office.incidents)`, or without the last where the database is not or
cannot be opened: what ran there is then read from the folder's file. `plans()`, `contacts(plan)`, `running()` and
`view(id)` read; `start`, `tick`, `deviate`, `leave_out`, `put_off`, `undo`, `note`, `answer_timer` and `call` write one
synced line each, take the same arguments as those of `office.incidents` but for `by`, and raise what `allowed` refuses
and DiskFull, DiskFailed. An incident that was started
here has a negative id and no number; one that runs in the office keeps its id, with free words and names left out.
`office.incidents.join_unsigned(by)` writes all of it into the log of the office at the next sign-in;
`office.incidents.keep_folder_file()` is called at sign-in, at locking, and when plans or numbers changed.
Nothing is closed here. `look_at_clock()` tells them if somebody set the clock of the computer: of what runs in an open
office the office tells.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Protocol

from app.core.clock import Clock
from app.core.ids import BuildingId, UnitId
from app.incidents.contacts.contact import Contact, call_order, unwritten
from app.incidents.plans.plan import Plan, Severity
from app.incidents.refusals import IncidentUnknown, PlanUnknown, StartInFuture
from app.incidents.running.allowed import (
    check_moment,
    check_runs,
    check_settle,
    check_tick,
    check_undo,
    check_words,
)
from app.incidents.running.asked import Call, NewIncident, Written
from app.incidents.running.entry import NOTHING_MORE, EntryKind
from app.incidents.running.log_rows import Line, Standing
from app.incidents.running.side_acts import called_line
from app.incidents.running.timers import moved_facts
from app.incidents.running.view import IncidentView, RunningLine, call_lines, roles_now
from app.incidents.running.watched_clock import WatchedClock
from app.incidents.unsigned.files import log_file, plans_file, runs_file
from app.incidents.unsigned.folder_plans import FolderPlans, read_folder_plans
from app.incidents.unsigned.folder_runs import read_runs
from app.incidents.unsigned.told import Told, from_office, take_in
from app.incidents.unsigned.unsigned_log import UnsignedAct, append_act, read_acts
from app.store.folder import DataFolder

_TELLS_WHERE = (EntryKind.STARTED, EntryKind.PLACE)
_TELLS_HOW_GRAVE = (EntryKind.STARTED, EntryKind.SEVERITY)


class OfficeRuns(Protocol):
    """What is read of the office while it is locked."""

    def running(self) -> tuple[RunningLine, ...]:
        """What runs there."""

    def heads(self) -> tuple[tuple[int, int], ...]:
        """Each that runs there with the number of its last line."""

    def standing(self, incident_id: int) -> Standing:
        """How far one of them is."""


class UnsignedIncidents:
    """Plans, numbers and a running list with clocks for whoever stands at the counter, without a password."""

    def __init__(
        self, folder: DataFolder, clock: Clock, office: OfficeRuns | None = None, watched: WatchedClock | None = None
    ) -> None:
        self._plans_file, self._log_file, self._runs_file = plans_file(folder), log_file(folder), runs_file(folder)
        self._clock = clock
        self._office = office
        self._watched = watched or WatchedClock(clock)
        self._read: FolderPlans | None = None
        self._told: dict[str, Told] = {}
        self._seen: tuple[object, ...] = ()

    def plans(self) -> tuple[Plan, ...]:
        """The plans in use when the folder's file was written, in the order of the picker."""
        return self._folder().plans

    def contacts(self, plan: Plan) -> tuple[Contact, ...]:
        """Whom this plan calls, then 119, 120, 110."""
        known = self._folder().contacts
        return tuple(known.get(key) or unwritten(key) for key in call_order(plan.contacts))

    def read_again(self) -> None:
        """Forget what was read: at the next look the folder's file is read anew."""
        self._read, self._seen = None, ()

    def running(self) -> tuple[RunningLine, ...]:
        """What runs in the office, then what was started here, each the oldest first."""
        told = self._all().values()
        in_office = (one.running_line for one in told if one.id > 0) if self._office is None else self._office.running()
        return (*in_office, *(one.running_line for one in told if one.id < 0))

    def view(self, incident_id: int) -> IncidentView:
        """One that runs, as its screen shows it. Raises IncidentUnknown."""
        one = self._one(incident_id)
        first = one.entries[0].facts
        grave = next(line.facts for line in reversed(one.entries) if line.kind in _TELLS_HOW_GRAVE)
        where = next(line.facts for line in reversed(one.entries) if line.kind in _TELLS_WHERE)
        return IncidentView(
            id=one.id,
            number=one.number,
            plan=one.plan,
            place=str(where.get("place", "")),
            building_id=_id(BuildingId, where.get("building_id")),
            unit_id=_id(UnitId, where.get("unit_id")),
            is_drill=bool(first.get("drill")),
            severity=Severity(grave.get("severity", one.plan.severity)),
            reporter="",
            started_at=one.entries[0].happened_at,
            closed_at=None,
            parent_id=None,
            progress=one.progress,
            entries=one.entries,
            roles=roles_now(one.entries),
            calls=call_lines(self.contacts(one.plan), one.entries),
        )

    def look_at_clock(self) -> bool:
        """Tell what runs if somebody set the clock since the last look; whether it was set."""
        moved = self._watched.look()
        if moved is None:
            return False
        for one in [one for one in self._all().values() if self._office is None or one.id < 0]:
            act = UnsignedAct(one.key, EntryKind.CLOCK_MOVED, moved.to, moved.to, facts=moved_facts(moved), of=one.of())
            self._append(act)
        return True

    def start(self, asked: NewIncident) -> int:
        """Begin an incident, once for each `client_id`; its id here. Raises PlanUnknown, StartInFuture."""
        self.look_at_clock()
        known = self._all().get(asked.client_id)
        if known is not None:
            return known.id
        plan, now = self._folder().plan(asked.code), self._clock.now()
        if plan is None:
            raise PlanUnknown(asked.code)
        began = asked.began_at or now - timedelta(minutes=asked.minutes_ago)
        if began > now:
            raise StartInFuture(asked.minutes_ago)
        parent = None if asked.parent_id is None else self._one(asked.parent_id)
        self._append(
            UnsignedAct(asked.client_id, EntryKind.STARTED, now, began, facts=_first_facts(asked, plan, parent))
        )
        if parent is not None:
            linked = {"plan": plan.code, "number": ""}
            self._append(UnsignedAct(parent.key, EntryKind.LINKED, now, now, facts=linked, of=parent.of()))
        return self._all()[asked.client_id].id

    def tick(
        self,
        incident_id: int,
        step: str,
        answers: Mapping[str, str] = NOTHING_MORE,
        happened_at: datetime | None = None,
    ) -> Written:
        """A step is done, with what was seen."""
        one = self._one(incident_id)
        seen = check_tick(one.progress, step, answers)
        facts: Mapping[str, Any] = {"answers": seen} if seen else NOTHING_MORE
        return self._write(one, Line(EntryKind.TICKED, step, "", facts, happened_at))

    def deviate(self, incident_id: int, step: str, words: str, at: datetime | None = None) -> Written:
        """A step was done differently, and how."""
        one = self._one(incident_id)
        found = check_settle(one.progress, step)
        return self._write(one, Line(EntryKind.DEVIATED, step, check_words(words, found), happened_at=at))

    def leave_out(self, incident_id: int, step: str, reason: str, at: datetime | None = None) -> Written:
        """A step does not apply here, and why."""
        one = self._one(incident_id)
        found = check_settle(one.progress, step)
        line = Line(EntryKind.NOT_APPLICABLE, step, check_words(reason, found), happened_at=at)
        return self._write(one, line)

    def put_off(self, incident_id: int, step: str) -> Written:
        """A step comes later."""
        one = self._one(incident_id)
        check_settle(one.progress, step)
        return self._write(one, Line(EntryKind.LATER, step))

    def undo(self, incident_id: int, step: str) -> Written:
        """What was settled or put off is open again."""
        one = self._one(incident_id)
        check_undo(one.progress, step)
        return self._write(one, Line(EntryKind.UNDONE, step))

    def note(self, incident_id: int, words: str, step: str = "", at: datetime | None = None) -> Written:
        """A line in free words, on a step or on none."""
        kind = EntryKind.NOTED if step else EntryKind.WRITTEN
        return self._write(self._one(incident_id), Line(kind, step, check_words(words), happened_at=at))

    def answer_timer(self, incident_id: int, timer: str, words: str = "") -> Written:
        """What a clock reminded of was done."""
        tidy = " ".join(words.split())
        return self._write(self._one(incident_id), Line(EntryKind.TIMER_ANSWERED, text=tidy, facts={"timer": timer}))

    def call(self, incident_id: int, call: Call) -> Written:
        """Somebody was called, and what became of it."""
        view = self.view(incident_id)
        party = next((line for line in view.calls if line.key == call.contact), None)
        party = party or call_lines([unwritten(call.contact)], view.entries)[0]
        return self._write(self._one(incident_id), called_line(party, call))

    def _write(self, before: Told, line: Line) -> Written:
        """Write a line of an incident that was just looked at."""
        self.look_at_clock()
        now = self._clock.now()
        check_runs(before.progress)
        check_moment(line.happened_at, now)
        at = line.happened_at or now
        self._append(
            UnsignedAct(before.key, line.kind, now, at, line.step, line.text, line.facts, before.of(line.step))
        )
        after = self._told[before.key]
        return Written(after.entries[len(before.entries) :], after.progress)

    def _append(self, act: UnsignedAct) -> None:
        """Write an act after a look: where nobody else wrote in between, the rest need not be read again."""
        before, after = append_act(self._log_file, act)
        size, *rest = self._seen
        if size == before and act.incident in self._told:
            self._told[act.incident] = self._told[act.incident].with_act(act)
            self._seen = (after, *rest)
        else:
            self._all()

    def _one(self, incident_id: int) -> Told:
        for one in self._all().values():
            if one.id == incident_id:
                return one
        raise IncidentUnknown(incident_id)

    def _all(self) -> dict[str, Told]:
        """What runs, with what another window wrote since the last look."""
        mark, read = self._in_office()
        seen = (_size(self._log_file), *mark)
        if seen != self._seen:
            self._told = take_in(read_acts(self._log_file), self._folder(), {one.key: one for one in read()})
            self._seen = seen
        return self._told

    def _in_office(self) -> tuple[Iterable[object], Callable[[], Iterable[Told]]]:
        """By what it is seen that something was written there, and what runs; of a locked one, what its file says."""
        if self._office is None:
            return (_size(self._runs_file),), lambda: read_runs(self._runs_file)
        office = self._office
        return office.heads(), lambda: (from_office(line, office.standing(line.id)) for line in office.running())

    def _folder(self) -> FolderPlans:
        if self._read is None:
            self._read = read_folder_plans(self._plans_file)
        return self._read


def _first_facts(asked: NewIncident, plan: Plan, parent: Told | None) -> dict[str, Any]:
    return {
        "plan": plan.code,
        "version": plan.version,
        "drill": asked.is_drill or (parent is not None and bool(parent.entries[0].facts.get("drill"))),
        "client_id": asked.client_id,
        "place": " ".join(asked.place.split()),
        "building_id": asked.building_id,
        "unit_id": asked.unit_id,
        "place_id": asked.place_id,
        "severity": (asked.severity or plan.severity).value,
        "reporter": " ".join(asked.reporter.split()),
        "parent": "" if parent is None else parent.key,
    }


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def _id(kind: Any, value: int | None) -> Any:
    return None if value is None else kind(value)
