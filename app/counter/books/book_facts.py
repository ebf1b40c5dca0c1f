"""A receipt book as lists and pages show it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from app.core.ids import BookId
from app.core.money import Money
from app.counter.books.kinds import BookKind, Fate
from app.counter.books.number_runs import Run
from app.counter.books.numbering import label_of


class BookState(StrEnum):
    """Where a book stands."""

    WAITING = "waiting"
    IN_USE = "in_use"
    OUT = "out"
    USED_UP = "used_up"
    RETURNED = "returned"


@dataclass(frozen=True, slots=True)
class NewBook:
    """What is registered: numbers `first` to `last` after a prefix; `warn_at` left is time for the next book."""

    kind: BookKind
    prefix: str
    first: int
    last: int
    warn_at: int = 50


@dataclass(frozen=True, slots=True)
class BookRow:
    """One book and what became of its numbers; `left` carry nothing yet."""

    id: BookId
    kind: BookKind
    prefix: str
    first: int
    last: int
    next: int
    holder: str
    issued_on: date | None
    returned_at: datetime | None
    warn_at: int
    used: int
    fates: tuple[tuple[Fate, int], ...]
    state: BookState

    @property
    def name(self) -> str:
        """First and last number as printed."""
        return f"{label_of(self.prefix, self.first)} – {label_of(self.prefix, self.last)}"

    @property
    def size(self) -> int:
        """How many numbers the book has."""
        return self.last - self.first + 1

    @property
    def left(self) -> int:
        """How many numbers nothing has become of yet."""
        return self.size - self.used - sum(count for _, count in self.fates)

    @property
    def runs_out(self) -> bool:
        """Whether so few numbers are left that the next book has to be registered."""
        return self.returned_at is None and self.left <= self.warn_at

    def count(self, fate: Fate) -> int:
        """How many numbers had this fate."""
        return dict(self.fates).get(fate, 0)


@dataclass(frozen=True, slots=True)
class LostNumber:
    """A number that will never carry money: what became of it, why, and who said so."""

    number: int
    label: str
    fate: Fate
    reason: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class VoidedNumber:
    """A receipt of the book that was taken back, with its amount in fen."""

    label: str
    unit: str
    amount: Money
    reason: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class BookPage:
    """A book with its lists; `open` are the numbers that nothing has become of, as runs."""

    row: BookRow
    lost: tuple[LostNumber, ...]
    voided: tuple[VoidedNumber, ...]
    open: tuple[Run, ...]
    amount: Money


@dataclass(frozen=True, slots=True)
class Named:
    """What became of a number, as the person says who hands the book back."""

    fate: Fate
    reason: str


@dataclass(frozen=True, slots=True)
class Blank:
    """One numbered blank and the twenty digits that prove its number."""

    number: int
    label: str
    code: str
