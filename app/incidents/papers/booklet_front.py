"""The front of the booklet: the three numbers, the contents, the call list and the organisation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from app.core.show import show_date, show_time
from app.incidents.papers.booklet_facts import BookletFacts, BookletPost
from app.incidents.papers.list_facts import FIXED_NUMBERS, ListFacts
from app.incidents.papers.list_words import FIXED_NAMES
from app.incidents.papers.step_block import LEFT, RIGHT
from app.paper.blocks import Block
from app.paper.lettering import Style, width
from app.paper.ruled_table import RuledTable, TableColumn, gap_block, paragraph
from app.paper.sheet import Sheet, Side
from app.paper.text_fitting import on_one_line

TITLE = "应急手册"
CONTENTS_FIRST, CONTENTS_LATER = 26, 33
"""How many plans the first page of contents names, and each further one."""

_ROW, _BEGIN = 7.0, 82.0
_PLAIN, _BOLD = Style(12), Style(13, bold=True)
_SECTION = Style(16, bold=True)
_HEADS = Style(12, bold=True)
_CONTACTS = RuledTable(
    (
        TableColumn("打给谁", LEFT, 62, _HEADS, wraps=True),
        TableColumn("本处", 64, 98, _PLAIN, wraps=True),
        TableColumn("电话", 100, 134, Style(13, bold=True), wraps=True),
        TableColumn("打不通，打给", 136, 170, _PLAIN, wraps=True),
        TableColumn("核对日", 172, RIGHT, _PLAIN, wraps=True),
    ),
    LEFT,
    RIGHT,
    8.8,
)
_POSTS = RuledTable(
    (
        TableColumn("岗位", LEFT, 62, _HEADS, wraps=True),
        TableColumn("姓名", 64, 92, _PLAIN, wraps=True),
        TableColumn("电话", 94, 128, _PLAIN, wraps=True),
        TableColumn("副手", 130, 158, _PLAIN, wraps=True),
        TableColumn("副手电话", 160, RIGHT, _PLAIN, wraps=True),
    ),
    LEFT,
    RIGHT,
    8.8,
)


def draw_cover(sheet: Sheet, facts: BookletFacts) -> None:
    """The name, the day of printing, and the three numbers as large as they go."""
    office = facts.office
    sheet.text(LEFT, 29, TITLE, Style(36, bold=True))
    sheet.text(
        RIGHT, 22, office.service_centre, on_one_line(office.service_centre, Style(13, bold=True), 90), Side.RIGHT
    )
    sheet.text(RIGHT, 29, f"打印 {show_time(facts.printed_at)}", _PLAIN, Side.RIGHT)
    sheet.rule(LEFT, RIGHT, 34, 1.6)
    wide = (RIGHT - LEFT) / len(FIXED_NUMBERS)
    sheet.frame(LEFT, 39, (RIGHT - LEFT, 26), 0.9)
    for place, number in enumerate(FIXED_NUMBERS):
        x = LEFT + place * wide
        if place:
            sheet.frame(x, 39, (0, 26), 0.35)
        sheet.text(x + 3, 48, FIXED_NAMES[number], Style(14, bold=True))
        sheet.text(x + wide - 3, 60, number, Style(50, bold=True), Side.RIGHT)
    said = "先救人，先打电话。只有数字和名字，没有住户资料；旧的一本收回销毁。"
    sheet.text(LEFT, 71.4, said, _PLAIN)


def draw_contents(sheet: Sheet, rows: Sequence[tuple[ListFacts, int]], *, first: bool) -> None:
    """Each plan with its key, its name and its page."""
    top = _BEGIN if first else 24.0
    sheet.text(LEFT, top, "目录" if first else "目录（续）", _SECTION)
    sheet.text(RIGHT, top, "页", _PLAIN, Side.RIGHT)
    sheet.rule(LEFT, RIGHT, top + 2.4, 0.7)
    for place, (facts, page) in enumerate(rows):
        baseline = top + 8.4 + place * _ROW
        _contents_line(sheet, baseline, facts, page)


def _contents_line(sheet: Sheet, baseline: float, facts: ListFacts, page: int) -> None:
    plan = facts.plan
    key = plan.letters if plan.digit is None else f"{plan.digit}  {plan.letters}"
    sheet.text(LEFT, baseline, key, _PLAIN)
    end = sheet.text(LEFT + 14, baseline, plan.name.zh, on_one_line(plan.name.zh, _BOLD, 60))
    number = str(page)
    right = RIGHT - max(width(number, _BOLD), 8) - 2
    use = plan.use_when.zh
    if end + 4 + width(use, _PLAIN) <= right:
        sheet.text(max(end + 4, 84), baseline, use, on_one_line(use, _PLAIN, right - max(end + 4, 84)))
    sheet.text(RIGHT, baseline, number, _BOLD, Side.RIGHT)
    sheet.rule(LEFT, RIGHT, baseline + 2.2, 0.2)


def contact_blocks(facts: BookletFacts) -> Iterator[Block]:
    """The call list, then the organisation."""
    yield _section("电话")
    head = _CONTACTS.head(_HEADS, 8)
    yield head
    for one in facts.contacts:
        phone = one.phone
        second = " ".join(part for part in (phone.deputy, phone.deputy_number) if part)
        tried = "" if one.confirmed_on is None else show_date(one.confirmed_on)
        cells = (phone.name, phone.called if phone.called != phone.name else "", phone.number, second, tried)
        yield _CONTACTS.line(cells, head=head)
    yield gap_block(2.5)
    yield paragraph("没有号码的，问到就写上，并告诉前台改程序里的号码。", _PLAIN, LEFT, RIGHT, gap=4)
    if facts.posts:
        yield from _posts(facts.posts)


def _posts(posts: Sequence[BookletPost]) -> Iterator[Block]:
    yield gap_block(4)
    yield _section("应急组织")
    for group, members in groupby(posts, key=lambda post: post.group):
        head = _POSTS.head(_HEADS, 8)
        yield _group(group)
        yield head
        for one in members:
            yield _POSTS.line((one.post, one.person, one.phone, one.deputy, one.deputy_phone), head=head)
        yield gap_block(3)


def _section(text: str) -> Block:
    def draw(sheet: Sheet, top: float) -> None:
        sheet.text(LEFT, top + 7, text, _SECTION)

    return Block(10, draw, holds=3)


def _group(text: str) -> Block:
    def draw(sheet: Sheet, top: float) -> None:
        sheet.text(LEFT, top + 6, text, _BOLD)

    return Block(8.4, draw, holds=2)
