"""From which day an owner is charged: the rule of the handover month, which the set-up asks for."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from app.core.language import mark
from app.core.periods import add_months, month_start


class HandoverMonth(StrEnum):
    """Who pays the month in which the keys were taken."""

    FROM_HANDOVER_DAY = "from_handover_day"
    FROM_NEXT_MONTH = "from_next_month"
    WHOLE_MONTH = "whole_month"

    def begins(self, handover: date) -> date:
        """The first day that the owner pays for."""
        if self is HandoverMonth.FROM_HANDOVER_DAY:
            return handover
        first = month_start(handover)
        return first if self is HandoverMonth.WHOLE_MONTH else add_months(first, 1)


WORDS = {
    HandoverMonth.FROM_HANDOVER_DAY: mark("The owner pays from the day of handover"),
    HandoverMonth.FROM_NEXT_MONTH: mark("The owner pays from the next month"),
    HandoverMonth.WHOLE_MONTH: mark("The owner pays the whole month"),
}
