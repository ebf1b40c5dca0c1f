"""How far an incident is: every step of its plan in the order of action, as the log leaves it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType

from app.incidents.plans.plan import Page, Plan, Step
from app.incidents.running.entry import NOTHING_MORE, SETTLES_A_STEP, Entry, EntryKind


class StepState(StrEnum):
    """Where a step stands."""

    OPEN = "open"
    DONE = "done"
    DEVIATED = "deviated"
    NOT_APPLICABLE = "not-applicable"
    LATER = "later"
    HIDDEN = "hidden"  # by rule: no answer opened its page, or an answer makes it wrong

    @property
    def is_settled(self) -> bool:
        """Whether the step waits for nobody."""
        return self not in (StepState.OPEN, StepState.LATER)


_STATE_AFTER = {
    EntryKind.TICKED: StepState.DONE,
    EntryKind.DEVIATED: StepState.DEVIATED,
    EntryKind.NOT_APPLICABLE: StepState.NOT_APPLICABLE,
    EntryKind.LATER: StepState.LATER,
    EntryKind.UNDONE: StepState.OPEN,
}


@dataclass(frozen=True, slots=True)
class StepNow:
    """A step with what the log says of it.

    `first_at` keeps the moment of the first tick through every correction; `answers` are the newest ones; `corrections`
    counts ticks that were taken back, `notes` what was noted on it.
    """

    step: Step
    page: str
    state: StepState = StepState.OPEN
    answers: Mapping[str, str] = field(default_factory=lambda: NOTHING_MORE)
    first_at: datetime | None = None
    settled_at: datetime | None = None
    by: str = ""
    words: str = ""
    corrections: int = 0
    notes: int = 0

    @property
    def is_touched(self) -> bool:
        """Whether anything was ever done with it."""
        return self.state not in (StepState.OPEN, StepState.HIDDEN) or self.corrections > 0 or self.notes > 0


@dataclass(frozen=True, slots=True)
class Progress:
    """What is done, what is next, what is left; `pages` are those that are shown, in the order of action.

    `told` is what the log says of each step, before answers hide any of them.
    """

    plan: Plan
    pages: tuple[str, ...]
    steps: tuple[StepNow, ...]
    closed_at: datetime | None
    told: Mapping[str, StepNow] = field(default_factory=lambda: MappingProxyType({}), repr=False, compare=False)

    @property
    def hidden_by_answer(self) -> tuple[str, ...]:
        """Steps of shown pages that an answer made wrong or senseless."""
        hidden = (one for one in self.steps if one.state is StepState.HIDDEN)
        return tuple(one.step.id for one in hidden if one.page in self.pages)

    def step(self, step_id: str) -> StepNow:
        """One step; KeyError where the plan has none of that name."""
        return {one.step.id: one for one in self.steps}[step_id]

    @property
    def current(self) -> StepNow | None:
        """The first step in the order of action that nobody has touched; then what was put off."""
        for wanted in (StepState.OPEN, StepState.LATER):
            for one in self.steps:
                if one.state is wanted:
                    return one
        return None

    @property
    def unsettled_critical(self) -> tuple[StepNow, ...]:
        """Critical steps that wait for somebody: each needs a reason before the incident is closed."""
        return tuple(one for one in self.steps if one.step.critical and not one.state.is_settled)


def progress(plan: Plan, entries: Sequence[Entry]) -> Progress:
    """The state that follows from a log, whatever its order was."""
    steps = {step.id: StepNow(step, page.id) for page in plan.pages for step in page.steps}
    return went_on(Progress(plan, (), (), None, steps), entries)


def went_on(before: Progress, entries: Sequence[Entry]) -> Progress:
    """The state after further lines of the same log; a long one need not be gone through again."""
    plan, told = before.plan, _told(before.told, entries)
    seen = told | {one.step.id: replace(one, state=StepState.HIDDEN) for one in _made_wrong(told)}
    openers = _openers(plan, seen)
    steps = [one for page in plan.pages if not page.opened_by_answer for one in _ordered(plan, page, seen, openers)]
    shown = tuple(dict.fromkeys(one.page for one in steps))
    hidden = [step for page in plan.pages if page.id not in shown for step in page.steps]
    steps += [replace(seen[step.id], state=StepState.HIDDEN) for step in hidden]
    closes = (entry.happened_at for entry in entries if entry.kind is EntryKind.CLOSED)
    return Progress(plan, shown, tuple(steps), before.closed_at or next(closes, None), told)


def _told(before: Mapping[str, StepNow], entries: Sequence[Entry]) -> dict[str, StepNow]:
    steps = dict(before)
    for entry in entries:
        if entry.step in steps:
            steps[entry.step] = _after(steps[entry.step], entry)
    return steps


def _made_wrong(steps: Mapping[str, StepNow]) -> Iterator[StepNow]:
    """The unsettled steps that an answer hides; what was done stays in view, what was only put off does not."""
    given = {ask: answer for one in steps.values() for ask, answer in one.answers.items()}
    for one in steps.values():
        if not one.state.is_settled and any(given.get(by.ask) in by.answers for by in one.step.hidden_by):
            yield one


def _after(one: StepNow, entry: Entry) -> StepNow:
    if entry.kind is EntryKind.NOTED:
        return replace(one, notes=one.notes + 1)
    if entry.kind not in _STATE_AFTER:
        return one
    settles = entry.kind in SETTLES_A_STEP
    return replace(
        one,
        state=_STATE_AFTER[entry.kind],
        answers=entry.answers if settles else NOTHING_MORE,
        first_at=one.first_at or (entry.happened_at if entry.kind is EntryKind.TICKED else None),
        settled_at=entry.happened_at if settles else None,
        by=entry.by if settles else "",
        words=entry.text,
        corrections=one.corrections + (entry.kind is EntryKind.UNDONE),
    )


def _openers(plan: Plan, seen: Mapping[str, StepNow]) -> dict[str, str]:
    """By each page that an answer opened, the step after which it comes.

    A page in which something was done stays, though the answer that opened it was taken back.
    """
    branches = [(step, branch) for step in plan.steps() for branch in step.opens]
    openers: dict[str, str] = {}
    for step, branch in branches:
        if seen[step.id].answers.get(branch.ask) in branch.answers:
            openers.setdefault(branch.page, step.id)
    for step, branch in branches:
        if any(seen[inside.id].is_touched for inside in plan.page(branch.page).steps):
            openers.setdefault(branch.page, step.id)
    return openers


def _ordered(plan: Plan, page: Page, seen: Mapping[str, StepNow], openers: Mapping[str, str]) -> Iterator[StepNow]:
    """The steps of a page, each followed at once by the pages that it opened."""
    for step in page.steps:
        yield seen[step.id]
        for target in dict.fromkeys(branch.page for branch in step.opens):
            if openers.get(target) == step.id:
                yield from _ordered(plan, plan.page(target), seen, openers)
