"""Duty: roster, log and hand-over, day list, rounds and hazards."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from app.services.incidents import IncidentServices

if TYPE_CHECKING:
    from app.duty.day_list.day_list import DayList
    from app.duty.files.duty_photos import DutyPhotos
    from app.duty.hazards.hazards import Hazards
    from app.duty.inspections.inspections import Inspections
    from app.duty.log.duty_log import DutyLog
    from app.duty.papers.duty_papers import DutyPapers
    from app.duty.pressing import DutyPressing
    from app.duty.roster.roster import Roster
    from app.incidents.running.view import IncidentView


class DutyServices(IncidentServices):
    """Who is on duty, and what they see to."""

    @cached_property
    def roster(self) -> Roster:
        """Posts and turns; an office that has none begins with a day and a night turn."""
        from app.duty.roster.roster import Roster

        roster = Roster(self.store, self.clock)
        roster.plant()
        return roster

    @cached_property
    def duty_log(self) -> DutyLog:
        """Lines of the log, and hand-overs."""
        from app.duty.log.duty_log import DutyLog

        return DutyLog(self.store, self.clock, self.people, self.roster, self._running)

    @cached_property
    def day_list(self) -> DayList:
        """The rhythm of the day; an office that has none begins with the usual one."""
        from app.duty.day_list.day_list import DayList

        day_list = DayList(self.store, self.clock)
        day_list.plant()
        return day_list

    @cached_property
    def inspections(self) -> Inspections:
        """Lists that are walked again and again; an office that has none begins with the usual ones."""
        from app.duty.inspections.inspections import Inspections

        inspections = Inspections(self.store, self.clock)
        inspections.plant()
        return inspections

    @cached_property
    def hazards(self) -> Hazards:
        """What was found wrong."""
        from app.duty.hazards.hazards import Hazards

        return Hazards(self.store, self.clock, self.tickets)

    @cached_property
    def duty_photos(self) -> DutyPhotos:
        """Photos of rounds and hazards."""
        from app.duty.files.duty_photos import DutyPhotos

        return DutyPhotos(self.store, self.clock)

    @cached_property
    def duty_pressing(self) -> DutyPressing:
        """What the window says of duty by itself."""
        from app.duty.pressing import DutyPressing

        return DutyPressing(self.store, self.clock)

    @cached_property
    def duty_papers(self) -> DutyPapers:
        """Roster, log, inspection sheets and the list of hazards on paper."""
        from app.duty.papers.duty_papers import DutyPapers

        rooms = (self.roster, self.duty_log, self.inspections, self.hazards)
        return DutyPapers(self.store, self.clock, *rooms)

    def _running(self) -> tuple[IncidentView, ...]:
        """Read only when somebody hands over: the plans are many."""
        return tuple(self.incidents.view(line.id) for line in self.running_incidents())
