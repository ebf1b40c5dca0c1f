"""What somebody sees of the journal, and presses."""

from __future__ import annotations

from typing import Any

from app.access.actor import Actor
from tests.office_builder import OfficeBuilder
from tests.page_desk import PageDesk, column
from ui.incidents.incidents_tab import IncidentsTab
from ui.incidents.journal.journal_page import JournalPage
from ui.printing.paper_desk import PaperPanel


class LookBack(PageDesk[IncidentsTab]):
    """The tab of incidents while nothing runs."""

    def __init__(
        self,
        office: OfficeBuilder,
        by: Actor | None = None,
        size: tuple[int, int] = (1366, 697),
        *,
        panels: bool = False,
    ) -> None:
        super().__init__(IncidentsTab, "incidents", office, by, size, panels=panels)
        self.page.focus_search()

    @property
    def journal(self) -> JournalPage:
        """The page that is shown."""
        page = self.page.currentWidget()
        assert isinstance(page, JournalPage), page
        return page

    def cells(self, title: str) -> list[str]:
        """A column of the list."""
        return column(self.journal.table, title)

    def states(self) -> list[str]:
        """Where the rows stand, in words."""
        today = self.office.clock.now().date()
        return [row.state(today).value for row in self.journal.table.rows_model.rows]

    def will_show(self) -> list[str]:
        """The titles of the papers that come up from now on; each is put away again."""
        shown = list[str]()

        def put_away(panel: PaperPanel) -> Any:
            shown.append(panel.title)

        self.answers.will_answer(PaperPanel, put_away)
        return shown
