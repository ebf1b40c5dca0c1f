"""Tiers (阶梯): a quantity cut into the parts that each have a price of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from app.fees.terms import Tier

ONE = Fraction(1)
NONE = Fraction(0)


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
        end = until if last else min(until, Fraction(tier.up_to or 0) * scale)
        if end > first:
            yield TierPart(end - first, tier.price)
            first = end


def tiers_amount(parts: Sequence[TierPart]) -> Fraction:
    """All parts at their prices, in yuan, not rounded."""
    return sum((part.quantity * Fraction(part.price) for part in parts), NONE)
