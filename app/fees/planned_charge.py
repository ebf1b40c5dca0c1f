"""One charge to be written: its lines summed exactly and rounded once, with its due date and its explanation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from app.core.money import Money
from app.core.periods import MonthGrid, Period
from app.core.rounding import round_to_fen
from app.fees.assigned import Assigned
from app.fees.charge_lines import lines_by_months, lines_by_usage, valid_on
from app.fees.due_dates import due_date
from app.fees.explanation import explain_lines, explain_mandates, explain_months, explain_readings
from app.fees.formulas import PricedLine, exact_sum
from app.fees.mandate import Mandate
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
    explain = _explain(assigned, lines, terms) | explain_months(grid, terms.convention)
    return PlannedCharge(period, due_date(period, terms), _amount(assigned, lines, terms), explain, terms)


def charge_by_usage(assigned: Assigned, stretch: Stretch, terms: TariffTerms) -> PlannedCharge:
    """The charge of a stretch of readings."""
    lines = lines_by_usage(assigned, stretch)
    explain = _explain(assigned, lines, terms) | explain_readings(stretch.readings)
    due = due_date(stretch.period, terms)
    return PlannedCharge(stretch.period, due, _amount(assigned, lines, terms), explain, terms)


def _explain(assigned: Assigned, lines: tuple[PricedLine, ...], terms: TariffTerms) -> dict[str, Any]:
    return explain_lines(lines, assigned.modifiers, terms) | explain_mandates(_mandates(assigned, lines))


def _mandates(assigned: Assigned, lines: tuple[PricedLine, ...]) -> list[Mandate]:
    """Those of the versions whose surcharge or minimum is in the lines, each once."""
    if all(version.terms.mandate is None for version in assigned.versions):
        return []  # most of a run's charges
    versions = [valid_on(assigned, line.period.first) for line in lines if line.surcharge or line.minimum]
    return list(dict.fromkeys(one.terms.mandate for one in versions if one is not None and one.terms.mandate))


def _amount(assigned: Assigned, lines: tuple[PricedLine, ...], terms: TariffTerms) -> Money:
    return round_to_fen(exact_sum(lines, assigned.modifiers), terms.rounding, terms.rounding_unit_fen)
