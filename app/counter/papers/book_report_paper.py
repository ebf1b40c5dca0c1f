"""票据段核销表: the report of a receipt book on A4, for the office's own file, with places for two signatures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.core.money import total
from app.core.show import show_date, show_days, show_money, show_time, show_whole
from app.counter.books.book_facts import BookRow, BookState
from app.counter.books.kinds import FATES_ON_PAPER, ON_PAPER, Fate
from app.counter.books.number_runs import Run
from app.counter.books.numbering import label_of
from app.counter.books.report_facts import BookReport
from app.paper.blocks import Block, paginate
from app.paper.lettering import MissingGlyph, Style, missing_in
from app.paper.pages import turned
from app.paper.profiles import A4
from app.paper.ruled_table import RuledTable, TableColumn, gap_block, paragraph, title_block
from app.paper.sheet import Sheet, Side
from app.paper.text_fitting import on_one_line

TITLE = "票据段核销表"

_LEFT, _RIGHT, _TOP, _FOOT = 20.0, 190.0, 42.0, 272.0
_SIGNATURES = 26.0
_CELL, _HEAD, _SECTION = Style(10), Style(9.5, bold=True), Style(11.5, bold=True)
_LABEL, _VALUE, _SMALL = Style(9.5), Style(10.5), Style(8.5)
_STATES = {
    BookState.WAITING: "未启用",
    BookState.IN_USE: "使用中",
    BookState.OUT: "领用中",
    BookState.USED_UP: "已用完",
    BookState.RETURNED: "已交回",
}
_VOIDED = RuledTable(
    (
        TableColumn("票号", _LEFT, 50, _CELL),
        TableColumn("房号", 52, 78, _CELL),
        TableColumn("金额 (元)", 80, 104, _CELL, Side.RIGHT),
        TableColumn("作废原因", 110, 146, _CELL, wraps=True),
        TableColumn("作废时间、经手人", 149, _RIGHT, _CELL, wraps=True),
    ),
    _LEFT,
    _RIGHT,
    6.6,
)
_ISSUED = RuledTable(
    (
        TableColumn("票号", _LEFT, 50, _CELL),
        TableColumn("房号", 52, 88, _CELL),
        TableColumn("开票日期", 90, 118, _CELL),
        TableColumn("收款人", 120, 156, _CELL, wraps=True),
        TableColumn("金额 (元)", 158, _RIGHT, _CELL, Side.RIGHT),
    ),
    _LEFT,
    _RIGHT,
    6.6,
)
_LOST = RuledTable(
    (
        TableColumn("票号", _LEFT, 62, _CELL),
        TableColumn("份数", 64, 76, _CELL, Side.RIGHT),
        TableColumn("去向", 82, 106, _CELL),
        TableColumn("原因", 108, 146, _CELL, wraps=True),
        TableColumn("登记时间、经手人", 149, _RIGHT, _CELL, wraps=True),
    ),
    _LEFT,
    _RIGHT,
    6.6,
)


def book_report_pdf(report: BookReport) -> bytes:
    """The report as a PDF; the same bytes for the same facts. Raises TextDoesNotFit."""
    title = f"{TITLE} {report.page.row.name}"
    with Sheet(A4, title=title, author=report.office.company) as sheet:
        blocks = [*_blocks(report), _signatures()]
        pages = paginate(blocks, _FOOT - _TOP, _FOOT - _TOP)
        for page, number in turned(sheet, pages):
            _draw_head(sheet, report)
            page.draw(sheet, _TOP)
            _draw_foot(sheet, report, number)
        return sheet.finish()


def missing_glyphs(report: BookReport) -> tuple[MissingGlyph, ...]:
    """The characters that the face lacks, which are boxed to be written by hand."""
    page = report.page
    said = (page.row.holder, report.registered_by, report.returned_by, report.printed_by)
    words = [text for one in page.voided for text in (one.unit, one.reason, one.by)]
    words += [text for one in report.issued for text in (one.unit, one.collector)]
    words += [text for one in page.lost for text in (one.reason, one.by)]
    return missing_in(*dict.fromkeys((*said, *words)))


def _blocks(report: BookReport) -> Iterator[Block]:
    row, page = report.page.row, report.page
    yield _facts_block(report)
    yield _counts_block(row)
    yield gap_block(4)
    if report.days is not None:
        amount = show_money(total(one.amount for one in report.issued), sign=True)
        words = f"{show_days(report.days.first, report.days.until)} 开出  {len(report.issued)} 份  {amount}（含已作废）"
        yield from _section(words, _ISSUED, list(_issued_cells(report)))
    yield from _section(f"作废收据  {len(page.voided)} 份", _VOIDED, list(_voided_cells(report)))
    yield from _section("写坏、遗失和未用交回的号码", _LOST, list(_lost_cells(report)))
    yield title_block("尚未使用的号码", _SECTION, _LEFT)
    runs = "、".join(_run_words(row, run) for run in page.open) or "无"
    yield paragraph(runs, _CELL, _LEFT, _RIGHT, gap=3)


def _section(words: str, table: RuledTable, cells: Sequence[tuple[str, ...]]) -> Iterator[Block]:
    yield title_block(words, _SECTION, _LEFT)
    if not cells:
        yield paragraph("无", _CELL, _LEFT, _RIGHT, gap=3)
        return
    head = table.head(_HEAD, 7)
    yield head
    for line in cells:
        yield table.line(line, head=head)
    yield gap_block(4)


def _issued_cells(report: BookReport) -> Iterator[tuple[str, ...]]:
    for one in report.issued:
        yield one.label, one.unit, show_date(one.day), one.collector or "—", show_money(one.amount)


def _voided_cells(report: BookReport) -> Iterator[tuple[str, ...]]:
    for one in report.page.voided:
        yield one.label, one.unit, show_money(one.amount), one.reason, f"{show_time(one.at)} {one.by}"


def _lost_cells(report: BookReport) -> Iterator[tuple[str, ...]]:
    """Numbers of one fate, reason and person that follow each other stand on one line."""
    row, lost = report.page.row, report.page.lost
    start = 0
    for at, one in enumerate(lost, start=1):
        after = lost[at] if at < len(lost) else None
        same = (one.fate, one.reason, one.at, one.by)
        goes_on = after is not None and after.number == one.number + 1
        if goes_on and after is not None and (after.fate, after.reason, after.at, after.by) == same:
            continue
        run = Run(lost[start].number, one.number)
        start = at
        when = f"{show_time(one.at)} {one.by}"
        yield _run_words(row, run), show_whole(run.count), FATES_ON_PAPER[one.fate], one.reason or "—", when


def _run_words(row: BookRow, run: Run) -> str:
    first = label_of(row.prefix, run.first)
    return first if run.count == 1 else f"{first} – {label_of(row.prefix, run.last)[len(row.prefix) :]}"


def _facts_block(report: BookReport) -> Block:
    row, page = report.page.row, report.page
    issued = "" if row.issued_on is None else show_date(row.issued_on)
    back = "" if row.returned_at is None else f"{show_time(row.returned_at)} {report.returned_by}"
    pairs = (
        ("票据种类", ON_PAPER[row.kind]),
        ("号码起止", row.name),
        ("登记", f"{show_time(report.registered_at)} {report.registered_by}"),
        ("状态", _STATES[row.state]),
        ("领用人", row.holder or "—"),
        ("领用日期", issued or "—"),
        ("交回", back or "—"),
        ("开票金额", f"{show_money(page.amount, sign=True)}（含已作废）"),
    )
    height = 6.6

    def draw(sheet: Sheet, top: float) -> None:
        for at, (label, value) in enumerate(pairs):
            x = _LEFT + at % 2 * 88
            baseline = top + at // 2 * height + 4.6
            sheet.text(x, baseline - 0.1312, label, _LABEL)
            sheet.text(x + 20, baseline, value, on_one_line(value, _VALUE, 64))

    return Block((len(pairs) + 1) // 2 * height + 3, draw)


def _counts_block(row: BookRow) -> Block:
    """The one thing to see: all numbers of the book, and what became of them, in large figures that sum up."""
    counts = (
        ("总份数", row.size),
        ("已开票", row.used),
        *((FATES_ON_PAPER[fate], row.count(fate)) for fate in Fate),
        ("结存", row.left),
    )
    room = (_RIGHT - _LEFT) / len(counts)

    def draw(sheet: Sheet, top: float) -> None:
        sheet.rule(_LEFT, _RIGHT, top, sheet.paper.weights.heavy)
        for at, (label, count) in enumerate(counts):
            x = _LEFT + at * room
            words = show_whole(count)
            sheet.text(x, top + 5.6, label, _LABEL)
            sheet.text(x, top + 13, words, on_one_line(words, Style(15, bold=True), room - 6))
        sheet.rule(_LEFT, _RIGHT, top + 16, sheet.paper.weights.heavy)

    return Block(16, draw)


def _signatures() -> Block:
    def draw(sheet: Sheet, top: float) -> None:
        for x, label, room in ((_LEFT, "领用人签名", 19), (82, "核销人签名", 19), (144, "日期", 9)):
            sheet.text(x, top + 18, label, _LABEL)
            sheet.rule(x + room, x + 46, top + 18.6, sheet.paper.weights.frame)

    return Block(_SIGNATURES, draw)


def _draw_head(sheet: Sheet, report: BookReport) -> None:
    office = report.office
    sheet.text(_LEFT, 21, office.company, on_one_line(office.company, Style(11, bold=True), 62))
    sheet.text(_LEFT, 27, office.service_centre, on_one_line(office.service_centre, Style(10), 62))
    sheet.spaced(105, 27, TITLE, Style(20, bold=True), 4)
    name = label_of(report.page.row.prefix, report.page.row.first)
    sheet.text(_RIGHT, 21, f"{name} 起", Style(12, bold=True), Side.RIGHT)
    sheet.text(_RIGHT, 27, show_time(report.printed_at), Style(10), Side.RIGHT)
    sheet.rule(_LEFT, _RIGHT, 32, sheet.paper.weights.heavy)
    sheet.text(_LEFT, 37, "内部使用  不得张贴", Style(9.5))


def _draw_foot(sheet: Sheet, report: BookReport, page: str) -> None:
    words = f"打印 {report.printed_by}    每个号码只计一次：已开票、写坏、遗失、未用交回与结存之和等于总份数"
    sheet.text(_LEFT, 283, words, on_one_line(words, _SMALL, _RIGHT - _LEFT - 30))
    sheet.text(_RIGHT, 283, page, _SMALL, Side.RIGHT)
