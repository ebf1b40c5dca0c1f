"""欠费名册, A4 landscape: a staff paper to collect by hand while power or network is out; it says so in a frame."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from app.core.money import Money, total
from app.core.show import show_date, show_money, show_time
from app.counter.outages.roster_facts import BuildingRoster, Household, RosterFacts, RosterLine
from app.counter.papers.ruled_marks import to_fill, upright
from app.paper.lettering import MM, MissingGlyph, Style, advance, missing_in, width
from app.paper.line_breaking import break_lines
from app.paper.pages import page_words
from app.paper.profiles import A4_LANDSCAPE
from app.paper.sheet import Sheet, Side
from app.paper.text_fitting import Fitted, fit, on_one_line

TITLE = "欠费名册"
STAFF_ONLY = "内部使用  不得张贴  用后交回"

_LEFT, _RIGHT = 14.0, 283.0
_HEAD, _BODY, _FLOOR = 22.0, 28.7, 158.5
_ROW, _LINE = 10.4, 7.2
_SUM = 9.2
_MOST_LINES = 16
_NAME, _WHAT, _PRINCIPAL, _LATE, _TOTAL = 38.0, 68.2, 153.7, 173.8, 198.7
_WRITTEN = (203.0, 228.7, 254.6, 268.7)
_WRITTEN_HEADS = ("手写收据号", "实收", "方式", "时间")
_ROOM, _CELL, _HEADS, _OWED = Style(12, bold=True), Style(10.5), Style(10, bold=True), Style(12, bold=True)
_SMALL, _NOTE = Style(8.5), Style(9.5)
_MIDDLE = 0.36
_USE = (
    "用法：先收款，再开手写收据，号码写进本行；方式写“现、卡、微、支、转”。业主愿交多少收多少，可以只交本金，违约金来电后补算。"
    "本册不含预存余额和押金。来电后当天用“补录”录入，名册与存根一起交财务。"
)


@dataclass(frozen=True, slots=True)
class RosterRow:
    """A household, or the part of one that stands on a page; `ends` where its total is printed."""

    household: Household
    lines: tuple[RosterLine, ...]
    begins: bool = True
    ends: bool = True

    @property
    def height(self) -> float:
        """In mm."""
        return max(_ROW, _LINE * len(self.lines))


@dataclass(frozen=True, slots=True)
class RosterPage:
    """The rows of one page of one building."""

    building: str
    rows: tuple[RosterRow, ...]
    number: int
    pages: int

    @property
    def lines(self) -> list[RosterLine]:
        """All lines of the page."""
        return [line for row in self.rows for line in row.lines]


def roster_pages(roster: BuildingRoster) -> list[RosterPage]:
    """The pages of a building; a household goes on over the page only when it fills one."""
    pages: list[list[RosterRow]] = [[]]
    left = _FLOOR - _BODY
    for row in (row for household in roster.households for row in _rows(household)):
        if pages[-1] and row.height > left + 1e-6:
            pages.append([])
            left = _FLOOR - _BODY
        pages[-1].append(row)
        left -= row.height
    return [RosterPage(roster.building, tuple(rows), at, len(pages)) for at, rows in enumerate(pages, start=1)]


def roster_pdf(facts: RosterFacts, progress: Callable[[int, int], object] = lambda _done, _whole: None) -> bytes:
    """All buildings, each on pages of its own; the same bytes for the same facts. Raises TextDoesNotFit."""
    pages = [page for building in facts.buildings for page in roster_pages(building)]
    with Sheet(A4_LANDSCAPE, title=f"{TITLE} {facts.label}", author=facts.company) as sheet:
        for at, page in enumerate(pages):
            if at:
                sheet.next_page()
            _draw(sheet, facts, page)
            progress(at + 1, len(pages))
        return sheet.finish()


def missing_glyphs(facts: RosterFacts) -> tuple[MissingGlyph, ...]:
    """The characters of names that the face lacks, which are boxed to be written by hand."""
    return missing_in(*dict.fromkeys(one.payer for building in facts.buildings for one in building.households))


def _rows(household: Household) -> Iterator[RosterRow]:
    lines = household.lines
    for at in range(0, len(lines), _MOST_LINES):
        part = lines[at : at + _MOST_LINES]
        yield RosterRow(household, part, begins=at == 0, ends=at + _MOST_LINES >= len(lines))


def _draw(sheet: Sheet, facts: RosterFacts, page: RosterPage) -> None:
    _draw_head(sheet, facts, page.building)
    top = _BODY
    for row in page.rows:
        _draw_row(sheet, row, top)
        top += row.height
        sheet.rule(_LEFT, _RIGHT, top, sheet.paper.weights.row or sheet.paper.weights.frame)
    for x in _WRITTEN:
        upright(sheet, x, _BODY, top, 0.2)
    _draw_sum(sheet, page, top)
    _draw_foot(sheet, facts, page, top + _SUM)


def _draw_head(sheet: Sheet, facts: RosterFacts, building: str) -> None:
    title = Style(23, bold=True)
    extent = width(TITLE, title) + 3 * (len(TITLE) - 1) / MM
    sheet.spaced(_LEFT + extent / 2, 18.0, TITLE, title, 3)
    end = sheet.text(_LEFT + extent + 8, 18.0, building, on_one_line(building, Style(16, bold=True), 50))
    sheet.text(end + 8, 17.8, f"停电 / 断网收费用  算至 {show_date(facts.day)}", Style(11))
    sheet.frame(204.7, 9.4, (_RIGHT - 204.7, 9.9), sheet.paper.weights.heavy)
    sheet.text((204.7 + _RIGHT) / 2, 15.8, STAFF_ONLY, Style(12, bold=True), Side.MIDDLE)
    sheet.rule(_LEFT, _RIGHT, _HEAD, sheet.paper.weights.heavy)
    for x, words in ((_LEFT, "房号"), (_NAME, "业主 / 电话尾号"), (_WHAT, "欠费项目与期间")):
        sheet.text(x, 26.4, words, _HEADS)
    for x, words in ((_PRINCIPAL, "本金"), (_LATE, "违约金"), (_TOTAL, "合计")):
        sheet.text(x, 26.4, words, _HEADS, Side.RIGHT)
    for x, words in zip(_WRITTEN, _WRITTEN_HEADS, strict=True):
        sheet.text(x, 26.4, words, _HEADS)
    sheet.rule(_LEFT, _RIGHT, _BODY, sheet.paper.weights.frame)


def _draw_row(sheet: Sheet, row: RosterRow, top: float) -> None:
    household, middle = row.household, top + row.height / 2
    room = household.unit if row.begins else f"{household.unit} 续"
    _draw_fitted(sheet, _LEFT, middle, fit(room, _ROOM, _NAME - _LEFT - 1))
    named = f"{household.payer} {household.tail}".strip()
    _draw_fitted(sheet, _NAME, middle, fit(named, _CELL, _WHAT - _NAME - 1.5))
    first = middle - (len(row.lines) - 1) * _LINE / 2
    for at, line in enumerate(row.lines):
        baseline = _baseline(first + at * _LINE, _CELL)
        _draw_fitted(sheet, _WHAT, first + at * _LINE, fit(line.words, _CELL, 66))
        sheet.text(_PRINCIPAL, baseline, show_money(line.principal), _CELL, Side.RIGHT)
        sheet.text(_LATE, baseline, show_money(line.late_fee), _CELL, Side.RIGHT)
    if row.ends:
        owed = show_money(household.owed)
        sheet.text(_TOTAL, _baseline(middle, _OWED), owed, on_one_line(owed, _OWED, 24), Side.RIGHT)
        sheet.text(_WRITTEN[0] + 1, _baseline(middle, _CELL), "H-", _CELL)
        sheet.text(_WRITTEN[1] + 1, _baseline(middle, _CELL), "¥", _CELL)
    else:
        sheet.text(_TOTAL, _baseline(middle, _CELL), "续下页", _CELL, Side.RIGHT)


def _draw_fitted(sheet: Sheet, x: float, middle: float, fitted: Fitted) -> None:
    first = _baseline(middle, fitted.style) - (len(fitted.lines) - 1) * fitted.lead / MM / 2
    sheet.lines(x, first, fitted)


def _draw_sum(sheet: Sheet, page: RosterPage, top: float) -> None:
    lines, heavy = page.lines, sheet.paper.weights.heavy
    sheet.rule(_LEFT, _RIGHT, top, heavy)
    sheet.rule(_LEFT, _RIGHT, top + _SUM, heavy)
    middle = top + _SUM / 2
    begun = sum(row.begins for row in page.rows)
    sheet.text(_LEFT, _baseline(middle, _ROOM), "本页合计", _ROOM)
    sheet.text(_NAME, _baseline(middle, _CELL), f"{begun} 户 {sum(line.charges for line in lines)} 笔", _CELL)
    principal, late_fee = total(line.principal for line in lines), total(line.late_fee for line in lines)
    bold = Style(11, bold=True)
    sheet.text(_PRINCIPAL, _baseline(middle, bold), show_money(principal), bold, Side.RIGHT)
    sheet.text(_LATE, _baseline(middle, bold), show_money(late_fee), bold, Side.RIGHT)
    _draw_page_total(sheet, principal + late_fee, middle)
    to_fill(sheet, _WRITTEN[0] + 1, _RIGHT, _baseline(middle, _CELL), "实收合计", _CELL)


def _draw_page_total(sheet: Sheet, owed: Money, middle: float) -> None:
    figure, style = show_money(owed, sign=True), Style(13, bold=True)
    sheet.text(_TOTAL, _baseline(middle, style), figure, on_one_line(figure, style, 24.5), Side.RIGHT)


def _draw_foot(sheet: Sheet, facts: RosterFacts, page: RosterPage, below: float) -> None:
    notes = list(_notes(facts, page))
    lines = [line for note in notes for line in break_lines(note, _RIGHT - _LEFT, lambda one: advance(one, _NOTE))]
    for at, line in enumerate(lines):
        sheet.text(_LEFT, below + 6.2 + at * 5.1, line, _NOTE)
    for left, right, label in ((_LEFT, 99, "领用人"), (106, 191, "收款人"), (198, _RIGHT, "交回点收")):
        to_fill(sheet, left, right, 191.6, label, Style(11))
    sheet.rule(_LEFT, _RIGHT, 197.2, sheet.paper.weights.frame)
    printed = f"{facts.label}    打印 {show_time(facts.printed_at)}  {facts.printed_by}"
    sheet.text(_LEFT, 202.4, printed, _SMALL)
    sheet.text(_RIGHT, 202.4, f"{page.building}  {page_words(page.number, page.pages)}", _SMALL, Side.RIGHT)


def _notes(facts: RosterFacts, page: RosterPage) -> Sequence[str]:
    if page.number < page.pages:
        return (_USE,)
    roster = next(one for one in facts.buildings if one.building == page.building)
    owed = show_money(roster.owed, sign=True)
    return (_USE, f"{page.building}共 {len(roster.households)} 户，合计 {owed}。")


def _baseline(middle: float, style: Style) -> float:
    return middle + style.size * _MIDDLE / MM
