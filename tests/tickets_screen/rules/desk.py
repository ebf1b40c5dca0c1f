"""What a person at the rules and lists of tickets sees and presses."""

from __future__ import annotations

from typing import Any

from app.access.actor import Actor
from tests.office_builder import OfficeBuilder
from tests.page_desk import PageDesk, column
from tests.tickets_screen.rules.in_panels import Doing, InPanels
from ui.tickets.rules.page import Part, TicketRulesPage


class Desk(PageDesk[TicketRulesPage]):
    """The page as its tab shows it, with no board behind it."""

    def __init__(
        self,
        office: OfficeBuilder,
        by: Actor | None = None,
        size: tuple[int, int] = (1366, 620),
        *,
        panels: bool = False,
    ) -> None:
        super().__init__(TicketRulesPage, "tickets", office, by, size, panels=panels)
        self.page.begin()

    def goes_to(self, part: Part) -> Desk:
        """Choose a list by its key."""
        self.press(f"Alt+{(list(Part).index(part) + 1) % 10}")
        assert self.page.part is part
        return self

    def cells(self, title: str) -> list[str]:
        """A column of the list that is seen."""
        return column(self.page.section.table, title)

    def current(self) -> Any:
        """The current row of the list that is seen."""
        row = self.page.section.table.current()
        assert row is not None
        return row

    def row_of(self, text: str, title: str) -> None:
        """Go down the rows to the one with this text, by keys."""
        cells = [cell.strip() for cell in self.cells(title)]
        self.page.section.table.setFocus()
        self.press("Home", *["Down"] * cells.index(text))

    def asks(self, key: str, *doings: Doing) -> None:
        """Press a key that brings a question up; each of `doings` is what the person does in one, given its panel."""
        InPanels(doings).run(lambda: self.press(key))

    def keys_in(self, *steps: str) -> Doing:
        """Keys pressed in a question; a step that begins with `=` is typed over what stands in the field."""

        def doing(_panel: object) -> None:
            for step in steps:
                if step.startswith("="):
                    self.keys.press("Ctrl+A")
                    self.keys.press("Del")
                    self.keys.commit(step[1:])
                else:
                    self.keys.press(step)

        return doing
