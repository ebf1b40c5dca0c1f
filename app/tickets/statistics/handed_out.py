"""Lists and figures that leave the program as sheets or papers; the trail keeps who took what."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from app.access import audit
from app.access.actor import Actor
from app.access.permissions import Permission
from app.core.clock import Clock
from app.estate.office_facts import read_office_facts
from app.sheets.write_list import write_list
from app.store.store import Store
from app.tickets.lists.filters import TicketFilter, filter_facts
from app.tickets.lists.list_paper import MOST_ROWS, ListFacts
from app.tickets.lists.list_sheet import list_page
from app.tickets.lists.refusals import ListTooLong
from app.tickets.lists.ticket_list import Progress, TicketLists
from app.tickets.papers.list_words import list_title
from app.tickets.statistics.figures_paper import FiguresReport
from app.tickets.statistics.figures_sheet import figures_pages
from app.tickets.statistics.ticket_statistics import TicketStatistics

LIST_TAKEN, FIGURES_TAKEN = "export_tickets", "export_ticket_figures"


class TicketsHandedOut:
    """Writes sheets, and gathers what papers say."""

    def __init__(self, store: Store, clock: Clock, lists: TicketLists, statistics: TicketStatistics) -> None:
        self._store = store
        self._clock = clock
        self._lists = lists
        self._statistics = statistics

    def export_list(self, by: Actor, wanted: TicketFilter, path: Path, progress: Progress | None = None) -> int:
        """Write a whole list as a workbook; how many tickets it holds.

        `progress(done, total)` counts tickets and may raise to stop, and nothing is written.
        Raises NotPermitted, SheetUnreadable.
        """
        by.require(Permission.WORK_TICKET)
        with self._store.reading():
            rows = self._lists.every_row(wanted, progress)
        write_list(path, [list_page(rows)])
        self._keep(by, LIST_TAKEN, path.name, {"rows": len(rows), "filter": filter_facts(wanted)})
        return len(rows)

    def export_figures(self, by: Actor, first: date, until: date, path: Path) -> None:
        """Write the figures of `[first, until)` as a workbook. Raises NotPermitted, SheetUnreadable."""
        by.require(Permission.WORK_TICKET)
        write_list(path, figures_pages(self._statistics.figures(first, until)))
        self._keep(by, FIGURES_TAKEN, path.name, {"first": first.isoformat(), "until": until.isoformat()})

    def paper_list(self, by: Actor, wanted: TicketFilter, view: str = "") -> ListFacts:
        """A whole list for `list_pdf`; `view` is the saved view that it is. Raises NotPermitted, ListTooLong."""
        by.require(Permission.WORK_TICKET)
        with self._store.reading() as connection:
            ids = self._lists.all_ids(wanted)
            if len(ids) > MOST_ROWS:
                raise ListTooLong(len(ids), MOST_ROWS)
            rows = self._lists.rows(ids)
            title = list_title(wanted, view)
            return ListFacts(read_office_facts(connection), title, rows, self._clock.now(), by.name)

    def paper_figures(self, by: Actor, first: date, until: date) -> FiguresReport:
        """The figures of `[first, until)` for `figures_pdf`. Raises NotPermitted."""
        by.require(Permission.WORK_TICKET)
        with self._store.reading() as connection:
            figures = self._statistics.figures(first, until)
            return FiguresReport(read_office_facts(connection), figures, self._clock.now(), by.name)

    def _keep(self, by: Actor, action: str, file: str, facts: dict[str, object]) -> None:
        with self._store.transaction() as connection:
            audit.record(connection, action, file, facts, self._clock.now(), by.id)
