"""Texts of a plan are words for people: nothing in them may be code that a screen or a paper would carry out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.incidents.plans.plan import Both, Plan, Step
from app.incidents.plans.refusals import PlanFault, PlanRule

_CODE = re.compile(r"<[A-Za-z/!?]|[{}`]|\$\(|javascript:|[\x00-\x1f\x7f]", re.IGNORECASE)


def text_faults(plan: Plan) -> Iterator[PlanFault]:
    """Every text that holds tags, braces, backticks or signs that nobody can see."""
    for page, step, both in _texts(plan):
        for text in dict.fromkeys((both.zh, both.en)):
            if _CODE.search(text):
                yield PlanFault(PlanRule.CODE_IN_TEXT, page, step, _CODE.sub("…", text)[:40])


def _texts(plan: Plan) -> Iterator[tuple[str, str, Both]]:
    heads = (plan.name, plan.use_when, *plan.never, *plan.after, *(Both(text, text) for text in plan.basis))
    yield from (("", "", text) for text in heads)
    yield from (("", "", text) for timer in plan.timers for text in (timer.text, timer.when_due))
    for page in plan.pages:
        yield page.id, "", page.title
        yield from ((page.id, step.id, text) for step in page.steps for text in _of_step(step))


def _of_step(step: Step) -> Iterator[Both]:
    yield step.text
    if step.detail is not None:
        yield step.detail
    for ask in step.asks:
        yield ask.text
        if ask.unit is not None:
            yield ask.unit
        yield from (option.text for option in ask.options)
