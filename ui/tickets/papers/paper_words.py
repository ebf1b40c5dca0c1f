"""What papers of tickets are called."""

from __future__ import annotations

from app.core.language import mark, tr
from app.counter.paper_copies import Paper

TITLES: dict[Paper, str] = {
    Paper.WORK_ORDER: mark("Work order {number}"),
    Paper.REPAIR_REPORT: mark("Repair report {number}"),
    Paper.TICKET_SLIP: mark("Slip for the resident {number}"),
}


def paper_title(paper: Paper, number: str) -> str:
    """`Work order 261120-005`."""
    return tr(TITLES[paper]).format(number=number)
