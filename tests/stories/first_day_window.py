"""The whole program on a data folder, from its start to its end; not real are the printer, the clock and the hands."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from app.core.clock import SetClock
from app.core.language import choose_language
from app.office import Office
from tests.keys import KeyDriver
from tests.light_passwords import make_passwords_light
from tests.printing.fake_printers import RecordingPrinter
from tests.stories.first_day_screen import focused, has_focus, table_named, words_on
from ui.printing.printer_queue import PrintQueue
from ui.shell import desk, work_begins
from ui.shell.context import Context
from ui.shell.crash import CrashGuard
from ui.shell.one_window import OneWindow
from ui.shell.opening import Opening
from ui.shell.window_frame import WindowFrame
from ui.shell.window_settings import WindowSettings

PATIENCE_MS = 30_000
_LOOK_EVERY_MS = 10
_MOST_STOPS = 60


@dataclass
class Counter:
    """The place where the program stands: its data folder, the clock on the wall, a printer."""

    folder: Path
    clock: SetClock
    printer: RecordingPrinter = field(default_factory=RecordingPrinter)
    bugs: list[BaseException | None] = field(default_factory=list)
    running: list[Program] = field(default_factory=list)

    def stand_in(self, patch: pytest.MonkeyPatch) -> None:
        """Put clock and printer in the place of the machine's; a bug fails the story instead of being told."""
        make_passwords_light()  # also in a process of its own, which is there to be killed
        patch.setattr(work_begins, "SystemClock", lambda: self.clock)
        patch.setattr(desk, "PrintQueue", lambda parent: PrintQueue(lambda _name: self.printer, parent))
        patch.setattr(CrashGuard, "stand_guard", lambda _guard: None)
        patch.setattr(CrashGuard, "report", lambda _guard, error: self.bugs.append(error))

    def close_all(self) -> None:
        """Close the windows that a story left open."""
        for program in list(self.running):
            program.close()


@contextmanager
def worked_in(kept: Path, folder: Path, clock: SetClock, patch: pytest.MonkeyPatch) -> Iterator[Counter]:
    """The program over a copy of kept files; at the end every truth is asked of each run that is still open."""
    counter = Counter(Path(shutil.copytree(kept, folder)), clock)
    counter.stand_in(patch)
    yield counter
    broken = [breach for program in counter.running for breach in breaches(program)]
    counter.close_all()
    choose_language("en")
    assert broken == []


def breaches(program: Program) -> list[str]:
    """Every book-keeping truth that the keys have broken."""
    return [f"{found.truth}: {breach}" for found in program.office.verify() for breach in found.breaches]


class Program:
    """One run of the program: started as the icon starts it, worked in by keys, read with the eyes, closed."""

    def __init__(self, counter: Counter, machine: str = "") -> None:
        self._counter = counter
        settings = WindowSettings.read(counter.folder)
        choose_language(settings.language)
        self._one = OneWindow(counter.folder / machine)
        assert self._one.take(), "another window has this folder on this machine"
        self._frame = WindowFrame("", settings.geometry)
        self._frame.resize(1366, 697)
        self.keys = KeyDriver(self._frame, counter.clock)
        self.window = work_begins.furnish(self._frame, settings, self._one, counter.folder)
        counter.running.append(self)
        QApplication.processEvents()

    @property
    def context(self) -> Context:
        """What the pages work with, once somebody is signed in."""
        opening = self.window.findChild(Opening)
        assert opening is not None
        assert opening.desk is not None, "nobody is signed in"
        return opening.desk.context

    @property
    def office(self) -> Office:
        """The services behind the window, for what no eye can read: the checks and the stored codes."""
        return self.context.office

    @property
    def papers(self) -> list[tuple[str, bytes]]:
        """What came out of the printer so far."""
        return self._counter.printer.papers

    def screen(self) -> str:
        self._let_it_come()
        return words_on(self.window)

    def table(self, name: str) -> list[dict[str, str]]:
        self._let_it_come()
        return table_named(self.window, name)

    def remembers(self, person: str) -> bool:
        """Whether the sign-in page names this person from the last time."""
        return self.window.settings.person == person

    def write(self, text: str) -> None:
        """Letters and figures by their keys, Chinese through the input method."""
        if text.isascii():
            self.keys.type(text)
        else:
            self.keys.compose("pinyin")
            self.keys.commit(text)

    def fill(self, *answers: str) -> None:
        """One answer after the other, Tab after each."""
        for answer in answers:
            self.write(answer)
            self.keys.press("Tab")

    def tab_to(self, name: str, key: str = "Tab") -> None:
        """Press Tab until the field of this name has the focus."""
        for _ in range(_MOST_STOPS):
            if focused().accessibleName() == name:
                return
            self.keys.press(key)
        raise AssertionError(f"{key} does not reach {name}:\n{self.screen()}")

    def wait_until(self, holds: Callable[[], bool]) -> None:
        """Let the window work until this holds."""
        for _ in range(PATIENCE_MS // _LOOK_EVERY_MS):
            if holds():
                QApplication.processEvents()
                return
            QTest.qWait(_LOOK_EVERY_MS)
        raise AssertionError(f"it does not come to that:\n{words_on(self.window)}")

    def _let_it_come(self) -> None:
        """The search stands there first; an eye sees the rest, and the foot of the window, a moment later."""
        opening = self.window.findChild(Opening)
        if opening is not None and opening.desk is not None:
            self.wait_until(lambda: bool(self.window.status.shift.text()))

    def finish_work(self) -> None:
        """Wait until no long work is under way."""
        self.wait_until(lambda: not self.window.worker.is_busy)

    @contextmanager
    def naming_file(self, path: Path) -> Iterator[None]:
        """Type this path into the file dialog that the keys inside bring up."""
        answered: list[str] = []
        timer = QTimer()

        def answer() -> None:
            dialog = QApplication.activeModalWidget()
            if isinstance(dialog, QFileDialog) and has_focus(dialog):
                timer.stop()
                answered.append(dialog.windowTitle())
                self.write(str(path))
                self.keys.press("Return")

        timer.timeout.connect(answer)
        timer.start(_LOOK_EVERY_MS)
        yield
        timer.stop()
        assert answered, "no file dialog came up"
        self.come_forward()  # what a desktop does when a dialog goes, and the platform without screens does not

    def come_forward(self) -> None:
        """Make this the window that the keys go to."""
        self.window.come_forward()
        assert QTest.qWaitForWindowActive(self._frame)

    def close(self) -> None:
        """Close the window, which makes the backup of the evening; every bug of this run has been noted by now."""
        self._counter.running.remove(self)
        self._frame.close()
        self.wait_until(lambda: not self._frame.isVisible())
        self._one.give_back()
        for gone in (self._frame, self._one):
            gone.deleteLater()
        _forget_words_of_qt()
        QApplication.processEvents()
        assert self._counter.bugs == []


def _forget_words_of_qt() -> None:
    """Qt speaks English again to the tests that follow."""
    application = QApplication.instance()
    assert application is not None
    for translator in application.findChildren(QTranslator):
        application.removeTranslator(translator)
        translator.deleteLater()
