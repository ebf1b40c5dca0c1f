"""A paper without an end: parts below each other, and the paper as long as they are."""

from __future__ import annotations

from collections.abc import Sequence

from app.paper.blocks import Block
from app.paper.lettering import MM, Style, width
from app.paper.profiles import PaperProfile
from app.paper.sheet import Sheet, Side
from app.paper.text_fitting import Fitted, fit, wrap

_LEAD = 1.36  # ems from line to line
_RISE = 1.05  # ems from the top of a line to its baseline
_DASH = 1.6  # mm
_NARROWEST = 20
_DASH_GAP = 1.2


def roll_pdf(profile: PaperProfile, parts: Sequence[Block], *, title: str, author: str) -> bytes:
    """The parts on one page that is just as long, with the paper's own edges above and below."""
    height = profile.margins.top + sum(part.height for part in parts) + profile.margins.bottom
    with Sheet(profile.as_long_as(height), title=title, author=author) as sheet:
        top = profile.margins.top
        for part in parts:
            part.draw(sheet, top)
            top += part.height
        return sheet.finish()


def line_height(style: Style) -> float:
    """Millimetres that one line takes."""
    return style.size * _LEAD / MM


def baseline(top: float, style: Style) -> float:
    """Where a line stands whose place begins at `top`."""
    return top + style.size * _RISE / MM


def space(height: float) -> Block:
    """Nothing."""
    return Block(height, lambda _sheet, _top: None)


def rule(left: float, right: float, weight: float, *, around: float = 1.6) -> Block:
    """A level line with air above and below."""
    return Block(2 * around, lambda sheet, top: sheet.rule(left, right, top + around, weight))


def dashes(left: float, right: float, weight: float, *, around: float = 1.3) -> Block:
    """A broken line: it parts without closing."""

    def draw(sheet: Sheet, top: float) -> None:
        x = left
        while x < right:
            sheet.rule(x, min(x + _DASH, right), top + around, weight)
            x += _DASH + _DASH_GAP

    return Block(2 * around, draw)


def text(x: float, words: str, style: Style, room: float, side: Side = Side.LEFT) -> Block:
    """A text that shrinks to its room, then takes more lines; centred ones are about as long as each other."""
    fitted = fit(words, style, room)
    if side is Side.MIDDLE:
        fitted = _balanced(words, fitted, room)
    return _fitted(x, fitted, side)


def prose(x: float, words: str, style: Style, room: float, side: Side = Side.LEFT) -> Block:
    """Sentences at their own size, on as many lines as they take."""
    return _fitted(x, wrap(words, style, room), side)


def _balanced(words: str, fitted: Fitted, room: float) -> Fitted:
    """The same number of lines, set as narrow as they can be."""
    narrower = fitted
    while len(narrower.lines) == len(fitted.lines) > 1 and room > _NARROWEST:
        fitted, room = narrower, room - 1
        narrower = wrap(words, fitted.style, room)
    return fitted


def _fitted(x: float, fitted: Fitted, side: Side) -> Block:
    return Block(
        len(fitted.lines) * line_height(fitted.style),
        lambda sheet, top: _lines(sheet, x, top, fitted, side),
    )


def spaced(middle: float, words: str, style: Style, spacing: float) -> Block:
    """A letterspaced title."""
    return Block(
        line_height(style), lambda sheet, top: sheet.spaced(middle, baseline(top, style), words, style, spacing)
    )


def pair(left: float, right: float, first: tuple[str, Style], second: tuple[str, Style], gap: float = 3.0) -> Block:
    """Two texts on one baseline, left and right; the second one goes below where they do not fit together."""
    (words, style), (other, other_style) = first, second
    taller = max(style, other_style, key=lambda each: each.size)
    room = right - left
    if width(words, style) + gap + width(other, other_style) <= room + 1e-9:
        return Block(
            line_height(taller), lambda sheet, top: _pair(sheet, (left, right), baseline(top, taller), first, second)
        )
    above, below = text(left, words, style, room), text(right, other, other_style, room, Side.RIGHT)
    return stack(above, below)


def stack(*parts: Block) -> Block:
    """Parts below each other as one."""

    def draw(sheet: Sheet, top: float) -> None:
        for part in parts:
            part.draw(sheet, top)
            top += part.height

    return Block(sum(part.height for part in parts), draw)


def beside(first: Block, second: Block) -> Block:
    """Two parts that begin at the same height."""

    def draw(sheet: Sheet, top: float) -> None:
        first.draw(sheet, top)
        second.draw(sheet, top)

    return Block(max(first.height, second.height), draw)


def _pair(
    sheet: Sheet, edges: tuple[float, float], line: float, first: tuple[str, Style], second: tuple[str, Style]
) -> None:
    sheet.text(edges[0], line, *first)
    sheet.text(edges[1], line, *second, Side.RIGHT)


def _lines(sheet: Sheet, x: float, top: float, fitted: Fitted, side: Side) -> None:
    for number, line in enumerate(fitted.lines):
        sheet.text(x, baseline(top + number * line_height(fitted.style), fitted.style), line, fitted.style, side)
