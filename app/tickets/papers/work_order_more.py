"""Further sheets of a work order: the rest of a long text, a long hint, and lines without room on the first sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from app.paper.blocks import Block, BlockPage, paginate
from app.paper.lettering import MM, Style
from app.paper.sheet import Sheet, Side
from app.paper.text_fitting import LEAD, on_one_line, wrap
from app.tickets.papers.work_order_facts import PaperLine, WorkOrderFacts
from app.tickets.papers.work_order_front import LEFT, RIGHT, ROOM, ROW, draw_foot, draw_line, lines_head

_TOP, _END = 23.5, 194.0
_BODY, _TITLE = Style(10), Style(10.5, bold=True)
_LEAD = _BODY.size * LEAD * 1.06 / MM

MorePage = Callable[[Sheet, int, int, str], None]


def more_pages(facts: WorkOrderFacts, problem: str, hint: str, *, with_lines: bool) -> list[MorePage]:
    """The further sheets, none where everything stands on the first; each is drawn with its number and their count."""
    blocks = list(_blocks(facts, problem, hint, with_lines=with_lines))
    if not blocks:
        return []
    return [_drawn(facts, page) for page in paginate(blocks, _END - _TOP, _END - _TOP)]


def _drawn(facts: WorkOrderFacts, page: BlockPage) -> MorePage:
    def draw(sheet: Sheet, number: int, count: int, last_line: str) -> None:
        sheet.text(LEFT, 18, "派工单 续页", Style(14, bold=True))
        sheet.text(RIGHT, 18, facts.number, Style(14, bold=True), Side.RIGHT)
        where = on_one_line(facts.where, Style(12, bold=True), 48) if len(facts.where) < 20 else None
        if where is not None:
            sheet.text(56, 18, facts.where, where)
        sheet.rule(LEFT, RIGHT, 21.5, sheet.paper.weights.heavy)
        page.draw(sheet, _TOP)
        draw_foot(sheet, facts, (number, count), last_line)

    return draw


def _blocks(facts: WorkOrderFacts, problem: str, hint: str, *, with_lines: bool) -> Iterator[Block]:
    if with_lines:
        head = Block(6.8, lines_head, holds=2)
        yield head
        for line in facts.lines:
            yield Block(ROW, _row(line), head=head)
    for title, text in (("报修内容（续）" if facts.is_repair else "内容（续）", problem), ("物业提示", hint)):
        if text:
            yield Block(11, _titled(title), holds=2)
            yield from (Block(_LEAD, _written(line)) for line in wrap(" ".join(text.split()), _BODY, ROOM).lines)


def _row(line: PaperLine) -> Callable[[Sheet, float], None]:
    def draw(sheet: Sheet, top: float) -> None:
        draw_line(sheet, top, ROW, line)
        sheet.rule(LEFT, RIGHT, top + ROW, sheet.paper.weights.row or 0.2)

    return draw


def _titled(words: str) -> Callable[[Sheet, float], None]:
    def draw(sheet: Sheet, top: float) -> None:
        sheet.text(LEFT, top + 8.2, words, _TITLE)

    return draw


def _written(line: str) -> Callable[[Sheet, float], None]:
    def draw(sheet: Sheet, top: float) -> None:
        sheet.text(LEFT, top + _LEAD * 0.8, line, _BODY)

    return draw
