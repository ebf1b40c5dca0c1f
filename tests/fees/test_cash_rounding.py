from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.money import Money
from app.fees.cash_rounding import CashRounding, settle


@pytest.mark.parametrize(
    ("amount", "how", "cash", "rounding"),
    [
        pytest.param(186243, CashRounding.DOWN, 186240, 3, id="1862.43 exact in cash"),
        (186247, CashRounding.HALF_UP, 186250, -3),
        (186245, CashRounding.HALF_UP, 186250, -5),
        (186244, CashRounding.HALF_UP, 186240, 4),
        (186243, CashRounding.OFF, 186243, 0),
        (186240, CashRounding.DOWN, 186240, 0),
    ],
)
def test_cash_settles_to_the_jiao(amount: int, how: CashRounding, cash: int, rounding: int) -> None:
    settled = settle(Money(amount), how)
    assert (settled.cash, settled.rounding) == (Money(cash), Money(rounding))


@given(st.integers(0, 10**9), st.sampled_from(CashRounding))
def test_cash_and_rounding_are_the_amount(fen: int, how: CashRounding) -> None:
    settled = settle(Money(fen), how)
    assert settled.cash + settled.rounding == Money(fen)
    assert how is CashRounding.OFF or (settled.cash.fen % 10 == 0 and abs(settled.rounding.fen) < 10)
