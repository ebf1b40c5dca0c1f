"""What the terms being typed would cost on real units: pure reckoning, no database."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.core.money import Money
from app.core.periods import CALENDAR
from app.estate.unit_facts import UnitFacts, UnitRow
from app.fees.billing_plan import Assigned, BillableUnit, PlannedCharge, ValidTerms, next_charge
from app.fees.formulas import Areas, NoArea
from app.fees.handover import HandoverMonth
from app.fees.terms import Formula, TariffTerms

_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Example:
    """One full period on one unit; without a charge the unit lacks the area. `before`: by the terms so far."""

    unit: UnitRow
    charge: PlannedCharge | None
    before: Money | None


def examples(
    units: Sequence[UnitRow], terms: TariffTerms, first: date, before: TariffTerms | None = None
) -> list[Example]:
    """The first full period from `first` on, on each of these units."""
    return [Example(unit, _charge(unit, terms, first), _amount(unit, before, first)) for unit in units]


def telling_units(units: Sequence[UnitRow], terms: TariffTerms) -> list[UnitRow]:
    """Three of the units that show most: the smallest, the middle and the largest area."""
    if terms.formula is not Formula.AREA:
        return list(units[:_SHOWN])
    measured = [(area, unit) for unit in units if (area := _areas(unit.facts).base(terms.area_base)) is not None]
    in_order = [unit for _, unit in sorted(measured, key=lambda pair: pair[0])]
    if len(in_order) <= _SHOWN:
        return in_order or list(units[:_SHOWN])
    return [in_order[0], in_order[len(in_order) // 2], in_order[-1]]


def _amount(unit: UnitRow, terms: TariffTerms | None, first: date) -> Money | None:
    charge = None if terms is None else _charge(unit, terms, first)
    return None if charge is None else charge.amount


def _charge(unit: UnitRow, terms: TariffTerms, first: date) -> PlannedCharge | None:
    begin = _full_period_from(first, terms.cycle_months)
    there = BillableUnit(_areas(unit.facts))
    assigned = Assigned(there, (ValidTerms(begin, None, terms),), begin)
    try:
        return next_charge(assigned, HandoverMonth.FROM_HANDOVER_DAY)
    except NoArea:
        return None


def _full_period_from(first: date, cycle_months: int) -> date:
    """The first day on or after `first` on which a whole period of the calendar begins."""
    day = CALENDAR.line(CALENDAR.month_of(first))
    on_line = day == first and CALENDAR.month_of(first) % cycle_months == 0
    return first if on_line else CALENDAR.next_cycle_line(first, cycle_months)


def _areas(facts: UnitFacts) -> Areas:
    return Areas(facts.building_area, facts.inner_area, facts.billing_area)
