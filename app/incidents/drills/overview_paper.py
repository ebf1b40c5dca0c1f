"""应急演练年度一览, A4: the drills of a year, plan by plan and one after another, and who was trained by them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from app.core.show import show_date, show_time, show_whole
from app.estate.office_facts import OfficeFacts
from app.incidents.drills.drill_rule import Due
from app.incidents.drills.evaluation import Becomes, Finding
from app.incidents.drills.overview import QUARTERS, YearOverview, grade_counts
from app.incidents.drills.read_drills import PlayedDrill
from app.paper.blocks import Block, paginate
from app.paper.lettering import Style
from app.paper.pages import turned
from app.paper.profiles import A4
from app.paper.ruled_table import RuledTable, TableColumn, gap_block, paragraph, title_block
from app.paper.sheet import Sheet, Side
from app.paper.text_fitting import on_one_line

TITLE = "应急演练年度一览"

_RULE = "每季度至少演练一次；电梯困人、火警每年至少各一次。只计已结束的演练。"
_LEFT, _RIGHT, _TOP, _FOOT = 20.0, 190.0, 42.0, 272.0
_CELL, _HEAD, _SECTION = Style(10), Style(9.5, bold=True), Style(12, bold=True)
_LABEL, _SMALL = Style(9.5), Style(8.5)
_DUE = {Due.IN_TIME: "正常", Due.SOON: "将到期", Due.OVERDUE: "已逾期"}
_FOLLOWS = {Becomes.NOTED: "记录", Becomes.TASK: "工单", Becomes.PLAN: "修改预案"}

_PLANS = RuledTable(
    (
        TableColumn("预案", _LEFT, 66, _CELL, wraps=True),
        TableColumn("周期", 67, 84, _CELL),
        TableColumn("本年演练日期", 86, 140, _CELL, wraps=True),
        TableColumn("下次最迟", 142, 166, _CELL),
        TableColumn("状态", 168, _RIGHT, _CELL),
    ),
    _LEFT,
    _RIGHT,
    6.6,
)
_DRILLS = RuledTable(
    (
        TableColumn("日期", _LEFT, 40, _CELL),
        TableColumn("编号", 41, 66, _CELL),
        TableColumn("预案", 67, 100, _CELL, wraps=True),
        TableColumn("地点", 101, 132, _CELL, wraps=True),
        TableColumn("人数", 133, 144, _CELL, Side.RIGHT),
        TableColumn("好／中／差", 149, 169, _CELL),
        TableColumn("发现", 170, _RIGHT, _CELL, Side.RIGHT),
    ),
    _LEFT,
    _RIGHT,
    6.6,
)
_FOUND = RuledTable(
    (
        TableColumn("编号", _LEFT, 46, _CELL),
        TableColumn("发现的问题", 47, 120, _CELL, wraps=True),
        TableColumn("处理", 121, 140, _CELL),
        TableColumn("责任人、期限", 141, _RIGHT, _CELL, wraps=True),
    ),
    _LEFT,
    _RIGHT,
    6.6,
)
_PEOPLE = RuledTable(
    (
        TableColumn("姓名", _LEFT, 52, _CELL, wraps=True),
        TableColumn("日期", 53, 76, _CELL),
        TableColumn("预案", 77, 122, _CELL, wraps=True),
        TableColumn("担任", 123, 160, _CELL, wraps=True),
        TableColumn("编号", 162, _RIGHT, _CELL),
    ),
    _LEFT,
    _RIGHT,
    6.6,
)


@dataclass(frozen=True, slots=True)
class OverviewPaper:
    """What stands on the paper."""

    office: OfficeFacts
    overview: YearOverview
    printed_at: datetime
    printed_by: str


def overview_pdf(paper: OverviewPaper) -> bytes:
    """The overview as a PDF; the same bytes for the same facts. Raises TextDoesNotFit."""
    pages = paginate(list(_blocks(paper.overview)), _FOOT - _TOP, _FOOT - _TOP)
    with Sheet(A4, title=TITLE, author=paper.office.company) as sheet:
        for page, number in turned(sheet, pages):
            _draw_head(sheet, paper)
            page.draw(sheet, _TOP)
            sheet.text(_LEFT, 283, f"打印 {paper.printed_by}", _SMALL)
            sheet.text(_RIGHT, 283, number, _SMALL, Side.RIGHT)
        return sheet.finish()


def _blocks(overview: YearOverview) -> Iterator[Block]:
    yield _quarters(overview)
    yield gap_block(3)
    yield paragraph(_RULE, _LABEL, _LEFT, _RIGHT, gap=3)
    yield from _plans(overview)
    if not overview.drills:
        yield paragraph("本年还没有已结束的演练。", _CELL, _LEFT, _RIGHT, gap=3)
        return
    yield from _drills(overview)
    yield from _findings(overview)
    yield from _people(overview)


def _plans(overview: YearOverview) -> Iterator[Block]:
    yield title_block("各预案", _SECTION, _LEFT)
    head = _PLANS.head(_HEAD, 7)
    yield head
    for one in overview.plans:
        days = "、".join(f"{day:%m-%d}" for day in one.days) or "—"
        standing = one.standing
        cells = (one.name.zh, f"{standing.months} 个月", days, show_date(standing.due_on), _DUE[standing.due])
        yield _PLANS.line(cells, head=head)
    yield gap_block(4)


def _drills(overview: YearOverview) -> Iterator[Block]:
    yield title_block("演练记录", _SECTION, _LEFT)
    head = _DRILLS.head(_HEAD, 7)
    yield head
    for one in overview.drills:
        yield _DRILLS.line(_drill_cells(overview, one), head=head)
    yield gap_block(4)


def _drill_cells(overview: YearOverview, one: PlayedDrill) -> tuple[str, ...]:
    said = one.evaluation
    found = ("—", "未评估", "—")
    if said is not None:
        grades = "／".join(show_whole(count) for count in grade_counts(said))
        found = (show_whole(len(said.attendances)), grades, show_whole(len(said.findings)))
    return (show_date(one.started_at), one.number, overview.names[one.code].zh, one.place or "—", *found)


def _findings(overview: YearOverview) -> Iterator[Block]:
    if not overview.findings:
        return
    yield title_block("发现的问题和处理", _SECTION, _LEFT)
    head = _FOUND.head(_HEAD, 7)
    yield head
    for drill, one in overview.findings:
        yield _FOUND.line((drill.number, one.text, _FOLLOWS[one.becomes], _whose(one)), head=head)
    yield gap_block(4)


def _whose(one: Finding) -> str:
    until = show_date(one.due_on) if one.due_on is not None else ""
    return "  ".join(word for word in (one.owner, until, one.ticket) if word) or "—"


def _people(overview: YearOverview) -> Iterator[Block]:
    if not overview.trainings:
        return
    yield title_block("参加人员（培训记录）", _SECTION, _LEFT)
    head = _PEOPLE.head(_HEAD, 7)
    yield head
    for one in overview.trainings:
        cells = (one.person, show_date(one.day), overview.names[one.code].zh, one.role or "—", one.number)
        yield _PEOPLE.line(cells, head=head)


def _quarters(overview: YearOverview) -> Block:
    room = (_RIGHT - _LEFT) / len(QUARTERS)

    def draw(sheet: Sheet, top: float) -> None:
        sheet.rule(_LEFT, _RIGHT, top, sheet.paper.weights.heavy)
        for at, (quarter, count) in enumerate(zip(QUARTERS, overview.quarters, strict=True)):
            x = _LEFT + at * room
            sheet.text(x, top + 5.6, f"第 {quarter} 季度", _LABEL)
            sheet.text(x, top + 13, f"{show_whole(count)} 次", Style(15, bold=True))
        sheet.rule(_LEFT, _RIGHT, top + 16, sheet.paper.weights.heavy)

    return Block(16, draw)


def _draw_head(sheet: Sheet, paper: OverviewPaper) -> None:
    office = paper.office
    sheet.text(_LEFT, 21, office.company, on_one_line(office.company, Style(11, bold=True), 58))
    sheet.text(_LEFT, 27, office.service_centre, on_one_line(office.service_centre, Style(10), 58))
    sheet.spaced(105, 27, TITLE, Style(18, bold=True), 2)
    sheet.text(_RIGHT, 27, show_time(paper.printed_at), Style(10), Side.RIGHT)
    sheet.rule(_LEFT, _RIGHT, 32, sheet.paper.weights.heavy)
    sheet.text(_LEFT, 37, f"{paper.overview.year} 年", Style(11, bold=True))
    sheet.text(_RIGHT, 37, "内部使用", Style(9.5), Side.RIGHT)
