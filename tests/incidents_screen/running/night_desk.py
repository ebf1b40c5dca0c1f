"""What the one person on duty sees of a running incident, and presses."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from app.access.actor import Actor
from app.incidents.running.asked import NewIncident, new_client_id
from app.incidents.running.entry import Entry
from app.incidents.running.progress import StepNow
from app.incidents.running.view import IncidentView
from tests.office_builder import OfficeBuilder
from tests.page_desk import PageDesk
from ui.incidents.incidents_tab import IncidentsTab
from ui.incidents.running.ask_fields import AskField
from ui.incidents.running.main_column import MainColumn
from ui.incidents.running.step_row import StepRow


class NightDesk(PageDesk[IncidentsTab]):
    """The tab of incidents with the focus where the work begins."""

    def __init__(
        self,
        office: OfficeBuilder,
        by: Actor | None = None,
        size: tuple[int, int] = (1366, 697),
        *,
        panels: bool = False,
    ) -> None:
        super().__init__(IncidentsTab, "incidents", office, by or office.cashier, size, panels=panels)
        self.page.focus_search()

    @property
    def main(self) -> MainColumn:
        """The main column."""
        assert self.page.running is not None
        return self.page.running.main

    @property
    def view(self) -> IncidentView:
        """The incident on the screen."""
        assert self.main.view is not None
        return self.main.view

    @property
    def id(self) -> int:
        """The incident on the screen."""
        return self.view.id

    def type(self, text: str) -> None:
        """Plain characters, one key each."""
        self.keys.type(text)

    def step(self, step_id: str, incident_id: int | None = None) -> StepNow:
        """A step as the office has it."""
        return self.office.office.incidents.view(incident_id or self.id).progress.step(step_id)

    def log(self, incident_id: int | None = None) -> tuple[Entry, ...]:
        """What the office has written."""
        return self.office.office.incidents.view(incident_id or self.id).entries

    def last(self) -> Entry:
        """The newest line."""
        return self.log()[-1]

    def row(self, step_id: str) -> StepRow:
        """A step in the list that is not the large one."""
        return next(one for one in self.main.findChildren(StepRow) if one.step_id == step_id and not one.isHidden())

    def field(self, ask_id: str) -> AskField:
        """A field of the current step."""
        return next(one for one in self.main.current.fields if one.ask.id == ask_id)

    def in_field(self) -> str:
        """The value whose field has the caret; empty while the step itself has the focus."""
        focused = QApplication.focusWidget()
        assert focused is not None
        return next((one.ask.id for one in self.main.current.fields if one.isAncestorOf(focused)), "")

    def on_step(self) -> bool:
        """Whether the current step itself has the focus."""
        return QApplication.focusWidget() is self.main.current.face

    def caps(self) -> list[str]:
        """The keys on the buttons of the step."""
        return [button.action_shown.cap for button in self.main.buttons.buttons]

    def start(self, code: str, place: str = "", *, drill: bool = False, parent: int | None = None) -> int:
        """Another incident, as the picker starts it."""
        asked = NewIncident(new_client_id(), code, place, is_drill=drill, parent_id=parent)
        started = self.office.office.incidents.start(self.office.cashier, asked)
        self.window.context.changes.announce("incidents", by=self)
        return started

    def second(self, seconds: int = 1) -> None:
        """Time goes by, and the screen looks at its clock as it does each second."""
        self.office.clock.advance(seconds=seconds)
        self.main.look(self.office.clock.now())
