"""Incidents: plans, what runs, what was closed, drills, and whom to call."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from app.services.notices import NoticeServices

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.core.workdays import Holidays
    from app.incidents.attached.losses import IncidentLosses
    from app.incidents.attached.people import IncidentPeople
    from app.incidents.attached.photos import IncidentPhotos
    from app.incidents.contacts.contacts import Contacts
    from app.incidents.drills.drills import Drills
    from app.incidents.drills.handed_out import DrillsHandedOut
    from app.incidents.journal.journal import IncidentJournal
    from app.incidents.kept_plans.plan_versions import PlanVersions
    from app.incidents.kept_plans.plans import Plans
    from app.incidents.organisation.organisation import Organisation
    from app.incidents.papers.booklet_facts import BookletFacts
    from app.incidents.papers.daily_booklet import DailyBooklet
    from app.incidents.papers.incident_papers import IncidentPapers
    from app.incidents.reports.incident_reports import IncidentReports
    from app.incidents.running.incidents import Incidents
    from app.incidents.running.view import RunningLine
    from app.incidents.unsigned.unsigned_incidents import UnsignedIncidents


class IncidentServices(NoticeServices):
    """The right step at the right minute."""

    @cached_property
    def plans(self) -> Plans:
        """The plans in use; an office that has none begins with the shipped ones."""
        from app.incidents.kept_plans.plans import Plans

        plans = Plans(self.store, self.clock)
        plans.plant()
        return plans

    @cached_property
    def incidents(self) -> Incidents:
        """What runs now, and its log."""
        from app.incidents.running.acts import Others
        from app.incidents.running.incidents import Incidents

        return Incidents(self.store, self.clock, self.plans, Others(lambda: self.tickets, _holidays))

    @cached_property
    def incident_people(self) -> IncidentPeople:
        """Who was trapped, hurt or missing."""
        from app.incidents.attached.people import IncidentPeople

        return IncidentPeople(self.store, self.clock, self.incidents)

    @cached_property
    def incident_losses(self) -> IncidentLosses:
        """What was damaged or lost."""
        from app.incidents.attached.losses import IncidentLosses

        return IncidentLosses(self.store, self.clock, self.incidents)

    @cached_property
    def incident_photos(self) -> IncidentPhotos:
        """What was photographed."""
        from app.incidents.attached.photos import IncidentPhotos

        return IncidentPhotos(self.store, self.clock, self.incidents)

    @cached_property
    def unsigned_incidents(self) -> UnsignedIncidents:
        """Plans, numbers and what runs, before sign-in and while the screen is locked."""
        from app.incidents.unsigned.unsigned_incidents import UnsignedIncidents

        return UnsignedIncidents(self.store.folder, self.clock, self.incidents)

    @cached_property
    def contacts(self) -> Contacts:
        """Whom plans call, with the numbers of this office."""
        from app.incidents.contacts.contacts import Contacts

        return Contacts(self.store, self.clock, self.plans)

    @cached_property
    def organisation(self) -> Organisation:
        """Who commands, who does what, and who tells whom."""
        from app.incidents.organisation.organisation import Organisation

        return Organisation(self.store, self.clock)

    @cached_property
    def incident_papers(self) -> IncidentPapers:
        """Plans on paper: blank, filled so far, all in one booklet; read with the first of them."""
        from app.incidents.papers.incident_papers import IncidentPapers

        self.plans  # noqa: B018 - an office that has none begins with the shipped ones
        return IncidentPapers(self.store, self.clock)

    def running_incidents(self) -> tuple[RunningLine, ...]:
        """What the head of the window says; no plan is read where nothing runs."""
        from app.incidents.running.anything_runs import anything_runs

        with self.store.reading() as connection:
            if not anything_runs(connection):
                return ()
        return self.incidents.running()

    @cached_property
    def plan_versions(self) -> PlanVersions:
        """The plans under the office's hand: their versions, what waits for approval, what is to be gone over."""
        from app.incidents.kept_plans.plan_versions import PlanVersions

        return PlanVersions(self.store, self.clock, self.plans)

    @cached_property
    def daily_booklet(self) -> DailyBooklet:
        """The copy of the booklet that lies ready in a folder and on a memory stick."""
        from app.incidents.papers.daily_booklet import DailyBooklet

        self.plans  # noqa: B018 - as above
        return DailyBooklet(self.store, self.clock, _booklet_pdf)

    @cached_property
    def drills(self) -> Drills:
        """When plans are drilled, what was found, and who took part."""
        from app.incidents.drills.drills import Drills

        return Drills(self.store, self.clock, self.plans, self.incidents)

    @cached_property
    def drills_handed_out(self) -> DrillsHandedOut:
        """The year of drills as a paper and as a workbook."""
        from app.incidents.drills.handed_out import DrillsHandedOut

        return DrillsHandedOut(self.store, self.clock, self.drills, self.plans)

    @cached_property
    def incident_reports(self) -> IncidentReports:
        """What is written afterwards: the report, and the review."""
        from app.incidents.reports.incident_reports import IncidentReports
        from app.incidents.reports.read_report import Sources

        sources = Sources(self.incidents, self.incident_people, self.incident_losses, self.ticket_lists.rows)
        return IncidentReports(self.store, self.clock, sources)

    @cached_property
    def incident_journal(self) -> IncidentJournal:
        """What was, what is still to be gone over, and what steps took."""
        from app.incidents.journal.journal import IncidentJournal

        return IncidentJournal(self.store)


def _booklet_pdf(facts: BookletFacts) -> bytes:
    from app.incidents.papers.booklet import booklet_pdf

    return booklet_pdf(facts)


def _holidays(connection: Connection) -> Holidays:
    from app.tickets.deadlines.calendar_rows import read_calendars

    return read_calendars(connection).current.holidays
