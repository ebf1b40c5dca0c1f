"""The rules of a single step: its length, the words it uses, and that its answers exist."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import takewhile

from app.incidents.plans.contacts import KNOWN_CONTACTS, KNOWN_NOTICES
from app.incidents.plans.plan import Ask, AskKind, Branch, Hiding, Link, Page, Plan, Step
from app.incidents.plans.reading_time import length_in_hanzi
from app.incidents.plans.refusals import PlanFault, PlanRule

LONGEST_STEP = 20


def step_faults(plan: Plan, page: Page, step: Step) -> Iterator[PlanFault]:
    """Every rule that a step breaks by itself; where its branches lead is the plan's affair."""
    for rule, what in (
        *_word_faults(plan, step),
        *_ask_faults(step),
        *_answer_faults(step),
        *_hiding_faults(plan, step),
    ):
        yield PlanFault(rule, page.id, step.id, what)


def _word_faults(plan: Plan, step: Step) -> Iterator[tuple[PlanRule, str]]:
    if length_in_hanzi(step.text.zh) > LONGEST_STEP:
        yield PlanRule.STEP_TOO_LONG, step.text.zh
    if step.role not in plan.roles:
        yield PlanRule.ROLE_NOT_NAMED, step.role
    if step.contact is not None and step.contact not in KNOWN_CONTACTS:
        yield PlanRule.UNKNOWN_CONTACT, step.contact
    elif step.contact is not None and step.contact not in plan.contacts:
        yield PlanRule.CONTACT_NOT_LISTED, step.contact
    if step.notice is not None and step.notice not in KNOWN_NOTICES:
        yield PlanRule.UNKNOWN_NOTICE, step.notice


def _ask_faults(step: Step) -> Iterator[tuple[PlanRule, str]]:
    for ask in step.asks:
        if ask.kind is AskKind.CHOICE and len(ask.options) < 2:
            yield PlanRule.CHOICE_WITHOUT_OPTIONS, ask.id
        if ask.kind is not AskKind.CHOICE and ask.options:
            yield PlanRule.OPTIONS_WITHOUT_CHOICE, ask.id
        if len({option.id for option in ask.options}) < len(ask.options):
            yield PlanRule.SAME_ID, ask.id


def _answer_faults(step: Step) -> Iterator[tuple[PlanRule, str]]:
    asks = {ask.id: ask for ask in step.asks}
    turns: tuple[Branch | Link, ...] = (*step.opens, *step.starts)
    for turn in turns:
        if turn.ask not in asks:
            yield PlanRule.UNKNOWN_ASK, turn.ask
        else:
            yield from _unknown_answers(asks[turn.ask], turn.answers)


def _unknown_answers(ask: Ask, answers: tuple[str, ...]) -> Iterator[tuple[PlanRule, str]]:
    known = {option.id for option in ask.options}
    for answer in answers or ("",):
        if answer not in known:
            yield PlanRule.UNKNOWN_ANSWER, answer


def _hiding_faults(plan: Plan, step: Step) -> Iterator[tuple[PlanRule, str]]:
    asked = {ask.id: ask for earlier in _before(plan, step) for ask in earlier.asks}
    for hiding in step.hidden_by:
        if hiding.ask not in asked:
            yield PlanRule.HIDDEN_BY_NOTHING_EARLIER, hiding.ask
        else:
            yield from _unknown_answers(asked[hiding.ask], hiding.answers)
    if step.critical:
        yield from ((PlanRule.HIDDEN_ANYHOW, ask) for ask in _without_a_way_to_show(step.hidden_by, asked))


def _before(plan: Plan, step: Step) -> Iterator[Step]:
    return takewhile(lambda earlier: earlier is not step, plan.steps())


def _without_a_way_to_show(hidden_by: tuple[Hiding, ...], asked: Mapping[str, Ask]) -> Iterator[str]:
    """The asks of which every answer hides: a critical step would then be hidden by default."""
    for name in dict.fromkeys(hiding.ask for hiding in hidden_by if hiding.ask in asked):
        hide = {answer for hiding in hidden_by if hiding.ask == name for answer in hiding.answers}
        options = {option.id for option in asked[name].options}
        if options and options <= hide:
            yield name
