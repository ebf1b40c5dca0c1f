"""What a person at the running screen sees and presses, at night beside a lift with two people in it."""

from __future__ import annotations

from app.access.actor import Actor
from app.incidents.running.entry import Entry, EntryKind
from app.incidents.running.view import IncidentView
from tests.office_builder import OfficeBuilder
from tests.page_desk import PageDesk
from ui.incidents.running.running_page import RunningPage
from ui.incidents.side.phones import Phones
from ui.incidents.side.record import Record
from ui.incidents.side.write_box import WriteBox


class NightDesk(PageDesk[RunningPage]):
    """The running screen, with the focus on the current step."""

    def __init__(
        self,
        office: OfficeBuilder,
        by: Actor | None = None,
        size: tuple[int, int] = (1366, 697),
        *,
        panels: bool = True,
        printing: object = None,
    ) -> None:
        super().__init__(RunningPage, "incidents", office, by or office.cashier, size, panels=panels, printing=printing)
        self.page.begin()
        self.page.focus_search()

    @property
    def phones(self) -> Phones:
        return self.page.beside.pane.phones

    @property
    def record(self) -> Record:
        return self.page.beside.pane.record

    @property
    def box(self) -> WriteBox:
        return self.page.beside.pane.box

    def view(self) -> IncidentView:
        """The incident as the office has it."""
        (line, *_) = self.office.office.incidents.running()
        return self.office.office.incidents.view(line.id)

    def lines(self, kind: EntryKind) -> list[Entry]:
        """The lines of a kind, oldest first, whatever still runs."""
        return [entry for entry in self.office.office.incidents.log(1) if entry.kind is kind]

    def told(self) -> list[str]:
        """The record as it is read out, newest first."""
        rows = self.record.rows
        return [str(rows.data(rows.index(at))) for at in range(rows.rowCount())]
