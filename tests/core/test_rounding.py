from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.money import Money
from app.core.rounding import ROUNDING_UNITS_FEN, Rounding, exact_yuan, round_to_fen


@pytest.mark.parametrize(
    ("exact", "mode", "unit_fen", "fen"),
    [
        pytest.param("444.195", Rounding.HALF_UP, 1, 44420, id="444.195 half up to the fen is 444.20"),
        pytest.param("444.191", Rounding.UP, 1, 44420, id="444.191 up to the fen is 444.20"),
        pytest.param("444.199", Rounding.DOWN, 1, 44419, id="444.199 down to the fen is 444.19"),
        pytest.param("444.20", Rounding.UP, 1, 44420, id="a whole fen is not rounded up"),
        pytest.param("19.605", Rounding.HALF_UP, 1, 1961, id="0.15 × 130.70 half up is 19.61"),
        pytest.param("1684.032", Rounding.HALF_UP, 100, 168400, id="100.24 × 1.4 × 12 to whole yuan is 1684.00"),
        pytest.param("1684.50", Rounding.HALF_UP, 100, 168500, id="half a yuan goes up"),
        pytest.param("1684.05", Rounding.HALF_UP, 10, 168410, id="half a jiao goes up"),
        pytest.param("1684.01", Rounding.UP, 10, 168410, id="up to the jiao"),
        pytest.param("-444.195", Rounding.HALF_UP, 1, -44420, id="below zero mirrors above"),
    ],
)
def test_an_exact_amount_is_rounded_once(exact: str, mode: Rounding, unit_fen: int, fen: int) -> None:
    assert round_to_fen(Fraction(exact), mode, unit_fen) == Money(fen)


@given(
    st.fractions(min_value=-(10**7), max_value=10**7), st.sampled_from(Rounding), st.sampled_from(ROUNDING_UNITS_FEN)
)
def test_rounding_moves_less_than_one_unit_in_its_direction(exact: Fraction, mode: Rounding, unit_fen: int) -> None:
    rounded = round_to_fen(exact, mode, unit_fen)
    moved = abs(exact_yuan(rounded)) - abs(exact)
    unit = Fraction(unit_fen, 100)
    assert rounded.fen % unit_fen == 0
    if mode is Rounding.UP:
        assert 0 <= moved < unit
    elif mode is Rounding.DOWN:
        assert -unit < moved <= 0
    else:
        assert -unit / 2 < moved <= unit / 2


@given(st.integers(-(10**9), 10**9), st.sampled_from(Rounding))
def test_whole_fen_stay_as_they_are(fen: int, mode: Rounding) -> None:
    assert round_to_fen(exact_yuan(Money(fen)), mode) == Money(fen)
