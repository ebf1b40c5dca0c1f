"""The live example: three telling units, one full period, by the rules of the run itself."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from app.core.ids import BuildingId, UnitId
from app.core.money import Money
from app.estate.unit_facts import UnitFacts, UnitRow
from app.fees.terms import AreaBase, Formula, TariffTerms
from ui.fees.tariffs.live_example import examples, telling_units

BY_AREA = TariffTerms(Formula.AREA, Decimal("1.85"), cycle_months=3)


def units(*areas: str | None) -> list[UnitRow]:
    return [
        UnitRow(
            UnitId(at),
            f"1-1-{at}01",
            BuildingId(1),
            "1",
            f"{at}01",
            "",
            0,
            UnitFacts(f"1-1-{at}01", building_area=Decimal(area) if area else None),
        )
        for at, area in enumerate(areas, 1)
    ]


def test_the_smallest_the_middle_and_the_largest_area_are_shown() -> None:
    found = telling_units(units("90", "60", None, "120", "75", "100"), BY_AREA)
    assert [unit.code for unit in found] == ["1-1-201", "1-1-101", "1-1-401"]


def test_a_fixed_amount_needs_no_area() -> None:
    found = telling_units(units(None, "60", None, "80"), TariffTerms(Formula.FIXED, Decimal(15)))
    assert len(found) == 3


def test_the_example_is_the_first_full_period() -> None:
    (one,) = examples(units("89.50"), BY_AREA, date(2026, 11, 20))
    assert one.charge is not None
    assert (one.charge.period.first, one.charge.period.until) == (date(2027, 1, 1), date(2027, 4, 1))
    assert one.charge.amount == Money(496_73)


def test_a_period_that_begins_on_its_line_is_full_at_once() -> None:
    (one,) = examples(units("89.50"), BY_AREA, date(2026, 10, 1))
    assert one.charge is not None
    assert one.charge.period.first == date(2026, 10, 1)


def test_the_terms_so_far_are_reckoned_for_the_same_period() -> None:
    before = TariffTerms(Formula.AREA, Decimal("1.65"), cycle_months=3)
    (one,) = examples(units("100"), BY_AREA, date(2027, 1, 1), before)
    assert (one.charge and one.charge.amount, one.before) == (Money(555_00), Money(495_00))


def test_a_unit_without_the_area_has_no_charge() -> None:
    terms = TariffTerms(Formula.AREA, Decimal(1), area_base=AreaBase.INNER)
    (one,) = examples(telling_units(units("89.50"), terms), terms, date(2026, 10, 1))
    assert one.charge is None
