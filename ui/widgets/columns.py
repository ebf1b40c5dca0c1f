"""What a column of a table shows of a row, and how."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from app.core.money import Money
from app.core.show import show_date, show_money
from ui.widgets.chip import Mood
from ui.widgets.colours import Tone

R = TypeVar("R")


class Kind(StrEnum):
    """How a cell is painted."""

    TEXT = "text"
    MONEY = "money"
    NUMBER = "number"
    DATE = "date"
    STATE = "state"
    CHIP = "chip"
    CHECK = "check"
    SPLIT = "split"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class State:
    """A state in a word, with its icon and mood: never colour alone."""

    word: str
    icon: str = ""
    mood: Mood = Mood.MUTE


@dataclass(frozen=True, slots=True)
class Split:
    """How much of what is owed a payment covers; painted as an amount over a bar."""

    taken: Money
    owed: Money


@dataclass(frozen=True)
class Column(Generic[R]):
    """One column: `value` gives Money, date, number, text, State, Split or bool by its kind; None is an empty cell.

    `sort` gives the key to sort by where the value itself does not sort; `total` sums a money column in the sum row;
    `least` is the least width in digits; `stretch` takes what is left of the width; a `whole` one is cut only where
    no other column can give way any more.
    """

    title: str
    value: Callable[[R], Any]
    kind: Kind = Kind.TEXT
    tone: Callable[[R], Tone] | Tone = Tone.INK
    bold: bool = False
    sort: Callable[[R], Any] | None = None
    total: bool = False
    least: int = 0
    stretch: bool = False
    whole: bool = False
    paint: Callable[[QPainter, QRectF, R], None] | None = None
    dash: bool = field(default=False)

    @property
    def right(self) -> bool:
        """Whether figures stand at the right edge."""
        return self.kind in (Kind.MONEY, Kind.NUMBER, Kind.SPLIT)

    def tone_of(self, row: R) -> Tone:
        """The tone of the cell's text."""
        return self.tone if isinstance(self.tone, Tone) else self.tone(row)

    def text_of(self, row: R) -> str:
        """The cell as text: for painting, filtering, accessibility and export."""
        value = self.value(row)
        if value is None:
            return "—" if self.dash else ""
        return _as_text(value)

    def key_of(self, row: R) -> Any:
        """What the row is sorted by; empty cells come first."""
        if self.sort is not None:
            return (1, self.sort(row))
        value = self.value(row)
        return (0, 0) if value is None else (1, _as_key(value))


def _as_text(value: object) -> str:
    if isinstance(value, Money):
        return show_money(value)
    if isinstance(value, date):
        return show_date(value)
    if isinstance(value, State):
        return value.word
    if isinstance(value, Split):
        return show_money(value.taken)
    return "" if isinstance(value, bool) else str(value)


def _as_key(value: object) -> object:
    if isinstance(value, State):
        return value.word
    if isinstance(value, Split):
        return value.taken.fen
    return value.fen if isinstance(value, Money) else value
