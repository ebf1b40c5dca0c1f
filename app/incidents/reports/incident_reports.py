"""The report on paper and as a workbook, and the review of what was closed."""

from __future__ import annotations

from pathlib import Path

from app.access import audit
from app.access.actor import Actor
from app.access.permissions import Permission
from app.core.clock import Clock
from app.incidents.papers.incident_papers import DrawnPaper
from app.incidents.reports.read_report import Asked, Sources, read_report
from app.incidents.reports.refusals import ReviewIncomplete
from app.incidents.reports.report_facts import ReportFacts
from app.incidents.reports.report_paper import missing_glyphs, report_pdf, report_title
from app.incidents.reports.report_sheet import report_pages
from app.incidents.reports.review import Review
from app.incidents.running.asked import Written
from app.sheets.write_list import write_list
from app.store.store import Store
from app.tickets.entry.new_ticket import NewTicket
from app.tickets.kinds import Source, TicketKind

TAKEN = "export_incident"


class IncidentReports:
    """Whoever runs incidents may read their reports; names and telephones need their own permission."""

    def __init__(self, store: Store, clock: Clock, sources: Sources) -> None:
        self._store = store
        self._clock = clock
        self._sources = sources

    def facts(self, by: Actor, incident_id: int, *, unmasked: bool = False) -> ReportFacts:
        """What the report says now. Raises NotPermitted, IncidentUnknown."""
        by.require(Permission.RUN_INCIDENT)
        with self._store.transaction() if unmasked else self._store.reading() as connection:
            return read_report(connection, self._sources, incident_id, Asked(by, self._clock.now(), unmasked))

    def paper(self, by: Actor, incident_id: int, *, unmasked: bool = False) -> DrawnPaper:
        """The report as a paper. Raises NotPermitted, IncidentUnknown, TextDoesNotFit."""
        facts = self.facts(by, incident_id, unmasked=unmasked)
        return DrawnPaper(report_title(facts), report_pdf(facts), missing_glyphs(facts))

    def export(self, by: Actor, incident_id: int, path: Path, *, unmasked: bool = False) -> None:
        """Write the report as a workbook; the trail keeps who took it. Raises NotPermitted, SheetUnreadable."""
        facts = self.facts(by, incident_id, unmasked=unmasked)
        write_list(path, report_pages(facts))
        told = {"file": path.name, "unmasked": unmasked}
        with self._store.transaction() as connection:
            audit.record(connection, TAKEN, str(incident_id), told, self._clock.now(), by.id)

    def review(self, by: Actor, incident_id: int, review: Review, *, tickets: bool = False) -> Written:
        """Keep the minutes of the review; they are a line of the log. With `tickets` each change becomes one.

        Raises NotPermitted, IncidentStillRuns, ReviewedBefore, ReviewIncomplete, and what reporting a ticket refuses;
        then nothing is written.
        """
        by.require(Permission.REVIEW_INCIDENT)
        if not review.present.strip() or not review.findings.strip():
            raise ReviewIncomplete
        with self._store.transaction():
            written = self._sources.incidents.review(by, incident_id, review.facts())
            for place, change in enumerate(review.changes if tickets else ()):
                self._sources.incidents.raise_ticket(by, incident_id, _ticket_of(incident_id, place, change))
            return written


def _ticket_of(incident_id: int, place: int, change: str) -> NewTicket:
    words, client_id = f"{change}（事件复盘）", f"review-{incident_id}-{place}"
    return NewTicket(client_id=client_id, text=words, kind=TicketKind.TASK, source=Source.PATROL)
