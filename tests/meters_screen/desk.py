"""What a person at the tab of meters sees and presses."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.access.actor import Actor
from tests.answers import Answers
from tests.keys import KeyDriver
from tests.office_builder import OfficeBuilder
from tests.page_window import PageWindow, open_page
from ui.meters.meters_page import MetersPage
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
        def make(context: Context) -> MetersPage:
            return MetersPage(_with_panels(context) if panels else context)

        self.office = office
        self._closed = False
        self.window: PageWindow[MetersPage] = open_page(
            make, "meters", office.office, by or office.supervisor, office.clock, size=size
        )
        self.page.focus_search()

    @property
    def page(self) -> MetersPage:
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

    @property
    def noted(self) -> str:
        """What stands beside the row that is typed."""
        return self.page.round.table.note.text()

    def press(self, *chords: str) -> None:
        """Keys, and whatever long work they start."""
        self.keys.press(*chords)
        for _ in range(_PATIENCE):
            QTest.qWait(5)
            if not self.window.context.worker.is_busy:
                break
        QTest.qWait(5)

    def types(self, *values: str) -> None:
        """Each value and Enter, as the reader's list is read out."""
        for value in values:
            self.keys.type(value)
            self.keys.press("Return")

    def fills(self, *fields: str) -> None:
        """Type into the fields of a form one after the other; a dash passes a field by."""
        for text in fields:
            if text != "-":
                self.keys.press("Ctrl+A")
                self.keys.commit(text)
            self.keys.press("Tab")

    def listed(self) -> list[tuple[str, str]]:
        """The heads and the states of the list on the left."""
        return [(line.head, line.right) for line in self.page.side.rows.lines() if isinstance(line, TwoLine)]

    def in_hand(self) -> str:
        """The meter whose value is typed now."""
        line = self.page.round.current()
        return "" if line is None else line.meter.number

    def close(self) -> None:
        if not self._closed:
            self._closed = True
            self.window.close()


def focused() -> QWidget:
    """What has the focus."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


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
