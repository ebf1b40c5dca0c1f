from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.fees.mandate import Mandate
from app.fees.terms import Formula, LateFeeTerms, Modifiers, TariffTerms
from app.store.columns import canonical

numbers = st.decimals(Decimal(0), Decimal(9999), places=6)
mandates = st.none() | st.builds(Mandate, st.text(min_size=1), st.dates())
late_fees = st.none() | st.builds(LateFeeTerms, numbers, st.integers(0, 90), numbers)
all_terms = st.builds(
    TariffTerms,
    formula=st.sampled_from(Formula),
    price=numbers,
    cycle_months=st.sampled_from([1, 3, 6, 12]),
    due_day=st.integers(1, 31),
    rounding_unit_fen=st.sampled_from([1, 10, 100]),
    surcharge=numbers,
    minimum=numbers,
    late_fee=late_fees,
    mandate=mandates,
)


@given(all_terms)
def test_terms_come_back_from_the_database_as_they_were(terms: TariffTerms) -> None:
    assert TariffTerms.from_facts(terms.to_facts()) == terms
    assert canonical(terms.to_facts())
    kept = terms.charged_late_fee
    assert kept is None or LateFeeTerms.from_facts(kept.to_facts()) == kept
    assert (kept is None) is (terms.late_fee is None)


@given(st.builds(Modifiers, numbers, numbers))
def test_modifiers_come_back_as_they_were(modifiers: Modifiers) -> None:
    assert Modifiers.from_facts(modifiers.to_facts()) == modifiers


def test_an_assignment_without_modifiers_stores_nothing() -> None:
    assert Modifiers().to_facts() == {}


@pytest.mark.parametrize("wrong", [{"cycle_months": 2}, {"due_day": 0}, {"due_day": 32}, {"rounding_unit_fen": 50}])
def test_terms_that_no_screen_offers_are_a_bug(wrong: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="no "):
        TariffTerms(Formula.FIXED, Decimal(1), **wrong)  # type: ignore[arg-type]
