"""公共费用分摊明细: every unit's share of a common cost, for the desk only."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import groupby

from app.core.money import total
from app.core.show import show_money
from app.fees.shared.paper import SharedPaper, left_out_units
from app.fees.shared.paper_parts import LEFT, RIGHT, continued, draw_head, draw_page_number, facts_block, total_block
from app.fees.shared.words import paper_unit, show_weight
from app.paper.blocks import Block, BlockPage, paginate
from app.paper.lettering import Style
from app.paper.pages import turned
from app.paper.profiles import A4
from app.paper.ruled_table import RuledTable, TableColumn, gap_block, paragraph
from app.paper.sheet import Sheet, Side

TITLE = "公共费用分摊明细"
NOT_FOR_POSTING = "内部使用  不得张贴"
_TOP, _BOTTOM = 43.0, 276.0
_CLOSING = 8.0
_CELL, _HEAD, _NOTE = Style(10), Style(10, bold=True), Style(9.5)


def desk_pdf(paper: SharedPaper) -> bytes:
    """The sheet as a PDF, A4; the same bytes for the same facts. Raises TextDoesNotFit."""
    with Sheet(A4, title=f"{TITLE} {paper.cost.row.title}", author=paper.office.company) as sheet:
        blocks = [facts_block(paper), total_block(paper), *_shares(paper)]
        pages = paginate(blocks, _BOTTOM - _TOP - _CLOSING, _BOTTOM - _TOP - _CLOSING)
        for page, number in turned(sheet, pages):
            end = page.draw(sheet, draw_head(sheet, paper, TITLE, frame=NOT_FOR_POSTING))
            if page is not pages[-1]:
                _carry_on(sheet, page, end)
            draw_page_number(sheet, number, words=f"{paper.office.company}  {NOT_FOR_POSTING}")
        return sheet.finish()


def _carry_on(sheet: Sheet, page: BlockPage, top: float) -> None:
    sheet.text(LEFT, top + 5.4, "本页小计", _HEAD)
    sheet.text(62, top + 5.4, "续下页", _CELL)
    sheet.text(RIGHT, top + 5.4, show_money(page.amount), _HEAD, Side.RIGHT)


def _table(paper: SharedPaper) -> RuledTable:
    unit = paper_unit(paper.cost.row.split)
    columns = (
        TableColumn("序号", LEFT, 36, _CELL),
        TableColumn("房号", 36, 76, _CELL),
        TableColumn(f"分摊基数 ({unit})", 76, 108, _CELL, Side.RIGHT),
        TableColumn("计算", 113, 163, _CELL),
        TableColumn("金额 (元)", 163, RIGHT, _CELL, Side.RIGHT),
    )
    return RuledTable(columns, LEFT, RIGHT, 6.2)


def _shares(paper: SharedPaper) -> Iterator[Block]:
    cost, table = paper.cost, _table(paper)
    split = cost.row.split
    first = table.head(_HEAD, 6.8)
    head = continued(paper, first)
    whole, base = show_money(cost.row.total), show_weight(cost.weights, split)
    yield first
    buildings = [list(lines) for _, lines in groupby(cost.lines, key=lambda line: line.building)]
    number = 0
    for lines in buildings:
        for line in lines:
            number += 1
            weight = show_weight(line.weight, split)
            cells = (str(number), line.code, weight, f"{whole} × {weight} ÷ {base}", show_money(line.amount))
            yield table.line(cells, head=head, holds=1, amount=line.amount)
        if len(buildings) > 1:
            summed = show_weight(sum((line.weight for line in lines), Fraction(0)), split)
            amount = show_money(total(line.amount for line in lines))
            sums = ("", f"{lines[0].building} 小计", summed, f"{len(lines)} 户", amount)
            yield table.line(sums, head=head, bold=True, weight=0.35)
    sums = ("", "合计", base, f"{len(cost.lines)} 户", whole)
    yield table.line(sums, head=head, bold=True, weight=0.7)
    yield gap_block(4)
    if cost.left_out:
        yield paragraph(f"未参加分摊：{left_out_units(cost)}", _NOTE, LEFT, RIGHT)
