"""个人信息查询单, A4 upright: everything that the office holds of one person, handed to that person."""

from __future__ import annotations

from collections.abc import Iterator

from app.core.show import show_whole
from app.desk.privacy.held_facts import HeldFacts
from app.desk.privacy.held_words import FATES, PARTS, WHATS, said, written_on
from app.desk.privacy.person_facts import HeldRow
from app.duty.papers.portrait import BOLD, CELL, HEAD, LEFT, RIGHT, UprightHead, draw_upright, signature_block
from app.paper.blocks import Block
from app.paper.lettering import MissingGlyph, missing_in_rows
from app.paper.ruled_table import RuledTable, TableColumn, paragraph

TITLE = "个人信息查询单"
_LAW = (
    "依据《个人信息保护法》第四十五条至第四十七条，您可以查阅、复制、更正、删除本单所列信息。"
    "“依法留存”的收据、账目和操作日志在规定的保存期内不能删除，期间仅作保存，不作他用。"
)
_ROWS = RuledTable(
    (
        TableColumn("类别", LEFT, 44, CELL, wraps=True),
        TableColumn("内容", 46, 68, BOLD, wraps=True),
        TableColumn("说明", 70, 126, CELL, wraps=True),
        TableColumn("所属", 128, 152, CELL, wraps=True),
        TableColumn("日期", 154, 174, CELL),
        TableColumn("处理", 176, RIGHT, CELL),
    ),
    LEFT,
    RIGHT,
    7.6,
)


def held_pdf(facts: HeldFacts) -> bytes:
    """The paper as a PDF; the same bytes for the same facts. Raises TextDoesNotFit."""
    held = facts.held
    count = f"共 {show_whole(len(held.sure))} 项"
    head = UprightHead(TITLE, facts.office, f"查询人：{held.name}", count, held.at, facts.printed_by, "交本人")
    return draw_upright(head, _blocks(facts))


def missing_on_held(facts: HeldFacts) -> tuple[MissingGlyph, ...]:
    """The characters that the face lacks."""
    return missing_in_rows([_cells(row) for row in facts.held.sure], facts.held.name, facts.printed_by)


def _blocks(facts: HeldFacts) -> Iterator[Block]:
    head = _ROWS.head(HEAD, 7)
    yield head
    for row in facts.held.sure:
        yield _ROWS.line(_cells(row), head=head)
    yield paragraph(f"\u3000{_LAW}", CELL, LEFT, RIGHT, gap=3)
    yield signature_block("本人签收：", "经办人：", "日期：")


def _cells(row: HeldRow) -> tuple[str, ...]:
    return PARTS[row.part], WHATS[row.what], said(row), row.about, written_on(row), FATES[row.fate]
