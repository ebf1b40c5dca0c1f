"""A paper of a ticket as a PDF, whichever it is."""

from __future__ import annotations

from app.paper.lettering import MissingGlyph
from app.paper.profiles import ROLL_80, PaperProfile
from app.tickets.papers.repair_report_facts import RepairReportFacts
from app.tickets.papers.repair_report_paper import missing_on_report, repair_report_pdf
from app.tickets.papers.slip_facts import SlipFacts
from app.tickets.papers.slip_paper import missing_on_slip, slip_pdf
from app.tickets.papers.ticket_papers import TicketFacts, TicketSheet
from app.tickets.papers.work_order_paper import missing_on_work_order, work_order_pdf


def sheet_pdf(sheet: TicketSheet, slip_paper: PaperProfile = ROLL_80) -> bytes:
    """The PDF of a sheet; a slip goes on `slip_paper`. Raises TextDoesNotFit."""
    if isinstance(sheet.facts, RepairReportFacts):
        return repair_report_pdf(sheet.facts, sheet.mark)
    if isinstance(sheet.facts, SlipFacts):
        return slip_pdf(sheet.facts, sheet.mark, slip_paper)
    return work_order_pdf(sheet.facts, sheet.mark)


def missing_on_sheet(facts: TicketFacts) -> tuple[MissingGlyph, ...]:
    """The characters that the face lacks, to be warned of before printing."""
    if isinstance(facts, RepairReportFacts):
        return missing_on_report(facts)
    if isinstance(facts, SlipFacts):
        return missing_on_slip(facts)
    return missing_on_work_order(facts)
