"""The tab of incidents: the running screen while something runs, else the journal, and the lists beside them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtWidgets import QWidget

from app.core.language import tr
from ui.incidents.contexts import TAB
from ui.incidents.ways_in import HOME, WAYS_IN, WayIn
from ui.shell.context import Context
from ui.widgets.page_stack import PageStack

if TYPE_CHECKING:
    from ui.incidents.running.running_page import RunningPage


class IncidentsTab(PageStack):
    """What the window knows of incidents.

    `open` goes on with an incident by its id, with a page by its name in `ways_in`, or (None) with what comes first.
    """

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._pages: dict[str, QWidget] = {}
        self.running: RunningPage | None = None
        for way in WAYS_IN:
            context.actions.add(f"incidents.to_{way.name}", tr(way.title), way.keys, _asked(self, way), context=TAB)
        self.show_first()

    def show_first(self) -> None:
        """What runs, else the journal."""
        if self._context.office.incidents.running():
            self.show_running()
        else:
            self.show_page(HOME)

    def show_running(self, incident_id: int | None = None) -> None:
        """The running screen, on this incident or on the one that was seen last."""
        if self.running is None:
            from ui.incidents.running.running_page import RunningPage  # noqa: PLC0415 - only while something runs

            self.running = RunningPage(self._context)
            self.running.emptied.connect(self._on_emptied)
            self.addWidget(self.running)
        self.setCurrentWidget(self.running)
        self.running.begin(incident_id)

    def show_page(self, way: WayIn) -> QWidget:
        """One of the pages beside."""
        if way.name not in self._pages:
            page = self._pages[way.name] = way.make(self._context)
            cast("Any", page).left.connect(self._on_left)
            self.addWidget(page)
        self.setCurrentWidget(self._pages[way.name])
        cast("Any", self._pages[way.name]).begin()
        return self._pages[way.name]

    def open(self, what: object) -> None:
        """Go on with what another page led to. KeyError where no page has that name."""
        if isinstance(what, int):
            self._open_incident(what)
        elif what is None:
            self.show_first()
        else:
            self.show_page({way.name: way for way in WAYS_IN}[str(what)])

    def focus_search(self) -> None:
        """Put the focus where the work of the shown page begins."""
        cast("Any", self.currentWidget()).focus_search()

    def keep_draft(self) -> None:
        """What is typed and not yet done of a running incident, and what the pages beside keep."""
        for page in (self.running, *self._pages.values()):
            keep: Callable[[], None] | None = getattr(page, "keep_draft", None)
            if keep is not None:
                keep()

    def _open_incident(self, incident_id: int) -> None:
        if any(line.id == incident_id for line in self._context.office.incidents.running()):
            self.show_running(incident_id)
            self.focus_search()
        else:
            cast("Any", self.show_page(HOME)).show_incident(incident_id)

    def _on_emptied(self, incident_id: int | None) -> None:
        """What was closed a moment ago stands chosen in the journal: its report is one key away."""
        self.show_first()
        if incident_id is not None:
            cast("Any", self._pages[HOME.name]).show_incident(incident_id)

    def _on_left(self) -> None:
        self.show_first()
        self.focus_search()


def _asked(tab: IncidentsTab, way: WayIn) -> Callable[[], object]:
    return lambda: tab.show_page(way)
