"""What a person at the emergency numbers or at the organisation sees and presses."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from app.access.actor import Actor
from tests.office_builder import OfficeBuilder
from tests.page_desk import PageDesk, column
from tests.tickets_screen.rules.in_panels import Doing, InPanels
from ui.incidents.contacts.contacts_page import ContactsPage
from ui.incidents.organisation.organisation_page import OrganisationPage
from ui.shell.context import Context
from ui.widgets.section import Section


class Desk(PageDesk[Any]):
    """One list of the tab of incidents in a window of its own; questions come up as in the real window."""

    def __init__(
        self,
        make: Callable[[Context], Section[Any]],
        office: OfficeBuilder,
        by: Actor | None = None,
        size: tuple[int, int] = (1366, 620),
        *,
        panels: bool = True,
    ) -> None:
        super().__init__(make, "incidents", office, by or office.supervisor, size, panels=panels)
        self.page.begin()

    def cells(self, title: str) -> list[str]:
        """A column of the list."""
        return column(self.page.table, title)

    def row_of(self, text: str, title: str) -> None:
        """Go down the rows to the one with this text, by keys."""
        self.page.table.setFocus()
        self.press("Home", *["Down"] * self.cells(title).index(text))

    def asks(self, key: str, *doings: Doing) -> None:
        """Press a key that brings questions up; each of `doings` is what the person does in one, given its panel."""
        InPanels(doings).run(lambda: self.press(key))

    def keys_in(self, *steps: str) -> Doing:
        """Keys pressed in a question; a step that begins with `=` is typed over what stands in the field."""

        def doing(_panel: object) -> None:
            for step in steps:
                if step.startswith("="):
                    self.keys.press("Ctrl+A", "Del")
                    self.keys.commit(step[1:])
                else:
                    self.keys.press(step)

        return doing


class NumbersDesk(Desk):
    """The emergency numbers."""

    def __init__(self, office: OfficeBuilder, by: Actor | None = None, **more: Any) -> None:
        super().__init__(ContactsPage, office, by, **more)


class PostsDesk(Desk):
    """The organisation."""

    def __init__(self, office: OfficeBuilder, by: Actor | None = None, **more: Any) -> None:
        super().__init__(OrganisationPage, office, by, **more)
