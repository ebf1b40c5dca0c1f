"""What drills refuse, and what to do instead."""

from __future__ import annotations

from app.core.language import mark, tr
from app.core.show import show_date
from app.incidents.drills import refusals
from app.incidents.drills.evaluation import Becomes
from app.incidents.drills.grades import Grade, Point
from ui.sentences import sentence

POINTS = {
    Point.ALARM: mark("Alarm and reports"),
    Point.ARRIVAL: mark("On the spot in time"),
    Point.ORDER: mark("Steps in their order"),
    Point.CALLS: mark("Calls"),
    Point.ROLES: mark("Who does what"),
    Point.EQUIPMENT: mark("Equipment"),
    Point.PEOPLE: mark("Residents led and calmed"),
    Point.RECORD: mark("Times and words written down"),
}
GRADES = {
    Grade.GOOD: mark("good"),
    Grade.FAIR: mark("fair"),
    Grade.POOR: mark("poor"),
    Grade.NOT_SEEN: mark("not seen"),
}
FOLLOWS = {
    Becomes.NOTED: mark("noted"),
    Becomes.TASK: mark("a task for somebody"),
    Becomes.PLAN: mark("a change of the plan"),
}


@sentence(refusals.DrillMonthsOutside)
def _months(refusal: refusals.DrillMonthsOutside) -> str:
    words = tr("A plan like this is drilled at least every {longest} months, not {months}. Type 1 to {longest}.")
    return words.format(months=refusal.months, longest=refusal.longest)


@sentence(refusals.DrillInPast)
def _in_past(refusal: refusals.DrillInPast) -> str:
    return tr("{on} is over. A drill is planned for today or a later day.").format(on=show_date(refusal.on))


@sentence(refusals.DrillUnknown)
def _unknown(_refusal: refusals.DrillUnknown) -> str:
    return tr("This planned drill was begun or taken off meanwhile. Read the list anew (F5).")


@sentence(refusals.DrillNotAnnounced)
def _not_announced(refusal: refusals.DrillNotAnnounced) -> str:
    words = tr("Residents take part on {on} and have not been told. Issue the notice of this drill first.")
    return words.format(on=show_date(refusal.on))


@sentence(refusals.NotADrill)
def _not_a_drill(_refusal: refusals.NotADrill) -> str:
    return tr("This was a real incident. It is gone over in its review and not graded.")


@sentence(refusals.DrillStillRuns)
def _still_runs(_refusal: refusals.DrillStillRuns) -> str:
    return tr("This drill still runs. Close it first; then grade it.")


@sentence(refusals.DrillEvaluated)
def _evaluated(_refusal: refusals.DrillEvaluated) -> str:
    return tr("This drill is graded already. What has to be said since is an addition to its log.")


@sentence(refusals.GradesMissing)
def _grades_missing(refusal: refusals.GradesMissing) -> str:
    points = tr(", ").join(tr(POINTS[point]) for point in refusal.points)
    return tr("Not graded yet: {points}. Choose “not seen” for what could not be watched.").format(points=points)


@sentence(refusals.NobodyTookPart)
def _nobody(_refusal: refusals.NobodyTookPart) -> str:
    return tr("Nobody is named. Write down at least one person who took part.")


@sentence(refusals.FindingNeedsOwner)
def _owner(refusal: refusals.FindingNeedsOwner) -> str:
    return tr("Whose task is “{text}”? Name the person who sees to it.").format(text=refusal.text)
