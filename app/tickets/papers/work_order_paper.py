"""派工单, A5 upright for a clipboard: where, when, whom to call, what is wrong, and room for the worker's pen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.counter.papers.paper_head import copy_line
from app.counter.receipts.receipt_facts import CopyMark
from app.paper import rules
from app.paper.lettering import MissingGlyph, missing_in
from app.paper.profiles import A4_LANDSCAPE, PaperProfile
from app.paper.sheet import Sheet
from app.tickets.papers.work_order_facts import WorkOrderFacts
from app.tickets.papers.work_order_front import Front
from app.tickets.papers.work_order_more import more_pages

TITLE = "派工单"
A5_UPRIGHT = PaperProfile("A5 upright", 148.0, 210.0, rules.LASER, module=0.75)
_HALF = 148.5

Page = Callable[[Sheet], None]


def work_order_pdf(facts: WorkOrderFacts, mark: CopyMark | None = None) -> bytes:
    """The order as a PDF, the same bytes for the same facts; a copy differs by its marks alone."""
    with Sheet(A5_UPRIGHT, title=f"{TITLE} {facts.number}", author=facts.company) as sheet:
        for place, page in enumerate(_pages(facts, mark)):
            if place:
                sheet.next_page()
            page(sheet)
        return sheet.finish()


def two_on_a_sheet_pdf(orders: Sequence[tuple[WorkOrderFacts, CopyMark | None]]) -> bytes:
    """Several orders on A4 sheets lying on their side, two pages beside each other, to be cut in the middle."""
    pages = [page for facts, mark in orders for page in _pages(facts, mark)]
    with Sheet(A4_LANDSCAPE, title=TITLE, author=orders[0][0].company) as sheet:
        for place, page in enumerate(pages):
            if place and not place % 2:
                sheet.next_page()
            with sheet.moved(_HALF * (place % 2)):
                page(sheet)
        return sheet.finish()


def missing_on_work_order(facts: WorkOrderFacts) -> tuple[MissingGlyph, ...]:
    """The characters that the face lacks."""
    return missing_in(*facts.texts)


def _pages(facts: WorkOrderFacts, mark: CopyMark | None) -> list[Page]:
    front = Front(facts)
    more = more_pages(facts, front.rest_of_problem, front.rest_of_hint, with_lines=front.lines_are_apart)
    count = 1 + len(more)
    last_line = "" if mark is None else copy_line(mark)

    def first(sheet: Sheet) -> None:
        front.draw(sheet, mark, last_line, count)

    return [first, *(_more(page, number, count, last_line) for number, page in enumerate(more, 2))]


def _more(page: Callable[[Sheet, int, int, str], None], number: int, count: int, last_line: str) -> Page:
    return lambda sheet: page(sheet, number, count, last_line)
