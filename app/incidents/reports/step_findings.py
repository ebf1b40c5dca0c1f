"""What became of each step of a plan: done, late, done differently, left out, never done; from plan and log alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import pairwise

from app.incidents.plans.plan import Timer
from app.incidents.running.entry import Entry, EntryKind
from app.incidents.running.progress import Progress, StepNow, StepState


class Finding(StrEnum):
    """Why a step is named in the report."""

    LATE = "late"
    DEVIATED = "deviated"
    LEFT_OUT = "left-out"
    UNDONE = "undone"
    TIMER_LATE = "timer-late"


@dataclass(frozen=True, slots=True)
class StepFinding:
    """A step, or a clock, that did not go as planned.

    `took` and `allowed` are in whole minutes, of what was late; `words` are the person's own, or the named reason.
    """

    kind: Finding
    text: str
    critical: bool = False
    took: int = 0
    allowed: int = 0
    at: datetime | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Findings:
    """The steps that an incident owed, counted, and those that did not go as planned."""

    owed: int
    done: int
    deviated: int
    left_out: int
    undone: int
    critical_undone: int
    named: tuple[StepFinding, ...]

    def of(self, kind: Finding) -> tuple[StepFinding, ...]:
        """Those of one kind."""
        return tuple(one for one in self.named if one.kind is kind)


def findings(now_is: Progress, entries: Sequence[Entry]) -> Findings:
    """Steps of pages that no answer opened, and those that an answer hid, are not owed."""
    owed = [one for one in now_is.steps if one.state is not StepState.HIDDEN]
    undone = [one for one in owed if not one.state.is_settled]
    reasons = _reasons(entries)
    named = [*_late_steps(now_is, entries), *_late_timers(now_is, entries)]
    named += [_told(Finding.DEVIATED, one) for one in owed if one.state is StepState.DEVIATED]
    named += [_told(Finding.LEFT_OUT, one) for one in owed if one.state is StepState.NOT_APPLICABLE]
    named += [
        StepFinding(Finding.UNDONE, one.step.text.zh, one.step.critical, words=reasons.get(one.step.id, ""))
        for one in undone
    ]
    return Findings(
        owed=len(owed),
        done=sum(one.state is StepState.DONE for one in owed),
        deviated=sum(one.state is StepState.DEVIATED for one in owed),
        left_out=sum(one.state is StepState.NOT_APPLICABLE for one in owed),
        undone=len(undone),
        critical_undone=sum(one.step.critical for one in undone),
        named=tuple(named),
    )


def came_up(now_is: Progress, entries: Sequence[Entry]) -> dict[str, datetime]:
    """When each step that was settled came up: after the one that was settled before it, or with its page."""
    began = entries[0].happened_at
    settled = sorted((one.settled_at, place) for place, one in enumerate(now_is.steps) if one.settled_at is not None)
    before: dict[str, datetime] = {}
    last = began
    for moment, place in settled:
        before[now_is.steps[place].step.id] = last
        last = max(last, moment)
    return before


def minutes_between(first: datetime, last: datetime) -> int:
    """Whole minutes, none where it goes backwards."""
    return max(0, (last - first) // timedelta(minutes=1))


def _told(kind: Finding, one: StepNow) -> StepFinding:
    return StepFinding(kind, one.step.text.zh, one.step.critical, at=one.settled_at, words=one.words)


def _late_steps(now_is: Progress, entries: Sequence[Entry]) -> Iterator[StepFinding]:
    """Steps with a time of their own that took longer."""
    before = came_up(now_is, entries)
    for one in now_is.steps:
        allowed = one.step.target_minutes
        if allowed is None or one.settled_at is None or one.state is StepState.NOT_APPLICABLE:
            continue
        took = minutes_between(before[one.step.id], one.settled_at)
        if took > allowed:
            yield StepFinding(
                Finding.LATE, one.step.text.zh, one.step.critical, took, allowed, one.settled_at, one.words
            )


def _late_timers(now_is: Progress, entries: Sequence[Entry]) -> Iterator[StepFinding]:
    for timer in now_is.plan.timers:
        started = _started(timer, now_is, entries)
        if started is None:
            continue
        ended = _ended(timer, now_is, entries)
        marks = [started, *_answers(timer, entries, started), *([ended] if ended is not None else [])]
        for first, last in pairwise(marks):
            took = minutes_between(first, last)
            if took > timer.minutes:
                yield StepFinding(Finding.TIMER_LATE, timer.text.zh, took=took, allowed=timer.minutes, at=last)


def _started(timer: Timer, now_is: Progress, entries: Sequence[Entry]) -> datetime | None:
    if not timer.starts:
        return entries[0].happened_at
    if timer.starts in {step.id for step in now_is.plan.steps()}:
        one = now_is.step(timer.starts)
        return one.first_at or one.settled_at
    opened = (entry for entry in entries if entry.kind is EntryKind.OPENED_BY_RULE)
    return next((entry.happened_at for entry in opened if entry.facts.get("page") == timer.starts), None)


def _ended(timer: Timer, now_is: Progress, entries: Sequence[Entry]) -> datetime | None:
    if timer.ends is not None:
        return now_is.step(timer.ends).settled_at
    return next((entry.happened_at for entry in entries if entry.kind is EntryKind.CLOSED), None)


def _answers(timer: Timer, entries: Sequence[Entry], since: datetime) -> list[datetime]:
    told = (entry for entry in entries if entry.kind is EntryKind.TIMER_ANSWERED)
    moments = [entry.happened_at for entry in told if entry.facts.get("timer") == timer.id]
    return sorted(moment for moment in moments if moment >= since)


def _reasons(entries: Sequence[Entry]) -> dict[str, str]:
    closed = next((entry for entry in entries if entry.kind is EntryKind.CLOSED), None)
    return {} if closed is None else dict(closed.facts.get("reasons", {}))
