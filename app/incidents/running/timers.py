"""The clocks of a running incident: they follow from the log alone, so that a restart finds them as they were."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from app.incidents.plans.plan import Timer
from app.incidents.running.entry import Entry, EntryKind
from app.incidents.running.progress import Progress, progress
from app.incidents.running.watched_clock import Moved

_SOON = 48  # seconds of each of its minutes: four fifths are used


class TimerState(StrEnum):
    """Where a clock stands."""

    RUNS = "runs"
    SOON = "soon"
    DUE = "due"


@dataclass(frozen=True, slots=True)
class RunningTimer:
    """A clock that runs: since when, until when; `answered` counts how often a repeating one was answered."""

    timer: Timer
    began: datetime
    due_at: datetime
    state: TimerState
    answered: int


def running_timers(now_is: Progress, entries: Sequence[Entry], now: datetime) -> tuple[RunningTimer, ...]:
    """Every clock that runs at this moment, the one that is due first at the head.

    Where somebody moved the clock of the computer, what was written before counts as if it had been right then.
    """
    if now_is.closed_at is not None:
        return ()
    if any(entry.kind is EntryKind.CLOCK_MOVED for entry in entries):
        entries = on_the_clock_of_now(entries)
        now_is = progress(now_is.plan, entries)
    running = [one for timer in now_is.plan.timers for one in _running(timer, now_is, entries, now)]
    return tuple(sorted(running, key=lambda one: (one.due_at, one.timer.id)))


def on_the_clock_of_now(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The lines with their times as the clock of now would have shown them."""
    if all(entry.kind is not EntryKind.CLOCK_MOVED for entry in entries):
        return tuple(entries)
    moved, told = timedelta(), list[Entry]()
    for entry in reversed(entries):
        told.append(replace(entry, happened_at=entry.happened_at + moved))
        if entry.kind is EntryKind.CLOCK_MOVED:
            moved += clock_moved(entry.facts)
    return tuple(reversed(told))


def moved_facts(moved: Moved) -> dict[str, str]:
    """What a CLOCK_MOVED line tells."""
    return {"from": moved.expected.isoformat(), "to": moved.to.isoformat()}


def clock_moved(facts: Mapping[str, Any]) -> timedelta:
    """How far the clock of the computer was set, as a CLOCK_MOVED line tells it."""
    return datetime.fromisoformat(facts["to"]) - datetime.fromisoformat(facts["from"])


def _running(timer: Timer, now_is: Progress, entries: Sequence[Entry], now: datetime) -> Iterator[RunningTimer]:
    started = _started(timer, now_is, entries)
    if started is None or (timer.ends is not None and _is_settled(now_is, timer.ends)):
        return
    answers = [entry.happened_at for entry in entries if _answers(entry, timer) and entry.happened_at >= started]
    if answers and not timer.repeats:
        return
    began = max([started, *answers])
    due_at = began + timedelta(minutes=timer.minutes)
    soon_at = began + timedelta(seconds=timer.minutes * _SOON)
    state = TimerState.DUE if now >= due_at else TimerState.SOON if now >= soon_at else TimerState.RUNS
    yield RunningTimer(timer, began, due_at, state, len(answers))


def _started(timer: Timer, now_is: Progress, entries: Sequence[Entry]) -> datetime | None:
    """With the incident, with a step, or with the page that an answer opened."""
    if not timer.starts:
        return entries[0].happened_at
    if timer.starts in now_is.pages:
        shown = (entry for entry in entries if entry.kind is EntryKind.OPENED_BY_RULE)
        return next((entry.happened_at for entry in shown if entry.facts.get("page") == timer.starts), None)
    if timer.starts in {step.id for step in now_is.plan.steps()}:
        step = now_is.step(timer.starts)
        return step.first_at or step.settled_at if step.settled_at is not None else None
    return None


def _is_settled(now_is: Progress, step_id: str) -> bool:
    return now_is.step(step_id).state.is_settled


def _answers(entry: Entry, timer: Timer) -> bool:
    return entry.kind is EntryKind.TIMER_ANSWERED and entry.facts["timer"] == timer.id
