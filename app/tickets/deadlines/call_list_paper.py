"""催办表, A4 landscape: who is still to be told of which ticket, with places for the time and a signature."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from app.core.show import show_time, show_whole
from app.estate.office_facts import OfficeFacts
from app.paper.blocks import Block
from app.paper.lettering import MissingGlyph, Style, missing_in_rows
from app.paper.ruled_table import RuledTable, TableColumn, gap_block, paragraph
from app.tickets.complaints.progress import ProgressDue
from app.tickets.deadlines.due import Standing
from app.tickets.deadlines.escalation import Step
from app.tickets.deadlines.escalations import Escalated, StepNow
from app.tickets.papers.list_words import CLOCKS, in_a_line, span
from app.tickets.papers.office_list import (
    HEAD,
    INTERNAL,
    LEFT,
    RIGHT,
    ListHead,
    draw_list,
    section,
)

TITLE = "催办表"

_CELL = Style(10)
_MOST_TEXT = 32
_STEPS = {Step.LATE: "告知经理", Step.OVERDUE: "告知主管", Step.SOON: "告知负责人"}
_NOBODY = {Step.LATE: "经理", Step.OVERDUE: "主管", Step.SOON: "未派"}
_TABLE = RuledTable(
    (
        TableColumn("工单", LEFT, 38, Style(10.5, bold=True)),
        TableColumn("地点", 40, 72, _CELL, wraps=True),
        TableColumn("内容", 74, 129, _CELL, wraps=True),
        TableColumn("时限", 132, 165, _CELL, wraps=True),
        TableColumn("情况", 167, 198, _CELL, wraps=True),
        TableColumn("应告知", 200, 228, _CELL, wraps=True),
        TableColumn("已告知、时间", 230, 260, _CELL, wraps=True),
        TableColumn("签名", 262, RIGHT, _CELL),
    ),
    LEFT,
    RIGHT,
    8.4,
)


@dataclass(frozen=True, slots=True)
class CallList:
    """What stands on the paper."""

    office: OfficeFacts
    rows: tuple[Escalated, ...]
    printed_at: datetime
    printed_by: str
    progress: tuple[ProgressDue, ...] = ()


def call_list_pdf(facts: CallList) -> bytes:
    """The list as a PDF; the same bytes for the same facts. Raises TextDoesNotFit."""
    words = "告知后当天在程序里打勾"
    head = ListHead(TITLE, facts.office, facts.printed_at, facts.printed_by, INTERNAL, words)
    return draw_list(head, _blocks(facts))


def missing_glyphs(facts: CallList) -> tuple[MissingGlyph, ...]:
    """The characters that the face lacks, which are boxed to be written by hand."""
    rows = (*map(_cells, facts.rows), *(_progress_cells(one, facts.printed_at) for one in facts.progress))
    return missing_in_rows(rows, facts.printed_by)


def _blocks(facts: CallList) -> Iterator[Block]:
    if not facts.rows and not facts.progress:
        yield paragraph("现在没有需要告知的工单。", _CELL, LEFT, RIGHT)
    for step, group in groupby(facts.rows, key=lambda row: row.step.step):
        rows = list(group)
        untold = sum(row.step.told is None for row in rows)
        words = f"{_STEPS[step]}  {show_whole(len(rows))} 项，未告知 {show_whole(untold)} 项"
        yield from _part(words, [_cells(row) for row in rows])
    if facts.progress:
        words = f"重大投诉：应向业主通报进展  {show_whole(len(facts.progress))} 项"
        yield from _part(words, [_progress_cells(one, facts.printed_at) for one in facts.progress])


def _part(words: str, rows: list[tuple[str, ...]]) -> Iterator[Block]:
    yield section(words)
    head = _TABLE.head(HEAD, 7)
    yield head
    for cells in rows:
        yield _TABLE.line(cells, head=head)
    yield gap_block(4)


def _cells(row: Escalated) -> tuple[str, ...]:
    label, said = row.ticket, in_a_line(row.ticket.text, _MOST_TEXT)
    promise = f"{CLOCKS[row.clock.rule.name]}\n{show_time(row.reckoned.due_at)}"
    whom = row.step.whom or _NOBODY[row.step.step]
    return (label.number, label.where, said, promise, _standing(row), whom, _told(row.step), "")


def _progress_cells(row: ProgressDue, now: datetime) -> tuple[str, ...]:
    label, said = row.ticket, in_a_line(row.ticket.text, _MOST_TEXT)
    late = f"已超 {span((now - row.due_at).days * 24 * 60 + (now - row.due_at).seconds // 60)}"
    before = "" if row.said_at is None else f"上次通报\n{show_time(row.said_at)}"
    due = f"进展通报\n{show_time(row.due_at)}"
    return (label.number, label.where, said, due, late, label.assignee or "未派", before, "")


def _standing(row: Escalated) -> str:
    if row.reckoned.standing is Standing.OVERDUE:
        return f"已超 {span(row.reckoned.over_minutes)}"
    return f"剩 {span(row.reckoned.left_minutes)}"


def _told(step: StepNow) -> str:
    return "" if step.told is None else f"{step.told.told}\n{show_time(step.told.at)}"
