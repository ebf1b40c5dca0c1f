"""值班表 of a week, A4 lying: posts down, days across, to hang in the control room."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from app.core.show import show_date
from app.duty.papers.facts import WeekFacts
from app.duty.papers.paper_words import WEEKDAYS
from app.duty.roster.roster_facts import Post, Turn, Week
from app.duty.roster.spans import Double, Hole
from app.paper.blocks import Block
from app.paper.lettering import MissingGlyph, Style, missing_in_rows
from app.paper.ruled_table import RuledTable, TableColumn, gap_block, paragraph
from app.tickets.papers.office_list import HEAD, LEFT, RIGHT, ListHead, draw_list

TITLE = "值班表"
_CELL, _POST = Style(10.5), Style(11.5, bold=True)
_FIRST = 36.0
_DAY = (RIGHT - LEFT - _FIRST) / 7


def roster_pdf(facts: WeekFacts) -> bytes:
    """The week as a PDF; the same bytes for the same facts. Raises TextDoesNotFit."""
    week, printed = facts.week, facts.printed
    span = f"{show_date(week.monday)} 至 {show_date(week.monday + timedelta(days=6))}"
    head = ListHead(TITLE, printed.office, printed.at, printed.by, span, "内部使用  24 小时值班")
    return draw_list(head, _blocks(week))


def missing_on_roster(facts: WeekFacts) -> tuple[MissingGlyph, ...]:
    """The characters that the face lacks."""
    return missing_in_rows([(turn.person, turn.post) for turn in facts.week.turns], facts.printed.by)


def _blocks(week: Week) -> Iterator[Block]:
    table = _table(week.monday)
    head = table.head(HEAD, 8)
    yield head
    for post in week.posts:
        cells = [_cell(week.at(post.id, day)) for day in _days(week.monday)]
        yield table.line((_post(post), *cells), head=head)
    yield gap_block(5)
    if week.named_holes or week.doubles:
        yield paragraph("需要补齐或更正：", Style(11, bold=True), LEFT, RIGHT)
    for hole in week.named_holes:
        yield paragraph(_hole(hole, week), _CELL, LEFT, RIGHT, mark="▲")
    for double in week.doubles:
        yield paragraph(_double(double), _CELL, LEFT, RIGHT, mark="▲")


def _table(monday: date) -> RuledTable:
    days = [
        TableColumn(
            f"{WEEKDAYS[number]} {day:%m-%d}",
            LEFT + _FIRST + number * _DAY,
            LEFT + _FIRST + (number + 1) * _DAY - 2,
            _CELL,
            wraps=True,
        )
        for number, day in enumerate(_days(monday))
    ]
    return RuledTable((TableColumn("岗位", LEFT, LEFT + _FIRST - 2, _POST, wraps=True), *days), LEFT, RIGHT, 17)


def _days(monday: date) -> list[date]:
    return [monday + timedelta(days=number) for number in range(7)]


def _post(post: Post) -> str:
    return f"{post.name}\n{post.begins:%H:%M}–{post.ends:%H:%M}"


def _cell(turns: tuple[Turn, ...]) -> str:
    return "\n".join(f"{turn.person}\n{turn.phone or _hours(turn)}" for turn in turns) or "——"


def _hours(turn: Turn) -> str:
    return f"{turn.begins:%H:%M}–{turn.ends:%H:%M}"


def _hole(hole: Hole, week: Week) -> str:
    names = {post.id: post.name for post in week.posts}
    where = "无人值班" if hole.post_id is None else f"{names.get(hole.post_id, '')} 无人"
    return f"{hole.begins:%m-%d %H:%M} 至 {hole.ends:%m-%d %H:%M}  {where}"


def _double(double: Double) -> str:
    span = f"{double.begins:%m-%d %H:%M} 至 {double.ends:%m-%d %H:%M}"
    if double.is_torn:
        return f"{span}  {double.one.person} 同时在两个岗位"
    return f"{span}  {double.one.person}、{double.other.person} 同岗重叠"
