"""Why nothing is charged: always one of these, never silence and never 0.00."""

from __future__ import annotations

from enum import StrEnum


class SkipReason(StrEnum):
    """Why a run writes nothing for an assignment, or nothing at all for a unit and a fee item."""

    NO_AREA = "no_area"
    NO_HANDOVER_DATE = "no_handover_date"
    UNSOLD = "unsold"
    NOT_BEGUN = "not_begun"
    ENDED = "ended"
    NO_PRICE = "no_price"
    BILLED_ALREADY = "billed_already"
    NO_METER = "no_meter"
    NO_READING = "no_reading"
    NO_USAGE = "no_usage"
    NEGATIVE_USAGE = "negative_usage"
    FORMULA_FAILED = "formula_failed"
    NO_TARIFF = "no_tariff"


class NotComputable(Exception):  # noqa: N818 - a reason, turned into a skipped unit by the plan
    """A charge that cannot be computed: the reason, and what it is about (a variable, `÷ 0`), which needs no words."""

    def __init__(self, reason: SkipReason, about: str = "") -> None:
        super().__init__(reason, about)
        self.reason = reason
        self.about = about
