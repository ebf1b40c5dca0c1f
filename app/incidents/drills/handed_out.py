"""The year of drills as a paper and as a workbook; the trail keeps who took it."""

from __future__ import annotations

from pathlib import Path

from app.access import audit
from app.access.actor import Actor
from app.access.permissions import Permission
from app.core.clock import Clock
from app.estate.office_facts import read_office_facts
from app.incidents.drills.drills import Drills
from app.incidents.drills.overview import YearOverview, year_overview
from app.incidents.drills.overview_paper import OverviewPaper
from app.incidents.drills.overview_sheet import overview_pages
from app.incidents.kept_plans.plans import Plans
from app.sheets.write_list import write_list
from app.store.store import Store

TAKEN = "export_drills"


class DrillsHandedOut:
    """Gathers what the paper says, and writes the workbook."""

    def __init__(self, store: Store, clock: Clock, drills: Drills, plans: Plans) -> None:
        self._store = store
        self._clock = clock
        self._drills = drills
        self._plans = plans

    def overview(self, year: int) -> YearOverview:
        """The drills of a year, at one moment of the database."""
        with self._store.reading():
            standings, played, trainings = self._drills.standings(), self._drills.played(), self._drills.trainings()
            names = self._plans.names()
        return year_overview(year, standings, played, trainings, names)

    def paper(self, by: Actor, year: int) -> OverviewPaper:
        """What `overview_pdf` prints."""
        with self._store.reading() as connection:
            office = read_office_facts(connection)
        return OverviewPaper(office, self.overview(year), self._clock.now(), by.name)

    def export(self, by: Actor, year: int, path: Path) -> None:
        """Write the year as a workbook. Raises NotPermitted, SheetUnreadable."""
        by.require(Permission.RUN_DRILL)
        write_list(path, overview_pages(self.overview(year)))
        with self._store.transaction() as connection:
            audit.record(connection, TAKEN, path.name, {"year": year}, self._clock.now(), by.id)
