"""What the terms being typed would cost on real units: pure reckoning, no database."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.core.money import Money
from app.core.periods import CALENDAR
from app.estate.unit_facts import UnitFacts, UnitRow
from app.fees.assigned import Assigned, BillableUnit, ValidTerms
from app.fees.billing_plan import NotComputable, PlannedCharge, SkipReason, next_charge
from app.fees.formulas import Areas
from app.fees.handover import HandoverMonth
from app.fees.terms import AreaBase, Formula, TariffTerms
from ui.fees.tariffs.metered_example import Measured

_SHOWN = 3
_AS_MEASURED = (Formula.AREA, Formula.TIERED_AREA, Formula.EXPRESSION)


@dataclass(frozen=True, slots=True)
class Example:
    """A full period, or the last readings, on one unit; without a charge the reason. `before`: by the terms so far."""

    unit: UnitRow
    charge: PlannedCharge | None
    before: Money | None
    reason: SkipReason | None = None
    about: str = ""
    invented: bool = False


def examples(
    units: Sequence[UnitRow], terms: TariffTerms, first: date, before: TariffTerms | None = None
) -> list[Example]:
    """The first full period from `first` on, on each of these units."""
    begin = _full_period_from(first, terms.cycle_months)
    return [_example(unit, terms, before, Assigned(_there(unit.facts), (), begin)) for unit in units]


def metered_examples(
    measured: Sequence[Measured], terms: TariffTerms, before: TariffTerms | None = None
) -> list[Example]:
    """The last readings of each of these units at the prices being typed."""
    return [
        _example(
            one.unit,
            terms,
            before,
            Assigned(_there(one.unit.facts), (), one.usages[-1].first, intervals=one.usages),
            invented=one.invented,
        )
        for one in measured
    ]


def telling_units(units: Sequence[UnitRow], terms: TariffTerms) -> list[UnitRow]:
    """Three of the units that show most: the smallest, the middle and the largest area."""
    if terms.formula not in _AS_MEASURED:
        return list(units[:_SHOWN])
    base = AreaBase.BUILDING if terms.formula is Formula.EXPRESSION else terms.area_base
    measured = [(area, unit) for unit in units if (area := _areas(unit.facts).base(base)) is not None]
    in_order = [unit for _, unit in sorted(measured, key=lambda pair: pair[0])]
    if len(in_order) <= _SHOWN:
        return in_order or list(units[:_SHOWN])
    return [in_order[0], in_order[len(in_order) // 2], in_order[-1]]


def _example(
    unit: UnitRow, terms: TariffTerms, before: TariffTerms | None, assigned: Assigned, *, invented: bool = False
) -> Example:
    so_far = None if before is None else _amount(assigned, before)
    try:
        charge = _charge(assigned, terms)
    except NotComputable as failure:
        return Example(unit, None, so_far, failure.reason, failure.about, invented)
    return Example(unit, charge, so_far, None if charge else SkipReason.NO_USAGE, invented=invented)


def _amount(assigned: Assigned, terms: TariffTerms) -> Money | None:
    try:
        charge = _charge(assigned, terms)
    except NotComputable:
        return None
    return None if charge is None else charge.amount


def _charge(assigned: Assigned, terms: TariffTerms) -> PlannedCharge | None:
    """The next charge, as if the terms had lain on the unit from the first of these days on."""
    valid = (ValidTerms(assigned.first, None, terms),)
    lying = Assigned(assigned.unit, valid, assigned.first, intervals=assigned.intervals)
    return next_charge(lying, HandoverMonth.FROM_HANDOVER_DAY)


def _full_period_from(first: date, cycle_months: int) -> date:
    """The first day on or after `first` on which a whole period of the calendar begins."""
    day = CALENDAR.line(CALENDAR.month_of(first))
    on_line = day == first and CALENDAR.month_of(first) % cycle_months == 0
    return first if on_line else CALENDAR.next_cycle_line(first, cycle_months)


def _there(facts: UnitFacts) -> BillableUnit:
    return BillableUnit(_areas(facts), floor=facts.floor, headcount=facts.headcount)


def _areas(facts: UnitFacts) -> Areas:
    return Areas(facts.building_area, facts.inner_area, facts.billing_area)
