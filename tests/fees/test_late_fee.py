from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.money import NOTHING, Money
from app.fees.explanation import recompute
from app.fees.late_fees.late_fee import BalanceDays, LateFee, Movement, late_fee
from app.fees.terms import LateFeeTerms
from tests.fees import oracle

DUE = date(2026, 1, 5)
FIVE_IN_TEN_THOUSAND = LateFeeTerms(Decimal("0.0005"))


def owed(
    day: str, *movements: Movement, terms: LateFeeTerms = FIVE_IN_TEN_THOUSAND, amount: int = 100000, already: int = 0
) -> LateFee:
    return late_fee(terms, Money(amount), DUE, movements, Money(already), date.fromisoformat(day))


def paid(day: str, fen: int) -> Movement:
    return Movement(date.fromisoformat(day), Money(-fen))


def waived(day: str, fen: int) -> Movement:
    return Movement(date.fromisoformat(day), Money(-fen), adjusts=True)


def test_1000_due_2026_01_05_paid_2026_03_06_at_five_in_ten_thousand() -> None:
    fee = owed("2026-03-06")
    assert (fee.owed, fee.days, fee.exact) == (Money(3000), 60, Fraction(30))


def test_the_same_with_400_of_it_paid_on_2026_02_04() -> None:
    fee = owed("2026-03-06", paid("2026-02-04", 40000))
    assert fee.owed == Money(2400)
    assert fee.lines == (BalanceDays(Money(100000), 30), BalanceDays(Money(60000), 30))


def test_nothing_is_owed_within_the_days_of_grace_and_all_days_after_them() -> None:
    grace = LateFeeTerms(Decimal("0.0005"), grace_days=7)
    assert owed("2026-01-12", terms=grace).owed == NOTHING
    assert owed("2026-01-13", terms=grace).owed == Money(400)


def test_100_due_2020_01_05_at_three_in_a_thousand_is_capped_at_the_principal() -> None:
    fee = late_fee(LateFeeTerms(Decimal("0.003")), Money(10000), date(2020, 1, 5), [], NOTHING, date(2026, 3, 6))
    assert fee.owed == Money(10000)
    assert fee.capped


def test_nothing_is_owed_on_the_due_day_and_before() -> None:
    assert owed("2026-01-05").owed == NOTHING
    assert owed("2025-12-01").owed == NOTHING
    assert owed("2026-01-06").owed == Money(50)


def test_it_stays_owed_and_no_longer_grows_when_the_principal_is_paid() -> None:
    full = paid("2026-02-04", 100000)
    assert owed("2026-02-04", full).owed == owed("2027-02-04", full).owed == Money(1500)


def test_principal_paid_within_the_grace_owes_nothing_ever() -> None:
    grace = LateFeeTerms(Decimal("0.0005"), grace_days=7)
    assert owed("2026-06-01", paid("2026-01-10", 100000), terms=grace).owed == NOTHING


def test_principal_paid_before_it_is_due_lowers_the_base() -> None:
    assert owed("2026-03-06", paid("2025-12-20", 40000)).owed == Money(1800)


def test_what_was_taken_or_waived_already_is_not_owed_again() -> None:
    assert owed("2026-03-06", already=2999).owed == Money(1)
    assert owed("2026-03-06", already=3000).owed == NOTHING
    assert owed("2026-03-06", already=9999).owed == NOTHING


def test_a_waiver_lowers_the_base_from_its_day_and_the_cap() -> None:
    assert owed("2026-03-06", waived("2026-02-04", 40000)).owed == Money(2400)
    capped = LateFeeTerms(Decimal("0.01"), cap=Decimal("0.1"))
    assert owed("2026-06-05", waived("2026-02-04", 40000), terms=capped).owed == Money(6000)
    assert owed("2026-06-05", waived("2026-06-05", 40000), terms=capped).owed == Money(6000)


def test_a_payment_after_the_day_of_reckoning_is_not_known_yet() -> None:
    assert owed("2026-02-04", paid("2026-02-05", 100000)).owed == Money(1500)


def test_the_receipt_shows_the_days_from_the_one_after_the_due_date() -> None:
    period = owed("2026-03-06").period
    assert (period.first, period.until) == (date(2026, 1, 6), date(2026, 3, 7))


payments = st.lists(st.tuples(st.integers(-60, 900), st.integers(1, 60000)), max_size=5)
terms = st.builds(
    LateFeeTerms,
    st.decimals(Decimal("0.0001"), Decimal("0.01"), places=5),
    st.integers(0, 40),
    st.sampled_from([Decimal(1), Decimal("0.3"), Decimal(2)]),
)


@given(st.integers(1, 200000), terms, payments, st.integers(-10, 1000))
def test_the_independent_oracle_agrees_on_any_late_fee(
    amount: int, rule: LateFeeTerms, made: list[tuple[int, int]], late: int
) -> None:
    on = [(DUE + timedelta(days), fen) for days, fen in made]
    day = DUE + timedelta(late)
    fee = late_fee(rule, Money(amount), DUE, [Movement(at, Money(-fen)) for at, fen in on], NOTHING, day)
    expected = oracle.late_fee_fen(amount, DUE, str(rule.daily_rate), on, day, rule.grace_days, str(rule.cap))
    assert fee.owed.fen == expected
    assert recompute(fee.to_facts()) == fee.owed


@given(st.integers(1, 200000), terms, payments, st.integers(-10, 1000), st.integers(0, 400))
def test_it_never_falls_as_days_pass_and_never_passes_the_cap(
    amount: int, rule: LateFeeTerms, made: list[tuple[int, int]], late: int, more: int
) -> None:
    moves = [Movement(DUE + timedelta(days), Money(-fen)) for days, fen in made]
    now, later = (late_fee(rule, Money(amount), DUE, moves, NOTHING, DUE + timedelta(d)) for d in (late, late + more))
    assert NOTHING <= now.owed <= later.owed <= later.most


@pytest.mark.parametrize("already", [0, 1234])
def test_the_facts_give_the_same_fen_again(already: int) -> None:
    fee = owed("2026-03-06", paid("2026-02-04", 40000), already=already)
    assert recompute(fee.to_facts()) == fee.owed == Money(2400 - already)
