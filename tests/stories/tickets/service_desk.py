"""What the person at the service desk does by keys and reads with the eyes, in the real window."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView

from app.core.clock import SetClock
from app.tickets.detail.ticket_page import TicketPage
from app.tickets.lists.filters import Group, TicketFilter
from tests.counter_screen.answering import answering
from tests.keys import to_tab
from tests.stories.charging.steps import fill_in
from tests.stories.first_day_screen import focused
from tests.stories.first_day_window import Program
from ui.shell.question_panel import QuestionPanel
from ui.widgets.overlay import Overlay

CASHIER = "王敏"
_ENDS_WITHIN = 150  # milliseconds
_FOR_READING = 90  # milliseconds; a ticket is read once the arrow key rests


class ServiceDesk:
    """One run of the program at the tab of tickets; `program` for whatever is beside it."""

    def __init__(self, program: Program, clock: SetClock) -> None:
        self.program, self.clock = program, clock
        self.keys = program.keys

    def sign_in(self, password: str) -> None:
        """The name stands there from the last time."""
        self.keys.type(password)
        self.keys.press("Return")
        self.program.wait_until(lambda: f"Cashier {CASHIER}" in self.program.screen())
        self.show()

    def show(self) -> None:
        """Go to the tickets."""
        self.keys.press(to_tab("tickets"))

    def at(self, when: str) -> None:
        """It is later now, and the list is looked at again."""
        self.clock.set(datetime.fromisoformat(when))
        self.keys.press("F5")
        self.settle()

    def settle(self) -> None:
        """Until the ticket under the bar stands beside the list."""
        self.program.finish_work()
        QTest.qWait(_FOR_READING)

    def find(self, number: str) -> None:
        """Choose a ticket by its number, wherever it stands."""
        self.keys.press("F2", "Ctrl+A")
        self.program.write(number)
        self.keys.press("Alt+0", "Return")
        self.settle()

    def leave_search(self) -> None:
        """Back to what is open, in the list."""
        self.keys.press("F2", "Ctrl+A", "Delete", "Alt+1", "Return")
        self.settle()

    def take_down(self, where: str, category: str, text: str) -> None:
        """A whole report: Ctrl+N, where, letters of the category, the words."""
        self.begin(where, category, text)
        self.keys.press("Ctrl+Return")
        self.settle()

    def begin(self, where: str, category: str, text: str = "") -> None:
        """The same, not taken down yet."""
        self.keys.press("Ctrl+N")
        self.program.write(where)
        self.keys.press("Return")
        self.keys.type(category)
        self.keys.press("Return")
        if text:
            self.program.write(text)

    @contextmanager
    def answering(self, step: Callable[[], None]) -> Iterator[None]:
        """Does the step at the question that comes up inside; one that fails, or leaves it open, ends the story."""
        wrong: list[Exception] = []

        def try_it() -> None:
            asked = [one for one in self._open_questions() if one.isAncestorOf(focused())]
            try:
                step()
            except Exception as error:  # noqa: BLE001 - told once the question is gone
                wrong.append(error)
            QTimer.singleShot(_ENDS_WITHIN, lambda: end(asked))

        def end(asked: list[QuestionPanel[Any]]) -> None:
            for panel in [one for one in self._open_questions() if one in asked]:
                wrong.append(AssertionError(f"“{panel.title}” is still open:\n{self.screen()}"))
                panel.give_up()

        with answering(try_it):
            yield
        if wrong:
            raise wrong[0]
        self.settle()

    def _open_questions(self) -> list[QuestionPanel[Any]]:
        shown = (one.panel for one in self.program.window.findChildren(Overlay) if one.isVisible())
        return [panel for panel in shown if isinstance(panel, QuestionPanel)]

    def asked(self, key: str, answers: Mapping[str, str], end: str = "F9") -> None:
        """A key, and the question that comes up: its fields by their names, then `end`."""

        def answer() -> None:
            fill_in(self.program, answers)
            self.keys.press(end)

        with self.answering(answer):
            self.keys.press(key)

    def explained(self, promise: str) -> str:
        """What F4 says of a promise of the chosen ticket."""
        said: list[str] = []

        def read() -> None:
            fill_in(self.program, {"Promise": promise})
            said.append(self.screen())
            self.keys.press("Esc")

        with self.answering(read):
            self.keys.press("F4")
        return said[0]

    def screen(self) -> str:
        """All that is read in the window."""
        return self.program.screen()

    def says(self, *words: str) -> None:
        """All of this stands in the window now."""
        shown = self.screen()
        missing = [one for one in words if one not in shown]
        assert not missing, f"{missing} not in:\n{shown}"

    def timeline(self) -> list[str]:
        """The entries of the chosen ticket as they are read, newest first."""
        self.settle()
        return self.lines("Timeline")

    def listed(self) -> list[str]:
        """The tickets of the list as they are read out."""
        return self.lines("Tickets")

    def lines(self, name: str) -> list[str]:
        """The rows of a list by its name."""
        for found in self.program.window.findChildren(QListView):
            if found.isVisible() and found.accessibleName() == name:
                model = found.model()
                return [str(model.index(at, 0).data()) for at in range(model.rowCount())]
        raise AssertionError(f"no list {name} stands in the window:\n{self.screen()}")

    def stored(self, number: str) -> TicketPage:
        """A ticket as the office keeps it."""
        return self.program.office.ticket_pages.open(self.id_of(number))

    def id_of(self, number: str) -> int:
        """The id behind a number."""
        rows = self.program.office.ticket_lists.every_row(TicketFilter(Group.ALL))
        return next(row.id for row in rows if row.number == number)
