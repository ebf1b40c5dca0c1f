"""The poster, A4 or the same on A3: what, when, where, what to do, whom to call, in this order from two metres."""

from __future__ import annotations

from collections.abc import Sequence

from app.notices.paper_facts import NoticePaper
from app.notices.papers.poster_rows import LEFT, RIGHT, Size, broken, row_blocks
from app.paper.blocks import Block, BlockPage, paginate
from app.paper.lettering import MissingGlyph, Style, missing_in, width
from app.paper.pages import turned
from app.paper.profiles import A3, A4
from app.paper.sheet import Sheet, Side
from app.paper.text_fitting import fit, on_one_line

_TOP, _LATER_TOP, _FOOT = 58.9, 37.5, 266.0
_SIZES = (1.0, 0.95, 0.9, 0.85, 0.8, 0.75)
_TITLE, _LATER_TITLE = Style(84, bold=True), Style(30, bold=True)
_KIND = Style(20, bold=True)


def poster_pdf(paper: NoticePaper, *, large: bool = False) -> bytes:
    """The poster as a PDF, on A3 when `large`; the same bytes for the same words."""
    profile = A3 if large else A4
    pages = poster_pages(paper)
    with Sheet(profile, title=paper.title, author=paper.centre, enlarged=profile.width / A4.width) as sheet:
        for page, number in turned(sheet, pages):
            top = _draw_head(sheet, paper) if page is pages[0] else _draw_later_head(sheet, paper)
            page.draw(sheet, top)
            _draw_foot(sheet, paper, number)
        return sheet.finish()


def poster_pages(paper: NoticePaper) -> list[BlockPage]:
    """As large as it fits on one page; what is longer than that goes on at the smallest size on further pages."""
    pages: list[BlockPage] = []
    for size in _SIZES:
        pages = paginate(_blocks(paper, Size(size)), _FOOT - _TOP, _FOOT - _LATER_TOP)
        if len(pages) == 1:
            break
    return pages


def missing_on(paper: NoticePaper) -> tuple[MissingGlyph, ...]:
    """The characters that the face lacks, which are boxed to be written by hand."""
    return missing_in(*dict.fromkeys(line for text in paper.texts for line in text.split("\n")))


def _blocks(paper: NoticePaper, size: Size) -> Sequence[Block]:
    blocks: list[Block] = []
    for at, row in enumerate(paper.poster):
        blocks += row_blocks(row, size, last=at == len(paper.poster) - 1)
    return blocks


def _draw_head(sheet: Sheet, paper: NoticePaper) -> float:
    frame = _kind_width(paper)
    room = RIGHT - LEFT - (frame + 8 if frame else 0)
    fitted = fit(paper.title, _TITLE, room)
    if fitted.style.size < 24:
        return _draw_long_title(sheet, paper)
    sheet.text(LEFT, 51.4, paper.title, fitted.style)
    if frame:
        sheet.frame(RIGHT - frame, 24.6, (frame, 13), 0.9)
        sheet.text(RIGHT - frame / 2, 33.7, paper.kind, _KIND, Side.MIDDLE)
    sheet.rule(LEFT, RIGHT, 57.6, 2.6)
    return _TOP


def _draw_long_title(sheet: Sheet, paper: NoticePaper) -> float:
    """A title that one line cannot hold stands on several, small enough for the place of the large one."""
    style = Style(24, bold=True)
    lines = broken(paper.title, style, RIGHT - LEFT)
    while len(lines) * style.size * 1.25 > 100 and style.size > 8:
        style = style.at(style.size - 0.5)
        lines = broken(paper.title, style, RIGHT - LEFT)
    lead = style.size * 1.25 / 72 * 25.4
    for at, line in enumerate(lines):
        sheet.text(LEFT, 53.5 - (len(lines) - 1 - at) * lead, line, style)
    sheet.text(RIGHT, 15, paper.kind, Style(14, bold=True), Side.RIGHT)
    sheet.rule(LEFT, RIGHT, 57.6, 2.6)
    return _TOP


def _kind_width(paper: NoticePaper) -> float:
    return width(paper.kind, _KIND) + 9.4 if paper.kind else 0.0


def _draw_later_head(sheet: Sheet, paper: NoticePaper) -> float:
    fitted = fit(paper.title, _LATER_TITLE, 120)
    title = paper.title if len(fitted.lines) == 1 else paper.number  # its words stand whole on the first page
    sheet.text(LEFT, 28, title, on_one_line(title, _LATER_TITLE, 120))
    sheet.text(RIGHT, 28, f"{paper.kind}  续页".strip(), Style(18, bold=True), Side.RIGHT)
    sheet.rule(LEFT, RIGHT, 32.2, 1.2)
    return _LATER_TOP


def _draw_foot(sheet: Sheet, paper: NoticePaper, number: str) -> None:
    sheet.rule(LEFT, RIGHT, 270, 0.7)
    sheet.text(LEFT, 277.8, paper.centre, on_one_line(paper.centre, Style(13, bold=True), 100))
    sheet.text(RIGHT, 277.8, paper.foot, on_one_line(paper.foot, Style(11), 66), Side.RIGHT)
    said = f"张贴日期  {paper.issued[:10]}     编号  {paper.number}"
    if paper.follows:
        said += f"     接  {paper.follows}"
    sheet.text(LEFT, 284.2, said, Style(11))
    sheet.text(RIGHT, 284.2, number, Style(11), Side.RIGHT)
