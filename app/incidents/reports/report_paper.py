"""《突发重大事件报告》, A4: what happened, minute by minute, what was not done, whom it hurt, what follows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from app.incidents.plans.plan import PlanRole
from app.incidents.reports.line_words import (
    FINDINGS,
    call_words,
    chain_words,
    cost_words,
    finding_lines,
    hurt_words,
    line_words,
    loss_words,
    people_words,
    review_words,
    steps_counted,
    summary,
    told_entries,
)
from app.incidents.reports.report_facts import ReportFacts
from app.incidents.reports.report_head import (
    FIRST,
    FLOOR,
    LATER,
    LEFT,
    RIGHT,
    TITLE,
    draw_first_head,
    draw_foot,
    draw_later_head,
)
from app.incidents.words.lines import line_hand
from app.incidents.words.names import ROLES
from app.paper.blocks import Block, BlockPage, paginate
from app.paper.lettering import MissingGlyph, Style, missing_in
from app.paper.profiles import A4
from app.paper.ruled_table import RuledTable, TableColumn, gap_block, paragraph
from app.paper.sheet import Sheet, Side
from app.paper.text_fitting import wrap

_BODY, _LABEL, _HEADS = Style(10.5), Style(10.5, bold=True), Style(10, bold=True)
_SECTION = Style(13, bold=True)
_WORDS, _LEAD, _PROSE = 46.0, 6.2, 5.8
_SIGNED = 26.0
_TIMELINE = RuledTable(
    (
        TableColumn("发生", LEFT, 37, Style(11, bold=True), wraps=True),
        TableColumn("录入", 39, 54, Style(10), wraps=True),
        TableColumn("经过", 56, 168, _BODY, wraps=True),
        TableColumn("记录人", 172, RIGHT, Style(10), wraps=True),
    ),
    LEFT,
    RIGHT,
    7.9,
)
_TICKETS = RuledTable(
    (
        TableColumn("工单", LEFT, 46, _BODY, wraps=True),
        TableColumn("内容", 48, 136, _BODY, wraps=True),
        TableColumn("负责", 139, 162, _BODY, wraps=True),
        TableColumn("期限", 165, RIGHT, _BODY, wraps=True),
    ),
    LEFT,
    RIGHT,
    7.2,
)


def report_pdf(facts: ReportFacts) -> bytes:
    """The report as a PDF; the same bytes for the same facts. Raises TextDoesNotFit."""
    pages = _pages(facts)
    with Sheet(A4, title=report_title(facts), author=facts.office.company) as sheet:
        for number, page in enumerate(pages, start=1):
            if number == 1:
                draw_first_head(sheet, facts)
            else:
                sheet.next_page()
                draw_later_head(sheet, facts)
            end = page.draw(sheet, FIRST if number == 1 else LATER)
            if number < len(pages):
                sheet.text(RIGHT, end + 5, "续下页", Style(9.5), Side.RIGHT)
            draw_foot(sheet, facts, number, len(pages))
        _draw_signatures(sheet)
        return sheet.finish()


def report_title(facts: ReportFacts) -> str:
    """`突发重大事件报告 突261120-01`."""
    return f"{TITLE} {facts.view.number}"


def missing_glyphs(facts: ReportFacts) -> tuple[MissingGlyph, ...]:
    """The characters that the face lacks, which are boxed to be written by hand."""
    said = [line_words(facts, entry) for entry in facts.view.entries]
    said += [entry.by for entry in facts.view.entries]
    said += [summary(facts), *people_words(facts), *loss_words(facts), *(one.text for one in facts.follow_ups)]
    return missing_in(*dict.fromkeys(said))


def _pages(facts: ReportFacts) -> list[BlockPage]:
    """The last page keeps room for the signatures."""
    blocks = [*_blocks(facts), Block(_SIGNED, lambda _sheet, _top: None)]
    return paginate(blocks, FLOOR - FIRST - 6, FLOOR - LATER - 6)


def _blocks(facts: ReportFacts) -> Iterator[Block]:
    yield _section("一", "概况")
    yield _prose(summary(facts))
    yield _section("二", "人员与分工")
    yield from _roles(facts)
    yield from _timeline(facts)
    yield from _steps(facts)
    yield from _people_and_losses(facts)
    yield from _follow_ups(facts)
    yield from _causes(facts)
    yield from _kept(facts)


def _prose(text: str) -> Block:
    fitted = wrap(text, _BODY, RIGHT - LEFT)

    def draw(sheet: Sheet, top: float) -> None:
        for place, line in enumerate(fitted.lines):
            sheet.text(LEFT, top + 4.4 + place * _PROSE, line, _BODY)

    return Block(len(fitted.lines) * _PROSE + 2.4, draw)


def _section(number: str, title: str, holds: int = 1) -> Block:
    def draw(sheet: Sheet, top: float) -> None:
        sheet.text(LEFT, top + 6.6, number, _SECTION)
        sheet.text(LEFT + 8, top + 6.6, title, _SECTION)

    return Block(9.6, draw, holds=holds)


def _again(number: str, title: str, table: RuledTable) -> Block:
    """Section and heads of a table, where a page begins within it."""
    name, heads = _section(number, f"{title}（续）"), table.head(_HEADS, 7)

    def draw(sheet: Sheet, top: float) -> None:
        name.draw(sheet, top)
        heads.draw(sheet, top + name.height)

    return Block(name.height + heads.height, draw)


def _roles(facts: ReportFacts) -> Iterator[Block]:
    held = [(ROLES[role].zh, facts.view.roles.get(role, "")) for role in PlanRole]
    if facts.view.reporter:
        held.append(("报告人", facts.view.reporter))
    for place in range(0, len(held), 2):
        yield _pair(held[place : place + 2])
    yield gap_block(1.5)


def _pair(pairs: Sequence[tuple[str, str]]) -> Block:
    half = (RIGHT - LEFT) / 2
    values = [wrap(value or "未指定", _BODY, half - 26) for _, value in pairs]
    height = _LEAD + 4.6 * (max(len(value.lines) for value in values) - 1)

    def draw(sheet: Sheet, top: float) -> None:
        for place, ((label, _), value) in enumerate(zip(pairs, values, strict=True)):
            x = LEFT + place * half
            sheet.text(x, top + 4.4, label, Style(9.5))
            sheet.lines(x + 24, top + 4.4, value)

    return Block(height, draw)


def _timeline(facts: ReportFacts) -> Iterator[Block]:
    yield _section("三", "处置时间线", holds=3)
    yield _TIMELINE.head(_HEADS, 7)
    again, began = _again("三", "处置时间线", _TIMELINE), facts.view.started_at.date()
    for entry in told_entries(facts.view.entries):
        cells = (
            _moment(entry.happened_at, began),
            _moment(entry.at, began),
            line_words(facts, entry),
            line_hand(entry).zh,
        )
        yield _TIMELINE.line(cells, head=again)
    yield gap_block(2.5)


def _moment(moment: datetime, began: date) -> str:
    """`19:41`, on another day with its date over it."""
    return f"{moment:%H:%M}" if moment.date() == began else f"{moment:%m-%d}\n{moment:%H:%M}"


def _steps(facts: ReportFacts) -> Iterator[Block]:
    told = facts.findings
    yield _section("四", "步骤检查")
    yield from _labelled(f"共 {told.owed} 步", [steps_counted(facts)])
    for kind, label in FINDINGS.items():
        found = told.of(kind)
        if found:
            yield from _labelled(f"{label} {len(found)} 处", finding_lines(found))
    calls = call_words(facts)
    yield from _labelled(f"电话 {len(calls)} 次", calls or ["没有记录"])
    yield gap_block(1.5)


def _people_and_losses(facts: ReportFacts) -> Iterator[Block]:
    yield _section("五", "人员、损失与费用")
    yield from _labelled("受伤", [hurt_words(facts)])
    people = people_words(facts)
    yield from _labelled(f"登记 {len(people)} 人", people or ["没有登记"])
    yield from _labelled("损失", loss_words(facts))
    yield from _labelled("费用", [cost_words(facts)])
    bodies = facts.closing.bodies if facts.closing is not None else ""
    yield from _labelled("外部单位", [bodies or "没有填写"])
    yield gap_block(1.5)


def _follow_ups(facts: ReportFacts) -> Iterator[Block]:
    yield _section("六", "后续工作", holds=3 if facts.follow_ups else 1)
    if not facts.follow_ups:
        yield paragraph("没有开工单。", _BODY, LEFT, RIGHT, gap=3)
        return
    again = _again("六", "后续工作", _TICKETS)
    yield _TICKETS.head(_HEADS, 7)
    for one in facts.follow_ups:
        yield _TICKETS.line((one.number, one.text, one.owner or "未派", one.due), head=again)
    yield gap_block(2.5)


def _causes(facts: ReportFacts) -> Iterator[Block]:
    yield _section("七", "原因与改进")
    closing, review = facts.closing, facts.review
    cause = (review.cause if review is not None else "") or (closing.cause if closing is not None else "")
    yield from _labelled("原因", cause.splitlines() or ["待查"])
    if review is not None:
        yield from _labelled("复盘", review.findings.splitlines())
        yield from _labelled("改进", review.improvements.splitlines() or ["没有"])
    else:
        yield from _labelled("复盘要问", [one.zh for one in facts.view.plan.after] or ["没有"])
    yield gap_block(1.5)


def _kept(facts: ReportFacts) -> Iterator[Block]:
    yield _section("八", "附件与存档")
    yield from _labelled("照片", [f"{facts.photos} 张" if facts.photos else "没有"])
    together = [*([f"由 {facts.parent} 引起"] if facts.parent else []), *(f"引起 {one}" for one in facts.children)]
    if together:
        yield from _labelled("关联事件", together)
    yield from _labelled("复盘会议", [review_words(facts)])
    yield from _labelled("记录校验", [chain_words(facts)])


def _labelled(label: str, lines: Sequence[str]) -> Iterator[Block]:
    """A label, and beside it lines that wrap in their column."""
    for place, text in enumerate(lines):
        yield _beside(label if place == 0 else "", text)


def _beside(label: str, text: str) -> Block:
    fitted = wrap(text, _BODY, RIGHT - _WORDS - 2)
    height = _LEAD + (len(fitted.lines) - 1) * fitted.lead * 25.4 / 72

    def draw(sheet: Sheet, top: float) -> None:
        sheet.text(LEFT, top + 4.4, label, _LABEL)
        sheet.lines(_WORDS + 2, top + 4.4, fitted)

    return Block(height, draw)


def _draw_signatures(sheet: Sheet) -> None:
    """Three hands at the foot of the last page."""
    sheet.rule(LEFT, RIGHT, 256, 0.35)
    wide = (RIGHT - LEFT) / 3
    for place, who in enumerate(("记录人", "项目经理", "公司领导")):
        x = LEFT + place * wide
        for label, baseline in ((who, 264.6), ("日期", 274.2)):
            end = sheet.text(x, baseline, label, Style(10.5))
            sheet.rule(end + 1.5, x + wide - 6, baseline + 1.2, 0.25)
