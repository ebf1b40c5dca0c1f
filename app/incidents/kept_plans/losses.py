"""What an office's version takes from the safety of the shipped one: people have died where these steps were missing.

Nothing of it is forbidden, for the office may know better; but each is done with a stated reason, and shown to
whoever approves it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.incidents.plans.plan import Both, Page, Plan, Step


class Loss(StrEnum):
    """What became of a step that ships as critical, or of an act that ships as forbidden."""

    DROPPED = "dropped"
    NOT_CRITICAL = "not-critical"
    MOVED = "moved"
    REWORDED = "reworded"
    OTHER_CALL = "other-call"
    HIDDEN = "hidden"
    SHOWN = "shown"
    OPENED_LESS = "opened-less"
    NEVER_DROPPED = "never-dropped"


@dataclass(frozen=True, slots=True)
class Lost:
    """One thing that the shipped plan has: `was` as it says it, `now` what stands there instead, if anything."""

    loss: Loss
    was: Both
    now: Both | None = None
    step: str = ""


def losses(shipped: Plan, plan: Plan) -> tuple[Lost, ...]:
    """Every critical step that was dropped, moved, weakened or hidden, in the shipped order; then steps and acts.

    These are the steps that an answer hides no more, and the acts that are forbidden no more.
    """
    order = [step.id for step in plan.steps()]
    found = {step.id: (page, step) for page in plan.pages for step in page.steps}
    lost: list[Lost] = []
    for page in shipped.pages:
        for step in page.steps:
            if step.critical:
                lost += _of_step(shipped, page, step, found.get(step.id), order)
    lost += _opened_less(shipped, plan)
    lost += _shown(shipped, found)
    lost += [Lost(Loss.NEVER_DROPPED, never) for never in shipped.never if never not in plan.never]
    return tuple(lost)


def _of_step(shipped: Plan, page: Page, was: Step, now: tuple[Page, Step] | None, order: list[str]) -> Iterator[Lost]:
    if now is None:
        yield Lost(Loss.DROPPED, was.text, step=was.id)
        return
    stands_on, step = now
    if not step.critical:
        yield Lost(Loss.NOT_CRITICAL, was.text, step.text, was.id)
    past = _past(shipped, was, order)
    if past is not None:
        yield Lost(Loss.MOVED, was.text, past.text, was.id)
    if step.text.zh != was.text.zh:
        yield Lost(Loss.REWORDED, was.text, step.text, was.id)
    if step.contact != was.contact:
        yield Lost(Loss.OTHER_CALL, was.text, step.text, was.id)
    if _hiding(step) - _hiding(was) or (stands_on.opened_by_answer and not page.opened_by_answer):
        yield Lost(Loss.HIDDEN, was.text, step.text, was.id)


def _past(shipped: Plan, was: Step, order: list[str]) -> Step | None:
    """The first step that this one was moved past: on its other side now than in the shipped plan."""
    place = {name: number for number, name in enumerate(order)}
    names = [step.id for step in shipped.steps()]
    here, now = names.index(was.id), place[was.id]
    for number, other in enumerate(shipped.steps()):
        if other.id in place and (number < here) != (place[other.id] < now) and number != here:
            return other
    return None


def _opened_less(shipped: Plan, plan: Plan) -> Iterator[Lost]:
    """Critical steps behind an answer that no longer leads to them."""
    before, after = _ways(shipped), _ways(plan)
    pages = {step.id: page.id for page in plan.pages for step in page.steps}
    for page in shipped.pages:
        for step in page.steps:
            stands_on = pages.get(step.id)
            if not step.critical or not page.opened_by_answer or stands_on is None:
                continue
            if plan.page(stands_on).opened_by_answer and before[page.id] - after.get(stands_on, frozenset()):
                yield Lost(Loss.OPENED_LESS, step.text, step=step.id)


def _shown(shipped: Plan, found: Mapping[str, tuple[Page, Step]]) -> Iterator[Lost]:
    """Steps that stand there after an answer that ships as hiding them, as the dry wood does at a fallen line."""
    for was in shipped.steps():
        now = found.get(was.id)
        if now is not None and _hiding(was) - _hiding(now[1]):
            yield Lost(Loss.SHOWN, was.text, now[1].text, was.id)


def _hiding(step: Step) -> frozenset[tuple[str, str]]:
    """The answers that hide a step, each with its question."""
    return frozenset((hiding.ask, answer) for hiding in step.hidden_by for answer in hiding.answers)


def _ways(plan: Plan) -> Mapping[str, frozenset[tuple[str, str]]]:
    """The answers that open each page."""
    ways: dict[str, set[tuple[str, str]]] = {page.id: set() for page in plan.pages}
    for step in plan.steps():
        for branch in step.opens:
            ways.setdefault(branch.page, set()).update((branch.ask, answer) for answer in branch.answers)
    return {page: frozenset(answers) for page, answers in ways.items()}
