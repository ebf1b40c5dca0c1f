"""One incident as it was told before sign-in: its lines with those that follow by rule, and the state they leave."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from app.incidents.plans.plan import Ask, AskKind, Plan
from app.incidents.running.entry import MOVES_A_STEP, NOTHING_MORE, Entry, EntryKind
from app.incidents.running.log_rows import Standing
from app.incidents.running.progress import Progress, progress, went_on
from app.incidents.running.rule_lines import rule_lines
from app.incidents.running.timers import on_the_clock_of_now
from app.incidents.running.view import RunningLine
from app.incidents.unsigned.folder_plans import FolderPlans
from app.incidents.unsigned.unsigned_log import UnsignedAct

_LEFT_OUT = "…"
_KEEPS_WORDS = frozenset({EntryKind.CALLED, EntryKind.NOTICE})
_SAYS_TIMES = frozenset({EntryKind.GAP, EntryKind.CLOCK_MOVED})
_NAMES_NOBODY = ("reporter", "was", "closing", "reasons", "to", "from")


@dataclass(frozen=True, slots=True)
class Told:
    """`key` is the client id of the incident, `id` negative where it is not in the office yet."""

    key: str
    id: int
    number: str
    plan: Plan
    entries: tuple[Entry, ...]
    progress: Progress

    @property
    def running_line(self) -> RunningLine:
        """As a tab names it."""
        first = self.entries[0]
        place, is_drill = str(first.facts.get("place", "")), bool(first.facts.get("drill"))
        began, moved = first.happened_at, on_the_clock_of_now(self.entries)[0].happened_at - first.happened_at
        return RunningLine(self.id, self.number, self.plan.code, self.plan.name, place, began, is_drill, moved)

    def of(self, step: str = "") -> dict[str, Any]:
        """What an act says of its incident, should the database not know it when the act joins."""
        first = self.entries[0]
        said = {name: first.facts[name] for name in ("place", "drill", "severity") if name in first.facts}
        words = next((one.text.zh for one in self.plan.steps() if one.id == step), "")
        plan = {"plan": self.plan.code, "version": self.plan.version, "number": self.number}
        return plan | said | {"began": first.happened_at.isoformat(), "step": words}

    def with_act(self, act: UnsignedAct) -> Told:
        """After this act, and what follows from it by rule."""
        number = self.entries[-1].no if self.entries else 0
        entry = Entry(number + 1, act.kind, act.happened_at, act.at, "", act.step, act.text, act.facts)
        entries = (*self.entries, entry)
        after = went_on(self.progress, (entry,))
        if act.kind in MOVES_A_STEP:
            for number, (kind, facts) in enumerate(rule_lines(self.progress, after, act.step), start=entry.no + 1):
                entries = (*entries, Entry(number, kind, act.happened_at, act.at, facts=facts))
        return replace(self, entries=entries, progress=after)


def from_office(line: RunningLine, standing: Standing) -> Told:
    """One that runs in the office, with no free words and no names of people in it."""
    entries = tuple(masked(entry, standing.plan) for entry in standing.entries)
    key = str(standing.row.client_id)
    return Told(key, line.id, line.number, standing.plan, entries, progress(standing.plan, entries))


def take_in(acts: Iterable[UnsignedAct], folder: FolderPlans, in_office: Mapping[str, Told]) -> dict[str, Told]:
    """Every incident by its key; one that the office does not know any more stands as far as its acts tell."""
    told, started = dict(in_office), 0
    for act in acts:
        if act.incident not in told:
            first = act.facts if act.kind is EntryKind.STARTED else act.of
            plan = folder.plan(str(first.get("plan", "")))
            if plan is None:
                continue
            started += 1
            entries = () if act.kind is EntryKind.STARTED else (_as_begun(act),)
            told[act.incident] = Told(act.incident, -started, "", plan, entries, progress(plan, entries))
        if act.incident in told and not _again(told[act.incident], act):
            told[act.incident] = told[act.incident].with_act(act)
    return told


def _as_begun(act: UnsignedAct) -> Entry:
    """The first line of an incident of which only later acts are known."""
    began = datetime.fromisoformat(act.of["began"])
    return Entry(1, EntryKind.STARTED, began, began, facts={**act.of, "client_id": act.incident})


def _again(one: Told, act: UnsignedAct) -> bool:
    """A second start of the same."""
    return act.kind is EntryKind.STARTED and bool(one.entries)


def _may_name(ask: Ask, *, is_first: bool) -> bool:
    """Whether a person may stand there; of the first step, which lift and which floor, is seen by whoever comes."""
    return ask.kind is AskKind.PERSON or (ask.kind is AskKind.TEXT and not is_first)


def masked(entry: Entry, plan: Plan) -> Entry:
    """A line with no free words and no names of people in it."""
    if entry.kind in _SAYS_TIMES:
        return entry  # the clocks of the steps are reckoned with them
    facts = {name: value for name, value in entry.facts.items() if name not in _NAMES_NOBODY}
    if entry.answers:
        first = next(plan.steps())
        people = {ask.id for step in plan.steps() for ask in step.asks if _may_name(ask, is_first=step is first)}
        facts["answers"] = {ask: _LEFT_OUT if ask in people else seen for ask, seen in entry.answers.items()}
    text = entry.text if entry.kind in _KEEPS_WORDS or not entry.text else _LEFT_OUT
    return replace(entry, text=text, facts=facts or NOTHING_MORE)
