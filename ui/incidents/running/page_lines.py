"""What the list of steps shows: one page of the plan, what stayed open before it, and what comes next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from app.incidents.plans.plan import Link, Page
from app.incidents.running.entry import Entry, EntryKind
from app.incidents.running.progress import Progress, StepNow, StepState

_ON_A_STEP = frozenset({EntryKind.TICKED, EntryKind.DEVIATED, EntryKind.NOT_APPLICABLE, EntryKind.LATER})


@dataclass(frozen=True, slots=True)
class PageLines:
    """`at` counts from 1 of the pages that are shown; `still_open` are steps of pages before this one.

    `following` is the page that comes after this one; `goes_back` when part of it was done already; `is_done` when no
    step of any page waits for anybody.
    """

    page: Page
    at: int
    of: int
    steps: tuple[StepNow, ...]
    still_open: tuple[StepNow, ...]
    following: Page | None
    goes_back: bool
    is_done: bool

    @property
    def settled(self) -> int:
        """How many steps wait for nobody."""
        return sum(one.state.is_settled for one in self.counted)

    @property
    def counted(self) -> tuple[StepNow, ...]:
        """The steps that apply."""
        return tuple(one for one in self.steps if one.state is not StepState.HIDDEN)


def page_lines(now_is: Progress, step_id: str) -> PageLines:
    """The page of a step."""
    plan, order = now_is.plan, [one for one in now_is.steps if one.page in now_is.pages]
    name = now_is.step(step_id).page
    steps = tuple(one for one in order if one.page == name)
    before = now_is.pages[: now_is.pages.index(name)]
    still_open = tuple(one for one in order if one.page in before and not one.state.is_settled)
    following = _following(now_is, name)
    return PageLines(
        plan.page(name),
        now_is.pages.index(name) + 1,
        len(now_is.pages),
        steps,
        still_open,
        plan.page(following) if following else None,
        following in before,
        now_is.current is None,
    )


def current_step(now_is: Progress) -> str:
    """The step to show: what is next, else the last one there is."""
    current = now_is.current
    return current.step.id if current else [one for one in now_is.steps if one.page in now_is.pages][-1].step.id


def neighbour(now_is: Progress, step_id: str, by: int) -> str:
    """The step so many further on in the order of action, through all pages; at the ends it stays."""
    order = [one.step.id for one in now_is.steps if one.page in now_is.pages and one.state is not StepState.HIDDEN]
    return order[max(0, min(len(order) - 1, order.index(step_id) + by))] if step_id in order else current_step(now_is)


def to_undo(now_is: Progress, entries: Sequence[Entry], chosen: str) -> str:
    """The step on which something is taken back: the chosen one if there is anything, else the one done last."""
    if now_is.step(chosen).state not in (StepState.OPEN, StepState.HIDDEN):
        return chosen
    for entry in reversed(entries):
        if entry.kind in _ON_A_STEP and now_is.step(entry.step).state not in (StepState.OPEN, StepState.HIDDEN):
            return entry.step
    return chosen


def came_up(one: StepNow, entries: Sequence[Entry]) -> datetime:
    """Since when a step waits: since the last tick of another one, or since the incident began."""
    for entry in reversed(entries):
        if entry.kind in _ON_A_STEP and entry.step != one.step.id:
            return entry.happened_at
    return entries[0].happened_at


def offered(now_is: Progress, entries: Sequence[Entry]) -> tuple[str, ...]:
    """The codes of the plans that an answer asks for and that nobody has started beside this one yet."""
    asked = [link.plan for one in now_is.steps for link in one.step.starts if _is_asked_for(one, link)]
    started = {entry.facts.get("plan") for entry in entries if entry.kind is EntryKind.LINKED}
    return tuple(plan for plan in dict.fromkeys(asked) if plan not in started)


def _is_asked_for(one: StepNow, link: Link) -> bool:
    return one.answers.get(link.ask) in link.answers


def _following(now_is: Progress, page: str) -> str:
    """Where one comes after a page: to the next step that waits on another one, else to the next page."""
    order = [one for one in now_is.steps if one.page in now_is.pages]
    last = max(at for at, one in enumerate(order) if one.page == page)
    first = min(at for at, one in enumerate(order) if one.page == page)
    after = [one for one in order[first:] if one.page != page and not one.state.is_settled]
    if after:
        return after[0].page
    return order[last + 1].page if last + 1 < len(order) else ""
