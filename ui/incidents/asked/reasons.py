"""Why a step does not apply, as it is most often; the words stand in the log, so they are the office's own language."""

from __future__ import annotations

from app.incidents.plans.plan import Both
from app.incidents.running.view import IncidentView

_USUAL = (
    Both("现场没有这种情况", "There is nothing of the kind here"),
    Both("已由消防、医护、公安接手", "Fire brigade, ambulance or police have taken it over"),
    Both("已由别人做完", "Somebody else has done it already"),
    Both("没有这种设备", "The estate has no such equipment"),
    Both("做了会有危险", "It would be dangerous to do it"),
)
_IN_A_DRILL = Both("演练中不做，只口述", "Not done in a drill, only said")


def reasons_for(view: IncidentView) -> tuple[Both, ...]:
    """The usual ones; in a drill also that it was only said."""
    return (*_USUAL, _IN_A_DRILL) if view.is_drill else _USUAL
