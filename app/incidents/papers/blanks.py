"""Places to write on a line of a form: words, blanks, boxes and clocks, side by side, on as many lines as they need."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from app.paper.lettering import MM, Style, advance, width
from app.paper.line_breaking import break_lines
from app.paper.sheet import Sheet, Side

PLAIN, STRONG = Style(12), Style(12, bold=True)
"""Nothing on a list is smaller."""
BOX = 4.6
"""Edge of a box to tick, in mm."""
_LINE = 0.25
_GAP, _BETWEEN = 1.2, 4.5
_TICK = Style(15, bold=True)

Draw = Callable[[Sheet, float, float], None]


@dataclass(frozen=True, slots=True)
class Piece:
    """What must not be parted: `width` mm, drawn from an x on a baseline."""

    width: float
    draw: Draw


@dataclass(frozen=True, slots=True)
class Set:
    """A piece where it stands: on which line (0 is the first), and x in mm."""

    piece: Piece
    line: int
    x: float


def words(text: str, style: Style = PLAIN) -> Piece:
    """Printed words."""
    return Piece(width(text, style), lambda sheet, x, baseline: _say(sheet, x, baseline, text, style))


def blank(room: float, filled: str = "") -> Piece:
    """A line of `room` mm to write on; what is filled in makes it longer where it must."""
    whole = max(room, width(filled, STRONG) + 1)

    def draw(sheet: Sheet, x: float, baseline: float) -> None:
        sheet.rule(x, x + whole, baseline + 1.3, _LINE)
        sheet.text(x + 0.5, baseline, filled, STRONG)

    return Piece(whole, draw)


def clock(filled: str = "", room: float = 16.0) -> Piece:
    """A line for hours and minutes, with their colon."""

    def draw(sheet: Sheet, x: float, baseline: float) -> None:
        sheet.rule(x, x + room, baseline + 1.3, _LINE)
        sheet.text(x + room / 2, baseline, filled or ":", STRONG, Side.MIDDLE)

    return Piece(room, draw)


def clock_box(filled: str = "", room: float = 15.2) -> Piece:
    """A framed place for hours and minutes: somebody has to look at it again."""

    def draw(sheet: Sheet, x: float, baseline: float) -> None:
        sheet.frame(x, baseline - 5.1, (room, 7.0), 0.45)
        sheet.text(x + room / 2, baseline, filled or ":", STRONG, Side.MIDDLE)

    return Piece(room, draw)


def box(*, ticked: bool = False, edge: float = BOX, weight: float = 0.4) -> Piece:
    """A box to tick."""

    def draw(sheet: Sheet, x: float, baseline: float) -> None:
        top = baseline - PLAIN.size * 0.36 / MM - edge / 2
        sheet.frame(x, top, (edge, edge), weight)
        if ticked:
            sheet.text(x + edge / 2, top + edge * 0.9, "✓", _TICK, Side.MIDDLE)

    return Piece(edge, draw)


def joined(pieces: Sequence[Piece], gap: float = _GAP) -> Piece:
    """Pieces that must not be parted."""

    def draw(sheet: Sheet, x: float, baseline: float) -> None:
        for piece in pieces:
            piece.draw(sheet, x, baseline)
            x += piece.width + gap

    return Piece(sum(piece.width for piece in pieces) + gap * (len(pieces) - 1), draw)


def broken(text: str, room: float, style: Style = PLAIN) -> list[Piece]:
    """Words that may need several lines of `room` mm."""
    return [words(line, style) for line in break_lines(text, room, lambda character: advance(character, style))]


def place(pieces: Iterable[Piece], first: tuple[float, float], later: tuple[float, float]) -> list[Set]:
    """Each piece beside the one before while it fits; `first` and `later` are the spans of the lines in mm."""
    places: list[Set] = []
    line, x, right = 0, *first
    for piece in pieces:
        if x + piece.width > right + 1e-6 and (line == 0 or x > later[0]):
            line += 1
            x, right = later
        places.append(Set(piece, line, x))
        x += piece.width + _BETWEEN
    return places


def _say(sheet: Sheet, x: float, baseline: float, text: str, style: Style) -> None:
    sheet.text(x, baseline, text, style)
