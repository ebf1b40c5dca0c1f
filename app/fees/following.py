"""Whether a tariff follows on what was charged or paid before it: days that nobody charges, and days charged twice."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from app.core.periods import Period
from app.fees.assigned import Assigned
from app.fees.billing_plan import begins
from app.fees.handover import HandoverMonth


@dataclass(frozen=True, slots=True)
class Following:
    """`gap`: days between what is covered and the first day, never charged; `doubled`: days charged before, too."""

    gap: Period | None = None
    doubled: Period | None = None


SEAMLESS = Following()


def following(new: Assigned, covered: date | None, charged: date | None, rule: HandoverMonth) -> Following:
    """How an assignment follows; nothing is missing before the owner has to pay, nor where nothing is covered yet."""
    first = begins(new, rule)
    owed_from = None if covered is None else begins(replace(new, first=covered), rule)
    return Following(
        gap=Period(owed_from, first) if owed_from is not None and owed_from < first else None,
        doubled=Period(first, charged) if charged is not None and first < charged else None,
    )


def first_after(covered: date | None, tariff_first: date, until: date | None) -> date | None:
    """The first day that leaves no gap, as far as the tariff has begun by then; None where it is not to be told."""
    if covered is None or (until is not None and covered >= until):
        return None
    return max(covered, tariff_first)
