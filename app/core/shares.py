"""Splitting a total so that the parts always sum to the whole."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from app.core.money import Money


def share_out(whole: Money, weights: Sequence[Fraction | int]) -> list[Money]:
    """Parts of `whole` in proportion to the weights, by the largest remainder; ties go to the first in order.

    Raises ValueError for a negative weight or weights that sum to nothing (a bug of the caller).
    """
    base = sum(weights, Fraction(0))
    if base <= 0 or any(weight < 0 for weight in weights):
        msg = f"weights to share by are not negative and not all zero: {list(weights)}"
        raise ValueError(msg)
    exact = [abs(whole.fen) * Fraction(weight) / base for weight in weights]
    parts = [int(part) for part in exact]
    by_remainder = sorted(range(len(parts)), key=lambda place: parts[place] - exact[place])
    for place in by_remainder[: abs(whole.fen) - sum(parts)]:
        parts[place] += 1
    return [Money(-part if whole.fen < 0 else part) for part in parts]
