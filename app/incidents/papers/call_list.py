"""应急电话, A4: the three numbers, the call list and the organisation, to hang beside every telephone."""

from __future__ import annotations

from app.core.show import show_time
from app.incidents.papers.booklet_facts import BookletFacts
from app.incidents.papers.booklet_front import contact_blocks
from app.incidents.papers.list_facts import FIXED_NUMBERS
from app.incidents.papers.list_words import FIXED_NAMES
from app.incidents.papers.step_block import LEFT, RIGHT
from app.paper.blocks import paginate
from app.paper.lettering import Style
from app.paper.pages import turned
from app.paper.profiles import A4
from app.paper.sheet import Sheet, Side
from app.paper.text_fitting import on_one_line

TITLE = "应急电话"
_TOP, _FIRST, _FLOOR, _FOOT = 14.0, 62.0, 279.5, 286.0
_PLAIN, _BOLD = Style(12), Style(13, bold=True)


def call_list_pdf(facts: BookletFacts) -> bytes:
    """The call list as a PDF; the same bytes for the same facts. Raises TextDoesNotFit."""
    pages = paginate(list(contact_blocks(facts)), _FLOOR - _FIRST, _FLOOR - _TOP)
    office = facts.office
    with Sheet(A4, title=f"{office.service_centre} {TITLE}".strip(), author=office.company) as sheet:
        _head(sheet, facts)
        for page, number in turned(sheet, pages):
            page.draw(sheet, _FIRST if page is pages[0] else _TOP)
            sheet.text(LEFT, _FOOT, office.service_centre, on_one_line(office.service_centre, _PLAIN, 120))
            sheet.text(RIGHT, _FOOT, number, _PLAIN, Side.RIGHT)
        return sheet.finish()


def _head(sheet: Sheet, facts: BookletFacts) -> None:
    sheet.text(LEFT, 24, TITLE, Style(28, bold=True))
    sheet.text(RIGHT, 24, f"打印 {show_time(facts.printed_at)}", _PLAIN, Side.RIGHT)
    sheet.rule(LEFT, RIGHT, 29, 1.6)
    wide = (RIGHT - LEFT) / len(FIXED_NUMBERS)
    sheet.frame(LEFT, 34, (RIGHT - LEFT, 22), 0.9)
    for place, number in enumerate(FIXED_NUMBERS):
        x = LEFT + place * wide
        if place:
            sheet.frame(x, 34, (0, 22), 0.35)
        sheet.text(x + 3, 42, FIXED_NAMES[number], _BOLD)
        sheet.text(x + wide - 3, 52, number, Style(40, bold=True), Side.RIGHT)
