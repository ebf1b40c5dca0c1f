"""Which periods of an assignment are to be charged now, and what each costs; or why nothing is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.core.money import Money
from app.core.periods import CALENDAR, MonthGrid, Period, months_between
from app.core.rounding import round_to_fen
from app.fees.assigned import Assigned, BillableUnit, Readiness, ValidTerms, Vacancy
from app.fees.due_dates import due_date
from app.fees.explanation import explain_lines
from app.fees.formulas import NoArea, PricedLine, exact_sum, priced_line
from app.fees.handover import HandoverMonth
from app.fees.skip_reason import SkipReason
from app.fees.terms import Anchor, Pays, TariffTerms


__all__ = ["Assigned", "BillableUnit", "PlannedCharge", "Readiness", "SkipReason", "ValidTerms", "Vacancy"]


@dataclass(frozen=True, slots=True)
class PlannedCharge:
    """One charge to be written; amount in fen, the late-fee terms as facts."""

    period: Period
    due_on: date
    amount: Money
    explain: dict[str, Any]
    terms: TariffTerms


@dataclass(frozen=True, slots=True)
class Plan:
    """The charges that a run writes for one assignment, and why it writes none or stops before the end."""

    charges: tuple[PlannedCharge, ...]
    skipped: SkipReason | None = None
    about: str = ""


def begins(assigned: Assigned, rule: HandoverMonth) -> date:
    """The first day that is charged: the last of the assignment's own, the handover month's rule and 已缴至."""
    days = [assigned.first]
    if assigned.unit.handover is not None:
        days.append(rule.begins(assigned.unit.handover))
    if assigned.paid_until is not None:
        days.append(assigned.paid_until)
    return max(days)


def plan(assigned: Assigned, until: date, rule: HandoverMonth) -> Plan:
    """Every period not yet charged that begins before `until` (paid before use) or ends by it (paid after use)."""
    reason = not_billable(assigned.unit)
    if reason is not None:
        return Plan((), reason)
    charges: list[PlannedCharge] = []
    try:
        for period, terms, grid in _upcoming(assigned, rule):
            if period.first >= until or (terms.pays is Pays.AFTER and period.until > until):
                break
            charges.append(_charge(assigned, period, terms, grid))
    except NoArea:
        return Plan(tuple(charges), SkipReason.NO_AREA)
    return Plan(tuple(charges), None if charges else _why_nothing(assigned, until, rule))


def next_charge(assigned: Assigned, rule: HandoverMonth) -> PlannedCharge | None:
    """The next charge whenever it comes, for a live example; None where there is none. Raises NoArea."""
    upcoming = next(_upcoming(assigned, rule), None)
    return None if upcoming is None else _charge(assigned, *upcoming)


def not_billable(unit: BillableUnit) -> SkipReason | None:
    """Why the state of a unit keeps its owner from being charged, if it does."""
    if unit.readiness is Readiness.UNSOLD:
        return SkipReason.UNSOLD
    if unit.readiness is Readiness.WAITS_FOR_HANDOVER and unit.handover is None:
        return SkipReason.NO_HANDOVER_DATE
    return None


def _why_nothing(assigned: Assigned, until: date, rule: HandoverMonth) -> SkipReason:
    start = assigned.charged_until or begins(assigned, rule)
    if assigned.until is not None and start >= assigned.until:
        return SkipReason.ENDED
    if start < until and _valid_on(assigned.versions, start) is None:
        return SkipReason.NO_PRICE
    return SkipReason.BILLED_ALREADY if assigned.charged_until is not None else SkipReason.NOT_BEGUN


def _upcoming(assigned: Assigned, rule: HandoverMonth) -> Iterator[tuple[Period, TariffTerms, MonthGrid]]:
    """The periods that follow without gap or overlap, for ever or until the assignment ends, with terms and grid."""
    origin = assigned.charged_from or begins(assigned, rule)
    first = assigned.charged_until or origin
    while True:
        version = _valid_on(assigned.versions, first)
        if version is None or (assigned.until is not None and first >= assigned.until):
            return
        grid = CALENDAR if version.terms.anchor is Anchor.CALENDAR else MonthGrid(origin)
        until = grid.next_cycle_line(first, version.terms.cycle_months)
        last = [day for day in (until, assigned.until, _end_of_terms(assigned.versions)) if day is not None]
        period = Period(first, min(last))
        yield period, version.terms, grid
        first = period.until


def _charge(assigned: Assigned, period: Period, terms: TariffTerms, grid: MonthGrid) -> PlannedCharge:
    """One charge: a line for each version valid in the period, summed exactly and rounded once."""
    lines = tuple(_lines(assigned, period, terms, grid))
    amount = round_to_fen(exact_sum(lines, assigned.modifiers), terms.rounding, terms.rounding_unit_fen)
    rounding = (terms.rounding, terms.rounding_unit_fen)
    explain = explain_lines(lines, assigned.modifiers, grid, terms.convention, rounding)
    return PlannedCharge(period, due_date(period, terms), amount, explain, terms)


def _lines(assigned: Assigned, period: Period, terms: TariffTerms, grid: MonthGrid) -> Iterator[PricedLine]:
    for version in assigned.versions:
        first = max(period.first, version.first)
        until = period.until if version.until is None else min(period.until, version.until)
        if first < until:
            months = months_between(first, until, grid, terms.convention)
            yield priced_line(Period(first, until), months, version.terms, assigned.unit.areas)


def _valid_on(versions: Sequence[ValidTerms], day: date) -> ValidTerms | None:
    for version in versions:
        if version.first <= day and (version.until is None or day < version.until):
            return version
    return None


def _end_of_terms(versions: Sequence[ValidTerms]) -> date | None:
    """The day from which no version is valid any more; versions follow one another without a hole."""
    return versions[-1].until
