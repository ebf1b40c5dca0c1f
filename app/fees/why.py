"""Why there is no bill: for any unit and fee item, each tariff on it with what stands in the way, and since when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.fees.billing_plan import Assigned, SkipReason, begins, plan
from app.fees.charge_lines import end_of_terms
from app.fees.handover import HandoverMonth


@dataclass(frozen=True, slots=True)
class WhyNoBill:
    """One answer; reason None: nothing stands in the way, the next run charges from `day` on.

    `tariff` is empty where none lies on the unit. `day` is when it begins (NOT_BEGUN), ended (ENDED), has no price any
    more (NO_PRICE), up to when all is billed (BILLED_ALREADY), or since when a reading is waited for or shows nothing
    (NO_READING, NO_USAGE, NEGATIVE_USAGE). `about` names a variable or figure, `meter` the meter that is measured by.
    """

    reason: SkipReason | None
    tariff: str = ""
    day: date | None = None
    about: str = ""
    meter: str = ""


@dataclass(frozen=True, slots=True)
class Laid:
    """A tariff on the unit, by its name, and by the name of its meter if it has one."""

    tariff: str
    meter: str
    assigned: Assigned


def why_no_charge(laid: Iterable[Laid], until: date, rule: HandoverMonth) -> list[WhyNoBill]:
    """What a run up to `until` would say of each tariff of a fee item on one unit; never an empty list."""
    answers = [_answer(one, until, rule) for one in laid]
    return answers or [WhyNoBill(SkipReason.NO_TARIFF)]


def _answer(one: Laid, until: date, rule: HandoverMonth) -> WhyNoBill:
    planned = plan(one.assigned, until, rule)
    if planned.charges and planned.skipped is None:
        return WhyNoBill(None, one.tariff, planned.charges[0].period.first, meter=one.meter)
    assert planned.skipped is not None
    day = _since(one.assigned, planned.skipped, rule)
    return WhyNoBill(planned.skipped, one.tariff, day, planned.about, one.meter)


def _since(assigned: Assigned, reason: SkipReason, rule: HandoverMonth) -> date | None:
    start = assigned.charged_until or begins(assigned, rule)
    days: dict[SkipReason, date | None] = {
        SkipReason.NOT_BEGUN: start,
        SkipReason.ENDED: assigned.until,
        SkipReason.NO_PRICE: end_of_terms(assigned),
        SkipReason.BILLED_ALREADY: assigned.charged_until,
        SkipReason.NO_READING: start,
        SkipReason.NO_USAGE: start,
        SkipReason.NEGATIVE_USAGE: start,
    }
    return days.get(reason)
