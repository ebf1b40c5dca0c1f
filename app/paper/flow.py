"""Fields that follow each other on a line: at their columns while they fit, else closer, smaller, on a second line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.paper.lettering import Style, width
from app.paper.refusals import TextDoesNotFit
from app.paper.text_fitting import SMALLEST, STEP


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its text, its column in mm if it has one, and the blank of `gap` mm that parts it from the last.

    A `label` stands before the text, in the same style.
    """

    text: str
    at: float | None = None
    bold: bool = False
    gap: float = 4.0
    ends_at: float | None = None
    label: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """A field where it stands: which line (0 is the first) and x in mm."""

    text: str
    style: Style
    line: int
    x: float
    label: str = ""


Span = tuple[float, float]


def flow(fields: Sequence[Field], size: float, spans: Sequence[Span]) -> list[Placed]:
    """Place fields on the lines `spans` (left and right in mm); only the first is used if they fit there.

    Raises TextDoesNotFit when 8 points and all lines are not enough.
    """
    placed = _place(fields, size, spans[:1], columns=True)
    smaller = size
    while placed is None and smaller >= SMALLEST:
        placed = _place(fields, smaller, spans[:1], columns=False)
        smaller -= STEP
    placed = placed if placed is not None else _place(fields, SMALLEST, spans, columns=False)
    if placed is None:
        raise TextDoesNotFit(" ".join(field.text for field in fields))
    return placed


def _place(fields: Sequence[Field], size: float, spans: Sequence[Span], *, columns: bool) -> list[Placed] | None:
    placed: list[Placed] = []
    line, end = 0, 0.0
    for field in fields:
        style = Style(size, field.bold)
        extent = width(field.label + field.text, style)
        x = _start(field, extent, end, spans[line][0], columns=columns)
        if x + extent > spans[line][1] + 1e-9:
            line += 1
            if line == len(spans) or spans[line][0] + extent > spans[line][1]:
                return None
            x = spans[line][0]
        placed.append(Placed(field.text, style, line, x, field.label))
        end = x + extent
    return placed


def _start(field: Field, extent: float, end: float, left: float, *, columns: bool) -> float:
    nearest = end + field.gap if end else left
    if not columns:
        return nearest
    column = field.ends_at - extent if field.ends_at is not None else field.at
    return nearest if column is None else max(nearest, column)
