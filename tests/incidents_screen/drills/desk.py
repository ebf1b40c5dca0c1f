"""What a person at the drills sees and presses."""

from __future__ import annotations

from app.access.actor import Actor
from tests.office_builder import OfficeBuilder
from tests.page_desk import PageDesk, column
from tests.tickets_screen.rules.in_panels import Doing, InPanels
from ui.incidents.drills.drills_page import DrillsPage


class DrillsDesk(PageDesk[DrillsPage]):
    """The page of drills in a window of its own; questions come up as in the real window."""

    def __init__(
        self,
        office: OfficeBuilder,
        by: Actor | None = None,
        size: tuple[int, int] = (1366, 620),
        *,
        panels: bool = True,
    ) -> None:
        super().__init__(DrillsPage, "incidents", office, by or office.supervisor, size, panels=panels)
        self.led: list[tuple[str, object]] = []
        self.window.context.ways.taken.connect(lambda tab, what: self.led.append((tab, what)))
        self.page.begin()

    def cells(self, title: str) -> list[str]:
        """A column of the shown list."""
        return column(self.page.section.table, title)

    def row_of(self, text: str, title: str) -> None:
        """Go down the rows to the one with this text, by keys."""
        self.page.section.table.setFocus()
        self.press("Home", *["Down"] * self.cells(title).index(text))

    def asks(self, key: str, *doings: Doing) -> None:
        """Press a key that brings questions up; each of `doings` is what the person does in one, given its panel."""
        InPanels(doings).run(lambda: self.press(key))

    def keys_in(self, *steps: str) -> Doing:
        """Keys pressed in a question; a step that begins with `=` is typed."""

        def doing(_panel: object) -> None:
            for step in steps:
                if step.startswith("="):
                    self.keys.commit(step[1:])
                else:
                    self.keys.press(step)

        return doing
