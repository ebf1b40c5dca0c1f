"""What a person at the notices sees and presses."""

from __future__ import annotations

from app.access.actor import Actor
from app.notices.issued.notice_rows import IssuedNotice
from tests.office_builder import OfficeBuilder
from tests.page_desk import PageDesk, column
from ui.notices.notices_tab import NoticesTab
from ui.notices.writing.notice_form import Editor
from ui.notices.writing.writing_page import WritingPage


class Desk(PageDesk[NoticesTab]):
    """The tab as the window shows it."""

    def __init__(
        self,
        office: OfficeBuilder,
        by: Actor | None = None,
        size: tuple[int, int] = (1366, 620),
        *,
        panels: bool = False,
        printing: object = None,
    ) -> None:
        super().__init__(NoticesTab, "notices", office, by, size, panels=panels, printing=printing)
        self.page.focus_search()

    @property
    def writing(self) -> WritingPage:
        assert self.page.writing is not None
        return self.page.writing

    def field(self, name: str) -> Editor:
        assert self.writing.form is not None
        return self.writing.form.editor(name)

    def types(self, name: str, text: str) -> None:
        """Go into a field and write this instead of what stands there."""
        self.field(name).setFocus()
        self.keys.press("Ctrl+A", "Del")
        self.keys.commit(text)

    def ready(self) -> str:
        """What stands under the fields."""
        self.writing.strip.check()
        return self.writing.strip.text()

    def shown(self) -> IssuedNotice:
        """The notice beside the list."""
        found = self.page.board.detail.notice
        assert found is not None
        return found

    def states(self) -> list[str]:
        return column(self.page.board.list.table, "State")

    def places(self) -> list[tuple[str, str]]:
        """The places of the chosen notice with their state."""
        table = self.page.board.detail.table
        return list(zip(column(table, "Posted at"), column(table, "State"), strict=True))
