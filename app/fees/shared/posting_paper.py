"""公共费用分摊公示: the sheet of a common cost that can be posted; no name, and no room with its amount."""

from __future__ import annotations

from app.core.money import total
from app.core.show import show_money
from app.fees.shared.paper import (
    SharedPaper,
    left_out_counts,
    posted_buildings,
    split_words,
    unit_price_words,
)
from app.fees.shared.paper_parts import (
    FOOT,
    LEFT,
    RIGHT,
    continued,
    draw_head,
    draw_page_number,
    facts_block,
    total_block,
)
from app.fees.shared.words import paper_unit, show_weight
from app.paper.blocks import Block, paginate
from app.paper.lettering import Style
from app.paper.pages import turned
from app.paper.profiles import A4
from app.paper.ruled_table import RuledTable, TableColumn, gap_block, paragraph
from app.paper.sheet import Sheet, Side

TITLE = "公共费用分摊公示"
_TOP = 43.0
_CELL, _FIGURE, _HEAD, _NOTE = Style(11), Style(11.5), Style(10.5, bold=True), Style(10)
_NO_NAMES = "本表不含任何业主信息"


def posting_pdf(paper: SharedPaper) -> bytes:
    """The sheet as a PDF, A4; the same bytes for the same facts. Raises TextDoesNotFit."""
    with Sheet(A4, title=f"{TITLE} {paper.cost.row.title}", author=paper.office.company) as sheet:
        blocks = [facts_block(paper), total_block(paper), *_buildings(paper), *_notes(paper)]
        pages = paginate(blocks, FOOT - _TOP - 26, FOOT - _TOP - 26)
        for page, number in turned(sheet, pages):
            page.draw(sheet, draw_head(sheet, paper, TITLE))
            if page is pages[-1]:
                _telephones(sheet, paper)
            draw_page_number(sheet, number, words=f"{paper.office.company}  {_NO_NAMES}")
        return sheet.finish()


def _buildings(paper: SharedPaper) -> list[Block]:
    cost = paper.cost
    unit = paper_unit(cost.row.split)
    table = RuledTable(
        (
            TableColumn("楼栋", LEFT, 62, _CELL),
            TableColumn("户数", 62, 82, _FIGURE, Side.RIGHT),
            TableColumn(f"分摊基数 ({unit})", 86, 122, _FIGURE, Side.RIGHT),
            TableColumn("分摊单价", 126, 160, _CELL, Side.RIGHT),
            TableColumn("金额 (元)", 160, RIGHT, _FIGURE, Side.RIGHT),
        ),
        LEFT,
        RIGHT,
        8.0,
    )
    first = table.head(_HEAD, 7.6)
    head = continued(paper, first)
    price = unit_price_words(cost)
    rows = posted_buildings(cost)
    lines = [
        table.line(
            (one.building, f"{one.units:,}", show_weight(one.weight, cost.row.split), price, show_money(one.amount)),
            head=head,
            holds=1,
        )
        for one in rows
    ]
    units, amount = sum(one.units for one in rows), total(one.amount for one in rows)
    sums = ("合计", f"{units:,}", show_weight(cost.weights, cost.row.split), "", show_money(amount))
    return [first, *lines, table.line(sums, head=head, bold=True, weight=0.7), gap_block(4)]


def _notes(paper: SharedPaper) -> list[Block]:
    cost = paper.cost
    base = split_words(cost.row.split).removeprefix("按")
    words = [
        f"每户应摊金额 = 费用总额 × 本户{base} ÷ 参加分摊的{base}合计。",
        "各户金额取整到分，余下的分按小数部分由大到小补足，各户合计等于费用总额。",
    ]
    if base == "户":
        words[0] = "每户应摊金额 = 费用总额 ÷ 参加分摊的户数。"
    if cost.left_out:
        words.append(f"未参加分摊：{left_out_counts(cost)}。")
    words.append("需要核对本户明细的，请到服务中心查询。")
    return [paragraph(each, _NOTE, LEFT, RIGHT, mark="■") for each in words]


def _telephones(sheet: Sheet, paper: SharedPaper) -> None:
    office = paper.office
    known = [("咨询电话", office.telephone), ("投诉电话", office.complaint_telephone)]
    sheet.rule(LEFT, RIGHT, FOOT - 3, sheet.paper.weights.heavy)
    x = LEFT
    for label, number in known:
        if number:
            sheet.text(x, FOOT + 2.6, label, Style(9.5))
            sheet.text(x, FOOT + 10.6, number, Style(18, bold=True))
            x += 84
