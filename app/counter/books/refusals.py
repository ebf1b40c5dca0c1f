"""What receipt books refuse, with the numbers that a person needs to act."""

from __future__ import annotations

from datetime import date

from app.core.errors import Refusal
from app.counter.books.kinds import BookKind


class BookUnknown(Refusal):
    """There is no such book."""

    book: int


class NoBookRegistered(Refusal):
    """The office takes its numbers from books of a kind of which none is registered."""

    kind: BookKind


class PrefixUnreadable(Refusal):
    """A prefix is a letter, perhaps more letters and digits, and a hyphen."""

    text: str


class PrefixTaken(Refusal):
    """Books of another kind have this prefix."""

    prefix: str
    kind: BookKind


class RangeReversed(Refusal):
    """The first number comes after the last one, or one of them is no number of a book."""

    first: int
    last: int


class BooksOverlap(Refusal):
    """Numbers of the new book stand in a registered one."""

    first: str
    last: str
    other_first: str
    other_last: str


class BookIsCounted(Refusal):
    """The program itself counts this book; nobody carries it away."""

    book: str


class HolderMissing(Refusal):
    """A book is handed to somebody with a name."""


class BookIsOut(Refusal):
    """Somebody has the book already."""

    book: str
    holder: str
    since: date


class BookNotOut(Refusal):
    """Nobody has the book, so it cannot come back."""

    book: str


class BookWasReturned(Refusal):
    """The book came back and every number of it is accounted for."""

    book: str


class NumbersUnaccounted(Refusal):
    """A book comes back with every number accounted for; these are not."""

    book: str
    numbers: tuple[str, ...]


class NumberNotNext(Refusal):
    """Of a book that the program counts only the number in turn can be spoiled: nothing is left out."""

    asked: str
    next: str


class SpoilReasonMissing(Refusal):
    """A number that carries no money needs a reason."""

    label: str


class FormNotConfirmed(Refusal):
    """Nobody has said yet that the form in the printer bears the number that the program prints."""

    label: str


class FormsLost(Refusal):
    """Forms `first` to `last` were printed and lost with the data; `then` comes once all are accounted for."""

    first: str
    last: str
    then: str


class FormDiffers(Refusal):
    """The form in the printer bears another number than the program would print."""

    program: str
    form: str


class BookNotOfForms(Refusal):
    """Only pre-printed forms have their numbers compared."""

    book: str


class NoBlanksAsked(Refusal):
    """So many blanks cannot be made in one block."""

    asked: int
    most: int
