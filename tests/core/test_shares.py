from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.money import Money, total
from app.core.shares import share_out

weights = st.lists(st.fractions(min_value=0, max_value=1000), min_size=1, max_size=30).filter(lambda w: sum(w) > 0)


def test_560_shared_over_three_areas() -> None:
    areas = [Fraction("89.35"), Fraction("101.20"), Fraction(75)]
    assert share_out(Money(56000), areas) == [Money(18843), Money(21341), Money(15816)]


def test_1000_over_three_months_gives_the_odd_fen_to_the_first() -> None:
    assert share_out(Money(100000), [1, 1, 1]) == [Money(33334), Money(33333), Money(33333)]


@given(st.integers(-(10**9), 10**9), weights)
def test_shares_conserve_every_fen(fen: int, parts: list[Fraction]) -> None:
    assert total(share_out(Money(fen), parts)) == Money(fen)


@given(st.integers(-(10**9), 10**9), weights)
def test_no_share_is_a_whole_fen_off_its_exact_part(fen: int, parts: list[Fraction]) -> None:
    for share, weight in zip(share_out(Money(fen), parts), parts, strict=True):
        assert abs(share.fen - fen * weight / sum(parts)) < 1


@given(st.integers(0, 10**9), weights)
def test_giving_back_shares_as_taking_did(fen: int, parts: list[Fraction]) -> None:
    assert share_out(Money(-fen), parts) == [-share for share in share_out(Money(fen), parts)]


@pytest.mark.parametrize("parts", [[], [0, 0], [1, -1, 3]])
def test_weights_that_cannot_share_are_a_bug(parts: list[int]) -> None:
    with pytest.raises(ValueError, match="weights"):
        share_out(Money(100), parts)
