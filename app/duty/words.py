"""Words of the duty desk for the screen, marked for both languages."""

from __future__ import annotations

from app.core.language import mark
from app.duty.hazards.flow import Grade, State, Step
from app.duty.log.handover_facts import Left

GRADES = {Grade.MAJOR: mark("major"), Grade.GENERAL: mark("ordinary"), Grade.MINOR: mark("minor")}
HAZARD_STATES = {
    State.FOUND: mark("no owner yet"),
    State.OWNED: mark("being put right"),
    State.FIXED: mark("to be looked at again"),
    State.CHECKED: mark("found in order"),
    State.CLOSED: mark("closed, in order"),
    State.RAISED: mark("is a ticket"),
}
HAZARD_STEPS = {
    Step.FOUND: mark("was found"),
    Step.GRADED: mark("graded"),
    Step.OWNED: mark("given to somebody"),
    Step.FIXED: mark("was put right"),
    Step.CHECKED: mark("checked, in order"),
    Step.SENT_BACK: mark("checked, not in order"),
    Step.CLOSED: mark("closed, in order"),
    Step.RAISED: mark("raised as a ticket"),
    Step.NOTED: mark("noted"),
    Step.PHOTO: mark("photo added"),
}
LEFT = {
    Left.INCIDENT: mark("Incident running"),
    Left.EMERGENCY: mark("Emergency repair"),
    Left.OVERDUE: mark("Ticket overdue"),
    Left.HAZARD: mark("Hazard due"),
    Left.ROUND: mark("Inspection due"),
    Left.TASK: mark("Day list"),
}
