"""From which day a tariff on a unit may be charged no more."""

from __future__ import annotations

from datetime import date

from app.fees.assigned_rows import AssignedUnit
from app.fees.refusals import AssignmentEnded, DatesReversed, EndsInsideCharged, EndsInsideReadings


def must_be_endable(one: AssignedUnit, until: date, *, owed_beyond: bool) -> None:
    """Raise DatesReversed, AssignmentEnded or EndsInsideReadings unless it may end on that day.

    It may end once more on the same day where something for later days is `owed_beyond`: a payment was taken back.
    """
    assigned = one.assigned
    if assigned.until is not None and assigned.until <= until and not (assigned.until == until and owed_beyond):
        raise AssignmentEnded(one.unit_code, assigned.until)
    if until < assigned.first:
        raise DatesReversed(assigned.first, until)
    charged = assigned.charged_until
    if assigned.is_metered and charged is not None and until < charged:
        raise EndsInsideReadings(one.unit_code, charged)


def charged_beyond(one: AssignedUnit, until: date) -> EndsInsideCharged | None:
    """What keeps another tariff from taking its place on a day that is charged already."""
    charged = one.assigned.charged_until
    return EndsInsideCharged(one.unit_code, charged) if charged is not None and until < charged else None
