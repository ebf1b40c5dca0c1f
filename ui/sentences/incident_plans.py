"""Sentences of incident plans: a file that cannot be read, and a list that must not be followed as it is written."""

from app.core.language import mark, tr
from app.incidents.plans import refusals
from app.incidents.plans.refusals import PlanFault, PlanRule, Unread
from ui.sentences import sentence

_UNREAD = {
    Unread.NOT_TOML: mark("the file is no TOML file ({what})"),
    Unread.MISSING: mark("“{what}” is missing"),
    Unread.UNKNOWN_KEY: mark("nobody knows the key “{what}”"),
    Unread.WRONG_FORM: mark("“{what}” has the wrong form"),
    Unread.EMPTY_TEXT: mark("“{what}” says nothing"),
    Unread.UNKNOWN_WORD: mark("nobody knows the word “{what}”"),
}
_BROKEN = {
    PlanRule.NO_PAGE: mark("it has no page"),
    PlanRule.TOO_MANY_STEPS: mark("{what} steps, and 9 are the most; split the page"),
    PlanRule.TOO_FEW_STEPS: mark("{what} steps, and a full page has at least 5; join it with another page"),
    PlanRule.STEP_TOO_LONG: mark("“{what}” is longer than 20 characters; move the rest to the detail"),
    PlanRule.NEVER_TOO_LONG: mark("the forbidden act “{what}” is longer than 14 characters"),
    PlanRule.TOO_MANY_NEVERS: mark("{what} forbidden acts, and 5 are the most that are read"),
    PlanRule.SAME_ID: mark("the name “{what}” stands twice"),
    PlanRule.ROLE_NOT_NAMED: mark("the role “{what}” is not among the roles of the plan"),
    PlanRule.UNKNOWN_CONTACT: mark("nobody knows the contact “{what}”"),
    PlanRule.CONTACT_NOT_LISTED: mark("the contact “{what}” is not in the call list of the plan"),
    PlanRule.UNKNOWN_NOTICE: mark("there is no notice “{what}”"),
    PlanRule.CHOICE_WITHOUT_OPTIONS: mark("the choice “{what}” needs at least two answers"),
    PlanRule.OPTIONS_WITHOUT_CHOICE: mark("“{what}” has answers to choose from but is no choice"),
    PlanRule.UNKNOWN_ASK: mark("the step asks nothing named “{what}”"),
    PlanRule.UNKNOWN_ANSWER: mark("there is no answer “{what}”"),
    PlanRule.UNKNOWN_PAGE: mark("there is no page “{what}” to open"),
    PlanRule.HIDDEN_BY_NOTHING_EARLIER: mark("it is hidden by “{what}”, which no earlier step asks"),
    PlanRule.HIDDEN_ANYHOW: mark("it is critical, and every answer of “{what}” hides it; leave one that shows it"),
    PlanRule.PAGE_NEVER_OPENED: mark("no answer opens the hidden page “{what}”"),
    PlanRule.PAGE_OPENED_BACKWARDS: mark("the answer leads back to the page “{what}”; it must lie further on"),
    PlanRule.PAGE_NOT_HIDDEN: mark("the answer opens the page “{what}”, which is always open"),
    PlanRule.UNKNOWN_TIMER_STEP: mark("a timer names the step “{what}”, which does not exist"),
    PlanRule.TIMER_WITHOUT_MINUTES: mark("the timer “{what}” has no minutes"),
    PlanRule.CRITICAL_LAST: mark("the only critical step of the page is its last one"),
    PlanRule.CODE_IN_TEXT: mark("“{what}” holds signs of code, such as tags or braces; write plain words"),
    PlanRule.LONG_READING: mark("reading the page takes about {what} seconds; more than 90 are too many"),
    PlanRule.UNKNOWN_PLAN: mark("there is no plan “{what}” to start"),
    PlanRule.LINK_LOOP: mark("plans start each other in a circle: {what}"),
    PlanRule.SAME_CODE: mark("two plans have the code “{what}”"),
    PlanRule.FILE_NAME: mark("the file must bear the name of its code “{what}”"),
    PlanRule.SAME_LETTERS: mark("two plans are started with the letters “{what}”"),
    PlanRule.SAME_DIGIT: mark("two plans are started with the digit {what}"),
}


def place_of(page: str, step: str) -> str:
    """Where in a plan; "" when the fault lies in the plan as a whole."""
    if step:
        return tr("page “{page}”, step “{step}”: ").format(page=page, step=step)
    return tr("page “{page}”: ").format(page=page) if page else ""


def what_is_broken(fault: PlanFault) -> str:
    """One broken rule with its place, as part of a sentence or as a line of the editor."""
    return place_of(fault.page, fault.step) + tr(_BROKEN[fault.rule]).format(what=fault.what)


@sentence(refusals.PlanNotRead)
def _plan_not_read(refusal: refusals.PlanNotRead) -> str:
    return tr(
        "The plan “{file}” cannot be read: {place}{fault}. Correct the file; the last good version stays."
    ).format(
        file=refusal.file,
        place=place_of(refusal.page, refusal.step),
        fault=tr(_UNREAD[refusal.fault]).format(what=refusal.what),
    )


@sentence(refusals.PlanBreaksRules)
def _plan_breaks_rules(refusal: refusals.PlanBreaksRules) -> str:
    if not refusal.file:
        return tr("These plans do not go together: {faults}. Correct the plan; the last good version stays.").format(
            faults=_all_faults(refusal)
        )
    return tr("The plan “{file}” must not be used: {faults}. Correct the file; the last good version stays.").format(
        file=refusal.file, faults=_all_faults(refusal)
    )


def _all_faults(refusal: refusals.PlanBreaksRules) -> str:
    return " · ".join(what_is_broken(fault) for fault in refusal.faults)
