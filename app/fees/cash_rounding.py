"""Cash settles to the jiao, because there are no fen coins."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.core.money import NOTHING, Money
from app.core.rounding import Rounding, exact_yuan, round_to_fen

JIAO_FEN = 10


class CashRounding(StrEnum):
    """How the cash part of a payment becomes whole jiao."""

    DOWN = "down"
    HALF_UP = "half_up"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class Settled:
    """What is taken in cash, and the rounding line (抹零) that makes up the rest: cash + rounding = amount."""

    cash: Money
    rounding: Money


def settle(amount: Money, how: CashRounding = CashRounding.DOWN) -> Settled:
    """Settle a cash amount to the jiao; the rounding is negative where half a jiao or more went up."""
    if how is CashRounding.OFF:
        return Settled(amount, NOTHING)
    cash = round_to_fen(exact_yuan(amount), Rounding(how.value), JIAO_FEN)
    return Settled(cash, amount - cash)
