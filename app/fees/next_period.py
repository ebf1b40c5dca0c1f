"""What a tariff on a unit charges next, or why it charges nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.fees.billing_plan import (
    Assigned,
    NotComputable,
    PlannedCharge,
    SkipReason,
    begins,
    next_charge,
    not_billable,
    why_no_next,
)
from app.fees.handover import HandoverMonth


@dataclass(frozen=True, slots=True)
class NextPeriod:
    """What an assignment charges next; without a charge, the reason, and the variable or figure it is about."""

    begins: date
    charge: PlannedCharge | None
    reason: SkipReason | None
    about: str = ""


def next_period(assigned: Assigned, rule: HandoverMonth) -> NextPeriod:
    """The next charge of an assignment, whenever it comes, or why there is none."""
    start = assigned.charged_until or begins(assigned, rule)
    reason = not_billable(assigned.unit)
    if reason is not None:
        return NextPeriod(start, None, reason)
    try:
        charge = next_charge(assigned, rule)
    except NotComputable as failure:
        return NextPeriod(start, None, failure.reason, failure.about)
    return NextPeriod(start, charge, None if charge else why_no_next(assigned, rule))
