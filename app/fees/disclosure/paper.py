"""收费公示: the fee disclosure sheet, laid out for A4 and enlarged for A3; no person and no room on it."""

from __future__ import annotations

from collections.abc import Iterator

from app.core.show import show_date
from app.fees.disclosure.facts import DisclosureFacts, DisclosureGroup
from app.paper.blocks import Block, paginate
from app.paper.lettering import MM, MissingGlyph, Style, missing_in
from app.paper.pages import turned
from app.paper.profiles import A3, A4, PaperProfile
from app.paper.ruled_table import RuledTable, TableColumn, gap_block, paragraph
from app.paper.sheet import Sheet, Side
from app.paper.text_fitting import on_one_line

TITLE = "收费公示"
PAPERS = {A4: 1.0, A3: 2**0.5}
"""The papers it is printed on, and how many times larger each is than A4."""

_LEFT, _RIGHT, _TOP, _FOOT = 15.6, 194.4, 45.0, 264.0
_SECOND = 106.0
_VALUE = 17.0
_CELL, _BOLD, _HEAD = Style(10.25), Style(10.25, bold=True), Style(10.5, bold=True)
_GROUP, _LABEL, _WORDS = Style(11.5, bold=True), Style(9.5, bold=True), Style(9.75)
_NUMBER, _SMALL = Style(18.5, bold=True), Style(8.5)
_TABLE = RuledTable(
    (
        TableColumn("收费项目", _LEFT, 46, _CELL, wraps=True),
        TableColumn("收费标准", 48, 95, _BOLD, wraps=True),
        TableColumn("计费方式", 97, 149, _CELL, wraps=True),
        TableColumn("收费依据", 152, _RIGHT, _CELL, wraps=True),
    ),
    _LEFT,
    _RIGHT,
    7.0,
)


def disclosure_pdf(facts: DisclosureFacts, paper: PaperProfile) -> bytes:
    """The sheet as a PDF on A4 or A3; the same bytes for the same facts. Raises TextDoesNotFit."""
    author = facts.office.company
    with Sheet(paper, title=f"{TITLE} {show_date(facts.day)}", author=author, enlarged=PAPERS[paper]) as sheet:
        pages = paginate(list(_blocks(facts)), _FOOT - _TOP - 4, _FOOT - _TOP - 4)
        for page, number in turned(sheet, pages):
            _draw_head(sheet, facts)
            page.draw(sheet, _TOP)
            if page is pages[-1]:
                _draw_telephones(sheet, facts)
            _draw_foot(sheet, facts, number)
        return sheet.finish()


def missing_glyphs(facts: DisclosureFacts) -> tuple[MissingGlyph, ...]:
    """The characters that the face lacks, which are boxed to be written by hand."""
    cells = [text for group in facts.groups for row in group.rows for text in (row.name, row.counting, row.basis)]
    texts = (facts.texts.payers, facts.texts.service_standard, facts.texts.price_control, facts.texts.charging)
    return missing_in(*dict.fromkeys((facts.office.company, facts.office.service_centre, *texts, *cells)))


def _blocks(facts: DisclosureFacts) -> Iterator[Block]:
    yield _facts_block(facts)
    head = _TABLE.head(_HEAD, 7.4)
    yield head
    for group in facts.groups:
        yield from _group_blocks(group, head)
    yield gap_block(3)
    for at, note in enumerate(facts.notes):
        if at == 0:
            yield _title_block("请您知道")
        yield paragraph(note, _WORDS, _LEFT, _RIGHT, mark="■", gap=1.6)


def _group_blocks(group: DisclosureGroup, head: Block) -> Iterator[Block]:
    yield _title_block(group.title, head)
    for at, row in enumerate(group.rows, start=1):
        last = at == len(group.rows)
        cells = (row.name, row.standard, row.counting, row.basis)
        yield _TABLE.line(cells, head=head, weight=0.35 if last else None)


def _title_block(words: str, head: Block | None = None) -> Block:
    """A title that is never alone at the foot; in the table (below its `head`) with a line under it."""
    height = 7.8

    def draw(sheet: Sheet, top: float) -> None:
        sheet.text(_LEFT, top + 5.6, words, _GROUP)
        if head is not None:
            sheet.rule(_LEFT, _RIGHT, top + height, sheet.paper.weights.frame)

    return Block(height, draw, holds=1, head=head)


def _draw_head(sheet: Sheet, facts: DisclosureFacts) -> None:
    centre = facts.office.service_centre
    sheet.text(_LEFT - 0.6, 34.6, TITLE, Style(44, bold=True))
    sheet.text(_RIGHT, 25.6, centre, on_one_line(centre, Style(13, bold=True), 88), Side.RIGHT)
    sheet.text(_RIGHT, 32.6, f"自 {show_date(facts.day)} 起执行", Style(12.5), Side.RIGHT)
    sheet.rule(_LEFT, _RIGHT, 41.2, 1.8)


def _facts_block(facts: DisclosureFacts) -> Block:
    left = (
        ("收费单位", facts.office.company),
        ("收费对象", facts.texts.payers),
        ("服务标准", facts.texts.service_standard),
    )
    right = (
        ("价格管理", facts.texts.price_control),
        ("收费方式", facts.texts.charging),
        ("计费起始", facts.begins),
    )
    columns = [(_LEFT, _SECOND - 4, left), (_SECOND, _RIGHT, right)]
    said = [(x, end, [pair for pair in pairs if pair[1]]) for x, end, pairs in columns]
    row = 6.4

    def draw(sheet: Sheet, top: float) -> None:
        for x, end, pairs in said:
            for at, (label, words) in enumerate(pairs):
                baseline = top + at * row + 4.4
                sheet.text(x, baseline - (_WORDS.size - _LABEL.size) / MM * 0.1, label, _LABEL)
                sheet.text(x + _VALUE, baseline, words, on_one_line(words, _WORDS, end - x - _VALUE))

    return Block(max(len(pairs) for _, _, pairs in said) * row + 2.4, draw)


def _draw_telephones(sheet: Sheet, facts: DisclosureFacts) -> None:
    office, texts = facts.office, facts.texts
    known = (
        ("收费咨询", office.telephone),
        ("投诉电话", office.complaint_telephone),
        ("价格投诉举报", texts.price_hotline),
        ("物业主管部门", texts.authority_telephone),
    )
    told = [(label, number) for label, number in known if number]
    sheet.rule(_LEFT, _RIGHT, _FOOT, sheet.paper.weights.heavy)
    room = (_RIGHT - _LEFT) / max(len(told), 3)
    for at, (label, number) in enumerate(told):
        x = _LEFT + at * room
        sheet.text(x, _FOOT + 5.4, label, Style(9.5))
        sheet.text(x, _FOOT + 13.4, number, on_one_line(number, _NUMBER, room - 3))


def _draw_foot(sheet: Sheet, facts: DisclosureFacts, page: str) -> None:
    words = f"公示日期 {show_date(facts.printed_on)}    本表不含任何业主信息"
    sheet.text(_LEFT, 283.5, words, _SMALL)
    sheet.text(_RIGHT, 283.5, page, _SMALL, Side.RIGHT)
