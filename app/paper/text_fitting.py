"""Text that has to fit a place: smaller by quarter points down to 8, then on more lines; never cut."""

from __future__ import annotations

from dataclasses import dataclass

from app.paper.lettering import Style, advance, width
from app.paper.line_breaking import break_lines
from app.paper.refusals import TextDoesNotFit

SMALLEST = 8.0
"""Points under which nothing is set."""

STEP = 0.25
LEAD = 1.2
"""Distance of two baselines in ems of the text, for text on several lines."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """A text in the size and the lines that fit its place."""

    lines: tuple[str, ...]
    style: Style

    @property
    def lead(self) -> float:
        """Distance of two baselines, in points."""
        return self.style.size * LEAD


def on_one_line(text: str, style: Style, room: float, smallest: float = SMALLEST) -> Style:
    """The largest size, from the style's own down, at which the text fits `room` mm; else TextDoesNotFit."""
    fitting = _shrunk(text, style, room, smallest)
    if fitting is None:
        raise TextDoesNotFit(text)
    return fitting


def fit(text: str, style: Style, room: float, most_lines: int | None = None) -> Fitted:
    """One line of `room` mm at a smaller size, else lines of 8 points; TextDoesNotFit beyond `most_lines`."""
    one_line = _shrunk(text, style, room, SMALLEST)
    if one_line is not None:
        return Fitted((text,), one_line)
    small = style.at(SMALLEST)
    lines = break_lines(text, room, lambda character: advance(character, small))
    if most_lines is not None and len(lines) > most_lines:
        raise TextDoesNotFit(text)
    return Fitted(tuple(lines), small)


def wrap(text: str, style: Style, room: float) -> Fitted:
    """As many lines of `room` mm as it takes, at the style's own size."""
    return Fitted(tuple(break_lines(text, room, lambda character: advance(character, style))), style)


def _shrunk(text: str, style: Style, room: float, smallest: float) -> Style | None:
    size = style.size
    while size >= smallest:
        if width(text, style.at(size)) <= room + 1e-9:
            return style.at(size)
        size -= STEP
    return None
