"""Which cash is looked at once more before it is taken."""

from __future__ import annotations

import pytest

from app.core.money import Money
from app.counter.payments.plausible_cash import is_implausible


@pytest.mark.parametrize(
    ("received", "due"),
    [(9_000_000, 632), (10_633, 632), (1_101, 100), (7_000, 600)],
)
def test_cash_far_above_the_due_is_implausible(received: int, due: int) -> None:
    assert is_implausible(Money.yuan(received), Money.yuan(due))


@pytest.mark.parametrize(
    ("received", "due"),
    [(632, 632), (700, 632), (1_100, 100), (1_090, 90), (10_000, 1_404), (20_000, 10_000), (100, 632)],
)
def test_cash_as_people_hand_it_over_is_not(received: int, due: int) -> None:
    assert not is_implausible(Money.yuan(received), Money.yuan(due))
