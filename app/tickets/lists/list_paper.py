"""工单一览, A4 landscape: a list of tickets for the office's own use, as the screen showed it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from app.core.show import show_time, show_whole
from app.estate.office_facts import OfficeFacts
from app.paper.blocks import Block
from app.paper.lettering import MissingGlyph, Style, missing_in_rows
from app.paper.ruled_table import RuledTable, TableColumn, paragraph
from app.tickets.deadlines.due import Reckoned, Standing
from app.tickets.lists.rows import TicketRow
from app.tickets.papers.list_words import CLOCKS, KINDS, STATES, in_a_line, span
from app.tickets.papers.office_list import CELL, HEAD, INTERNAL, LEFT, RIGHT, ListHead, draw_list

TITLE = "工单一览"
MOST_ROWS = 500

_MOST_TEXT = 60
_TABLE = RuledTable(
    (
        TableColumn("工单", LEFT, 38, Style(10, bold=True)),
        TableColumn("报告时间", 40, 70, CELL),
        TableColumn("地点", 72, 104, CELL, wraps=True),
        TableColumn("类别", 106, 140, CELL, wraps=True),
        TableColumn("内容", 142, 200, CELL, wraps=True),
        TableColumn("状态", 202, 222, CELL, wraps=True),
        TableColumn("时限", 224, 256, CELL, wraps=True),
        TableColumn("负责、维修", 258, RIGHT, CELL, wraps=True),
    ),
    LEFT,
    RIGHT,
    7.6,
)


@dataclass(frozen=True, slots=True)
class ListFacts:
    """What stands on the paper; `title` says what list it is, such as the name of a saved view."""

    office: OfficeFacts
    title: str
    rows: tuple[TicketRow, ...]
    printed_at: datetime
    printed_by: str


def list_pdf(facts: ListFacts) -> bytes:
    """The list as a PDF; the same bytes for the same facts. Raises TextDoesNotFit."""
    words = f"{facts.title}  共 {show_whole(len(facts.rows))} 项"
    head = ListHead(TITLE, facts.office, facts.printed_at, facts.printed_by, words, INTERNAL)
    return draw_list(head, _blocks(facts))


def missing_glyphs(facts: ListFacts) -> tuple[MissingGlyph, ...]:
    """The characters that the face lacks, which are boxed to be written by hand."""
    return missing_in_rows(map(_cells, facts.rows), facts.printed_by, facts.title)


def _blocks(facts: ListFacts) -> Iterator[Block]:
    if not facts.rows:
        yield paragraph("没有符合条件的工单。", CELL, LEFT, RIGHT)
        return
    head = _TABLE.head(HEAD, 7)
    yield head
    for row in facts.rows:
        yield _TABLE.line(_cells(row), head=head)


def _cells(row: TicketRow) -> tuple[str, ...]:
    promise = "" if row.clock is None else f"{CLOCKS[row.clock.name]}\n{_standing(row.clock.reckoned)}"
    people = "\n".join(dict.fromkeys(name for name in (row.assignee, row.worker or row.team) if name)) or "未派"
    about, said = row.category or KINDS[row.kind], in_a_line(row.text, _MOST_TEXT)
    return (row.number, show_time(row.reported_at), row.where, about, said, STATES[row.state], promise, people)


def _standing(reckoned: Reckoned) -> str:
    standing = reckoned.standing
    if standing is Standing.OVERDUE:
        return f"已超 {span(reckoned.over_minutes)}"
    if standing is Standing.MISSED:
        return f"超时 {span(reckoned.over_minutes)}"
    if standing in (Standing.DUE, Standing.SOON):
        return f"限 {reckoned.due_at:%m-%d %H:%M}"
    return {Standing.PAUSED: "暂停计时", Standing.MET: "按时"}.get(standing, "不再计时")
