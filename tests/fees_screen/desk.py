"""What a person at the tab of tariffs sees and presses."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.access.actor import Actor
from tests.answers import Answers
from tests.keys import KeyDriver
from tests.office_builder import OfficeBuilder
from tests.page_window import PageWindow, open_page
from ui.fees.page import FeesPage
from ui.shell.context import Context
from ui.shell.window_questions import WindowQuestions
from ui.widgets.table_view import TableView
from ui.widgets.two_line_list import TwoLine

R = TypeVar("R")
_PATIENCE = 400


class Desk:
    """The page in a window of its own; with `panels` its questions come up as in the real window."""

    def __init__(
        self,
        office: OfficeBuilder,
        by: Actor | None = None,
        size: tuple[int, int] = (1366, 620),
        *,
        panels: bool = False,
    ) -> None:
        def make(context: Context) -> FeesPage:
            return FeesPage(_with_panels(context) if panels else context)

        self.office = office
        self._closed = False
        self.window: PageWindow[FeesPage] = open_page(
            make, "fees", office.office, by or office.supervisor, office.clock, size=size
        )
        self.page.focus_search()

    @property
    def page(self) -> FeesPage:
        return self.window.page

    @property
    def keys(self) -> KeyDriver:
        return self.window.keys

    @property
    def answers(self) -> Answers:
        return self.window.answers

    @property
    def said(self) -> list[str]:
        """What the status line was given."""
        return self.window.said

    def press(self, *chords: str) -> None:
        """Keys, and whatever long work they start."""
        self.keys.press(*chords)
        self.wait()

    def wait(self) -> None:
        """Until no long work is under way."""
        for _ in range(_PATIENCE):
            QTest.qWait(5)
            if not self.window.context.worker.is_busy:
                break
        QTest.qWait(5)

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

    def close(self) -> None:
        if not self._closed:
            self._closed = True
            self.window.close()


def column(table: TableView[R], title: str) -> list[str]:
    """The cells of a column as shown."""
    model = table.rows_model
    wanted = next(one for one in model.columns if one.title == title)
    return [wanted.text_of(row) for row in model.rows]


def _with_panels(context: Context) -> Context:
    window = context.actions.parent()
    assert isinstance(window, QWidget)
    questions = WindowQuestions(window, context.actions)
    questions.people = context.office.people
    return replace(context, questions=questions)
