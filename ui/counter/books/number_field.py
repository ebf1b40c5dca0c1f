"""A number of a book as people copy it from a paper: with the prefix or without, with noughts or without."""

from __future__ import annotations

from app.core.errors import Refusal
from app.core.language import tr
from app.core.typed_text import plain
from app.counter.books.number_runs import Run
from ui.sentences import sentence
from ui.widgets.typed_field import TypedField


class NotANumber(Refusal):
    """A text is no number of a book."""

    text: str


class NumberField(TypedField[int]):
    """One number; `prefix` may stand before it."""

    def __init__(self, name: str, prefix: str = "") -> None:
        super().__init__(name, lambda text: read_number(text, self.prefix), str, required=True, columns=14)
        self.prefix = prefix


class RunField(TypedField[Run]):
    """One number, or `12-15` for several that follow each other."""

    def __init__(self, name: str, prefix: str = "") -> None:
        super().__init__(name, lambda text: read_run(text, prefix), _show_run, required=True, columns=18)


def read_number(text: str, prefix: str = "") -> int:
    """`F-000123`, `000123` and `123` are all 123. Raises NotANumber."""
    digits = plain(text).upper().removeprefix(prefix.upper())
    if not (digits.isascii() and digits.isdigit() and len(digits) <= 8):
        raise NotANumber(text)
    return int(digits)


def read_run(text: str, prefix: str = "") -> Run:
    """`12`, `12-15`, `F-000012 - F-000015`. Raises NotANumber."""
    bare = plain(text).upper().replace(prefix.upper(), "") if prefix else plain(text)
    first, dash, last = bare.partition("-")
    run = Run(read_number(first), read_number(last) if dash else read_number(first))
    if run.last < run.first:
        raise NotANumber(text)
    return run


def _show_run(run: Run) -> str:
    return str(run.first) if run.count == 1 else f"{run.first}-{run.last}"


@sentence(NotANumber)
def _not_a_number(error: NotANumber) -> str:
    return tr("“{text}” is no number of a book. Type the figures as they stand on the paper.").format(text=error.text)
