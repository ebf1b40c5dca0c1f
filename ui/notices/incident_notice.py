"""The notice that a running incident asks for now: by the step that is worked on, or the next one that has a notice."""

from __future__ import annotations

from app.incidents.running.progress import StepState
from app.incidents.running.view import IncidentView
from app.notices.asked import NoticeWanted

_GENERAL = "general"


def wanted_by(view: IncidentView) -> NoticeWanted:
    """Template, place and start as the incident knows them; the general notice where its plan names none."""
    now = view.progress.current
    shown = [one for one in view.progress.steps if one.state is not StepState.HIDDEN]
    first = [now] if now is not None else []
    in_order = (*first, *(one for one in shown if not one.state.is_settled), *shown)
    step = next((one.step for one in in_order if one.step.notice is not None), None)
    return NoticeWanted(
        code=_GENERAL if step is None or step.notice is None else step.notice,
        place=view.place,
        building_id=view.building_id,
        began=view.started_at,
        incident_id=view.id,
        step="" if step is None else step.id,
        is_drill=view.is_drill,
    )
