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

_ONE_DAY = timedelta(days=1)
_LAST_DAY = date.max - _ONE_DAY  # spans are half-open, and a day has to follow on the last


@dataclass(frozen=True, slots=True)
class Movement:
    """What changed a principal on a day: an allocation lowers it; an adjustment changes it and the cap, by its sign."""

    day: date
    change: Money
    adjusts: bool = False


@dataclass(frozen=True, slots=True)
class Pause:
    """Days that do not count, from `first` up to but not including `until`; None: until further notice."""

    first: date
    until: date | None = None


@dataclass(frozen=True, slots=True)
class BalanceDays:
    """For so many days so much principal was unpaid; days in a pause are not among them."""

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
    paused: tuple[Period, ...] = ()

    @property
    def days(self) -> int:
        """Days that were counted, from the day after the due date."""
        return sum(line.days for line in self.lines)

    @property
    def paused_days(self) -> int:
        """Days among them that a pause took out."""
        return sum(pause.days for pause in self.paused)

    @property
    def capped(self) -> bool:
        """Whether the contract's cap, not the days, made the amount."""
        return self.exact > exact_yuan(self.most)

    @property
    def period(self) -> Period:
        """The days counted, as a receipt shows them."""
        first = self.due_on + timedelta(days=1)
        return Period(first, first + timedelta(days=max(self.days + self.paused_days, 1)))

    def to_facts(self, taken: Money | None = None) -> dict[str, Any]:
        """The explanation of the charge that it becomes when `taken` or waived (None: all of it); amounts in fen."""
        paused = [[pause.first.isoformat(), pause.until.isoformat()] for pause in self.paused]
        facts: dict[str, Any] = {
            "kind": "late_fee",
            "due_on": self.due_on.isoformat(),
            "day": self.day.isoformat(),
            "daily_rate": str(self.terms.daily_rate),
            "grace_days": self.terms.grace_days,
            "lines": [{"balance": line.balance.fen, "days": line.days} for line in self.lines],
            "most": self.most.fen,
            "already": self.already.fen,
        }
        if paused:
            facts["paused"] = paused
        if self.terms.mandate is not None:
            facts["mandate"] = self.terms.mandate.to_facts()
        return facts if taken in (None, self.owed) else facts | {"part": taken.fen}


def late_fee(  # the facts of one charge
    terms: LateFeeTerms,
    amount: Money,
    due_on: date,
    movements: Iterable[Movement],
    already: Money,
    day: date,
    pauses: Sequence[Pause] = (),
) -> LateFee:
    """The late fee owed on `day`: round(exact sum, capped) − what was taken or waived already, never below zero.

    `amount` is the charge as written; `movements` are its standing allocations (negative) and adjustments
    (signed), without reversed ones, which count as never made. Days in a pause do not count, for the grace neither.
    """
    known = sorted((move for move in movements if move.day <= day), key=lambda move: move.day)
    spans = _unpaid(amount, due_on, known, day)
    paused = tuple(_paused([span for _, span in spans], pauses))
    lines = tuple(_joined(_counted(spans, paused)))
    if sum(line.days for line in lines) <= terms.grace_days:
        lines = ()
    exact = Fraction(terms.daily_rate) * sum((exact_yuan(line.balance) * line.days for line in lines), Fraction(0))
    adjusted = amount + total(move.change for move in known if move.adjusts)
    most = round_to_fen(Fraction(terms.cap) * exact_yuan(max(adjusted, NOTHING)))
    owed = max(round_to_fen(min(exact, exact_yuan(most))) - already, NOTHING)
    return LateFee(owed, due_on, day, terms, lines, exact, most, already, paused)


def _unpaid(amount: Money, due_on: date, known: Sequence[Movement], day: date) -> list[tuple[Money, Period]]:
    """The unpaid principal over the days after the due date, until it is paid or the day of reckoning comes."""
    spans: list[tuple[Money, Period]] = []
    balance, since = amount, due_on
    for move in [*known, Movement(min(day, _LAST_DAY), NOTHING)]:
        if move.day > since and balance > NOTHING:
            spans.append((balance, Period(since + _ONE_DAY, move.day + _ONE_DAY)))
        since = max(since, move.day)
        balance += move.change
    return spans


def _paused(unpaid: Sequence[Period], pauses: Sequence[Pause]) -> Iterator[Period]:
    """The unpaid days that lie in some pause, each once, in order."""
    for span in unpaid:
        reached = span.first
        for pause in sorted(pauses, key=lambda one: one.first):
            first = max(reached, pause.first)
            until = span.until if pause.until is None else min(span.until, pause.until)
            if first < until:
                yield Period(first, until)
                reached = until


def _counted(unpaid: Sequence[tuple[Money, Period]], paused: Sequence[Period]) -> Iterator[BalanceDays]:
    for balance, span in unpaid:
        days = span.days - sum(pause.days for pause in paused if pause.overlaps(span))
        if days:
            yield BalanceDays(balance, days)


def _joined(spans: Iterable[BalanceDays]) -> Iterator[BalanceDays]:
    for balance, equal in groupby(spans, key=lambda span: span.balance):
        yield BalanceDays(balance, sum(span.days for span in equal))
