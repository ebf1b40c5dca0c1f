"""Which readings of a meter are to be charged now: one charge for each that shows usage; or why nothing is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from app.core.money import NOTHING
from app.core.periods import add_months
from app.fees.assigned import Assigned
from app.fees.charge_lines import end_of_terms, valid_on
from app.fees.metered import Stretch, stretches
from app.fees.planned_charge import PlannedCharge, charge_by_usage
from app.fees.skip_reason import NotComputable, SkipReason


def usage_charges(assigned: Assigned, first: date, until: date | None) -> Iterator[PlannedCharge]:
    """The charges from `first` on by readings taken up to `until` (None: by all readings).

    A reading without an amount goes into the next charge. Raises NotComputable (NEGATIVE_USAGE) where what remains is
    below zero: a later reading may make it good.
    """
    remaining: Stretch | None = None
    while True:
        charge = None
        for remaining in _ripe(assigned, first, until):
            charge = _worth_charging(assigned, remaining)
            if charge is not None:
                break
        if charge is None:
            break
        yield charge
        first, remaining = charge.period.until, None
    if remaining is not None and remaining.usage < 0:
        raise NotComputable(SkipReason.NEGATIVE_USAGE)


def _ripe(assigned: Assigned, first: date, until: date | None) -> Iterator[Stretch]:
    """Ever longer stretches from `first`, as far as they are read by `until` and the tariff has a price."""
    ends = [day for day in (assigned.until, end_of_terms(assigned)) if day is not None]
    for stretch in stretches(assigned.intervals, first, min(ends, default=None)):
        if until is not None and stretch.readings[-1].until > until:
            return
        yield stretch


def _worth_charging(assigned: Assigned, stretch: Stretch) -> PlannedCharge | None:
    """The charge of a stretch with usage, or with an amount in spite of none (surcharge, minimum)."""
    version = valid_on(assigned, stretch.period.first)
    if stretch.usage < 0 or version is None:
        return None
    charge = charge_by_usage(assigned, stretch, version.terms)
    return charge if stretch.usage > 0 or charge.amount > NOTHING else None


def why_no_usage(assigned: Assigned, start: date, until: date) -> SkipReason:
    """Why readings up to `until` make no charge from `start` on; below zero has been said before."""
    if assigned.meter_id is None and not assigned.intervals:
        return SkipReason.NO_METER
    if any(True for _ in _ripe(assigned, start, until)):
        return SkipReason.NO_USAGE
    version = valid_on(assigned, start)
    months = 1 if version is None else version.terms.cycle_months
    read_lately = assigned.charged_until is not None and start > add_months(until, -months)
    return SkipReason.BILLED_ALREADY if read_lately else SkipReason.NO_READING
