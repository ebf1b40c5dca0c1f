from __future__ import annotations

from copy import deepcopy
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from app.core.money import Money
from app.fees.billing_plan import Assigned, BillableUnit, ValidTerms, next_charge
from app.fees.explanation import recompute, typed_explanation
from app.fees.formulas import Areas
from app.fees.handover import HandoverMonth
from app.fees.terms import AreaBase, Formula, TariffTerms
from app.fees.words.paper_words import paper_columns
from app.store.columns import canonical


def explained() -> dict[str, Any]:
    """A quarter whose tariff goes over from building area to inner area in August."""
    by_building = TariffTerms(Formula.AREA, Decimal("1.85"), cycle_months=3)
    by_inner = TariffTerms(Formula.AREA, Decimal("2.20"), area_base=AreaBase.INNER, cycle_months=3)
    versions = [
        ValidTerms(date(2020, 1, 1), date(2026, 8, 1), by_building),
        ValidTerms(date(2026, 8, 1), None, by_inner),
    ]
    unit = BillableUnit(Areas(building=Decimal("89.50"), inner=Decimal("70.20")))
    charge = next_charge(Assigned(unit, versions, date(2026, 7, 1)), HandoverMonth.FROM_HANDOVER_DAY)
    assert charge is not None
    assert charge.amount == Money(47446)  # 89.5 × 1.85 + 70.2 × 2.20 × 2 = 474.455
    return charge.explain


def test_the_facts_are_plain_enough_for_the_database() -> None:
    assert canonical(explained())


def test_two_kinds_of_area_in_one_charge_are_both_printed() -> None:
    assert paper_columns(explained()).quantity == "89.50 ㎡ × 1 个月 + 70.20 ㎡ × 2 个月"


def test_months_that_do_not_follow_from_the_days_are_found() -> None:
    facts = deepcopy(explained())
    facts["lines"][0]["months"] = "2"
    with pytest.raises(ValueError, match="do not follow"):
        recompute(facts)


def test_a_typed_amount_cannot_be_computed_again() -> None:
    assert recompute(typed_explanation()) is None
