"""Money: whole fen, nothing smaller, never a float."""

from __future__ import annotations

from collections.abc import Iterable
from functools import total_ordering
from typing import Self


@total_ordering
class Money:
    """An amount in whole fen (1 yuan = 100 fen), signed.

    Immutable and hashable. Adds and compares only with Money, multiplies only by whole numbers;
    anything finer goes through `app.core.rounding`.
    """

    __slots__ = ("fen",)
    fen: int

    def __init__(self, fen: int) -> None:
        if type(fen) is not int:
            msg = f"fen are whole numbers, not {fen!r}"
            raise TypeError(msg)
        object.__setattr__(self, "fen", fen)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(name)

    @classmethod
    def yuan(cls, yuan: int, fen: int = 0) -> Self:
        """Whole yuan and fen beside them, for constants and tests."""
        return cls(yuan * 100 + fen)

    def __add__(self, other: Money) -> Money:
        return Money(self.fen + other.fen)

    def __sub__(self, other: Money) -> Money:
        return Money(self.fen - other.fen)

    def __neg__(self) -> Money:
        return Money(-self.fen)

    def __abs__(self) -> Money:
        return Money(abs(self.fen))

    def __mul__(self, count: int) -> Money:
        return Money(self.fen * count)

    __rmul__ = __mul__

    def __bool__(self) -> bool:
        return self.fen != 0

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Money) and self.fen == other.fen

    def __lt__(self, other: Money) -> bool:
        return self.fen < other.fen

    def __hash__(self) -> int:
        return hash((Money, self.fen))

    def __repr__(self) -> str:
        sign = "-" if self.fen < 0 else ""
        return f"Money({sign}{abs(self.fen) // 100}.{abs(self.fen) % 100:02d})"


NOTHING = Money(0)

MOST = Money(999_999_999)
"""The most that one amount may be: 9,999,999.99 yuan."""


def total(amounts: Iterable[Money]) -> Money:
    """The sum of the amounts; nothing for none."""
    return Money(sum(amount.fen for amount in amounts))
