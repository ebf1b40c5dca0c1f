"""The rows of the editor: pages at the left, what stands on one of them in the middle."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from app.core.language import tr
from app.incidents.kept_plans.local_facts import has_to_be_confirmed
from app.incidents.plans.plan import Ask, Page, Plan, Step, Timer
from app.incidents.plans.plan_checks import LONGEST_READING, MOST_STEPS
from app.incidents.plans.reading_time import seconds_to_read
from app.incidents.plans.refusals import PlanFault
from ui.incidents.plans.ask_form import KINDS
from ui.incidents.plans.plan_words import contact_words, role_words
from ui.sentences.incidents import said
from ui.widgets.chip import Mood
from ui.widgets.columns import Column, State
from ui.widgets.columns import Kind as Cell


class What(Enum):
    """What a row stands for."""

    HEAD = "head"
    PAGE = "page"
    STEP = "step"
    CLOCK = "clock"
    ASK = "ask"


HEAD, CLOCKS = "(head)", "(clocks)"
"""Rows of the left list that are no pages; no page can have these names."""


@dataclass(frozen=True, slots=True)
class LeftRow:
    """A page, the head of the plan, or its clocks."""

    id: str
    title: str
    steps: int | None = None
    state: State | None = None


@dataclass(frozen=True, slots=True)
class MiddleRow:
    """What the form at the right edits."""

    what: What
    id: str
    text: str
    number: str = ""
    more: str = ""
    state: State | None = None


def left_rows(plan: Plan, faults: Sequence[PlanFault]) -> list[LeftRow]:
    """The head, every page, the clocks."""
    bad = {fault.page for fault in faults if not fault.only_warns}
    head_bad = any(not fault.page and not fault.only_warns for fault in faults)
    rows = [LeftRow(HEAD, tr("Head of the plan"), state=_fault_state() if head_bad else None)]
    rows += [_left_row(page, is_bad=page.id in bad) for page in plan.pages]
    return [*rows, LeftRow(CLOCKS, tr("Clocks"), len(plan.timers))]


def middle_rows(plan: Plan, left: str, faults: Sequence[PlanFault], asks_of: str = "") -> list[MiddleRow]:
    """The title and the steps of a page, the head, every clock, or a step with all that it asks."""
    if left == HEAD:
        return [MiddleRow(What.HEAD, HEAD, said(plan.name), more=said(plan.use_when))]
    if left == CLOCKS:
        return [_clock(timer) for timer in plan.timers]
    page = next((page for page in plan.pages if page.id == left), None)
    if page is None:
        return []
    bad = {fault.step for fault in faults if fault.page == page.id and not fault.only_warns}
    if asks_of:
        asking = next((step for step in page.steps if step.id == asks_of), None)
        return [] if asking is None else [_step(asking, 0, is_bad=asks_of in bad), *map(_ask, asking.asks)]
    title = MiddleRow(What.PAGE, page.id, said(page.title), more=tr("title of the page"))
    return [title, *(_step(step, at, is_bad=step.id in bad) for at, step in enumerate(page.steps, start=1))]


def left_columns() -> list[Column[LeftRow]]:
    """A page with its steps and how long it takes to read."""
    return [
        Column(tr("Page"), lambda row: row.title, bold=True, stretch=True),
        Column(tr("Steps"), lambda row: row.steps, Cell.NUMBER),
        Column(tr("To read"), lambda row: row.state, Cell.STATE, whole=True),
    ]


def middle_columns() -> list[Column[MiddleRow]]:
    """A step with its number, who does it, and what is still wrong."""
    return [
        Column("", lambda row: row.number or None, bold=True),
        Column(tr("Step of the plan"), lambda row: row.text, bold=True, stretch=True),
        Column(tr("Who, whom to call"), lambda row: row.more),
        Column(tr("State"), lambda row: row.state, Cell.STATE, whole=True),
    ]


def _left_row(page: Page, *, is_bad: bool) -> LeftRow:
    seconds = seconds_to_read(page)
    words = tr("{n} s").format(n=seconds)
    if is_bad or len(page.steps) > MOST_STEPS:
        state = State(words, "circle-alert", Mood.DANGER)
    else:
        state = State(words, *(("hourglass", Mood.WARN) if seconds > LONGEST_READING else ("clock-3", Mood.MUTE)))
    return LeftRow(page.id, said(page.title), len(page.steps), state)


def _fault_state() -> State:
    return State(tr("fault"), "circle-alert", Mood.DANGER)


def _step(step: Step, number: int, *, is_bad: bool) -> MiddleRow:
    parts = [role_words(step.role)]
    if step.contact is not None:
        parts.append(contact_words(step.contact))
    if step.target_minutes is not None:
        parts.append(tr("{n} min").format(n=step.target_minutes))
    return MiddleRow(
        What.STEP, step.id, said(step.text), str(number or ""), " · ".join(parts), _step_state(step, is_bad=is_bad)
    )


def _step_state(step: Step, *, is_bad: bool) -> State | None:
    if is_bad:
        return _fault_state()
    if has_to_be_confirmed(step):
        return State(tr("to confirm"), "hourglass", Mood.WARN)
    return State(tr("critical"), "triangle-alert", Mood.MUTE) if step.critical else None


def _ask(ask: Ask) -> MiddleRow:
    answers = " / ".join(said(option.text) for option in ask.options)
    text = f"{said(ask.text)}{tr(': ')}{answers}" if answers else said(ask.text)
    return MiddleRow(What.ASK, ask.id, text, "?", tr(KINDS[ask.kind]))


def _clock(timer: Timer) -> MiddleRow:
    words = tr("every {n} minutes") if timer.repeats else tr("{n} minutes")
    return MiddleRow(What.CLOCK, timer.id, said(timer.text), more=words.format(n=timer.minutes))
