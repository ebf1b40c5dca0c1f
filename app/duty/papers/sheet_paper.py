"""巡查记录表, A4 upright: blank to be taken along, or as it was walked."""

from __future__ import annotations

from collections.abc import Iterator

from app.core.show import show_date, show_time
from app.duty.inspections.points import Point
from app.duty.papers.facts import SheetFacts
from app.duty.papers.paper_words import GRADES, rhythm_words, seen_words, standard
from app.duty.papers.portrait import (
    BOLD,
    CELL,
    HEAD,
    LEFT,
    RIGHT,
    UprightHead,
    draw_upright,
    signature_block,
    words_block,
)
from app.paper.blocks import Block
from app.paper.lettering import MissingGlyph, Style, missing_in_rows
from app.paper.ruled_table import RuledTable, TableColumn, gap_block, paragraph

_SECTION = Style(12, bold=True)
_TABLE = RuledTable(
    (
        TableColumn("序", LEFT, 22, CELL),
        TableColumn("位置", 24, 50, BOLD, wraps=True),
        TableColumn("检查内容", 52, 106, CELL, wraps=True),
        TableColumn("标准", 108, 134, CELL, wraps=True),
        TableColumn("所见", 136, 162, BOLD, wraps=True),
        TableColumn("说明", 164, RIGHT, CELL, wraps=True),
    ),
    LEFT,
    RIGHT,
    9.6,
)


def sheet_pdf(facts: SheetFacts) -> bytes:
    """The sheet as a PDF; the same bytes for the same facts. Raises TextDoesNotFit."""
    printed, one = facts.printed, facts.inspection
    head = UprightHead(one.name, printed.office, _left(facts), _right(facts), printed.at, printed.by)
    return draw_upright(head, _blocks(facts))


def missing_on_sheet(facts: SheetFacts) -> tuple[MissingGlyph, ...]:
    """The characters that the face lacks."""
    return missing_in_rows([_cells(facts, at, point) for at, point in _points(facts)], facts.printed.by)


def _left(facts: SheetFacts) -> str:
    if facts.round is None:
        return "日期：________    起止时间：______ 至 ______    巡查人：__________"
    one = facts.round
    ended = "进行中" if one.ended_at is None else f"{one.ended_at:%H:%M}"
    return f"应查日期 {show_date(one.due_on)}  {show_time(one.begun_at)}–{ended}  巡查人 {one.walked_by}"


def _right(facts: SheetFacts) -> str:
    return f"巡查记录表（{rhythm_words(facts.inspection.rhythm)}）"


def _points(facts: SheetFacts) -> list[tuple[int, Point]]:
    points = facts.inspection.points if facts.round is None else facts.round.points
    return list(enumerate(points, start=1))


def _cells(facts: SheetFacts, at: int, point: Point) -> tuple[str, ...]:
    sighting = None if facts.round is None else facts.round.sightings.get(point.key)
    should = standard(point) if facts.round is None else point.limits
    about = "" if sighting is None else sighting.seen.words
    return str(at), point.where, point.what, should, seen_words(point, sighting), about


def _blocks(facts: SheetFacts) -> Iterator[Block]:
    head = _TABLE.head(HEAD, 7)
    yield head
    for at, point in _points(facts):
        yield _TABLE.line(_cells(facts, at, point), head=head)
    yield gap_block(3)
    note = (
        "▲ 为不符合标准。"
        if facts.round is not None
        else "不符合标准的写明所见，当天录入程序并登记隐患；只看不碰带电、转动设备。"
    )
    yield paragraph(note, CELL, LEFT, RIGHT)
    if facts.hazards:
        yield words_block("登记的隐患", _SECTION)
    for hazard in facts.hazards:
        words = f"{hazard.number}（{GRADES[hazard.grade]}）{hazard.where}：{hazard.what}，限 {show_date(hazard.due_on)}"
        yield paragraph(words, CELL, LEFT, RIGHT)
    yield signature_block("巡查人签名：", "复核：")
