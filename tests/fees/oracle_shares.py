"""A common cost split as the money rules say: each unit its whole fen, then the fen left over one at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from tests.fees.oracle import half_up_fen


@dataclass(frozen=True)
class Home:
    """What a unit may share by; None where it is not known."""

    areas: tuple[tuple[str, str | None], ...]
    headcount: int | None
    usage: Fraction | None
    unsold: bool


@dataclass(frozen=True)
class CommonCost:
    """A bill in fen, or what a public meter used at a price; split by area, unit, headcount or usage."""

    basis: str
    homes: tuple[Home, ...]
    bill_fen: int = 0
    usage: str = ""
    price: str = ""
    area: str = "building"
    unsold_too: bool = False

    @property
    def fen(self) -> int:
        return half_up_fen(Fraction(self.usage) * Fraction(self.price)) if self.usage else self.bill_fen


def shares(cost: CommonCost) -> list[int | None]:
    """The fen of each home in order, None for who has nothing to share by."""
    weights = [_weight(cost, home) for home in cost.homes]
    whole = sum(weights)
    if not whole:
        return [None] * len(weights)
    fen = [cost.fen * weight // whole for weight in weights]
    rests: Sequence[Fraction] = [cost.fen * weight / whole - floor for weight, floor in zip(weights, fen, strict=True)]
    waiting = list(range(len(fen)))
    while sum(fen) < cost.fen:
        place = max(waiting, key=lambda one: (rests[one], -one))
        waiting.remove(place)
        fen[place] += 1
    return [int(amount) if weight else None for amount, weight in zip(fen, weights, strict=True)]


def _weight(cost: CommonCost, home: Home) -> Fraction:
    if home.unsold and not cost.unsold_too:
        return Fraction(0)
    if cost.basis == "unit":
        return Fraction(1)
    if cost.basis == "area":
        return Fraction(dict(home.areas).get(cost.area) or 0)
    if cost.basis == "headcount":
        return Fraction(home.headcount or 0)
    return max(home.usage or Fraction(0), Fraction(0))
