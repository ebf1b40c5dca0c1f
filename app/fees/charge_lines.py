"""The lines of one charge: its days cut wherever the price, the vacant factor or the escalation changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from app.core.periods import MonthGrid, Period, months_between
from app.fees.assigned import Assigned, ValidTerms
from app.fees.escalation import step_days, steps_on
from app.fees.expression import names_in
from app.fees.formulas import NoArea, PricedLine
from app.fees.metered import Stretch
from app.fees.terms import Formula, TariffTerms, TierSpan
from app.fees.tiers import NONE


@dataclass(frozen=True, slots=True)
class Span:
    """Days on which one version, one vacant factor and one step of escalation hold."""

    period: Period
    terms: TariffTerms
    vacant: Decimal | None
    steps: int


def lines_by_months(assigned: Assigned, period: Period, grid: MonthGrid) -> tuple[PricedLine, ...]:
    """A line for each span of a period, months counted on the grid by its first day's convention. Raises NoArea."""
    spans = spans_of(assigned, period)
    convention = spans[0].terms.convention
    return tuple(
        _line(assigned, span, months_between(span.period.first, span.period.until, grid, convention)) for span in spans
    )


def lines_by_usage(assigned: Assigned, stretch: Stretch) -> tuple[PricedLine, ...]:
    """A line for each span of a stretch of readings; usage and months go by days."""
    lines: list[PricedLine] = []
    so_far = stretch.so_far
    for span in spans_of(assigned, stretch.period):
        part = Fraction(span.period.days, stretch.period.days)
        usage = stretch.usage * part
        lines.append(_line(assigned, span, stretch.months * part, usage, so_far))
        so_far += usage
    return tuple(lines)


def spans_of(assigned: Assigned, period: Period) -> tuple[Span, ...]:
    """The spans of a period, which follow one another without gap; its first day must have terms."""
    if not assigned.vacancies and len(assigned.versions) == 1 and assigned.versions[0].terms.escalation is None:
        return (Span(period, assigned.versions[0].terms, None, 0),)  # most of a run's charges
    cuts = sorted({period.first, *_cuts(assigned, period)})
    ends = [*cuts[1:], period.until]
    return tuple(_span(assigned, Period(first, until)) for first, until in zip(cuts, ends, strict=True))


def valid_on(assigned: Assigned, day: date) -> ValidTerms | None:
    """The version of the tariff that holds on a day."""
    for version in assigned.versions:
        if version.first <= day and (version.until is None or day < version.until):
            return version
    return None


def end_of_terms(assigned: Assigned) -> date | None:
    """The day from which no version is valid any more; versions follow one another without a hole."""
    return assigned.versions[-1].until


def _cuts(assigned: Assigned, period: Period) -> Iterator[date]:
    for version in assigned.versions:
        if period.first < version.first < period.until:
            yield version.first
        if version.terms.escalation is not None:
            steps = step_days(period, assigned.first, version.terms.escalation)
            yield from (day for day in steps if version.first <= day and (version.until is None or day < version.until))
    for vacancy in assigned.vacancies:
        for bound in (vacancy.first, vacancy.until):
            if bound is not None and period.first < bound < period.until:
                yield bound


def _span(assigned: Assigned, period: Period) -> Span:
    version = valid_on(assigned, period.first)
    assert version is not None, f"{period} begins before its tariff"
    escalation = version.terms.escalation
    steps = 0 if escalation is None else steps_on(period.first, assigned.first, escalation)
    return Span(period, version.terms, _vacant_factor(assigned, period.first), steps)


def _vacant_factor(assigned: Assigned, day: date) -> Decimal | None:
    """The factor granted for a day, by the newest grant; it takes the place of the assignment's own."""
    for vacancy in reversed(assigned.vacancies):
        if vacancy.first <= day and (vacancy.until is None or day < vacancy.until):
            return vacancy.factor
    return None


def _line(
    assigned: Assigned, span: Span, months: Fraction, usage: Fraction | None = None, so_far: Fraction = NONE
) -> PricedLine:
    terms = span.terms
    by_area = terms.formula in (Formula.AREA, Formula.TIERED_AREA)
    area = assigned.unit.areas.base(terms.area_base) if by_area else None
    if by_area and area is None:
        raise NoArea(terms.area_base)
    return PricedLine(
        period=span.period,
        months=months,
        formula=terms.formula,
        price=terms.price,
        area=area,
        area_base=terms.area_base if by_area else None,
        surcharge=terms.surcharge,
        minimum=terms.minimum,
        tiers=terms.tiers if terms.formula.is_tiered else (),
        tier_span=terms.tier_span,
        usage=usage,
        so_far=so_far if terms.tier_span is TierSpan.YEAR and terms.formula.is_tiered else NONE,
        meter_kind=terms.meter_kind if usage is not None else "",
        escalation=terms.escalation if span.steps else None,
        steps=span.steps,
        vacant=span.vacant,
        expression=terms.expression if terms.formula is Formula.EXPRESSION else "",
        values=_values(assigned, terms) if terms.formula is Formula.EXPRESSION else (),
    )


def _values(assigned: Assigned, terms: TariffTerms) -> tuple[tuple[str, Decimal], ...]:
    """What the variables of the expression are on this unit, as far as they are known; `price` stands in the line."""
    unit = assigned.unit
    known: dict[str, Decimal | int | None] = {
        "area": unit.areas.building,
        "inner_area": unit.areas.inner,
        "billing_area": unit.areas.billing,
        "floor": unit.floor,
        "headcount": unit.headcount,
        "coefficient": assigned.modifiers.coefficient,
    }
    named = names_in(terms.expression)
    return tuple((name, Decimal(value)) for name, value in known.items() if name in named and value is not None)
