"""催办表, A4 landscape: who is still to be told of which ticket, with places for the time and a signature."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from app.core.show import show_time, show_whole
from app.counter.papers.arrears_roster import A4_LANDSCAPE
from app.estate.office_facts import OfficeFacts
from app.paper.blocks import Block, paginate
from app.paper.lettering import MissingGlyph, Style, missing_in
from app.paper.ruled_table import RuledTable, TableColumn, gap_block, paragraph
from app.paper.sheet import Sheet, Side
from app.paper.text_fitting import on_one_line
from app.tickets.deadlines.due import Standing
from app.tickets.deadlines.escalation import Step
from app.tickets.deadlines.escalations import Escalated, StepNow
from app.tickets.kinds import ClockName

TITLE = "催办表"

_LEFT, _RIGHT, _TOP, _FOOT = 14.0, 283.0, 40.0, 194.0
_CELL, _HEAD, _SECTION = Style(10), Style(9.5, bold=True), Style(11.5, bold=True)
_SMALL = Style(8.5)
_MOST_TEXT = 32
_STEPS = {Step.LATE: "告知经理", Step.OVERDUE: "告知主管", Step.SOON: "告知负责人"}
_CLOCKS = {
    ClockName.REVIEW: "首次评审",
    ClockName.CONTACT: "联系住户",
    ClockName.ANSWER: "答复",
    ClockName.CLOSE: "办结",
}
_TABLE = RuledTable(
    (
        TableColumn("工单", _LEFT, 38, Style(10.5, bold=True)),
        TableColumn("地点", 40, 72, _CELL, wraps=True),
        TableColumn("内容", 74, 134, _CELL, wraps=True),
        TableColumn("时限", 137, 171, _CELL, wraps=True),
        TableColumn("情况", 173, 198, _CELL, wraps=True),
        TableColumn("应告知", 200, 228, _CELL, wraps=True),
        TableColumn("已告知、时间", 230, 260, _CELL, wraps=True),
        TableColumn("签名", 262, _RIGHT, _CELL),
    ),
    _LEFT,
    _RIGHT,
    8.4,
)


@dataclass(frozen=True, slots=True)
class CallList:
    """What stands on the paper."""

    office: OfficeFacts
    rows: tuple[Escalated, ...]
    printed_at: datetime
    printed_by: str


def call_list_pdf(facts: CallList) -> bytes:
    """The list as a PDF; the same bytes for the same facts. Raises TextDoesNotFit."""
    with Sheet(A4_LANDSCAPE, title=TITLE, author=facts.office.company) as sheet:
        pages = paginate(list(_blocks(facts)), _FOOT - _TOP, _FOOT - _TOP)
        for number, page in enumerate(pages, start=1):
            if number > 1:
                sheet.next_page()
            _draw_head(sheet, facts)
            page.draw(sheet, _TOP)
            _draw_foot(sheet, facts, f"第 {number} 页 共 {len(pages)} 页")
        return sheet.finish()


def missing_glyphs(facts: CallList) -> tuple[MissingGlyph, ...]:
    """The characters that the face lacks, which are boxed to be written by hand."""
    words = (line for row in facts.rows for cell in _cells(row) for line in cell.split("\n"))
    return missing_in(*dict.fromkeys(words), facts.printed_by)


def _blocks(facts: CallList) -> Iterator[Block]:
    if not facts.rows:
        yield paragraph("现在没有需要告知的工单。", _CELL, _LEFT, _RIGHT)
    for step, group in groupby(facts.rows, key=lambda row: row.step.step):
        rows = list(group)
        untold = sum(row.step.told is None for row in rows)
        yield _title(f"{_STEPS[step]}  {show_whole(len(rows))} 项，未告知 {show_whole(untold)} 项")
        head = _TABLE.head(_HEAD, 7)
        yield head
        for row in rows:
            yield _TABLE.line(_cells(row), head=head)
        yield gap_block(4)


def _cells(row: Escalated) -> tuple[str, ...]:
    label = row.ticket
    text = " ".join(label.text.split())
    said = text if len(text) <= _MOST_TEXT else f"{text[: _MOST_TEXT - 1]}…"
    promise = f"{_CLOCKS[row.clock.rule.name]}\n{show_time(row.reckoned.due_at)}"
    return (label.number, label.where, said, promise, _standing(row), row.step.whom or "未派", _told(row.step), "")


def _standing(row: Escalated) -> str:
    if row.reckoned.standing is Standing.OVERDUE:
        return f"已超 {_span(row.reckoned.over_minutes)}"
    return f"剩 {_span(row.reckoned.left_minutes)}"


def _told(step: StepNow) -> str:
    return "" if step.told is None else f"{step.told.told}\n{show_time(step.told.at)}"


def _span(minutes: int) -> str:
    days, rest = divmod(minutes, 24 * 60)
    hours, left = divmod(rest, 60)
    parts = ((days, "天"), (hours, "小时"), (left, "分"))
    return "".join(f"{count}{unit}" for count, unit in parts if count) or "0分"


def _title(words: str) -> Block:
    def draw(sheet: Sheet, top: float) -> None:
        sheet.text(_LEFT, top + 5.4, words, _SECTION)

    return Block(8.0, draw, holds=2)


def _draw_head(sheet: Sheet, facts: CallList) -> None:
    office = facts.office
    sheet.text(_LEFT, 19, office.company, on_one_line(office.company, Style(11, bold=True), 100))
    sheet.text(_LEFT, 25, office.service_centre, on_one_line(office.service_centre, Style(10), 100))
    sheet.spaced(148.5, 25, TITLE, Style(20, bold=True), 6)
    sheet.text(_RIGHT, 25, show_time(facts.printed_at), Style(12, bold=True), Side.RIGHT)
    sheet.rule(_LEFT, _RIGHT, 30, sheet.paper.weights.heavy)
    sheet.text(_LEFT, 35.4, "内部使用  不得张贴", Style(9.5))
    sheet.text(_RIGHT, 35.4, "告知后当天在程序里打勾", Style(9.5), Side.RIGHT)


def _draw_foot(sheet: Sheet, facts: CallList, page: str) -> None:
    sheet.text(_LEFT, 201, f"打印 {facts.printed_by}", _SMALL)
    sheet.text(_RIGHT, 201, page, _SMALL, Side.RIGHT)
