"""工单统计报告, A4: the figures of some days on one paper, with the goal of the rule book beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from app.core.show import show_days, show_time, show_whole
from app.estate.office_facts import OfficeFacts
from app.paper.blocks import Block, paginate
from app.paper.lettering import MissingGlyph, Style, missing_in
from app.paper.pages import turned
from app.paper.profiles import A4
from app.paper.ruled_table import RuledTable, TableColumn, gap_block, paragraph, title_block
from app.paper.sheet import Sheet, Side
from app.paper.text_fitting import on_one_line
from app.tickets.papers.list_words import CLOCKS, KINDS
from app.tickets.statistics.figures import FigureRow, Share, TicketFigures

TITLE = "工单统计报告"

_LEFT, _RIGHT, _TOP, _FOOT = 20.0, 190.0, 42.0, 272.0
_CELL, _HEAD, _SECTION = Style(10), Style(9.5, bold=True), Style(11.5, bold=True)
_LABEL, _SMALL = Style(9.5), Style(8.5)
_BAR = 36.0
_NOBODY = "未指明"
_KINDS = {kind.value: words for kind, words in KINDS.items()}


def _table(first: str) -> RuledTable:
    return RuledTable(
        (
            TableColumn(first, _LEFT, 70, _CELL, wraps=True),
            TableColumn("受理", 72, 86, _CELL, Side.RIGHT),
            TableColumn("取消合并", 88, 104, _CELL, Side.RIGHT),
            TableColumn("解决率", 106, 124, _CELL, Side.RIGHT),
            TableColumn("时限达成", 126, 146, _CELL, Side.RIGHT),
            TableColumn("重开率", 148, 166, _CELL, Side.RIGHT),
            TableColumn("满意率", 168, _RIGHT, _CELL, Side.RIGHT),
        ),
        _LEFT,
        _RIGHT,
        6.6,
    )


_PROMISES = RuledTable(
    (
        TableColumn("时限", _LEFT, 70, _CELL),
        TableColumn("达成", 72, 96, _CELL, Side.RIGHT),
        TableColumn("应达成", 98, 124, _CELL, Side.RIGHT),
        TableColumn("达成率", 126, 146, _CELL, Side.RIGHT),
    ),
    _LEFT,
    _RIGHT,
    6.6,
)


@dataclass(frozen=True, slots=True)
class FiguresReport:
    """What stands on the paper."""

    office: OfficeFacts
    figures: TicketFigures
    printed_at: datetime
    printed_by: str


def figures_pdf(report: FiguresReport) -> bytes:
    """The report as a PDF; the same bytes for the same facts. Raises TextDoesNotFit."""
    with Sheet(A4, title=TITLE, author=report.office.company) as sheet:
        pages = paginate(list(_blocks(report.figures)), _FOOT - _TOP, _FOOT - _TOP)
        for page, number in turned(sheet, pages):
            _draw_head(sheet, report)
            page.draw(sheet, _TOP)
            _draw_foot(sheet, report, number)
        return sheet.finish()


def missing_glyphs(report: FiguresReport) -> tuple[MissingGlyph, ...]:
    """The characters that the face lacks, which are boxed to be written by hand."""
    figures = report.figures
    rows = (*figures.by_team, *figures.by_worker, *figures.top_categories, *figures.top_buildings)
    return missing_in(*dict.fromkeys(row.name for row in rows), report.printed_by)


def _blocks(figures: TicketFigures) -> Iterator[Block]:
    yield _whole(figures.whole)
    yield gap_block(3)
    verdict = "已达到" if figures.whole.meets_goal else "未达到"
    yield paragraph(
        f"解决率目标 95 %：{verdict}。未到期的时限不计入；正在超时的时限计为未达成。", _LABEL, _LEFT, _RIGHT, gap=3
    )
    if figures.by_promise:
        yield title_block("各项时限", _SECTION, _LEFT)
        head = _PROMISES.head(_HEAD, 7)
        yield head
        for one in figures.by_promise:
            kept = one.kept
            cells = (CLOCKS[one.clock], show_whole(kept.part), show_whole(kept.whole), kept.text)
            yield _with_bar(_PROMISES.line(cells, head=head), kept)
        yield gap_block(4)
    yield from _section("种类", figures.by_kind)
    yield from _section("月份", figures.by_month)
    yield from _section("班组", figures.by_team)
    yield from _section("维修工", figures.by_worker)
    yield from _section("类别（最多的十项）", figures.top_categories)
    yield from _section("楼栋（最多的十栋）", figures.top_buildings)


def _with_bar(line: Block, share: Share) -> Block:
    """The line with a frame behind its figures, filled as far as the share goes."""

    def draw(sheet: Sheet, top: float) -> None:
        line.draw(sheet, top)
        left, high = _RIGHT - _BAR, line.height - 3.2
        sheet.frame(left, top + 1.6, (_BAR, high), sheet.paper.weights.frame)
        if share.tenths:
            sheet.bar(left, top + 1.6, _BAR * share.tenths / 1000, high)

    return replace(line, draw=draw)


def _section(words: str, rows: Sequence[FigureRow]) -> Iterator[Block]:
    if not rows:
        return
    yield title_block(words, _SECTION, _LEFT)
    table = _table(words.partition("（")[0])
    head = table.head(_HEAD, 7)
    yield head
    for row in rows:
        yield table.line(_cells(row), head=head)
    yield gap_block(4)


def _cells(row: FigureRow) -> tuple[str, ...]:
    shares = (row.resolved, row.promises, row.reopened, row.satisfied)
    return (_name(row), show_whole(row.taken), show_whole(row.gone), *(share.text for share in shares))


def _name(row: FigureRow) -> str:
    return _KINDS.get(row.key) or row.name or (row.key if "-" in row.key else _NOBODY)


def _whole(whole: FigureRow) -> Block:
    counts = (
        ("受理工单", show_whole(whole.taken)),
        ("解决率", whole.resolved.text),
        ("时限达成率", whole.promises.text),
        ("重开率", whole.reopened.text),
        ("满意率", whole.satisfied.text),
    )
    room = (_RIGHT - _LEFT) / len(counts)

    def draw(sheet: Sheet, top: float) -> None:
        sheet.rule(_LEFT, _RIGHT, top, sheet.paper.weights.heavy)
        for at, (label, words) in enumerate(counts):
            x = _LEFT + at * room
            sheet.text(x, top + 5.6, label, _LABEL)
            sheet.text(x, top + 13, words, on_one_line(words, Style(15, bold=True), room - 4))
        sheet.rule(_LEFT, _RIGHT, top + 16, sheet.paper.weights.heavy)

    return Block(16, draw)


def _draw_head(sheet: Sheet, report: FiguresReport) -> None:
    office, figures = report.office, report.figures
    sheet.text(_LEFT, 21, office.company, on_one_line(office.company, Style(11, bold=True), 58))
    sheet.text(_LEFT, 27, office.service_centre, on_one_line(office.service_centre, Style(10), 58))
    sheet.spaced(105, 27, TITLE, Style(18, bold=True), 3)
    sheet.text(_RIGHT, 27, show_time(report.printed_at), Style(10), Side.RIGHT)
    sheet.rule(_LEFT, _RIGHT, 32, sheet.paper.weights.heavy)
    sheet.text(_LEFT, 37, f"报告期间 {show_days(figures.first, figures.until)}", Style(9.5))
    sheet.text(_RIGHT, 37, "内部使用  不得张贴", Style(9.5), Side.RIGHT)


def _draw_foot(sheet: Sheet, report: FiguresReport, page: str) -> None:
    sheet.text(_LEFT, 283, f"打印 {report.printed_by}", _SMALL)
    sheet.text(_RIGHT, 283, page, _SMALL, Side.RIGHT)
