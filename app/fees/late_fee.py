"""The late fee (违约金): simple, on the unpaid principal, for each day after the due date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from itertools import groupby
from typing import Any

from app.core.money import NOTHING, Money, total
from app.core.periods import Period
from app.core.rounding import exact_yuan, round_to_fen
from app.fees.terms import LateFeeTerms


@dataclass(frozen=True, slots=True)
class Movement:
    """What changed a principal on a day: an allocation lowers it; an adjustment changes it and the cap, by its sign."""

    day: date
    change: Money
    adjusts: bool = False


@dataclass(frozen=True, slots=True)
class BalanceDays:
    """For so many days so much principal was unpaid."""

    balance: Money
    days: int


@dataclass(frozen=True, slots=True)
class LateFee:
    """What a charge owes for lateness on one day of reckoning, and how it came about."""

    owed: Money
    due_on: date
    day: date
    terms: LateFeeTerms
    lines: tuple[BalanceDays, ...]
    exact: Fraction
    most: Money
    already: Money

    @property
    def days(self) -> int:
        """Days that were counted, from the day after the due date."""
        return sum(line.days for line in self.lines)

    @property
    def capped(self) -> bool:
        """Whether the contract's cap, not the days, made the amount."""
        return self.exact > exact_yuan(self.most)

    @property
    def period(self) -> Period:
        """The days counted, as a receipt shows them."""
        first = self.due_on + timedelta(days=1)
        return Period(first, first + timedelta(days=max(self.days, 1)))

    def to_facts(self) -> dict[str, Any]:
        """The explanation of the charge that it becomes when taken; amounts in fen."""
        return {
            "kind": "late_fee",
            "due_on": self.due_on.isoformat(),
            "day": self.day.isoformat(),
            "daily_rate": str(self.terms.daily_rate),
            "grace_days": self.terms.grace_days,
            "lines": [{"balance": line.balance.fen, "days": line.days} for line in self.lines],
            "most": self.most.fen,
            "already": self.already.fen,
        }


def late_fee(
    terms: LateFeeTerms,
    amount: Money,
    due_on: date,
    movements: Iterable[Movement],
    already: Money,
    day: date,
) -> LateFee:
    """The late fee owed on `day`: round(exact sum, capped) − what was taken or waived already, never below zero.

    `amount` is the charge as written; `movements` are its standing allocations (negative) and adjustments
    (signed), without reversed ones, which count as never made.
    """
    known = sorted((move for move in movements if move.day <= day), key=lambda move: move.day)
    lines = _balances(amount, due_on, known, day)
    if sum(line.days for line in lines) <= terms.grace_days:
        lines = ()
    exact = Fraction(terms.daily_rate) * sum((exact_yuan(line.balance) * line.days for line in lines), Fraction(0))
    adjusted = amount + total(move.change for move in known if move.adjusts)
    most = round_to_fen(Fraction(terms.cap) * exact_yuan(max(adjusted, NOTHING)))
    owed = max(round_to_fen(min(exact, exact_yuan(most))) - already, NOTHING)
    return LateFee(owed, due_on, day, terms, lines, exact, most, already)


def _balances(amount: Money, due_on: date, known: Sequence[Movement], day: date) -> tuple[BalanceDays, ...]:
    """The unpaid principal over the days after the due date, until it is paid or the day of reckoning comes."""
    spans: list[BalanceDays] = []
    balance, since = amount, due_on
    for move in [*known, Movement(day, NOTHING)]:
        if move.day > since and balance > NOTHING:
            spans.append(BalanceDays(balance, (move.day - since).days))
        since = max(since, move.day)
        balance += move.change
    return tuple(_joined(spans))


def _joined(spans: Iterable[BalanceDays]) -> Iterator[BalanceDays]:
    for balance, equal in groupby(spans, key=lambda span: span.balance):
        yield BalanceDays(balance, sum(span.days for span in equal))
