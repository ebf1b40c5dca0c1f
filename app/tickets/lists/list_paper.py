"""工单一览, A4 landscape: a list of tickets for the office's own use, as the screen showed it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from app.core.show import show_time, show_whole
from app.counter.papers.arrears_roster import A4_LANDSCAPE
from app.estate.office_facts import OfficeFacts
from app.paper.blocks import Block, paginate
from app.paper.lettering import MissingGlyph, Style, missing_in
from app.paper.ruled_table import RuledTable, TableColumn, paragraph
from app.paper.sheet import Sheet, Side
from app.paper.text_fitting import on_one_line
from app.tickets.deadlines.due import Reckoned, Standing
from app.tickets.kinds import ClockName, State, TicketKind
from app.tickets.lists.rows import TicketRow

TITLE = "工单一览"
MOST_ROWS = 500

KINDS = {
    TicketKind.REPAIR: "报修",
    TicketKind.COMPLAINT: "投诉",
    TicketKind.SUGGESTION: "建议",
    TicketKind.ENQUIRY: "咨询",
    TicketKind.TASK: "内部任务",
    TicketKind.FEE_DISPUTE: "费用争议",
}
CLOCKS = {
    ClockName.REVIEW: "首次评审",
    ClockName.CONTACT: "联系住户",
    ClockName.ANSWER: "答复",
    ClockName.CLOSE: "办结",
}
_STATES = {
    State.REPORTED: "已受理",
    State.REVIEWED: "已评审",
    State.ASSIGNED: "已派工",
    State.CONTACTED: "已联系",
    State.ON_THE_WAY: "在途",
    State.ARRIVED: "已到场",
    State.IN_WORK: "处理中",
    State.WAITING_RESIDENT: "等住户",
    State.WAITING_PARTS: "等配件",
    State.WAITING_THIRD: "等第三方",
    State.DONE: "已完成",
    State.CONFIRMED: "住户已确认",
    State.CLOSED: "已完结",
    State.CANCELLED: "已取消",
    State.MERGED: "已合并",
}
_LEFT, _RIGHT, _TOP, _FOOT = 14.0, 283.0, 40.0, 194.0
_CELL, _HEAD, _SMALL = Style(9.5), Style(9.5, bold=True), Style(8.5)
_MOST_TEXT = 60
_TABLE = RuledTable(
    (
        TableColumn("工单", _LEFT, 38, Style(10, bold=True)),
        TableColumn("报告时间", 40, 70, _CELL),
        TableColumn("地点", 72, 104, _CELL, wraps=True),
        TableColumn("类别", 106, 140, _CELL, wraps=True),
        TableColumn("内容", 142, 200, _CELL, wraps=True),
        TableColumn("状态", 202, 222, _CELL, wraps=True),
        TableColumn("时限", 224, 256, _CELL, wraps=True),
        TableColumn("负责、维修", 258, _RIGHT, _CELL, wraps=True),
    ),
    _LEFT,
    _RIGHT,
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
    with Sheet(A4_LANDSCAPE, title=TITLE, author=facts.office.company) as sheet:
        pages = paginate(list(_blocks(facts)), _FOOT - _TOP, _FOOT - _TOP)
        for number, page in enumerate(pages, start=1):
            if number > 1:
                sheet.next_page()
            _draw_head(sheet, facts)
            page.draw(sheet, _TOP)
            _draw_foot(sheet, facts, f"第 {number} 页 共 {len(pages)} 页")
        return sheet.finish()


def missing_glyphs(facts: ListFacts) -> tuple[MissingGlyph, ...]:
    """The characters that the face lacks, which are boxed to be written by hand."""
    words = (line for row in facts.rows for cell in _cells(row) for line in cell.split("\n"))
    return missing_in(*dict.fromkeys(words), facts.printed_by, facts.title)


def _blocks(facts: ListFacts) -> Iterator[Block]:
    if not facts.rows:
        yield paragraph("没有符合条件的工单。", _CELL, _LEFT, _RIGHT)
        return
    head = _TABLE.head(_HEAD, 7)
    yield head
    for row in facts.rows:
        yield _TABLE.line(_cells(row), head=head)


def _cells(row: TicketRow) -> tuple[str, ...]:
    text = " ".join(row.text.split())
    said = text if len(text) <= _MOST_TEXT else f"{text[: _MOST_TEXT - 1]}…"
    promise = "" if row.clock is None else f"{CLOCKS[row.clock.name]}\n{_standing(row.clock.reckoned)}"
    people = "\n".join(dict.fromkeys(name for name in (row.assignee, row.worker or row.team) if name)) or "未派"
    about = row.category or KINDS[row.kind]
    return (row.number, show_time(row.reported_at), row.where, about, said, _STATES[row.state], promise, people)


def _standing(reckoned: Reckoned) -> str:
    standing = reckoned.standing
    if standing is Standing.OVERDUE:
        return f"已超 {_span(reckoned.over_minutes)}"
    if standing is Standing.MISSED:
        return f"超时 {_span(reckoned.over_minutes)}"
    if standing in (Standing.DUE, Standing.SOON):
        return f"限 {reckoned.due_at:%m-%d %H:%M}"
    return {Standing.PAUSED: "暂停计时", Standing.MET: "按时"}.get(standing, "不再计时")


def _span(minutes: int) -> str:
    days, rest = divmod(minutes, 24 * 60)
    hours, left = divmod(rest, 60)
    parts = ((days, "天"), (hours, "小时"), (0 if days else left, "分"))
    return "".join(f"{count}{unit}" for count, unit in parts if count) or "0分"


def _draw_head(sheet: Sheet, facts: ListFacts) -> None:
    office, title = facts.office, facts.title
    sheet.text(_LEFT, 19, office.company, on_one_line(office.company, Style(11, bold=True), 100))
    sheet.text(_LEFT, 25, office.service_centre, on_one_line(office.service_centre, Style(10), 100))
    sheet.spaced(148.5, 25, TITLE, Style(20, bold=True), 6)
    sheet.text(_RIGHT, 25, show_time(facts.printed_at), Style(12, bold=True), Side.RIGHT)
    sheet.rule(_LEFT, _RIGHT, 30, sheet.paper.weights.heavy)
    words = f"{title}  共 {show_whole(len(facts.rows))} 项" if title else f"共 {show_whole(len(facts.rows))} 项"
    sheet.text(_LEFT, 35.4, words, on_one_line(words, Style(9.5), 200))
    sheet.text(_RIGHT, 35.4, "内部使用  不得张贴", Style(9.5), Side.RIGHT)


def _draw_foot(sheet: Sheet, facts: ListFacts, page: str) -> None:
    sheet.text(_LEFT, 201, f"打印 {facts.printed_by}", _SMALL)
    sheet.text(_RIGHT, 201, page, _SMALL, Side.RIGHT)
