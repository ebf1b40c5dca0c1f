"""Expected beside counted by method, and what is over or short; no rule here looks at the database."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from app.core.money import NOTHING, Money, total
from app.counter.methods import Method
from app.counter.shifts.refusals import DifferenceNeedsReason

ROUNDS = 2
"""The count and one recount."""


@dataclass(frozen=True, slots=True)
class MethodClose:
    """One method at the close, in fen; cash includes the float and the rows of cash.

    `awaiting` are references that did not arrive yet: they are in neither `expected` nor `counted`. `counted` is None
    where nothing was counted.
    """

    method: Method
    payments: int
    taken: Money
    returned: Money
    expected: Money
    counted: Money | None
    awaiting: Money = NOTHING
    reason: str = ""

    @property
    def difference(self) -> Money:
        """Counted less expected: over is positive, short negative."""
        return NOTHING if self.counted is None else self.counted - self.expected


def check_reasons(lines: Sequence[MethodClose]) -> None:
    """Every difference has its reason. Raises DifferenceNeedsReason."""
    for line in lines:
        if line.difference and not line.reason.strip():
            raise DifferenceNeedsReason(line.method.value, line.difference)


def needs_supervisor(lines: Sequence[MethodClose], limit: Money) -> bool:
    """Whether any method is over or short by more than a cashier may book; none is set off against another."""
    return any(abs(line.difference) > limit for line in lines)


def differing(lines: Sequence[MethodClose]) -> Iterator[MethodClose]:
    """The methods that are over or short."""
    return (line for line in lines if line.difference)


def over_all(lines: Sequence[MethodClose]) -> Money:
    """What is over or short altogether."""
    return total(line.difference for line in lines)


def with_reasons(lines: Sequence[MethodClose], reasons: Mapping[Method, str]) -> tuple[MethodClose, ...]:
    """The lines with what was said to each difference."""
    return tuple(
        replace(line, reason=reasons.get(line.method, "").strip() if line.difference else "") for line in lines
    )
