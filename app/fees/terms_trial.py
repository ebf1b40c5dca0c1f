"""An expression tried on the units of the book before its tariff is saved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from app.core.periods import CALENDAR, Period
from app.fees.assigned import Assigned, ValidTerms
from app.fees.assigned_rows import UnitToBill, read_units
from app.fees.charge_lines import lines_by_months
from app.fees.formulas import exact_sum
from app.fees.skip_reason import NotComputable
from app.fees.terms import UNCHANGED, Formula, TariffTerms
from app.fees.terms_refusals import ExpressionFailsEverywhere

_ANY_MONTH = Period(date(2000, 1, 1), date(2000, 2, 1))


@dataclass(frozen=True, slots=True)
class Failure:
    """A unit on which the terms give no amount, and the variable or figure that it is about."""

    unit_code: str
    about: str


def must_give_an_amount(connection: Connection, terms: TariffTerms) -> None:
    """An expression has to give an amount on some unit, if there are units. Raises ExpressionFailsEverywhere.

    Units on which it fails are no obstacle: a tariff of homes need not fit parking spaces, and a run names them.
    """
    if terms.formula is not Formula.EXPRESSION:
        return
    units = read_units(connection)
    first: Failure | None = None
    for unit in units:
        failure = try_on(unit, terms)
        if failure is None:
            return
        first = first or failure
    if first is not None:
        raise ExpressionFailsEverywhere(terms.expression, first.unit_code, first.about)


def try_on(unit: UnitToBill, terms: TariffTerms) -> Failure | None:
    """Why the terms give no amount for a month of one unit; None where they do."""
    tried = Assigned(unit.billable, (ValidTerms(_ANY_MONTH.first, None, terms),), _ANY_MONTH.first)
    try:
        exact_sum(lines_by_months(tried, _ANY_MONTH, CALENDAR), UNCHANGED)
    except NotComputable as failure:
        return Failure(unit.code, failure.about)
    return None
