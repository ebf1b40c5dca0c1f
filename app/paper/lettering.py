"""How a text is set: its size and weight, how wide it runs, and where the face lacks a character."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from app.paper.fonts import BOLD, REGULAR, face

MM = 72 / 25.4
"""Points in a millimetre."""

CODE_SIZE = 5.0
"""Points of the code under a box that stands for a missing character: the only text under 8."""


@dataclass(frozen=True)
class Style:
    """A size in points and a weight."""

    size: float
    bold: bool = False

    @cached_property
    def font(self) -> str:
        """The face's name."""
        return BOLD if self.bold else REGULAR

    def at(self, size: float) -> Style:
        """The same weight at another size."""
        return replace(self, size=size)


@dataclass(frozen=True, slots=True)
class MissingGlyph:
    """A character that the face cannot draw, and the text it stands in."""

    character: str
    text: str

    @property
    def code(self) -> str:
        """What is printed under its box: `U+20BB7`."""
        return code_of(self.character)


def code_of(character: str) -> str:
    """`U+20BB7`."""
    return f"U+{ord(character):04X}"


def has_glyph(character: str) -> bool:
    """Whether the shipped face draws this character (both weights draw the same ones)."""
    return ord(character) in face(REGULAR).charToGlyph


def missing_in(*texts: str) -> tuple[MissingGlyph, ...]:
    """Every character of the texts that would be boxed, once for each text."""
    return tuple(
        MissingGlyph(character, text) for text in texts for character in dict.fromkeys(text) if not has_glyph(character)
    )


def missing_in_rows(rows: Iterable[Sequence[str]], *more: str) -> tuple[MissingGlyph, ...]:
    """The same for the cells of a table, each word once."""
    words = (line for cells in rows for cell in cells for line in cell.split("\n"))
    return missing_in(*dict.fromkeys(words), *more)


def width(text: str, style: Style) -> float:
    """How far a text runs, in millimetres; a missing character takes its box and the code under it."""
    return sum(advance(character, style) for character in text)


def advance(character: str, style: Style) -> float:
    """How far one character moves on, in millimetres."""
    known: int | None = face(style.font).charWidths.get(ord(character))
    if known is None:
        return max(style.size, _run(code_of(character), Style(CODE_SIZE)) + 1) / MM
    return known * style.size / 1000 / MM


def _run(text: str, style: Style) -> float:
    widths: dict[int, int] = face(style.font).charWidths
    return sum(widths[ord(character)] for character in text) * style.size / 1000
