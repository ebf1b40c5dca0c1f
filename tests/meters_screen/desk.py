"""What a person at the tab of meters sees and presses."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget

from app.access.actor import Actor
from tests.office_builder import OfficeBuilder
from tests.page_desk import PageDesk, column
from ui.meters.meters_page import MetersPage
from ui.widgets.two_line_list import TwoLine

__all__ = ["Desk", "column", "focused"]


class Desk(PageDesk[MetersPage]):
    """The tab, with the caret in its search box."""

    def __init__(
        self,
        office: OfficeBuilder,
        by: Actor | None = None,
        size: tuple[int, int] = (1366, 620),
        *,
        panels: bool = False,
    ) -> None:
        super().__init__(MetersPage, "meters", office, by, size, panels=panels)
        self.page.focus_search()

    @property
    def noted(self) -> str:
        """What stands beside the row that is typed."""
        return self.page.round.table.note.text()

    def types(self, *values: str) -> None:
        """Each value and Enter, as the reader's list is read out."""
        for value in values:
            self.keys.type(value)
            self.keys.press("Return")

    def fills(self, *fields: str) -> None:
        """Type into the fields of a form one after the other; a dash passes a field by."""
        for text in fields:
            if text != "-":
                self.keys.press("Ctrl+A")
                self.keys.commit(text)
            self.keys.press("Tab")

    def listed(self) -> list[tuple[str, str]]:
        """The heads and the states of the list on the left."""
        return [(line.head, line.right) for line in self.page.side.rows.lines() if isinstance(line, TwoLine)]

    def in_hand(self) -> str:
        """The meter whose value is typed now."""
        line = self.page.round.current()
        return "" if line is None else line.meter.number


def focused() -> QWidget:
    """What has the focus."""
    found = QApplication.focusWidget()
    assert found is not None
    return found
