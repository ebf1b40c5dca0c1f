"""The lines that a tick brings with it by rule: pages that its answers opened, and those that they did not."""

from __future__ import annotations

from collections.abc import Iterator

from app.incidents.running.entry import EntryKind
from app.incidents.running.progress import Progress


def rule_lines(before: Progress, after: Progress, step_id: str) -> Iterator[tuple[EntryKind, str]]:
    """Each page that opened or closed with what was done on a step, and each that the step could open and did not."""
    yield from ((EntryKind.OPENED_BY_RULE, page) for page in after.pages if page not in before.pages)
    closed = [page for page in before.pages if page not in after.pages]
    step = after.step(step_id)
    if step.answers:
        closed += [branch.page for branch in step.step.opens if branch.page not in after.pages]
    yield from ((EntryKind.HIDDEN_BY_RULE, page) for page in dict.fromkeys(closed))
