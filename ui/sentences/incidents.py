"""What a running incident does not take, and what to do instead; `said` speaks a plan's text."""

from __future__ import annotations

from app.core.language import language, tr
from app.core.show import show_time
from app.incidents import refusals as unknown
from app.incidents.plans.plan import AskKind, Both
from app.incidents.running import refusals
from ui.sentences import sentence


def said(both: Both) -> str:
    """A text of a plan in the person's language."""
    return both.en if language() == "en" else both.zh


@sentence(refusals.IncidentClosed)
def incident_closed(refusal: refusals.IncidentClosed) -> str:
    """Only additions are written now."""
    words = tr("This incident was closed at {time}. What has to be said since is written as an addition.")
    return words.format(time=show_time(refusal.closed_at))


@sentence(refusals.IncidentStillRuns)
def incident_still_runs(_refusal: refusals.IncidentStillRuns) -> str:
    """A running one has its log."""
    return tr("This incident still runs. Write a line into its log; additions are for closed ones.")


@sentence(refusals.StepHidden)
def step_hidden(refusal: refusals.StepHidden) -> str:
    """No answer opened it."""
    words = tr("“{step}” does not apply by the answers so far. If one is wrong, take it back and answer again.")
    return words.format(step=said(refusal.step.text))


@sentence(refusals.StepSettled)
def step_settled(refusal: refusals.StepSettled) -> str:
    """Who did it, and when."""
    words = tr("“{step}” was settled by {name} at {time}. Undo takes it back if that was wrong.")
    name = refusal.by or tr("somebody before sign-in")
    return words.format(step=said(refusal.step.text), name=name, time=show_time(refusal.at))


@sentence(refusals.StepNotSettled)
def step_not_settled(refusal: refusals.StepNotSettled) -> str:
    """Nothing to take back."""
    return tr("Nothing on “{step}” could be taken back: it is still open.").format(step=said(refusal.step.text))


@sentence(refusals.AnswerMissing)
def answer_missing(refusal: refusals.AnswerMissing) -> str:
    """What was seen is wanted, not a tick; nobody can type a question mark into a choice."""
    if refusal.ask.kind is AskKind.CHOICE:
        words = tr("“{step}” needs what was seen: choose “{ask}” by its digit.")
        return words.format(step=said(refusal.step.text), ask=said(refusal.ask.text))
    words = tr("“{step}” needs what was seen: fill in “{ask}”, or ? if nobody knows.")
    return words.format(step=said(refusal.step.text), ask=said(refusal.ask.text))


@sentence(refusals.AnswerUnreadable)
def answer_unreadable(refusal: refusals.AnswerUnreadable) -> str:
    """By the kind of the field."""
    words = tr("“{typed}” is nothing that “{ask}” can be. A number is written in digits, a time as 19:41.")
    return words.format(typed=refusal.typed, ask=said(refusal.ask.text))


@sentence(refusals.WordsMissing)
def words_missing(_refusal: refusals.WordsMissing) -> str:
    """Told in words."""
    return tr("Write in a few words what was done, or why not; without words nothing is put down.")


@sentence(refusals.CriticalUnsettled)
def critical_unsettled(refusal: refusals.CriticalUnsettled) -> str:
    """Which ones."""
    words = tr("Critical steps are still open: {steps}. Do them, or name for each the reason why it was left.")
    return words.format(steps=tr(", ").join(f"“{said(step.text)}”" for step in refusal.steps))


@sentence(unknown.IncidentUnknown)
def incident_unknown(refusal: unknown.IncidentUnknown) -> str:
    """A list that was read before says something that is not there."""
    words = tr("There is no incident {id} in this office. Read the list anew (F5).")
    return words.format(id=refusal.incident_id)


@sentence(unknown.PlanUnknown)
def plan_unknown(refusal: unknown.PlanUnknown) -> str:
    """Retired, or of another office."""
    words = tr("The office has no plan “{code}” in use. Choose another one, or put it in use again under Plans.")
    return words.format(code=refusal.code)


@sentence(unknown.StartInFuture)
def start_in_future(_refusal: unknown.StartInFuture) -> str:
    """An incident begins now or earlier."""
    return tr("An incident cannot begin later than now. Type -5 for five minutes ago, or the time on the clock.")


@sentence(refusals.MomentInFuture)
def moment_in_future(refusal: refusals.MomentInFuture) -> str:
    """The log tells what has happened."""
    words = tr("{at} lies ahead: it is {now}. The log tells what has happened; write the time at which it did.")
    return words.format(at=show_time(refusal.at), now=show_time(refusal.now))


@sentence(refusals.ClosingTimesCrossed)
def closing_times_crossed(refusal: refusals.ClosingTimesCrossed) -> str:
    """Begun, contained, over: in this order."""
    words = tr("{then} lies before {first}. An incident begins, is contained, and then is over; put the times right.")
    return words.format(then=show_time(refusal.then), first=show_time(refusal.first))


@sentence(refusals.TicketOfAnotherIncident)
def ticket_of_another_incident(refusal: refusals.TicketOfAnotherIncident) -> str:
    """A ticket follows from one incident."""
    words = tr("Ticket {number} belongs to another incident. Raise a new one, or name its number in a line of the log.")
    return words.format(number=refusal.number)


@sentence(refusals.ReviewedBefore)
def reviewed_before(refusal: refusals.ReviewedBefore) -> str:
    """Once; then additions."""
    words = tr("This incident was gone over at {time}. What has to be said since is written as an addition.")
    return words.format(time=show_time(refusal.at))
