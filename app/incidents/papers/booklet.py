"""应急手册, A4: every plan in use, its contents, whom to call; one PDF that lies ready when no computer runs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.incidents.papers.booklet_facts import BookletFacts
from app.incidents.papers.booklet_front import (
    CONTENTS_FIRST,
    CONTENTS_LATER,
    TITLE,
    contact_blocks,
    draw_contents,
    draw_cover,
)
from app.incidents.papers.list_facts import ListFacts
from app.incidents.papers.plan_list import Numbered, draw_list, list_pages, missing_glyphs
from app.incidents.papers.step_block import LEFT, RIGHT
from app.paper.blocks import BlockPage, paginate
from app.paper.lettering import MissingGlyph, Style
from app.paper.pages import page_words
from app.paper.profiles import A4
from app.paper.sheet import Sheet, Side
from app.paper.text_fitting import on_one_line

_TOP, _FLOOR, _FOOT = 14.0, 279.5, 286.0
_SMALL = Style(12)


@dataclass(frozen=True, slots=True)
class _Chapter:
    """A plan in the booklet, and the number of its first page."""

    facts: ListFacts
    first: int
    pages: list[BlockPage]


def booklet_pdf(facts: BookletFacts) -> bytes:
    """The booklet as a PDF; the same bytes for the same facts. Raises TextDoesNotFit."""
    contents = _contents_pages(len(facts.lists))
    contacts = paginate(list(contact_blocks(facts)), _FLOOR - _TOP, _FLOOR - _TOP)
    chapters = list(_chapters(facts, 1 + contents + len(contacts)))
    whole = contents + len(contacts) + sum(len(chapter.pages) for chapter in chapters)
    with Sheet(A4, title=f"{facts.office.service_centre} {TITLE}".strip(), author=facts.office.company) as sheet:
        _draw_front(sheet, facts, chapters, contents, whole)
        for place, page in enumerate(contacts):
            sheet.next_page()
            page.draw(sheet, _TOP)
            _foot(sheet, facts, contents + place + 1, whole)
        for chapter in chapters:
            sheet.next_page()
            draw_list(sheet, chapter.facts, chapter.pages, Numbered(chapter.first, whole))
        return sheet.finish()


def missing_in_booklet(facts: BookletFacts) -> tuple[MissingGlyph, ...]:
    """The characters that the face lacks, which are boxed to be written by hand."""
    return tuple(dict.fromkeys(one for facts_ in facts.lists for one in missing_glyphs(facts_)))


def _contents_pages(plans: int) -> int:
    return 1 + max(0, -(-(plans - CONTENTS_FIRST) // CONTENTS_LATER))


def _chapters(facts: BookletFacts, first: int) -> Iterator[_Chapter]:
    for one in facts.lists:
        pages = list_pages(one, first)
        yield _Chapter(one, first, pages)
        first += len(pages)


def _draw_front(sheet: Sheet, facts: BookletFacts, chapters: Sequence[_Chapter], contents: int, whole: int) -> None:
    rows = [(chapter.facts, chapter.first) for chapter in chapters]
    draw_cover(sheet, facts)
    draw_contents(sheet, rows[:CONTENTS_FIRST], first=True)
    _foot(sheet, facts, 1, whole)
    for number in range(1, contents):
        begin = CONTENTS_FIRST + (number - 1) * CONTENTS_LATER
        sheet.next_page()
        draw_contents(sheet, rows[begin : begin + CONTENTS_LATER], first=False)
        _foot(sheet, facts, number + 1, whole)


def _foot(sheet: Sheet, facts: BookletFacts, number: int, whole: int) -> None:
    office = facts.office
    sheet.text(LEFT, _FOOT, office.service_centre, on_one_line(office.service_centre, _SMALL, 120))
    sheet.text(RIGHT, _FOOT, page_words(number, whole), _SMALL, Side.RIGHT)
