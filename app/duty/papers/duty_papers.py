"""Gathers what papers of duty say; drawing them is left to each paper."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from pathlib import Path

from app.access import audit
from app.access.actor import Actor
from app.access.permissions import Permission
from app.core.clock import Clock
from app.duty.hazards.hazards import Hazards
from app.duty.inspections.inspection_facts import Inspection
from app.duty.inspections.inspections import Inspections
from app.duty.log.duty_log import DutyLog
from app.duty.papers.facts import HazardsFacts, LogFacts, Printed, SheetFacts, WeekFacts
from app.duty.papers.hazard_paper import hazards_page
from app.duty.roster.roster import Roster
from app.duty.roster.turn_rows import read_turns
from app.estate.office_facts import read_office_facts
from app.sheets.write_list import write_list
from app.store.store import Store

HAZARDS_TAKEN = "export_hazards"


class DutyPapers:
    """Every paper needs KEEP_DUTY."""

    def __init__(
        self, store: Store, clock: Clock, roster: Roster, log: DutyLog, inspections: Inspections, hazards: Hazards
    ) -> None:
        self._store, self._clock = store, clock
        self._roster, self._log, self._inspections, self._hazards = roster, log, inspections, hazards

    def week(self, by: Actor, day: date) -> WeekFacts:
        """For `roster_pdf`. Raises NotPermitted."""
        return WeekFacts(self._printed(by), self._roster.week(day))

    def log_of_day(self, by: Actor, day: date) -> LogFacts:
        """For `log_pdf`; a hand-over stands on the day on which it was given. Raises NotPermitted."""
        printed = self._printed(by)
        first = datetime.combine(day, time())
        until = first + timedelta(days=1)
        with self._store.reading() as connection:
            turns = tuple(turn for turn in read_turns(connection, first, until) if turn.ends > first)
        given = tuple(one for one in reversed(self._log.handovers()) if first <= one.at < until)
        return LogFacts(printed, day, turns, self._log.of_day(day), given)

    def blank(self, by: Actor, inspection_id: int) -> SheetFacts:
        """For `sheet_pdf`: to be taken along. Raises NotPermitted."""
        return SheetFacts(self._printed(by), self._list(inspection_id))

    def walked(self, by: Actor, round_id: int) -> SheetFacts:
        """For `sheet_pdf`: as it was walked. Raises NotPermitted."""
        one = self._inspections.round(round_id)
        found = self._hazards.of_round(round_id)
        return SheetFacts(self._printed(by), self._list(one.inspection_id), one, found)

    def hazards(self, by: Actor, *, closed: bool = False) -> HazardsFacts:
        """For `hazards_pdf`. Raises NotPermitted."""
        rows = self._hazards.listed(closed=closed)
        return HazardsFacts(self._printed(by), rows, self._clock.now().date(), closed)

    def export_hazards(self, by: Actor, path: Path, *, closed: bool = False) -> int:
        """Write the list as a workbook; how many it holds. Raises NotPermitted, SheetUnreadable."""
        by.require(Permission.KEEP_DUTY)
        rows = self._hazards.listed(closed=closed)
        write_list(path, [hazards_page(rows)])
        with self._store.transaction() as connection:
            audit.record(connection, HAZARDS_TAKEN, path.name, {"rows": len(rows)}, self._clock.now(), by.id)
        return len(rows)

    def _list(self, inspection_id: int) -> Inspection:
        return next(one for one in self._inspections.lists(retired=True) if one.id == inspection_id)

    def _printed(self, by: Actor) -> Printed:
        by.require(Permission.KEEP_DUTY)
        with self._store.reading() as connection:
            return Printed(read_office_facts(connection), self._clock.now(), by.name)
