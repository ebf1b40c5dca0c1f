"""Common costs as no office would dare to have them: for the oracle, and as the program is told of them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from random import Random

from app.core.ids import BuildingId, UnitId
from app.core.money import Money
from app.fees.explanation import recompute
from app.fees.formulas import Areas
from app.fees.shared.explained import MeteredTotal, explain_share
from app.fees.shared.rule import Basis, NoWeight, Sharer, Split, shares_of, weight_of
from app.fees.terms import AreaBase
from tests.fees.oracle_shares import CommonCost, Home
from tests.fees.random_cases import AREAS, decimal

BASES = ("area", "unit", "headcount", "usage")


def random_cost(seed: int) -> CommonCost:
    """One of endlessly many costs; the same for the same seed."""
    rng = Random(seed)
    by_meter = rng.random() < 0.3
    alike = _home(rng) if rng.random() < 0.2 else None
    return CommonCost(
        basis=rng.choice(BASES),
        homes=tuple(alike or _home(rng) for _ in range(rng.choice((1, 2, 3, 5, 8, 30)))),
        bill_fen=rng.choice((rng.randrange(1, 50), rng.randrange(1, 10**7))),
        usage=decimal(rng, 1, 5000, rng.choice((0, 1, 4))) if by_meter else "",
        price=decimal(rng, 1, 9, rng.choice((0, 2, 6))) if by_meter else "",
        area=rng.choice(AREAS),
        unsold_too=rng.random() < 0.3,
    )


def _home(rng: Random) -> Home:
    return Home(
        areas=tuple((kind, _known(rng, decimal(rng, 10, 300, rng.choice((0, 2, 4))))) for kind in AREAS),
        headcount=rng.choice((None, 0, 1, 2, 3, 7)),
        usage=rng.choice((None, Fraction(0), Fraction(decimal(rng, 0, 90, 2)), Fraction(rng.randrange(1, 99), 7))),
        unsold=rng.random() < 0.1,
    )


def _known(rng: Random, area: str) -> str | None:
    return None if rng.random() < 0.05 else area


@dataclass(frozen=True)
class ToldCost:
    """A cost as the program keeps it."""

    cost: CommonCost

    @property
    def metered(self) -> MeteredTotal | None:
        return MeteredTotal(Decimal(self.cost.usage), Decimal(self.cost.price)) if self.cost.usage else None

    @property
    def whole(self) -> Money:
        return self.metered.amount if self.metered else Money(self.cost.bill_fen)

    def shares(self) -> list[int | None]:
        """The fen of each home in order, each computed again from its explanation; None for who gets no share."""
        split = Split(Basis(self.cost.basis), AreaBase(self.cost.area))
        sharers = [_sharer(number, home) for number, home in enumerate(self.cost.homes)]
        weighed = [
            (one, weight)
            for one in sharers
            if not isinstance(weight := weight_of(one, split, unsold_too=self.cost.unsold_too), NoWeight)
        ]
        if not weighed:
            return [None] * len(sharers)
        base = sum((weight for _, weight in weighed), Fraction(0))
        found: dict[int, int] = {}
        for share in shares_of(self.whole, weighed):
            explain = explain_share("照明", self.whole, split, share, base, self.metered)
            assert recompute(explain) == share.amount
            found[share.sharer.unit_id] = share.amount.fen
        return [found.get(one.unit_id) for one in sharers]


def _sharer(number: int, home: Home) -> Sharer:
    areas = Areas(**{kind: None if area is None else Decimal(area) for kind, area in home.areas})
    return Sharer(
        UnitId(number), f"3-1-{number}", BuildingId(3), "3栋", areas, home.headcount, home.unsold, home.usage
    )  # fmt: skip
