"""How plans, versions and their differences are told."""

from __future__ import annotations

from app.core.language import language, mark, tr, tr_n
from app.core.show import show_date
from app.incidents.kept_plans.differences import HeadPart, StepField, Turn
from app.incidents.kept_plans.version import PlanLine, PlanState, PlanVersion, Review
from app.incidents.plans.contacts import KNOWN_CONTACTS
from app.incidents.plans.plan import Plan, PlanRole
from app.incidents.plans.refusals import PlanFault
from app.incidents.words.names import ROLES
from ui.sentences.incident_plans import what_is_broken
from ui.sentences.incidents import said
from ui.widgets.chip import Mood
from ui.widgets.columns import State

_STATES = {
    PlanState.IN_USE: (mark("in use"), "circle-check", Mood.OK),
    PlanState.WAITING: (mark("waits for approval"), "hourglass", Mood.WARN),
    PlanState.REPLACED: (mark("replaced"), "archive", Mood.MUTE),
    PlanState.WITHDRAWN: (mark("out of use"), "ban", Mood.MUTE),
}
TURNS = {
    Turn.ADDED: (mark("added"), "plus"),
    Turn.REMOVED: (mark("taken out"), "x"),
    Turn.MOVED: (mark("moved"), "arrow-up-down"),
    Turn.CHANGED: (mark("changed"), "pencil"),
}
FIELDS = {
    StepField.TEXT: mark("words"),
    StepField.DETAIL: mark("detail"),
    StepField.ROLE: mark("role"),
    StepField.CRITICAL: mark("critical or not"),
    StepField.MINUTES: mark("minutes"),
    StepField.CONTACT: mark("whom it calls"),
    StepField.NOTICE: mark("notice"),
    StepField.ASKS: mark("what it asks"),
    StepField.OPENS: mark("pages it opens"),
    StepField.STARTS: mark("plans it starts"),
    StepField.HIDDEN: mark("what hides it"),
    StepField.OUTAGE: mark("outage mode"),
}
PARTS = {
    HeadPart.NAME: mark("Name"),
    HeadPart.USE_WHEN: mark("When to use it"),
    HeadPart.KIND: mark("Kind of list"),
    HeadPart.SEVERITY: mark("Severity"),
    HeadPart.REVIEW: mark("Months to the review"),
    HeadPart.KEYS: mark("Keys"),
    HeadPart.PLACE: mark("Kind of place"),
    HeadPart.ROLES: mark("Role"),
    HeadPart.CONTACTS: mark("Whom it calls"),
    HeadPart.NEVER: mark("Never"),
    HeadPart.BASIS: mark("Basis of the plan"),
    HeadPart.TIMER: mark("Clock"),
    HeadPart.PAGE: mark("Page"),
    HeadPart.AFTER: mark("Question afterwards"),
}


def keys_of(plan: Plan) -> str:
    """The digit and the letters that start it."""
    return plan.letters if plan.digit is None else f"{plan.digit}  {plan.letters}"


def role_words(role: PlanRole) -> str:
    """Who does a step."""
    return said(ROLES[role])


def contact_words(key: str) -> str:
    """A party that plans call."""
    return said(KNOWN_CONTACTS[key].name) if key in KNOWN_CONTACTS else key


def state_of(version: PlanVersion) -> State:
    """Where a version stands."""
    words, icon, mood = _STATES[version.state]
    return State(tr(words), icon, mood)


def line_state(line: PlanLine) -> State:
    """What has to be done about a plan, the most pressing first."""
    if line.is_retired:
        return state_of(line.version)
    if line.review is Review.OVERDUE:
        return State(tr("review overdue"), "triangle-alert", Mood.DANGER)
    if line.waiting is not None:
        return State(tr("version {n} waits for approval").format(n=line.waiting.plan.version), "hourglass", Mood.WARN)
    if line.review is Review.SOON:
        return State(tr("review due soon"), "hourglass", Mood.WARN)
    return state_of(line.version)


def approved_words(version: PlanVersion) -> str:
    """By whom a version came into use."""
    if version.is_shipped:
        return tr("shipped with the program")
    if version.approved_at is None:
        return tr("not approved yet")
    if version.alone:
        return tr("{name} alone, who wrote it; nobody else may approve").format(name=version.approved_by)
    return version.approved_by


def version_words(version: PlanVersion) -> str:
    """Number, author, approver and review of a version in one line."""
    parts = [
        tr("Version {n} of {day}").format(n=version.plan.version, day=show_date(version.plan.dated)),
        tr("written by {name}").format(name=version.author or tr("the program")),
        tr("approved: {who}").format(who=approved_words(version)),
        tr("review due {day}").format(day=show_date(version.review_due)),
    ]
    return " · ".join(parts)


def fault_words(plan: Plan, fault: PlanFault) -> str:
    """A broken rule with the page by its title and the step by its number and words."""
    what = what_is_broken(PlanFault(fault.rule, "", "", _spoken(plan, fault.what)))
    page = next((page for page in plan.pages if page.id == fault.page), None)
    if page is None:
        return what
    for number, step in enumerate(page.steps, start=1):
        if step.id == fault.step:
            place = tr("“{page}”, step {n} “{step}”: ")
            return place.format(page=said(page.title), n=number, step=said(step.text)) + what
    return tr("“{page}”: ").format(page=said(page.title)) + what


def counted_faults(hindering: int, warning: int) -> str:
    """How many faults there are, in words."""
    parts = []
    if hindering:
        parts.append(tr_n("{n} fault to mend", "{n} faults to mend", hindering).format(n=hindering))
    if warning:
        parts.append(tr_n("{n} warning", "{n} warnings", warning).format(n=warning))
    return tr("; ").join(parts)


def _spoken(plan: Plan, what: str) -> str:
    """A name inside the file as the person knows it, where they know it at all."""
    if what in KNOWN_CONTACTS:
        return contact_words(what)
    if what in set(PlanRole):
        return role_words(PlanRole(what))
    named = {page.id: said(page.title) for page in plan.pages} | {step.id: said(step.text) for step in plan.steps()}
    named |= {timer.id: said(timer.text) for timer in plan.timers}
    named |= {ask.id: said(ask.text) for step in plan.steps() for ask in step.asks}
    return named.get(what, what)


def in_english() -> bool:
    """Whether the person reads the English side of a plan."""
    return language() == "en"
