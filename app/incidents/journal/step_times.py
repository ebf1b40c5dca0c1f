"""What each step of a plan took over many runs and drills; what is often left or late is marked for revision."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from statistics import median_low

from app.incidents.plans.plan import Both, Plan, Step
from app.incidents.reports.step_findings import came_up
from app.incidents.running.entry import Entry
from app.incidents.running.progress import Progress, StepState, progress

OFTEN = 3
"""One in so many is often."""
FEWEST = 2
"""Once is an accident."""


@dataclass(frozen=True, slots=True)
class PastRun:
    """A closed incident: its own version of the plan, its lines, and whether it was a drill."""

    plan: Plan
    entries: tuple[Entry, ...]
    is_drill: bool


@dataclass(frozen=True, slots=True)
class StepTimes:
    """One step over all runs that owed it; times in whole seconds, none where it was never done.

    `left` counts how often it was not done, left out or done differently; `late` how often it took longer than its own
    minutes; `revise` says that one of both is often.
    """

    step: str
    text: Both
    critical: bool
    minutes: int | None
    runs: int
    done: int
    usual: int | None
    longest: int | None
    left: int
    late: int

    @property
    def revise(self) -> bool:
        """Whether the list should be changed here, or its people trained."""
        often = max(self.left, self.late)
        return often >= FEWEST and often * OFTEN >= self.runs


def step_times(plan: Plan, runs: Iterable[PastRun]) -> tuple[StepTimes, ...]:
    """Each step of the plan as it is now, in the order of action, over what was run of any version."""
    told = [(progress(run.plan, run.entries), run.entries) for run in runs]
    return tuple(_times(step, told) for step in plan.steps())


def _times(step: Step, told: Sequence[tuple[Progress, tuple[Entry, ...]]]) -> StepTimes:
    seconds, left, late, runs = list[int](), 0, 0, 0
    for now_is, entries in told:
        one = next((each for each in now_is.steps if each.step.id == step.id), None)
        if one is None or one.state is StepState.HIDDEN:
            continue
        runs += 1
        if one.state is StepState.DONE and one.settled_at is not None:
            took = max(0, (one.settled_at - came_up(now_is, entries)[step.id]) // timedelta(seconds=1))
            seconds.append(took)
            late += step.target_minutes is not None and took > step.target_minutes * 60
        else:
            left += 1
    return StepTimes(
        step=step.id,
        text=step.text,
        critical=step.critical,
        minutes=step.target_minutes,
        runs=runs,
        done=len(seconds),
        usual=median_low(seconds) if seconds else None,
        longest=max(seconds, default=None),
        left=left,
        late=late,
    )
