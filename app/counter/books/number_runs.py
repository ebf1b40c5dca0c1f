"""Numbers as people write them down: runs instead of every single one. Plain arithmetic."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """Numbers from `first` to `last`, both included."""

    first: int
    last: int

    @property
    def count(self) -> int:
        """How many numbers there are."""
        return self.last - self.first + 1


def runs_of(numbers: Iterable[int]) -> tuple[Run, ...]:
    """The fewest runs that hold exactly these numbers, in their order."""
    runs: list[Run] = []
    for number in sorted(set(numbers)):
        if runs and runs[-1].last == number - 1:
            runs[-1] = Run(runs[-1].first, number)
        else:
            runs.append(Run(number, number))
    return tuple(runs)


def without(whole: Run, taken: Iterable[int]) -> tuple[Run, ...]:
    """What is left of a run where these numbers are taken out; never lists the numbers between."""
    left: list[Run] = []
    start = whole.first
    for run in runs_of(number for number in taken if whole.first <= number <= whole.last):
        if run.first > start:
            left.append(Run(start, run.first - 1))
        start = run.last + 1
    if start <= whole.last:
        left.append(Run(start, whole.last))
    return tuple(left)


def count_of(runs: Iterable[Run]) -> int:
    """How many numbers all of them hold."""
    return sum(run.count for run in runs)
