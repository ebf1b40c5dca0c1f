"""Slips for doors: three on an A4 with lines to cut, two or one where there is more to say; nothing is cut away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.notices.paper_facts import NoticePaper, PaperRow
from app.notices.papers.poster_rows import broken
from app.notices.templates.template import RowStyle
from app.paper.lettering import Style, width
from app.paper.profiles import A4
from app.paper.refusals import TextDoesNotFit
from app.paper.sheet import Sheet, Side
from app.paper.text_fitting import on_one_line

BLANK_DOOR = "____ 号楼 ____ 单元"
_LEFT, _COLUMN, _RIGHT = 16.2, 40.2, 193.8
_MM = 25.4 / 72
_PER_SHEET = (3, 2, 1)
_FACTORS = (1.0, 0.94, 0.88, 0.82)  # smaller than that nobody reads at a door; rather fewer on a sheet
_SMALLEST = (0.76, 0.7, 0.64, 0.58)
_LABEL, _TIME, _TEXT, _PHONE, _SMALL = 11.5, 22.0, 14.5, 21.0, 9.5
_BETWEEN = "  ・  "
_HEAD, _FOOT, _CUT_EDGE = 31.5, 21.0, 6.0


@dataclass(frozen=True, slots=True)
class Fit:
    """How many slips stand on a sheet, and how large their rows are drawn."""

    per_sheet: int
    factor: float

    @property
    def height(self) -> float:
        """How high one slip is, in mm."""
        return A4.height / self.per_sheet


@dataclass(frozen=True, slots=True)
class _Line:
    label: str
    text: str
    style: Style

    @property
    def height(self) -> float:
        return self.style.size * 1.45 * _MM


def slips_pdf(paper: NoticePaper, doors: Sequence[str]) -> bytes:
    """A slip for each door, in their order; blank ones where none is named. Raises TextDoesNotFit."""
    fit = fit_of(paper)
    named = list(doors) or [BLANK_DOOR] * fit.per_sheet
    with Sheet(A4, title=paper.slip_title, author=paper.centre) as sheet:
        for at, door in enumerate(named):
            place = at % fit.per_sheet
            if at and not place:
                sheet.next_page()
            if place:
                _draw_cut(sheet, place * fit.height)
            _draw_slip(sheet, paper, fit, place * fit.height, (door, at + 1, len(named)))
        return sheet.finish()


def fit_of(paper: NoticePaper) -> Fit:
    """The most slips on a sheet at which everything stands on each. Raises TextDoesNotFit."""
    tries = [Fit(count, factor) for count in _PER_SHEET for factor in _FACTORS]
    for fit in (*tries, *(Fit(1, factor) for factor in _SMALLEST)):
        room = fit.height - _HEAD - _FOOT - _CUT_EDGE
        if sum(line.height for line in _lines(paper, fit.factor)) <= room:
            return fit
    raise TextDoesNotFit(paper.slip_title)


def _lines(paper: NoticePaper, factor: float) -> list[_Line]:
    return [line for row in paper.slip if row.style is not RowStyle.PHONE for line in _row_lines(row, factor)]


def _row_lines(row: PaperRow, factor: float) -> list[_Line]:
    large = row.style in (RowStyle.WHEN, RowStyle.PLACE)
    style = Style(round((_TIME if large else _TEXT) * factor * 4) / 4, large)
    room = _RIGHT - _COLUMN
    lines = [line for text in _texts(row, factor) for line in broken(text, style, room)]
    return [_Line(row.label if not at else "", line, style) for at, line in enumerate(lines)]


def _texts(row: PaperRow, factor: float) -> list[str]:
    if row.style is RowStyle.STEPS:
        return list(_joined_steps([_plain(line) for line in row.lines if line.strip()], factor))
    if row.style is RowStyle.WHEN and ":" not in row.lines[0]:
        day, hours = row.lines[0].split("  ")[0], row.lines[1]
        return [f"{day} {hours}"]
    return [_plain(line) for line in row.lines]


def _joined_steps(steps: Sequence[str], factor: float) -> Iterator[str]:
    """As many steps beside each other as a line holds; none is parted over two lines that fits on one."""
    style, room = Style(round(_TEXT * factor * 4) / 4), _RIGHT - _COLUMN
    line = ""
    for step in steps:
        longer = f"{line}{_BETWEEN}{step}" if line else step
        if line and width(longer, style) > room:
            yield line
            longer = step
        line = longer
    if line:
        yield line


def _plain(line: str) -> str:
    return line[1:].strip() if line.startswith(("!", "！")) else line


def _draw_slip(sheet: Sheet, paper: NoticePaper, fit: Fit, top: float, door: tuple[str, int, int]) -> None:
    named, number, count = door
    place = on_one_line(named, Style(26, bold=True), 100)
    title = on_one_line(paper.slip_title, Style(38, bold=True), _RIGHT - _LEFT - width(named, place) - 8)
    sheet.text(_LEFT, top + 21.4, paper.slip_title, title)
    sheet.text(_RIGHT, top + 21.4, named, place, Side.RIGHT)
    sheet.rule(_LEFT, _RIGHT, top + 27.1, 1.6)
    baseline = top + _HEAD
    for line in _lines(paper, fit.factor):
        foot = baseline + line.height * 0.72
        if line.label:
            sheet.text(_LEFT, foot, line.label, on_one_line(line.label, Style(_LABEL), _COLUMN - _LEFT - 2))
        sheet.text(_COLUMN, foot, line.text, line.style)
        baseline += line.height
    _draw_foot(sheet, paper, top + fit.height, f"{number}/{count}")


def _draw_foot(sheet: Sheet, paper: NoticePaper, bottom: float, counted: str) -> None:
    sheet.rule(_LEFT, _RIGHT, bottom - 23.4, 0.35)
    for row in paper.slip:
        if row.style is RowStyle.PHONE:
            aside = on_one_line(row.aside, Style(14.5, bold=True), 70)
            room = _RIGHT - _COLUMN - (width(row.aside, aside) + 6 if row.aside else 0)
            said = " / ".join(row.lines)
            sheet.text(_LEFT, bottom - 13.6, row.label, Style(_LABEL))
            sheet.text(_COLUMN, bottom - 13.6, said, on_one_line(said, Style(_PHONE, bold=True), room))
            sheet.text(_RIGHT, bottom - 13.6, row.aside, aside, Side.RIGHT)
    said = f"{paper.centre}   {paper.issued}   {paper.number}"
    sheet.text(_LEFT, bottom - 7.2, said, on_one_line(said, Style(_SMALL), _RIGHT - _LEFT - 20))
    sheet.text(_RIGHT, bottom - 7.2, counted, Style(_SMALL), Side.RIGHT)


def _draw_cut(sheet: Sheet, y: float) -> None:
    """A dashed line where the scissors go."""
    x = 6.0
    while x < 204:
        sheet.rule(x, min(x + 3.2, 204), y, 0.2)
        x += 5.2
