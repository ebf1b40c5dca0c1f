"""Which periods of an assignment are to be charged now, and what each costs; or why nothing is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from app.core.periods import CALENDAR, MonthGrid, Period, add_months
from app.fees.assigned import Assigned, BillableUnit, Readiness, Vacancy, ValidTerms
from app.fees.charge_lines import end_of_terms, valid_on
from app.fees.handover import HandoverMonth
from app.fees.metered_plan import usage_charges, why_no_usage
from app.fees.planned_charge import PlannedCharge, charge_by_months
from app.fees.skip_reason import NotComputable, SkipReason
from app.fees.terms import Anchor, Pays, TariffTerms

__all__ = [
    "Assigned",
    "BillableUnit",
    "NotComputable",
    "Plan",
    "PlannedCharge",
    "Readiness",
    "SkipReason",
    "Vacancy",
    "ValidTerms",
    "begins",
    "next_charge",
    "not_billable",
    "plan",
    "upcoming",
    "why_no_next",
]


@dataclass(frozen=True, slots=True)
class Plan:
    """The charges that a run writes for one assignment, and why it writes none or stops before the end."""

    charges: tuple[PlannedCharge, ...]
    skipped: SkipReason | None = None
    about: str = ""


def begins(assigned: Assigned, rule: HandoverMonth) -> date:
    """The first day that is charged: the last of the assignment's own, the handover month's rule and 已缴至."""
    first = _own_first(assigned, rule)
    return first if assigned.paid_until is None else max(first, assigned.paid_until)


def _own_first(assigned: Assigned, rule: HandoverMonth) -> date:
    handover = assigned.unit.handover
    return assigned.first if handover is None else max(assigned.first, rule.begins(handover))


def plan(assigned: Assigned, until: date, rule: HandoverMonth) -> Plan:
    """Every period not yet charged that a run up to `until` writes.

    Paid before use: what begins before `until`, lead days counted in; after use and by meter: what ends by it.
    """
    reason = not_billable(assigned.unit)
    if reason is not None:
        return Plan((), reason)
    charges: list[PlannedCharge] = []
    try:
        charges.extend(_charges(assigned, rule, until))
    except NotComputable as failure:
        return Plan(tuple(charges), failure.reason, failure.about)
    return Plan(tuple(charges), None if charges else _why_nothing(assigned, until, rule))


def next_charge(assigned: Assigned, rule: HandoverMonth) -> PlannedCharge | None:
    """The next charge whenever it comes, for a live example; None where there is none yet. Raises NotComputable."""
    return next(_charges(assigned, rule, None), None)


def upcoming(assigned: Assigned, rule: HandoverMonth) -> Iterator[tuple[Period, TariffTerms, MonthGrid]]:
    """The periods that follow on what was charged, one after another, for who pays ahead; none by meter."""
    return _upcoming(assigned, rule, None)


def why_no_next(assigned: Assigned, rule: HandoverMonth) -> SkipReason:
    """Why an assignment has no next charge at all."""
    return _why_nothing(assigned, date.max, rule)


def not_billable(unit: BillableUnit) -> SkipReason | None:
    """Why the state of a unit keeps its owner from being charged, if it does."""
    if unit.readiness is Readiness.UNSOLD:
        return SkipReason.UNSOLD
    if unit.readiness is Readiness.WAITS_FOR_HANDOVER and unit.handover is None:
        return SkipReason.NO_HANDOVER_DATE
    return None


def _charges(assigned: Assigned, rule: HandoverMonth, until: date | None) -> Iterator[PlannedCharge]:
    """The charges that follow on what was charged, as far as a run up to `until` goes; None: without an end."""
    if assigned.is_metered:
        yield from usage_charges(assigned, assigned.charged_until or begins(assigned, rule), until)
        return
    for period, terms, grid in _upcoming(assigned, rule, until):
        if until is not None and terms.pays is Pays.AFTER and period.until > until:
            return
        yield charge_by_months(assigned, period, terms, grid)


def _why_nothing(assigned: Assigned, until: date, rule: HandoverMonth) -> SkipReason:
    start = assigned.charged_until or begins(assigned, rule)
    if assigned.until is not None and start >= assigned.until:
        return SkipReason.ENDED
    if start < until and valid_on(assigned, start) is None:
        return SkipReason.NO_PRICE
    if assigned.is_metered and start < until:
        return why_no_usage(assigned, start, until)
    return SkipReason.BILLED_ALREADY if assigned.charged_until is not None else SkipReason.NOT_BEGUN


def _upcoming(
    assigned: Assigned, rule: HandoverMonth, run_until: date | None
) -> Iterator[tuple[Period, TariffTerms, MonthGrid]]:
    """The periods that follow without gap or overlap, with terms and grid, until the assignment ends.

    With `run_until` only those that begin before it, lead days counted in.
    """
    start = assigned.charged_from or begins(assigned, rule)
    first, origin = assigned.charged_until or start, _origin(assigned, start, rule)
    while True:
        version = valid_on(assigned, first)
        if version is None or (assigned.until is not None and first >= assigned.until):
            return
        if run_until is not None and first >= run_until and first >= run_until + timedelta(version.terms.lead_days):
            return
        grid = CALENDAR if version.terms.anchor is Anchor.CALENDAR else MonthGrid(origin)
        until = _first_payment(assigned, version.terms, first) if first == start else None
        until = _not_after(until or grid.next_cycle_line(first, version.terms.cycle_months), assigned.until)
        period = Period(first, _not_after(until, end_of_terms(assigned)))
        yield period, version.terms, grid
        first = period.until


def _origin(assigned: Assigned, start: date, rule: HandoverMonth) -> date:
    """Where its own months are counted from: its start, though what was paid before (已缴至) is not charged again."""
    return start if assigned.paid_until is None else min(start, _own_first(assigned, rule))


def _not_after(day: date, last: date | None) -> date:
    return day if last is None or day <= last else last


def _first_payment(assigned: Assigned, terms: TariffTerms, first: date) -> date | None:
    """Where the first charge of all ends, if the tariff asks for 6 or 12 months at once: so many months to the day.

    The next period runs from there to the cycle's line, as any part of a cycle does. Who had paid before the office
    began (已缴至) has made the first payment already; what is paid after use knows none.
    """
    asked = terms.first_payment_months and terms.pays is Pays.BEFORE and assigned.charged_until is None
    paid_before = assigned.paid_until is not None and assigned.paid_until > assigned.first
    return add_months(first, terms.first_payment_months) if asked and not paid_before else None
