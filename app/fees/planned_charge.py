"""One charge to be written: its lines summed exactly and rounded once, with its due date and its explanation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from app.core.money import Money
from app.core.periods import MonthGrid, Period
from app.core.rounding import round_to_fen
from app.fees.assigned import Assigned
from app.fees.charge_lines import lines_by_months, lines_by_usage
from app.fees.due_dates import due_date
from app.fees.explanation import explain_lines, explain_months, explain_readings
from app.fees.formulas import PricedLine, exact_sum
from app.fees.metered import Stretch
from app.fees.terms import TariffTerms


@dataclass(frozen=True, slots=True)
class PlannedCharge:
    """One charge to be written; amount in fen, the late-fee terms as facts."""

    period: Period
    due_on: date
    amount: Money
    explain: dict[str, Any]
    terms: TariffTerms


def charge_by_months(assigned: Assigned, period: Period, terms: TariffTerms, grid: MonthGrid) -> PlannedCharge:
    """The charge of a period. Raises NotComputable."""
    lines = lines_by_months(assigned, period, grid)
    explain = explain_lines(lines, assigned.modifiers, terms) | explain_months(grid, terms.convention)
    return PlannedCharge(period, due_date(period, terms), _amount(assigned, lines, terms), explain, terms)


def charge_by_usage(assigned: Assigned, stretch: Stretch, terms: TariffTerms) -> PlannedCharge:
    """The charge of a stretch of readings."""
    lines = lines_by_usage(assigned, stretch)
    explain = explain_lines(lines, assigned.modifiers, terms) | explain_readings(stretch.readings)
    due = due_date(stretch.period, terms)
    return PlannedCharge(stretch.period, due, _amount(assigned, lines, terms), explain, terms)


def _amount(assigned: Assigned, lines: tuple[PricedLine, ...], terms: TariffTerms) -> Money:
    return round_to_fen(exact_sum(lines, assigned.modifiers), terms.rounding, terms.rounding_unit_fen)
