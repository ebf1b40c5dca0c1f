"""交班日报 (Z) and 当班报表 (X): what a shift came to, drawn on A4 from its stored facts alone."""

from __future__ import annotations

from app.core.show import show_shift, show_time
from app.counter.papers.paper_head import PaperHead, copy_line, draw_head
from app.counter.papers.shift_foot import cash_and_papers, draw_page_foot, totals_and_signatures
from app.counter.papers.shift_tables import LEFT, RIGHT, item_blocks, method_blocks
from app.counter.receipts.receipt_facts import CopyMark
from app.counter.shifts.shift_facts import ShiftFacts
from app.paper.blocks import paginate
from app.paper.lettering import MissingGlyph, Style, missing_in
from app.paper.pages import turned
from app.paper.profiles import A4
from app.paper.sheet import Sheet
from app.paper.text_fitting import on_one_line

Z_TITLE, X_TITLE = "交班日报", "当班报表"
NOT_NUMBERED = "X · 不编号"
_TOP, _FOOT = 12.0, 20.0
_PEOPLE = 10.5


def shift_pdf(facts: ShiftFacts, mark: CopyMark | None = None) -> bytes:
    """The report as a PDF, the same bytes for the same facts; a copy differs by its marks alone.

    Raises TextDoesNotFit.
    """
    blocks = [*method_blocks(facts), *item_blocks(facts), cash_and_papers(facts), totals_and_signatures(facts)]
    title = Z_TITLE if facts.no else X_TITLE
    with Sheet(A4, title=f"{title} {facts.label}".strip(), author=facts.company) as sheet:
        room = A4.height - _TOP - 13.2 - _PEOPLE - _FOOT
        pages = paginate(blocks, room, room)
        for page, number in turned(sheet, pages):
            page.draw(sheet, _head(sheet, facts, mark))
            draw_page_foot(sheet, facts, number)
        return sheet.finish()


def missing_on_shift_paper(facts: ShiftFacts) -> tuple[MissingGlyph, ...]:
    """The characters that the face lacks."""
    texts = (facts.company, facts.service_centre, facts.cashier, facts.drawer, facts.closed_by, facts.approver)
    items = (item.item for item in facts.items)
    return missing_in(*dict.fromkeys((*texts, *items, *(line.reason for line in facts.methods))))


def _head(sheet: Sheet, facts: ShiftFacts, mark: CopyMark | None) -> float:
    number = facts.label or NOT_NUMBERED
    shift = f"班次 {show_shift(facts.shift)}"
    head = PaperHead(facts.company, facts.service_centre, Z_TITLE if facts.no else X_TITLE, number, shift)
    rule = draw_head(sheet, head, (LEFT, RIGHT), _TOP, mark)
    until = "交班" if facts.no else "截至"
    fields = (
        (LEFT, 32.0, "收款员", facts.cashier, True),
        (62.0, 28.0, "钱箱", f"{facts.drawer} 号" if facts.drawer.isdigit() else facts.drawer, False),
        (92.0, 46.0, "开班", show_time(facts.opened_at), False),
        (142.0, 50.0, until, show_time(facts.closed_at), False),
    )
    for x, room, label, value, bold in fields:
        end = sheet.text(x, rule + 6.4, label, Style(9.5)) + 2
        sheet.text(end, rule + 6.4, value, on_one_line(value, Style(11, bold=bold), x + room - end + 6))
    if mark is not None:
        sheet.text(LEFT, A4.height - 17, copy_line(mark), Style(9.5, bold=True))
    return rule + _PEOPLE - 1
