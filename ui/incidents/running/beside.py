"""What the side tells is written by the office: calls, lines, and what a person wants to read whole."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from PySide6.QtCore import QObject

from app.incidents.plans.plan import Step
from app.incidents.running.asked import Call, Written
from app.incidents.running.entry import Entry
from app.incidents.running.view import IncidentView
from ui.incidents.asked.desk import IncidentDesk
from ui.incidents.asked.entry_panel import EntryPanel
from ui.incidents.asked.numbers_panel import NumbersPanel
from ui.incidents.running.main_column import MainColumn
from ui.incidents.side.shown_call import CallMade
from ui.incidents.side.side_keys import SideKeys
from ui.incidents.side.side_pane import SidePane
from ui.shell.context import Context


class Page(Protocol):
    """What the side asks of the page that talks to the office."""

    context: Context
    main: MainColumn

    @property
    def view(self) -> IncidentView | None:
        """The incident that is shown."""
        ...

    def act(self, do: Callable[[int], Written]) -> bool:
        """Do one thing with it; whether it was written."""
        ...

    def focus_search(self) -> None:
        """Put the focus on the current step."""
        ...


class Beside(QObject):
    """Connects the side with the page that talks to the office."""

    def __init__(self, page: Page, parent: QObject) -> None:
        super().__init__(parent)
        self._page = page
        self._context = page.context
        self.pane = SidePane(page.context.actions, page.context.clock)
        self.pane.called.connect(self._on_called)
        self.pane.written.connect(self._on_written)
        self.pane.opened.connect(self._on_opened)
        self.pane.all_numbers.connect(self._on_all_numbers)
        self.pane.left.connect(page.focus_search)
        self.desk = IncidentDesk(page.context, self, lambda: page.view)
        self.keys = SideKeys(page.context.actions)
        self._connect_desk()

    def _connect_desk(self) -> None:
        desk, keys = self.desk, self.keys
        self.pane.more_wanted.connect(desk.more)
        self.pane.dropped.connect(desk.photos)
        keys.notice_wanted.connect(desk.notice)
        keys.hand_over_wanted.connect(desk.hand_over)
        keys.print_wanted.connect(desk.print)
        keys.close_wanted.connect(desk.close)
        desk.earlier_wanted.connect(self._on_earlier)
        desk.add_keys()

    def _on_earlier(self) -> None:
        """The current step was done before it is ticked, with the answers that stand in it."""
        view, main = self._page.view, self._page.main
        if view is None or not main.chosen:
            return
        step = view.plan.step(main.chosen)
        if self.desk.tick_earlier(step, main.current.answers()):
            main.forget(step.id)
            main.focus_step()

    def _on_called(self, made: CallMade) -> None:
        step = self._step_of(made.line.key)
        call = Call(
            made.line.key, made.result, made.to_deputy, made.number, step=step.id if step else "", happened_at=made.at
        )
        office, by = self._context.office.incidents, self._context.actor
        self._act(lambda of: office.call(by, of, call))

    def _on_written(self, words: str, at: datetime | None) -> None:
        office, by = self._context.office.incidents, self._context.actor
        if not self._act(lambda of: office.note(by, of, words, "", at)):
            self.pane.box.keep(words)

    def _on_opened(self, entry: Entry) -> None:
        view = self._page.view
        if view is not None:
            self._context.questions.ask(EntryPanel(entry, view.plan))

    def _on_all_numbers(self) -> None:
        view = self._page.view
        if view is None:
            return
        key = self._context.questions.ask(NumbersPanel(view, self._context.clock.now().date()))
        if key:
            self.pane.phones.pin(key)

    def _step_of(self, contact: str) -> Step | None:
        """The current step, where it is the one that calls this party."""
        view, chosen = self._page.view, self._page.main.chosen
        step = view.plan.step(chosen) if view is not None and chosen else None
        return step if step is not None and step.contact == contact else None

    def _act(self, do: Callable[[int], Written]) -> bool:
        return self._page.act(do)
