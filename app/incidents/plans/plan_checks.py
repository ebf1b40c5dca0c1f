"""The rules that every plan keeps before anybody follows it: short pages, known words, branches that lead on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from app.incidents.plans.contacts import KNOWN_CONTACTS
from app.incidents.plans.plan import Page, Plan
from app.incidents.plans.reading_time import length_in_hanzi, seconds_to_read
from app.incidents.plans.refusals import PlanFault, PlanRule
from app.incidents.plans.step_checks import step_faults
from app.incidents.plans.text_checks import text_faults

MOST_STEPS = 9
FEWEST_STEPS = 5
LONGEST_NEVER = 14
MOST_NEVERS = 5
LONGEST_READING = 90


def plan_faults(plan: Plan) -> tuple[PlanFault, ...]:
    """Every broken rule of one plan, from its head to its last page; none when it may be followed."""
    return (
        *_head_faults(plan),
        *_id_faults(plan),
        *_timer_faults(plan),
        *_page_faults(plan),
        *_branch_faults(plan),
        *text_faults(plan),
    )


def _head_faults(plan: Plan) -> Iterator[PlanFault]:
    if not plan.pages:
        yield PlanFault(PlanRule.NO_PAGE, "", "", plan.code)
    if len(plan.never) > MOST_NEVERS:
        yield PlanFault(PlanRule.TOO_MANY_NEVERS, "", "", str(len(plan.never)))
    for text in plan.never:
        if length_in_hanzi(text.zh) > LONGEST_NEVER:
            yield PlanFault(PlanRule.NEVER_TOO_LONG, "", "", text.zh)
    for contact in plan.contacts:
        if contact not in KNOWN_CONTACTS:
            yield PlanFault(PlanRule.UNKNOWN_CONTACT, "", "", contact)


def _id_faults(plan: Plan) -> Iterator[PlanFault]:
    places = [*((page.id, page.id, "") for page in plan.pages)]
    places += [(step.id, page.id, step.id) for page in plan.pages for step in page.steps]
    yield from _repeated(places)
    yield from _repeated((ask.id, page.id, step.id) for page in plan.pages for step in page.steps for ask in step.asks)
    yield from _repeated((timer.id, "", "") for timer in plan.timers)


def _repeated(places: Iterable[tuple[str, str, str]]) -> Iterator[PlanFault]:
    seen: Counter[str] = Counter()
    for name, page, step in places:
        seen[name] += 1
        if seen[name] == 2:
            yield PlanFault(PlanRule.SAME_ID, page, step, name)


def _timer_faults(plan: Plan) -> Iterator[PlanFault]:
    steps = {step.id for step in plan.steps()}
    starts = steps | {page.id for page in plan.pages} | {""}
    for timer in plan.timers:
        if timer.minutes < 1:
            yield PlanFault(PlanRule.TIMER_WITHOUT_MINUTES, "", "", timer.id)
        if timer.starts not in starts:
            yield PlanFault(PlanRule.UNKNOWN_TIMER_STEP, "", "", timer.starts)
        if timer.ends is not None and timer.ends not in steps:
            yield PlanFault(PlanRule.UNKNOWN_TIMER_STEP, "", "", timer.ends)


def _page_faults(plan: Plan) -> Iterator[PlanFault]:
    for page in plan.pages:
        yield from _length_faults(page, is_last=page == plan.pages[-1])
        if _only_the_last_is_critical(page):
            yield PlanFault(PlanRule.CRITICAL_LAST, page.id, page.steps[-1].id, "")
        for step in page.steps:
            yield from step_faults(plan, page, step)


def _length_faults(page: Page, *, is_last: bool) -> Iterator[PlanFault]:
    if len(page.steps) > MOST_STEPS:
        yield PlanFault(PlanRule.TOO_MANY_STEPS, page.id, "", str(len(page.steps)))
    may_be_short = page.opened_by_answer or is_last or _ends_with_a_decision(page)
    if len(page.steps) < (1 if may_be_short else FEWEST_STEPS):
        yield PlanFault(PlanRule.TOO_FEW_STEPS, page.id, "", str(len(page.steps)))
    if seconds_to_read(page) > LONGEST_READING:
        yield PlanFault(PlanRule.LONG_READING, page.id, "", str(seconds_to_read(page)))


def _ends_with_a_decision(page: Page) -> bool:
    return bool(page.steps and page.steps[-1].opens)


def _only_the_last_is_critical(page: Page) -> bool:
    """On a full page the one step that must not be missed would be the one that tired eyes miss."""
    critical = [step.critical for step in page.steps]
    return len(critical) >= FEWEST_STEPS and critical[-1] and not any(critical[:-1])


def _branch_faults(plan: Plan) -> Iterator[PlanFault]:
    place = {page.id: number for number, page in enumerate(plan.pages)}
    opened = {branch.page for step in plan.steps() for branch in step.opens}
    for page in plan.pages:
        if page.opened_by_answer and page.id not in opened:
            yield PlanFault(PlanRule.PAGE_NEVER_OPENED, page.id, "", page.id)
        for step in page.steps:
            for branch in step.opens:
                if branch.page not in place:
                    yield PlanFault(PlanRule.UNKNOWN_PAGE, page.id, step.id, branch.page)
                elif place[branch.page] <= place[page.id]:
                    yield PlanFault(PlanRule.PAGE_OPENED_BACKWARDS, page.id, step.id, branch.page)
                elif not plan.page(branch.page).opened_by_answer:
                    yield PlanFault(PlanRule.PAGE_NOT_HIDDEN, page.id, step.id, branch.page)
