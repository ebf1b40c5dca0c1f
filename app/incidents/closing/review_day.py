"""When an incident is gone over with those who took part: soon after a grave one, within a week after any other."""

from __future__ import annotations

from datetime import date, timedelta

from app.core.workdays import Holidays
from app.incidents.plans.plan import Severity

DAYS_AFTER_A_GRAVE_ONE = 3
WORKDAYS_AFTER_ANY_OTHER = 5


def review_day(severity: Severity, closed_on: date, holidays: Holidays) -> date:
    """The day that is proposed; whoever closes the incident may choose another one."""
    if severity is Severity.HIGH:
        return closed_on + timedelta(days=DAYS_AFTER_A_GRAVE_ONE)
    return holidays.workdays_after(closed_on, WORKDAYS_AFTER_ANY_OTHER)
