"""Tiers (阶梯): a quantity cut into the parts that each have a price of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from app.fees.terms import Tier

ONE = Fraction(1)
NONE = Fraction(0)
NOTHING = Decimal(0)


@lru_cache(maxsize=4096)
def exactly(figure: Decimal) -> Fraction:
    """A figure of a tariff as a fraction; a run asks for the same few ten thousands of times."""
    return Fraction(figure)


@lru_cache(maxsize=4096)
def _scaled(up_to: Decimal, scale: Fraction) -> Fraction:
    return Fraction(up_to) * scale


@dataclass(frozen=True, slots=True)
class TierPart:
    """So much of a quantity (㎡ or usage) at one price in yuan."""

    quantity: Fraction
    price: Decimal


def tier_parts(
    tiers: Sequence[Tier], quantity: Fraction, so_far: Fraction = NONE, scale: Fraction = ONE
) -> tuple[TierPart, ...]:
    """The parts of a quantity that comes on top of `so_far`; `scale` widens every tier (monthly tiers over months).

    The last tier takes all above the one before it, whatever its own end says.
    """
    return tuple(_parts(tiers, so_far, so_far + quantity, scale))


def _parts(tiers: Sequence[Tier], first: Fraction, until: Fraction, scale: Fraction) -> Iterator[TierPart]:
    for place, tier in enumerate(tiers):
        if first >= until:
            return
        last = tier.up_to is None or place == len(tiers) - 1
        end = until if last else min(until, _scaled(tier.up_to or NOTHING, scale))
        if end > first:
            yield TierPart(end - first, tier.price)
            first = end


def tiers_amount(parts: Sequence[TierPart]) -> Fraction:
    """All parts at their prices, in yuan, not rounded."""
    first, *others = (part.quantity * exactly(part.price) for part in parts) if parts else (NONE,)
    return sum(others, first)
