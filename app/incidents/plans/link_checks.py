"""The rules of all plans together: no two answer to the same keys, and links lead on and never in a circle."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from app.incidents.plans.plan import Plan
from app.incidents.plans.refusals import PlanFault, PlanRule


def faults_between(plans: Sequence[Plan]) -> tuple[PlanFault, ...]:
    """Every broken rule of the plans as a whole; `what` names the keys, or the way round a circle."""
    return (
        *_shared(PlanRule.SAME_CODE, (plan.code for plan in plans)),
        *_shared(PlanRule.SAME_LETTERS, (plan.letters for plan in plans)),
        *_shared(PlanRule.SAME_DIGIT, (str(plan.digit) for plan in plans if plan.digit is not None)),
        *_links_to_nothing(plans),
        *_loops(plans),
    )


def _shared(rule: PlanRule, keys: Iterable[str]) -> Iterator[PlanFault]:
    for key, times in Counter(keys).items():
        if times > 1:
            yield PlanFault(rule, "", "", key)


def _links_to_nothing(plans: Sequence[Plan]) -> Iterator[PlanFault]:
    codes = {plan.code for plan in plans}
    for plan in plans:
        for page in plan.pages:
            for step in page.steps:
                for link in step.starts:
                    if link.plan not in codes:
                        yield PlanFault(PlanRule.UNKNOWN_PLAN, page.id, step.id, link.plan)


def _loops(plans: Sequence[Plan]) -> Iterator[PlanFault]:
    linked = {plan.code: _linked(plan) for plan in plans}
    for plan in plans:
        way = _way_back(linked, plan.code)
        if way and plan.code == min(way):  # a circle is told once, from its first name
            yield PlanFault(PlanRule.LINK_LOOP, "", "", " → ".join(way))


def _linked(plan: Plan) -> tuple[str, ...]:
    return tuple(link.plan for step in plan.steps() for link in step.starts)


def _way_back(linked: Mapping[str, Sequence[str]], start: str) -> tuple[str, ...]:
    """The plans passed from the start to the start again; empty when no way leads back."""
    ways: list[tuple[str, ...]] = [(start,)]
    seen: set[str] = set()
    while ways:
        way = ways.pop()
        for code in linked.get(way[-1], ()):
            if code == start:
                return (*way, start)
            if code not in seen:
                seen.add(code)
                ways.append((*way, code))
    return ()
