"""Walks through the window and reads everything: pages, opened records, and every question that comes up meanwhile."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.keys import KeyDriver
from tests.shell.seen.known_people import numbers_of, resident_number
from tests.shell.seen.words_seen import words_painted, words_seen
from ui.shell.desk import Desk
from ui.shell.main_window import MainWindow
from ui.shell.question_panel import QuestionPanel
from ui.shell.tabs import TABS, Tab
from ui.shell.window_questions import WindowQuestions

_ASK: Callable[[WindowQuestions, QuestionPanel[Any]], Any] = WindowQuestions.ask
_PATIENCE = 400


class Walk:
    """`found` are the places where a whole number was seen, `panels` the questions that were met.

    A question is read and given up; `to_open` is what the next question for a file answers.
    """

    def __init__(self, desk: Desk, keys: KeyDriver, window: MainWindow, folder: Path) -> None:
        self.desk, self.keys, self.window, self.folder = desk, keys, window, folder
        self.numbers = numbers_of(desk.context.office.store)
        self.end_of_number = resident_number(desk.context.office.store)[-4:]
        self._pattern = re.compile("|".join(map(re.escape, sorted(self.numbers))))
        self._place = ""
        self.found: set[tuple[str, str]] = set()
        self.panels: dict[str, int] = {}
        self.inside: Callable[[QuestionPanel[Any]], object] = lambda _panel: None
        self.to_open: Path | None = None
        self.saved: list[Path] = []

    @contextmanager
    def watching(self) -> Iterator[None]:
        """What is painted meanwhile is read as well."""
        with words_painted(self._told):
            yield

    def look(self, place: str = "") -> None:
        """Read what stands there now."""
        self._place = place or self._place
        QApplication.processEvents()
        for text in words_seen(self.window):
            self._told(text)

    def go(self, tab: Tab) -> None:
        """Show a tab whole, or a page beside the tabs, and read it."""
        if tab in TABS:
            self.keys.press(f"Ctrl+{TABS.index(tab) + 1}")
            self.desk.pages.make_whole(tab)
        elif self.desk.pages.shown != tab.name:
            self.do(f"window.{tab.name}")
        self.look(tab.name)

    def press(self, *chords: str) -> None:
        """Keys, whatever long work they start, and a look at what stands there then."""
        self.keys.press(*chords)
        self.wait()
        self.look(f"{self._place} {' '.join(chords)}")

    def do(self, *names: str) -> None:
        """Actions by name, each as its button does it, with a look after each."""
        before = self._place
        for name in names:
            self._place = f"{before} > {name}"
            self.desk.context.actions[name].trigger()
            self.wait()
            self.look()
        self._place = before

    def wait(self) -> None:
        """Until no long work is under way."""
        QApplication.processEvents()
        for _ in range(_PATIENCE):
            if not self.desk.context.worker.is_busy:
                return
            QTest.qWait(5)

    @property
    def ask(self) -> Callable[[WindowQuestions, QuestionPanel[Any]], Any]:
        """Stands in for the window's own: the question comes up, is read, and is given up."""

        def ask(questions: WindowQuestions, panel: QuestionPanel[Any]) -> Any:
            open_ = [True]
            panel.answered.connect(lambda _: open_.clear())
            QTimer.singleShot(0, panel, lambda: self._read(panel, open_))
            return _ASK(questions, panel)

        return ask

    def _read(self, panel: QuestionPanel[Any], open_: list[bool]) -> None:
        before, name = self._place, type(panel).__name__
        self.panels[name] = self.panels.get(name, 0) + 1
        try:
            self.look(f"{before} ? {name}")
            self.inside(panel)
        finally:
            self._place = before
            if open_:
                panel.give_up()

    @property
    def file_to_save(self) -> Callable[[WindowQuestions, str, str, str], Path]:
        """Into the scratch folder."""

        def answer(_questions: WindowQuestions, _title: str, suggested: str, _kinds: str) -> Path:
            self.saved.append(self.folder.parent / suggested.replace("/", " "))
            return self.saved[-1]

        return answer

    @property
    def file_to_open(self) -> Callable[[WindowQuestions, str, str], Path | None]:
        """The file that the test laid ready, or none."""
        return lambda _questions, _title, _kinds: self.to_open

    def _told(self, text: str) -> None:
        if self._pattern.search(text):
            self.found.add((self._place, text[:80]))
