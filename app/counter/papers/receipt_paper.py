"""收款收据: the paper of a payment, drawn from its stored facts alone, on any paper that has a layout."""

from __future__ import annotations

from app.counter.papers.layouts import SHIPPED, Layouts
from app.counter.papers.receipt_roll import draw_roll
from app.counter.papers.receipt_sheet import draw_sheet
from app.counter.papers.receipt_words import TITLE
from app.counter.receipts.receipt_facts import CopyMark, ReceiptFacts, Undone
from app.paper.lettering import MissingGlyph, missing_in
from app.paper.profiles import PaperProfile
from app.paper.sheet import Sheet


def receipt_pdf(
    facts: ReceiptFacts,
    profile: PaperProfile,
    copy: CopyMark | None = None,
    *,
    voided: Undone = False,
    overlay: bool = False,
    layouts: Layouts = SHIPPED,
) -> bytes:
    """The receipt as a PDF, the same bytes for the same facts; a copy differs by its marks alone.

    With `overlay` only what is filled in is drawn, for a pre-printed form; rolls have no such form. Raises
    TextDoesNotFit when a text cannot stand on this paper at 8 points, and what `Layouts` raises.
    """
    if profile.roll:
        return draw_roll(facts, profile, layouts.roll(profile), copy, voided=voided)
    layout = layouts.sheet(profile)
    with Sheet(profile, title=f"{TITLE} {facts.label}", author=facts.company) as sheet:
        draw_sheet(sheet, facts, layout, copy, voided=voided, overlay=overlay)
        return sheet.finish()


def missing_glyphs(facts: ReceiptFacts) -> tuple[MissingGlyph, ...]:
    """The characters that the face lacks: warn of them before printing, they are boxed to be written by hand."""
    texts = (facts.company, facts.service_centre, facts.unit, facts.payer, facts.area, facts.cashier, facts.shift)
    cells = (text for line in facts.lines for text in (line.item, line.period, line.quantity, line.unit_price))
    tenders = (tender.method for tender in facts.tenders)
    return missing_in(*dict.fromkeys((*texts, *cells, *tenders, *facts.notes, facts.plies)))
