"""隐患台账, A4 lying, and the same list as a sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from app.core.language import mark, tr
from app.core.show import show_date, show_whole
from app.duty.hazards.flow import Step
from app.duty.hazards.hazard_facts import Hazard
from app.duty.papers.facts import HazardsFacts
from app.duty.papers.paper_words import GRADES, STATES
from app.duty.words import GRADES as SPOKEN_GRADES
from app.duty.words import HAZARD_STATES
from app.paper.blocks import Block
from app.paper.lettering import MissingGlyph, Style, missing_in_rows
from app.paper.ruled_table import RuledTable, TableColumn, paragraph
from app.sheets.write_list import ListPage
from app.tickets.papers.office_list import CELL, HEAD, INTERNAL, LEFT, RIGHT, ListHead, draw_list

TITLE = "隐患台账"
_TABLE = RuledTable(
    (
        TableColumn("编号", LEFT, 42, Style(10, bold=True)),
        TableColumn("发现", 44, 66, CELL, wraps=True),
        TableColumn("位置", 68, 102, CELL, wraps=True),
        TableColumn("隐患", 104, 158, CELL, wraps=True),
        TableColumn("等级", 160, 172, CELL),
        TableColumn("负责人", 174, 202, CELL, wraps=True),
        TableColumn("期限", 204, 224, CELL, wraps=True),
        TableColumn("状态", 226, 244, CELL, wraps=True),
        TableColumn("整改、复查", 246, RIGHT, CELL, wraps=True),
    ),
    LEFT,
    RIGHT,
    8.6,
)


def _done(one: Hazard) -> str:
    """What was done and what was found wrong with it."""
    told = [line for line in one.lines if line.text and line.step in (Step.FIXED, Step.CHECKED, Step.SENT_BACK)]
    return "；".join(line.text for line in told)


_COLUMNS: Sequence[tuple[str, Callable[[Hazard], object]]] = (
    (mark("Hazard"), lambda one: one.number),
    (mark("Found at"), lambda one: one.found_at),
    (mark("Found by"), lambda one: one.found_by),
    (mark("Where"), lambda one: one.where),
    (mark("What"), lambda one: one.what),
    (mark("Grade"), lambda one: tr(SPOKEN_GRADES[one.grade])),
    (mark("Who sees to it"), lambda one: one.owner),
    (mark("Deadline"), lambda one: one.due_on),
    (mark("State"), lambda one: tr(HAZARD_STATES[one.state])),
    (mark("What was done"), _done),
    (mark("Ticket"), lambda one: one.ticket),
    (mark("Closed at"), lambda one: one.closed_at),
)


def hazards_pdf(facts: HazardsFacts) -> bytes:
    """The list as a PDF; the same bytes for the same facts. Raises TextDoesNotFit."""
    late = sum(one.is_late(facts.today) for one in facts.rows)
    kind = "全部" if facts.closed else "未关闭"
    words = f"{kind}  共 {show_whole(len(facts.rows))} 项，超期 {show_whole(late)} 项"
    printed = facts.printed
    head = ListHead(TITLE, printed.office, printed.at, printed.by, words, INTERNAL)
    return draw_list(head, _blocks(facts))


def missing_on_hazards(facts: HazardsFacts) -> tuple[MissingGlyph, ...]:
    """The characters that the face lacks."""
    return missing_in_rows([_cells(one, facts) for one in facts.rows], facts.printed.by)


def hazards_page(rows: Sequence[Hazard]) -> ListPage:
    """One line for each, in the person's language."""
    heads = [tr(head) for head, _ in _COLUMNS]
    return ListPage(tr("Hazards"), heads, [[value(row) for _, value in _COLUMNS] for row in rows])


def _blocks(facts: HazardsFacts) -> Iterator[Block]:
    if not facts.rows:
        yield paragraph("没有未关闭的隐患。", CELL, LEFT, RIGHT)
        return
    head = _TABLE.head(HEAD, 7)
    yield head
    for one in facts.rows:
        yield _TABLE.line(_cells(one, facts), head=head)


def _cells(one: Hazard, facts: HazardsFacts) -> tuple[str, ...]:
    due = f"{show_date(one.due_on)}\n已超期" if one.is_late(facts.today) else show_date(one.due_on)
    found = f"{one.found_at:%Y-%m-%d}\n{one.found_by}"
    state = f"{STATES[one.state]}\n{one.ticket}" if one.ticket else STATES[one.state]
    return one.number, found, one.where, one.what, GRADES[one.grade], one.owner, due, state, _done(one)
