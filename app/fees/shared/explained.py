"""The facts by which a share of a common cost explains itself, and its amount computed again from them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from app.core.money import Money
from app.core.rounding import exact_yuan, round_to_fen
from app.fees.shared.rule import Share, Split, floor_fen

SHARED = "shared"
"""The kind of a charge that is a share of a common cost, and of its explanation."""


@dataclass(frozen=True, slots=True)
class MeteredTotal:
    """A total that a public meter made: its usage × the price in yuan, rounded once."""

    usage: Decimal
    price: Decimal

    @property
    def amount(self) -> Money:
        """The total."""
        return round_to_fen(Fraction(self.usage) * Fraction(self.price))

    def to_facts(self) -> dict[str, str]:
        """Decimals as text."""
        return {"usage": str(self.usage), "price": str(self.price)}


@dataclass(frozen=True, slots=True)
class SharedFacts:
    """What the explanation of a share says; weights exact."""

    title: str
    total: Money
    split: Split
    weight: Fraction
    base: Fraction
    extra: int
    metered: MeteredTotal | None

    @property
    def exact(self) -> Fraction:
        """The share in yuan before the last fen were handed out."""
        return exact_yuan(self.total) * self.weight / self.base


def explain_share(
    title: str, whole: Money, split: Split, share: Share, base: Fraction, metered: MeteredTotal | None
) -> dict[str, Any]:
    """Title, total, basis, the unit's weight among all, and the fen beyond the floor."""
    facts: dict[str, Any] = {
        "kind": SHARED,
        "title": title,
        "total": whole.fen,
        **split.to_facts(),
        "weight": str(share.weight),
        "weights": str(base),
        "extra": share.extra,
    }
    return facts | ({"metered": metered.to_facts()} if metered else {})


def shared_facts(explain: Mapping[str, Any]) -> SharedFacts:
    """The explanation of a share, read again."""
    metered = explain.get("metered")
    return SharedFacts(
        title=explain["title"],
        total=Money(explain["total"]),
        split=Split.from_facts(explain),
        weight=Fraction(explain["weight"]),
        base=Fraction(explain["weights"]),
        extra=explain["extra"],
        metered=MeteredTotal(Decimal(metered["usage"]), Decimal(metered["price"])) if metered else None,
    )


def recompute_share(explain: Mapping[str, Any]) -> Money:
    """The share computed anew.

    Raises ValueError where the total does not follow from the meter, or more than one fen was handed out beyond the
    floor.
    """
    facts = shared_facts(explain)
    if facts.extra not in (0, 1):
        msg = f"{facts.extra} fen beyond the floor"
        raise ValueError(msg)
    if facts.metered is not None and facts.metered.amount != facts.total:
        msg = f"{facts.total} does not follow from {facts.metered}"
        raise ValueError(msg)
    return Money(floor_fen(facts.total, facts.weight, facts.base) + facts.extra)
