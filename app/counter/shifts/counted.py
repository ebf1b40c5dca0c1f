"""What was counted at a close: cash by denomination, totals of terminals and apps, references that arrived."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Self

from app.core.money import Money
from app.counter.cash.denominations import CashCount
from app.counter.methods import Method
from app.counter.refusals import NotCounted
from app.counter.shifts.references import Reference
from app.counter.shifts.refusals import PiecesMissing, ReferenceNotOfShift, ReferencesNotLookedAt
from app.counter.shifts.takings import TICKED


@dataclass(frozen=True, slots=True)
class Counted:
    """`totals` are what terminal and apps say by method; `arrived` and `later` are ids of references."""

    cash: CashCount
    totals: Mapping[Method, Money] = field(default_factory=lambda: MappingProxyType({}))
    arrived: frozenset[int] = frozenset()
    later: frozenset[int] = frozenset()

    def check(self, methods: Collection[Method], pieces: Sequence[Money], references: Sequence[Reference]) -> None:
        """Refuse what was not counted.

        Raises PiecesMissing, NotCounted, ReferencesNotLookedAt, ReferenceNotOfShift.
        """
        if missing := self.cash.missing(pieces):
            raise PiecesMissing(missing)
        silent = tuple(each for each in methods if has_total(each) and each not in self.totals)
        if silent:
            raise NotCounted(silent)
        known = {one.id for one in references}
        if not self.arrived | self.later <= known:
            raise ReferenceNotOfShift
        waiting = known - self.arrived - self.later
        if waiting:
            raise ReferencesNotLookedAt(len(waiting))

    def to_facts(self) -> dict[str, Any]:
        """A document for the database, amounts in fen."""
        return {
            "cash": self.cash.to_facts(),
            "totals": {method.value: amount.fen for method, amount in self.totals.items()},
            "arrived": sorted(self.arrived),
            "later": sorted(self.later),
        }

    @classmethod
    def from_facts(cls, facts: Mapping[str, Any]) -> Self:
        """As it was stored."""
        return cls(
            CashCount.from_facts(facts["cash"]),
            {Method(name): Money(fen) for name, fen in facts["totals"].items()},
            frozenset(facts["arrived"]),
            frozenset(facts["later"]),
        )


def has_total(method: Method) -> bool:
    """Whether a terminal or an app says what came in by this method."""
    return not method.is_cash and method not in TICKED
