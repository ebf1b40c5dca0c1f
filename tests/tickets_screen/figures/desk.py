"""What a person at the statistics of tickets sees and presses."""

from __future__ import annotations

from app.access.actor import Actor
from tests.office_builder import OfficeBuilder
from tests.page_desk import PageDesk, column
from ui.tickets.figures.page import FiguresPage


class Desk(PageDesk[FiguresPage]):
    """The page with the focus in its rows."""

    def __init__(
        self,
        office: OfficeBuilder,
        by: Actor | None = None,
        size: tuple[int, int] = (1366, 620),
        *,
        panels: bool = False,
    ) -> None:
        super().__init__(FiguresPage, "tickets", office, by, size, panels=panels)
        self.page.begin()

    def cells(self, title: str) -> list[str]:
        """A column of the table."""
        return column(self.page.table, title)

    def bars(self) -> list[tuple[str, str]]:
        """Names and numbers of the chart."""
        return [(bar.name, bar.text) for bar in self.page.chart.bars]
