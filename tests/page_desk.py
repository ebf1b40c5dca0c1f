"""What a person at one tab sees and presses, whichever tab it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Generic, TypeVar

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.access.actor import Actor
from tests.answers import Answers
from tests.keys import KeyDriver
from tests.office_builder import OfficeBuilder
from tests.page_window import PageWindow, open_page
from ui.shell.context import Context
from ui.shell.window_questions import WindowQuestions
from ui.widgets.table_view import TableView

P = TypeVar("P", bound=QWidget)
R = TypeVar("R")
_PATIENCE = 400


class PageDesk(Generic[P]):
    """The page in a window of its own; with `panels` its questions come up as in the real window."""

    def __init__(
        self,
        make_page: Callable[[Context], P],
        tab: str,
        office: OfficeBuilder,
        by: Actor | None,
        size: tuple[int, int],
        *,
        panels: bool,
        printing: object = None,
        whole: bool = True,
    ) -> None:
        def make(context: Context) -> P:
            return make_page(_with_panels(context) if panels else context)

        self.office = office
        self._closed = False
        self.window: PageWindow[P] = open_page(
            make, tab, office.office, by or office.supervisor, office.clock, size=size, printing=printing, whole=whole
        )

    @property
    def page(self) -> P:
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
        QApplication.processEvents()
        for _ in range(_PATIENCE):
            if not self.window.context.worker.is_busy:
                break
            QTest.qWait(5)
        QApplication.processEvents()

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
    questions.keep_for(context)
    return replace(context, questions=questions)
