"""From which day a tariff on a unit may be charged no more."""

from __future__ import annotations

from datetime import date

from app.fees.assigned_rows import AssignedUnit
from app.fees.refusals import AssignmentEnded, DatesReversed, EndsInsideCharged


def must_be_endable(one: AssignedUnit, until: date) -> None:
    """Raise DatesReversed, AssignmentEnded or EndsInsideCharged unless it may end on that day."""
    assigned = one.assigned
    if assigned.until is not None and assigned.until <= until:
        raise AssignmentEnded(one.unit_code, assigned.until)
    if until < assigned.first:
        raise DatesReversed(assigned.first, until)
    charged = charged_beyond(one, until)
    if charged is not None:
        raise charged


def charged_beyond(one: AssignedUnit, until: date) -> EndsInsideCharged | None:
    """What keeps it from ending on a day that is charged already."""
    charged = one.assigned.charged_until
    return EndsInsideCharged(one.unit_code, charged) if charged is not None and until < charged else None
