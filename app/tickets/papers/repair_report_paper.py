"""维修报告, A4: what was reported, found, done and tested, with parts and cost, and who signs."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from app.core.paper_code import check_text
from app.core.show import show_money
from app.counter.papers.paper_head import PaperHead, copy_line, draw_head
from app.counter.papers.ruled_marks import to_fill
from app.counter.receipts.receipt_facts import CopyMark
from app.paper.blocks import Block, paginate
from app.paper.lettering import MissingGlyph, Style, missing_in
from app.paper.pages import turned
from app.paper.profiles import A4
from app.paper.ruled_table import RuledTable, TableColumn, gap_block, paragraph
from app.paper.sheet import Sheet, Side
from app.paper.text_fitting import on_one_line
from app.tickets.papers.repair_report_facts import RepairReportFacts

TITLE = "维修报告"
_LEFT, _RIGHT, _TOP = 22.0, 192.0, 47.0
_END = 279.0
_LABEL, _VALUE, _BODY = Style(9.5), Style(11), Style(10.5)
_FOOT, _LAST = 286.0, 290.5
_CODE = 21 * A4.module
_TABLE = RuledTable(
    (
        TableColumn("材料 / 人工", _LEFT, 96, _BODY, wraps=True),
        TableColumn("数量", 98, 122, _BODY, Side.RIGHT),
        TableColumn("单价 (元)", 124, 150, _BODY, Side.RIGHT),
        TableColumn("金额 (元)", 152, _RIGHT, _BODY, Side.RIGHT),
    ),
    _LEFT,
    _RIGHT,
    7.2,
)
_STEPS = RuledTable(
    (TableColumn("时间", _LEFT, 56, _BODY), TableColumn("经过", 58, _RIGHT, _BODY, wraps=True)), _LEFT, _RIGHT, 7.0
)


def repair_report_pdf(facts: RepairReportFacts, mark: CopyMark | None = None) -> bytes:
    """The report as a PDF, the same bytes for the same facts; a copy differs by its marks alone."""
    head = PaperHead(facts.company, facts.service_centre, TITLE, facts.number, facts.issued)
    with Sheet(A4, title=f"{TITLE} {facts.number}", author=facts.company) as sheet:
        pages = paginate(list(_blocks(facts)), _END - _TOP, _END - _TOP)
        for page, number in turned(sheet, pages):
            draw_head(sheet, head, (_LEFT, _RIGHT), 27, mark)
            page.draw(sheet, _TOP)
            _foot(sheet, facts, number, mark)
        return sheet.finish()


def missing_on_report(facts: RepairReportFacts) -> tuple[MissingGlyph, ...]:
    """The characters that the face lacks."""
    return missing_in(*facts.texts)


def _blocks(facts: RepairReportFacts) -> Iterator[Block]:
    yield Block(22, _facts_block(facts))
    yield from _section("报修内容", facts.problem)
    if facts.steps:
        yield _title("处理经过")
        head = _STEPS.head(Style(9.5, bold=True), 6.6)
        yield head
        yield from (_STEPS.line(step, head=head) for step in facts.steps)
        yield gap_block(4)
    for title, text in (
        ("现场情况与原因", facts.found),
        ("处理措施", facts.done),
        ("试验与结果", facts.tested),
        ("使用建议", facts.advice),
    ):
        yield from _section(title, text)
    yield from _lines(facts)
    yield Block(34, _signatures)


def _section(title: str, text: str) -> Iterator[Block]:
    if text.strip():
        yield _title(title)
        yield from (paragraph(part, _BODY, _LEFT, _RIGHT, gap=0.6) for part in text.split("\n") if part.strip())
        yield gap_block(3.4)


def _lines(facts: RepairReportFacts) -> Iterator[Block]:
    if not facts.lines:
        return
    yield _title("更换的材料与人工")
    head = _TABLE.head(Style(9.5, bold=True), 6.6)
    yield head
    for line in facts.lines:
        yield _TABLE.line((line.name, line.quantity, line.price, line.free or show_money(line.amount)), head=head)
    free = f"（另有 {show_money(facts.free)} 由保修或物业承担）" if facts.free else ""
    yield _TABLE.line((f"住户应付{free}", "", "", show_money(facts.to_pay, sign=True)), bold=True, weight=0.7)
    if facts.payment:
        yield gap_block(2.4)
        yield paragraph(facts.payment, _BODY, _LEFT, _RIGHT, gap=4)


def _title(words: str) -> Block:
    def draw(sheet: Sheet, top: float) -> None:
        sheet.text(_LEFT, top + 5, words, Style(11.5, bold=True))

    return Block(7.2, draw, holds=2)


def _facts_block(facts: RepairReportFacts) -> Callable[[Sheet, float], None]:
    phone = f"    {facts.phone}" if facts.phone else ""
    cells = (
        ("地点", facts.where, "报修", facts.reported),
        ("报修人", f"{facts.name}{phone}", "类别", facts.kind),
        ("维修", facts.given_to, "照片", f"{facts.photos} 张，存于工单" if facts.photos else "无"),
    )

    def draw(sheet: Sheet, top: float) -> None:
        for place, (label, value, other, said) in enumerate(cells):
            y = top + 4 + place * 6.6
            for left, words, text, end in ((_LEFT, label, value, 112.0), (116.0, other, said, _RIGHT)):
                sheet.text(left, y, words, _LABEL)
                sheet.text(left + 16, y, text, on_one_line(text, Style(_VALUE.size, words == "地点"), end - left - 16))
        sheet.rule(_LEFT, _RIGHT, top + 20, sheet.paper.weights.frame)

    return draw


def _signatures(sheet: Sheet, top: float) -> None:
    wide = (_RIGHT - _LEFT) / 3
    for place, signer in enumerate(("维修人", "主管", "住户")):
        left = _LEFT + place * wide
        for y, label in ((top + 16, signer), (top + 27, "日期")):
            to_fill(sheet, left, left + wide - 6, y, label, _BODY)


def _foot(sheet: Sheet, facts: RepairReportFacts, page: str, mark: CopyMark | None) -> None:
    sheet.code(_RIGHT - _CODE, 7.4, facts.code)
    words = f"{facts.service_centre}  {facts.telephone}".strip()
    sheet.text(_LEFT, _FOOT, words, Style(9))
    sheet.text(107, _FOOT, f"校验 {check_text(facts.code)}", Style(8.5), Side.MIDDLE)
    sheet.text(_RIGHT, _FOOT, page, Style(8.5), Side.RIGHT)
    if mark is not None:
        sheet.text(_LEFT, _LAST, copy_line(mark), Style(9, bold=True))
