"""Edits of a plan, each giving the plan as it is afterwards; none asks whether it may be followed so."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import chain, count
from typing import TypeVar

from app.incidents.plans.plan import Ask, Both, Branch, Hiding, Link, Page, Plan, PlanRole, Step, Timer

T = TypeVar("T", Branch, Link, Hiding)


def fresh_name(plan: Plan, stem: str) -> str:
    """A name that no page, step, question or clock of the plan bears: the stem with the first free number."""
    taken = {page.id for page in plan.pages} | {timer.id for timer in plan.timers}
    for step in plan.steps():
        taken |= {step.id, *(ask.id for ask in step.asks)}
    return next(name for name in (f"{stem}-{number}" for number in count(1)) if name not in taken)


def page_of(plan: Plan, step_id: str) -> Page:
    """The page on which a step stands; KeyError when there is no such step."""
    return {step.id: page for page in plan.pages for step in page.steps}[step_id]


def with_page(plan: Plan, page: Page) -> Plan:
    """The plan with this page in place of the one of its name."""
    return replace(plan, pages=tuple(page if one.id == page.id else one for one in plan.pages))


def with_step(plan: Plan, step: Step) -> Plan:
    """The plan with this step in place of the one of its name."""
    page = page_of(plan, step.id)
    return with_page(plan, replace(page, steps=tuple(step if one.id == step.id else one for one in page.steps)))


def with_ask(plan: Plan, ask: Ask) -> Plan:
    """The plan with this question in place of the one of its name; where an answer is gone, nothing hangs on it."""
    answers = frozenset(option.id for option in ask.options)
    return _each_step(plan, lambda step: _hangs_on(_asking(step, ask.id, (ask,)), ask.id, answers))


def without_ask(plan: Plan, ask_id: str) -> Plan:
    """The plan without a question; its answers lead nowhere and hide no step any more."""
    return _each_step(plan, lambda step: _hangs_on(_asking(step, ask_id, ()), ask_id, frozenset()))


def with_timer(plan: Plan, timer: Timer) -> Plan:
    """The plan with this clock in place of the one of its name."""
    return replace(plan, timers=tuple(timer if one.id == timer.id else one for one in plan.timers))


def without_timer(plan: Plan, timer_id: str) -> Plan:
    """The plan without a clock."""
    return replace(plan, timers=tuple(timer for timer in plan.timers if timer.id != timer_id))


def add_step(plan: Plan, page_id: str, after: str | None, text: Both) -> tuple[Plan, str]:
    """A new step behind another one, or at the end of a page; and its name."""
    page, name = plan.page(page_id), fresh_name(plan, "step")
    places = [step.id for step in page.steps]
    place = places.index(after) + 1 if after in places else len(places)
    step = Step(name, text, plan.roles[0] if plan.roles else PlanRole.LEAD)
    return with_page(plan, replace(page, steps=(*page.steps[:place], step, *page.steps[place:]))), name


def remove_step(plan: Plan, step_id: str) -> Plan:
    """The plan without a step and what its questions led to; what else still names it is told by the checks."""
    for ask in plan.step(step_id).asks:
        plan = without_ask(plan, ask.id)
    page = page_of(plan, step_id)
    return with_page(plan, replace(page, steps=tuple(step for step in page.steps if step.id != step_id)))


def move_step(plan: Plan, step_id: str, places: int) -> Plan:
    """One place up (-1) or down (1), over the edge of a page onto the neighbouring one; at the end it stays."""
    page = page_of(plan, step_id)
    steps = list(page.steps)
    here = next(number for number, step in enumerate(steps) if step.id == step_id)
    there = here + places
    if 0 <= there < len(steps):
        steps.insert(there, steps.pop(here))
        return with_page(plan, replace(page, steps=tuple(steps)))
    return _over_the_edge(plan, page, steps[here], places)


def _over_the_edge(plan: Plan, page: Page, step: Step, places: int) -> Plan:
    number = plan.pages.index(page) + places
    if not 0 <= number < len(plan.pages):
        return plan
    onto = plan.pages[number]
    steps = (*onto.steps, step) if places < 0 else (step, *onto.steps)
    left = replace(page, steps=tuple(one for one in page.steps if one.id != step.id))
    return with_page(with_page(plan, left), replace(onto, steps=steps))


def add_page(plan: Plan, after: str, title: Both) -> tuple[Plan, str]:
    """A new page without steps behind another one; and its name."""
    name = fresh_name(plan, "page")
    place = [page.id for page in plan.pages].index(after) + 1
    return replace(plan, pages=(*plan.pages[:place], Page(name, title, ()), *plan.pages[place:])), name


def split_page(plan: Plan, page_id: str, at: int | None = None) -> Plan:
    """Two pages of one, the second from this step on, by default from the middle; it opens where the first opens."""
    page = plan.page(page_id)
    cut = (len(page.steps) + 1) // 2 if at is None else at
    name = fresh_name(plan, page_id)
    title = Both(f"{page.title.zh}（续）", f"{page.title.en} (continued)")
    second = Page(name, title, page.steps[cut:], opened_by_answer=page.opened_by_answer)
    place = plan.pages.index(page)
    pages = (*plan.pages[:place], replace(page, steps=page.steps[:cut]), second, *plan.pages[place + 1 :])
    split = replace(plan, pages=pages)
    return _each_step(split, lambda step: _also_opens(step, page_id, name)) if page.opened_by_answer else split


def join_page(plan: Plan, page_id: str) -> Plan:
    """A page with the one after it as one page; answers that opened the second open the first."""
    place = [page.id for page in plan.pages].index(page_id)
    if place + 1 >= len(plan.pages):
        return plan
    first, second = plan.pages[place : place + 2]
    whole = replace(first, steps=(*first.steps, *second.steps))
    joined = replace(plan, pages=(*plan.pages[:place], whole, *plan.pages[place + 2 :]))
    if not first.opened_by_answer:
        return _each_step(joined, lambda step: _opens_no_more(step, second.id))
    return _each_step(joined, lambda step: _opens_instead(step, second.id, first.id))


def _each_step(plan: Plan, change: Callable[[Step], Step]) -> Plan:
    pages = (replace(page, steps=tuple(change(step) for step in page.steps)) for page in plan.pages)
    return replace(plan, pages=tuple(pages))


def _asking(step: Step, ask_id: str, instead: tuple[Ask, ...]) -> Step:
    asks = ((one,) if one.id != ask_id else instead for one in step.asks)
    return replace(step, asks=tuple(chain.from_iterable(asks)))


def _hangs_on(step: Step, ask_id: str, answers: frozenset[str]) -> Step:
    """The step with what hangs on these answers of a question, and on no other ones of it."""
    return replace(
        step,
        opens=_of_answers(step.opens, ask_id, answers),
        starts=_of_answers(step.starts, ask_id, answers),
        hidden_by=_of_answers(step.hidden_by, ask_id, answers),
    )


def _of_answers(turns: Iterable[T], ask_id: str, answers: frozenset[str]) -> tuple[T, ...]:
    left = (
        turn
        if turn.ask != ask_id
        else replace(turn, answers=tuple(answer for answer in turn.answers if answer in answers))
        for turn in turns
    )
    return tuple(turn for turn in left if turn.answers)


def _also_opens(step: Step, page_id: str, second: str) -> Step:
    more = (replace(branch, page=second) for branch in step.opens if branch.page == page_id)
    return replace(step, opens=(*step.opens, *more))


def _opens_no_more(step: Step, page_id: str) -> Step:
    return replace(step, opens=tuple(branch for branch in step.opens if branch.page != page_id))


def _opens_instead(step: Step, page_id: str, other: str) -> Step:
    opens: Iterable[Branch] = (
        replace(branch, page=other) if branch.page == page_id else branch for branch in step.opens
    )
    return replace(step, opens=tuple(dict.fromkeys(opens)))
