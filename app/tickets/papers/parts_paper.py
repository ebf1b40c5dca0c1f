"""配件使用清单, A4 landscape: which parts were built in over some days, and who bears them."""

from __future__ import annotations

from collections.abc import Iterator

from app.core.money import Money, total
from app.core.show import show_date, show_decimal, show_money, show_whole
from app.paper.blocks import Block
from app.paper.lettering import MissingGlyph, Style, missing_in_rows
from app.paper.ruled_table import RuledTable, TableColumn, paragraph
from app.paper.sheet import Side
from app.tickets.materials.parts_used import PartUsed
from app.tickets.papers.office_list import CELL, HEAD, INTERNAL, LEFT, RIGHT, ListHead, draw_list
from app.tickets.papers.parts_facts import PartsFacts

TITLE = "配件使用清单"
_TABLE = RuledTable(
    (
        TableColumn("配件", LEFT, 74, Style(10, bold=True), wraps=True),
        TableColumn("数量", 76, 98, CELL, Side.RIGHT),
        TableColumn("单位", 101, 116, CELL),
        TableColumn("住户付", 118, 144, CELL, Side.RIGHT),
        TableColumn("保修承担", 146, 172, CELL, Side.RIGHT),
        TableColumn("物业承担", 174, 200, CELL, Side.RIGHT),
        TableColumn("工单", 204, RIGHT, CELL, wraps=True),
    ),
    LEFT,
    RIGHT,
    7.6,
)


def parts_pdf(facts: PartsFacts) -> bytes:
    """The list as a PDF; the same bytes for the same facts. Raises TextDoesNotFit."""
    words = f"{show_date(facts.first)} 至 {show_date(facts.last)}  共 {show_whole(len(facts.used.parts))} 种"
    head = ListHead(TITLE, facts.office, facts.printed_at, facts.printed_by, words, INTERNAL)
    return draw_list(head, _blocks(facts))


def missing_on_parts(facts: PartsFacts) -> tuple[MissingGlyph, ...]:
    """The characters that the face lacks."""
    return missing_in_rows(map(_cells, facts.used.parts), facts.printed_by)


def _blocks(facts: PartsFacts) -> Iterator[Block]:
    if not facts.used.parts:
        yield paragraph("这段时间没有用过配件。", CELL, LEFT, RIGHT)
        return
    head = _TABLE.head(HEAD, 7)
    yield head
    for part in facts.used.parts:
        yield _TABLE.line(_cells(part), head=head)
    parts = facts.used.parts
    sums = (_sum(part.asked for part in parts), _sum(part.by_warranty for part in parts))
    yield _TABLE.line(("合计", "", "", *sums, _sum(part.by_office for part in parts), ""), head=head)


def _cells(part: PartUsed) -> tuple[str, ...]:
    money = (part.asked, part.by_warranty, part.by_office)
    quantity = show_decimal(part.quantity, 0)
    return (part.name, quantity, part.unit_name, *map(show_money, money), " ".join(part.tickets))


def _sum(amounts: Iterator[Money]) -> str:
    return show_money(total(amounts))
