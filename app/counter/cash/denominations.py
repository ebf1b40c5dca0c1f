"""Notes and coins: how many of each were counted, and what they come to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Self

from app.core.money import Money, total

DENOMINATIONS = tuple(Money(fen) for fen in (100_00, 50_00, 20_00, 10_00, 5_00, 1_00, 50, 10))
"""What circulates, in fen, as a drawer is counted: the largest first."""

FEN = Money(1)
"""Only offices that take fen in cash as they are count single fen."""


@dataclass(frozen=True, slots=True)
class CashCount:
    """Pieces by denomination (fen of one piece); a denomination that is not named was not counted."""

    pieces: Mapping[int, int] = field(default_factory=lambda: MappingProxyType({}))

    @classmethod
    def of(cls, amount: Money) -> Self:
        """The fewest pieces that make an amount that is not negative."""
        rest, pieces = amount.fen, dict[int, int]()
        for piece in (*DENOMINATIONS, FEN):
            pieces[piece.fen], rest = divmod(rest, piece.fen)
        if not pieces[FEN.fen]:
            del pieces[FEN.fen]
        return cls(pieces)

    @classmethod
    def from_facts(cls, facts: Iterable[tuple[int, int]]) -> Self:
        """As it was stored."""
        return cls(dict(facts))

    @property
    def amount(self) -> Money:
        """What the pieces come to."""
        return total(Money(fen * count) for fen, count in self.pieces.items())

    def missing(self, asked: Iterable[Money] = DENOMINATIONS) -> tuple[Money, ...]:
        """The denominations that were not counted: not counted is not zero."""
        return tuple(piece for piece in asked if piece.fen not in self.pieces)

    def of_piece(self, piece: Money) -> Money:
        """What was counted of one denomination."""
        return piece * self.pieces.get(piece.fen, 0)

    def to_facts(self) -> list[list[int]]:
        """Pairs of fen and pieces, the largest first."""
        return [[fen, self.pieces[fen]] for fen in sorted(self.pieces, reverse=True)]


def denominations(*, fen: bool) -> tuple[Money, ...]:
    """What a drawer of this office is counted by; `fen` where cash is not rounded to the jiao."""
    return (*DENOMINATIONS, FEN) if fen else DENOMINATIONS
