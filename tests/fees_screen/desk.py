"""What a person at the tab of tariffs sees and presses."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.access.actor import Actor
from tests.office_builder import OfficeBuilder
from tests.page_desk import PageDesk, column
from ui.fees.page import FeesPage
from ui.widgets.two_line_list import TwoLine

__all__ = ["Desk", "column"]


class Desk(PageDesk[FeesPage]):
    """The tab, with the caret in its search box."""

    def __init__(
        self,
        office: OfficeBuilder,
        by: Actor | None = None,
        size: tuple[int, int] = (1366, 620),
        *,
        panels: bool = False,
    ) -> None:
        super().__init__(FeesPage, "fees", office, by, size, panels=panels, whole=False)
        self.page.focus_search()

    def listed(self) -> list[str]:
        """The heads of the rows in the list on the left."""
        return [line.head for line in self.page.side.rows.lines() if isinstance(line, TwoLine)]

    def choose(self, head: str) -> None:
        """Go to a row of the list on the left by typing what it is called."""
        self.keys.press("F2")
        self.keys.commit(head)
        self.keys.press("Return")

    def tab_to(self, field: QWidget) -> None:
        """Press Tab until the focus is there."""
        for _ in range(60):
            if field.hasFocus():
                return
            self.keys.press("Tab")
        raise AssertionError(field.accessibleName())

    def type_into(self, field: QWidget, text: str) -> None:
        """Go to a field by Tab, and write over what stands in it."""
        self.tab_to(field)
        self.keys.press("Ctrl+A")
        self.keys.commit(text)
