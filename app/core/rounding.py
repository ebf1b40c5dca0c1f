"""Rounding: the one step in which an exact amount becomes whole fen."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction

from app.core.money import Money


class Rounding(StrEnum):
    """How an exact amount becomes a multiple of the rounding unit."""

    HALF_UP = "half_up"
    UP = "up"
    DOWN = "down"


ROUNDING_UNITS_FEN = (1, 10, 100)


def round_to_fen(exact: Fraction, mode: Rounding = Rounding.HALF_UP, unit_fen: int = 1) -> Money:
    """An exact amount in yuan, rounded once to a multiple of `unit_fen` (1 fen, 10 = 1 jiao, 100 = 1 yuan).

    Amounts below zero mirror those above, so that a reversal always undoes its original.
    """
    unit = exact.denominator * unit_fen
    steps, rest = divmod(abs(exact.numerator) * 100, unit)
    if (mode is Rounding.UP and rest) or (mode is Rounding.HALF_UP and rest * 2 >= unit):
        steps += 1
    fen = steps * unit_fen
    return Money(-fen if exact.numerator < 0 else fen)


def exact_yuan(amount: Money) -> Fraction:
    """The amount in yuan as an exact fraction, for arithmetic that is rounded later."""
    return Fraction(amount.fen, 100)
