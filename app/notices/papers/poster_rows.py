"""The rows of a poster: labels in their column, and beside them what is told, each style in its own size."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from app.notices.paper_facts import PaperRow
from app.notices.templates.template import RowStyle
from app.paper.blocks import Block
from app.paper.lettering import Style, advance, width
from app.paper.line_breaking import break_lines
from app.paper.sheet import Sheet, Side

LEFT, COLUMN, RIGHT = 20.0, 46.3, 190.0
_MM = 25.4 / 72
_LABEL = 14.0
_LABEL_DROP = 0.1312  # mm that a label is lowered for each point of difference in size
_DAY, _HOURS, _PLACE, _TEXT, _PHONE = 32.0, 48.0, 24.0, 18.0, 34.0
_LEAD = 1.52  # ems from baseline to baseline of running text
_ASCENT = 0.88
_INDENT = 7.1
_BAR = 3.1


@dataclass(frozen=True, slots=True)
class Size:
    """How large everything is drawn, 1 for the sizes of the layout."""

    factor: float

    def style(self, points: float, *, bold: bool = False) -> Style:
        """A style at this size, in quarters of a point."""
        return Style(round(points * self.factor * 4) / 4, bold)


@dataclass(frozen=True, slots=True)
class Line:
    """One line to draw: its style, how high it stands, what comes at the right, and whether a bar stands before it."""

    text: str
    style: Style
    height: float
    aside: str = ""
    bar: bool = False
    x: float = COLUMN


def broken(text: str, style: Style, room: float) -> list[str]:
    """The lines of a text, none wider than `room` mm."""
    return break_lines(text, room, lambda character: advance(character, style))


def row_blocks(row: PaperRow, size: Size, *, last: bool) -> Iterator[Block]:
    """The lines of a row as blocks that may go on over the page; the label stands by the first of them."""
    labelled = bool(row.label)
    lines = list(_lines(row, size, COLUMN if labelled else LEFT))
    above, below = 6.6 * size.factor, 5.4 * size.factor
    for at, line in enumerate(lines):
        first, ends = at == 0, at == len(lines) - 1
        rest = len(lines) - at - 1
        height = line.height + (above if first else 0) + (below if ends else 0)
        label = row.label if first else ""
        draw = _drawing(line, size, label, above if first else 0)
        yield Block(height, draw, holds=1 if (first or rest == 1) and rest else 0)
    if not last:
        yield _rule()


def _lines(row: PaperRow, size: Size, left: float) -> Iterator[Line]:
    makers: dict[RowStyle, Callable[[PaperRow, Size, float], Iterator[Line]]] = {
        RowStyle.WHEN: _when,
        RowStyle.PLACE: _place,
        RowStyle.TEXT: _text,
        RowStyle.STEPS: _steps,
        RowStyle.PHONE: _phone,
    }
    yield from makers[row.style](row, size, left)


def _when(row: PaperRow, size: Size, left: float) -> Iterator[Line]:
    """The day, and below it, largest of all, the hours; two moments that share no day are equally large."""
    large = size.style(_HOURS, bold=True)
    day, hours = row.lines[0], row.lines[1]
    if ":" in day:
        moments = size.style(_DAY, bold=True)
        yield from _fitted(day, moments, left)
        yield from _fitted(hours, moments, left, row.aside)
        return
    yield from _fitted(day, size.style(_DAY, bold=True), left)
    yield from _fitted(hours, large, left, row.aside)


def _place(row: PaperRow, size: Size, left: float) -> Iterator[Line]:
    """The first line in bold, what follows as text."""
    first, *others = row.lines
    yield from _wrapped(first.removeprefix("!"), size.style(_PLACE, bold=True), left)
    for other in others:
        yield from _wrapped(*_weighed(other, size), left)


def _text(row: PaperRow, size: Size, left: float) -> Iterator[Line]:
    for line in row.lines:
        yield from _wrapped(*_weighed(line, size), left)


def _steps(row: PaperRow, size: Size, left: float) -> Iterator[Line]:
    for step in row.lines:
        if not step.strip():
            continue
        text, style = _weighed(step, size)
        indent = _INDENT * size.factor
        height = _height(style)
        for at, line in enumerate(broken(text, style, RIGHT - left - indent)):
            yield Line(line, style, height, bar=at == 0, x=left + indent)


def _phone(row: PaperRow, size: Size, left: float) -> Iterator[Line]:
    yield from _fitted(" / ".join(row.lines), size.style(_PHONE, bold=True), left, row.aside)
    for line in row.below:
        yield from _wrapped(line, size.style(_TEXT - 1), left)


def _weighed(line: str, size: Size) -> tuple[str, Style]:
    """A line that begins with ! is bold."""
    bold = line.startswith(("!", "！"))
    return line[1:].strip() if bold else line, size.style(_TEXT, bold=bold)


def _wrapped(text: str, style: Style, left: float) -> Iterator[Line]:
    for line in broken(text, style, RIGHT - left):
        yield Line(line, style, _height(style), x=left)


def _fitted(text: str, style: Style, left: float, aside: str = "") -> Iterator[Line]:
    """One line, smaller where it must be; what stands at the right goes below where both do not fit."""
    beside = width(aside, _aside(style)) + 6 if aside else 0.0
    room = RIGHT - left
    small = style
    while width(text, small) > room - beside and small.size > style.size * 0.7:
        small = small.at(small.size - 0.5)
    if width(text, small) <= room - beside:
        yield Line(text, small, _height(small, 1.3), aside, x=left)
        return
    for line in broken(text, small, room):
        yield Line(line, small, _height(small, 1.3), x=left)
    if aside:
        yield Line(aside, _aside(style), _height(_aside(style)), x=left)


def _aside(style: Style) -> Style:
    return Style(max(10.0, min(_TEXT - 1, style.size * 0.5)))


def _height(style: Style, lead: float = _LEAD) -> float:
    return style.size * lead * _MM


def _drawing(line: Line, size: Size, label: str, above: float) -> Callable[[Sheet, float], None]:
    def draw(sheet: Sheet, top: float) -> None:
        air = line.height - line.style.size * _MM
        baseline = top + above + air / 2 + line.style.size * _ASCENT * _MM
        if label:
            _draw_label(sheet, label, baseline, line.style, size)
        if line.bar:
            side = _BAR * size.factor
            sheet.bar(line.x - _INDENT * size.factor, baseline - line.style.size * 0.37 * _MM - side / 2, side, side)
        sheet.text(line.x, baseline, line.text, line.style)
        if line.aside:
            sheet.text(RIGHT, baseline, line.aside, _aside(line.style), Side.RIGHT)

    return draw


def _draw_label(sheet: Sheet, label: str, baseline: float, beside: Style, size: Size) -> None:
    style = size.style(_LABEL, bold=True)
    lines = broken(label, style, COLUMN - LEFT - 3)
    lower = baseline + _LABEL_DROP * min(0.0, beside.size - style.size)
    for at, line in enumerate(lines):
        sheet.text(LEFT, lower + at * style.size * 1.25 * _MM, line, style)


def _rule() -> Block:
    def draw(sheet: Sheet, top: float) -> None:
        sheet.rule(LEFT, RIGHT, top, 0.45)

    return Block(0.5, draw)
