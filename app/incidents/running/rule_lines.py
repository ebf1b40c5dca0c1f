"""The lines that an act brings with it by rule: pages and steps that its answers opened, and those that they hid."""

from __future__ import annotations

from collections.abc import Iterator

from app.incidents.running.entry import EntryKind
from app.incidents.running.progress import Progress

RuleLine = tuple[EntryKind, dict[str, str]]
"""What the rule did, and the facts of its line: the `page` or the `step` it did it to."""


def rule_lines(before: Progress, after: Progress, step_id: str) -> Iterator[RuleLine]:
    """Pages first, then single steps, each in the order of action."""
    yield from _pages(before, after, step_id)
    yield from _steps(before, after)


def _pages(before: Progress, after: Progress, step_id: str) -> Iterator[RuleLine]:
    """Each page that opened or closed with what was done on a step, and each that the step could open and did not."""
    yield from ((EntryKind.OPENED_BY_RULE, {"page": page}) for page in after.pages if page not in before.pages)
    closed = [page for page in before.pages if page not in after.pages]
    step = after.step(step_id)
    if step.answers:
        closed += [branch.page for branch in step.step.opens if branch.page not in after.pages]
    yield from ((EntryKind.HIDDEN_BY_RULE, {"page": page}) for page in dict.fromkeys(closed))


def _steps(before: Progress, after: Progress) -> Iterator[RuleLine]:
    """Each step of a shown page that an answer hid, and each that came back as the answer was taken back."""
    were, are = before.hidden_by_answer, after.hidden_by_answer
    back = (step for step in were if step not in are and after.step(step).page in after.pages)
    yield from ((EntryKind.OPENED_BY_RULE, {"step": step}) for step in back)
    yield from ((EntryKind.HIDDEN_BY_RULE, {"step": step}) for step in are if step not in were)
