from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.money import Money
from app.core.periods import Convention, Period
from app.core.rounding import Rounding
from app.fees.billing_plan import Assigned, BillableUnit, PlannedCharge, ValidTerms, next_charge
from app.fees.explanation import recompute
from app.fees.formulas import Areas, NoArea
from app.fees.handover import HandoverMonth
from app.fees.terms import Anchor, AreaBase, Formula, Modifiers, TariffTerms
from tests.fees import oracle

FROM_DAY = HandoverMonth.FROM_HANDOVER_DAY


def charged(
    first: str, until: str, terms: TariffTerms, area: str | None, modifiers: Modifiers | None = None
) -> PlannedCharge:
    """The one charge of a span that lies inside one cycle."""
    unit = BillableUnit(Areas(building=Decimal(area) if area else None))
    start, end = date.fromisoformat(first), date.fromisoformat(until)
    versions = [ValidTerms(date(1990, 1, 1), None, terms)]
    charge = next_charge(Assigned(unit, versions, start, end, modifiers or Modifiers()), FROM_DAY)
    assert charge is not None
    assert charge.period == Period(start, end)
    assert recompute(charge.explain) == charge.amount
    return charge


def area_terms(price: str, cycle: int = 12, **more: object) -> TariffTerms:
    return TariffTerms(Formula.AREA, Decimal(price), cycle_months=cycle, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("first", "until", "area", "terms", "yuan"),
    [
        pytest.param(
            "2023-01-12", "2023-09-15", "89.35", area_terms("2.35"), "1703.26",
            id="89.35 ㎡ × 2.35 for 2023-01-12 until 2023-09-15, calendar grid",
        ),
        pytest.param(
            "2026-03-18", "2026-04-01", "96.42", area_terms("1.85", 1), "80.56",
            id="96.42 ㎡ × 1.85, handover 2026-03-18, rest of the month (14/31)",
        ),
        pytest.param("2026-05-01", "2026-06-01", "130.70", area_terms("0.15", 1), "19.61", id="0.15 × 130.70 half up"),
        pytest.param(
            "2026-01-01", "2027-01-01", "100.24", area_terms("1.4", rounding_unit_fen=100), "1684.00",
            id="100.24 × 1.4 × 12 to whole yuan",
        ),
        pytest.param("2026-08-01", "2026-09-01", "89.50", area_terms("1.85", 1), "165.58", id="165.575 goes up"),
        pytest.param("2026-07-01", "2026-10-01", "89.50", area_terms("1.85", 3), "496.73", id="a quarter"),
        pytest.param(
            "2026-08-01", "2026-09-01", "89.50", area_terms("1.85", 1, rounding=Rounding.DOWN), "165.57",
            id="165.575 down",
        ),
        pytest.param(
            "2026-08-01", "2026-09-01", None, TariffTerms(Formula.FIXED, Decimal(150)), "150.00", id="fixed amount"
        ),
        pytest.param(
            "2026-01-01", "2027-01-01", None, TariffTerms(Formula.FIXED, Decimal("0.005"), cycle_months=12), "0.06",
            id="rounded once for the charge, not once a month",
        ),
    ],
)  # fmt: skip
def test_a_charge_follows_the_formula(first: str, until: str, area: str | None, terms: TariffTerms, yuan: str) -> None:
    assert charged(first, until, terms, area).amount == Money(int(Decimal(yuan) * 100))


def test_modifiers_come_in_their_order() -> None:
    terms = area_terms("2.10", 3, surcharge=Decimal(10), minimum=Decimal(150))
    modifiers = Modifiers(Decimal("1.2"), Decimal("0.7"))
    assert charged("2026-01-01", "2026-03-01", terms, "100", modifiers).amount == Money(37280)


def test_the_minimum_counts_where_it_is_more() -> None:
    terms = area_terms("1", 1, surcharge=Decimal(1), minimum=Decimal(150))
    assert charged("2026-01-01", "2026-02-01", terms, "100").amount == Money(15000)


def test_the_area_that_the_tariff_names_is_used() -> None:
    areas = Areas(Decimal(100), Decimal(80), Decimal(90))
    assert [areas.base(base) for base in AreaBase] == [Decimal(100), Decimal(80), Decimal(90)]


@pytest.mark.parametrize("area", [None, Decimal(0)])
def test_a_missing_area_is_never_a_charge_of_nothing(area: Decimal | None) -> None:
    versions = [ValidTerms(date(2020, 1, 1), None, area_terms("1.85", 1))]
    with pytest.raises(NoArea):
        next_charge(Assigned(BillableUnit(Areas(area)), versions, date(2026, 1, 1)), FROM_DAY)


prices = st.decimals(Decimal("0.000001"), Decimal(9999), places=6).map(str)
areas = st.decimals(Decimal("0.0001"), Decimal(99999), places=4).map(str)
starts = st.dates(date(2000, 1, 1), date(2040, 12, 31))


@given(starts, st.integers(1, 400), prices, st.none() | areas, st.sampled_from(Convention), st.sampled_from(Anchor))
def test_the_independent_oracle_agrees_on_any_charge(
    start: date, days: int, price: str, area: str | None, convention: Convention, anchor: Anchor
) -> None:
    formula = Formula.AREA if area else Formula.FIXED
    terms = TariffTerms(formula, Decimal(price), cycle_months=12, anchor=anchor, convention=convention)
    unit = BillableUnit(Areas(Decimal(area) if area else None))
    end = start + oracle.ONE_DAY * days
    charge = next_charge(Assigned(unit, [ValidTerms(start, None, terms)], start, end), FROM_DAY)
    assert charge is not None
    grid_start = start if anchor is Anchor.OWN else start.replace(day=1)
    counted = oracle.months(charge.period.first, charge.period.until, grid_start, convention.value)
    assert charge.amount.fen == oracle.charge_fen(price, area, counted)
    assert recompute(charge.explain) == charge.amount
