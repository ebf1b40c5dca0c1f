"""A hand that presses whatever it finds, as a child or a cat would; what it pressed last is told when something breaks.

It works from a timer, so that it goes on in the questions that its own keys bring up.
"""

from __future__ import annotations

import random
import traceback
from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from app.core.clock import SetClock
from ui.shell.demo_password import password_of_demo
from ui.shell.lock_panel import LockPanel
from ui.shell.main_window import MainWindow
from ui.shell.opening import Opening
from ui.shell.tabs import TABS
from ui.shell.window_questions import WindowQuestions

WORDS = (
    *("1-1-101", "zs", "王", "13800", "0", "100", "12.5", "-3", "2026-11-30", "11-5", "99999999999", "1栋"),
    *("门禁卡", "110", "R2", "x" * 40, "3.333", "２", "😀", "%", "'\""),
)
PLAIN = (
    *("Return", "Return", "Tab", "Tab", "Backtab", "Up", "Down", "Down", "Left", "Right", "Space", "Home", "End"),
    *("PgUp", "PgDown", "Delete", "Backspace", "Esc", "Esc", "F2", "F3", "F9", "F10", "F5"),
)
SIZES = ((1000, 600), (1150, 697), (1366, 697), (1920, 1000))
NEVER = {"window.theme"}  # every widget is dressed again: it takes a second, and has tests of its own
MOST_QUESTIONS = 12
_LEAVES_A_QUESTION = 0.1


class RandomHand:
    """`told` are the last things it did."""

    def __init__(self, window: MainWindow, opening: Opening, clock: SetClock, seed: int, folder: Path) -> None:
        self._window, self._opening, self._clock, self._folder = window, opening, clock, folder
        self._chance = random.Random(seed)
        self._left = 0
        self._depth = 0
        self._office = opening.desk.context.office if opening.desk is not None else None
        self.told: deque[str] = deque(maxlen=25)

    def press_many(self, times: int) -> None:
        """Do so many things, and leave every question."""
        self._left, loop = times, QEventLoop()
        self._next(loop)
        loop.exec()

    def answers_for_files(self) -> dict[str, Callable[..., Path | None]]:
        """Stand in for the dialogs of the system: some file of the folder, or none."""

        def to_save(_questions: WindowQuestions, _title: str, suggested: str, _kinds: str) -> Path | None:
            return self._folder / suggested.replace("/", " ") if self._chance.random() < 0.8 else None

        def to_open(_questions: WindowQuestions, _title: str, _kinds: str) -> Path | None:
            return self._chance.choice(sorted(path for path in self._folder.rglob("*") if path.is_file()))

        def folder(_questions: WindowQuestions, _title: str) -> Path:
            return self._folder

        return {"file_to_save": to_save, "file_to_open": to_open, "folder_to_open": folder}

    def _next(self, loop: QEventLoop) -> None:
        if self._left:
            self._left -= 1
            QTimer.singleShot(0, lambda: self._step(loop))
        else:
            self._window.questions.give_up_all(loop.quit)

    def _step(self, loop: QEventLoop) -> None:
        self._next(loop)  # before anything is pressed: a question has a loop of its own
        self._depth += 1
        try:
            self._do_something()
        except Exception:
            self.told.append(traceback.format_exc(limit=2))
            raise
        finally:
            self._depth -= 1

    def _do_something(self) -> None:
        if self._goes_in():
            return
        if self._depth > MOST_QUESTIONS or (self._window.questions.is_open and self._happens(_LEAVES_A_QUESTION)):
            self._press("Esc")
            return
        ways: tuple[tuple[float, Callable[[], object]], ...] = (
            (40, lambda: self._press(self._chance.choice(PLAIN))),
            (30, self._press_what_is_bound),
            (10, self._act_without_a_key),
            (10, lambda: self._type(self._chance.choice(WORDS))),
            (6, lambda: self._press(f"Ctrl+{self._chance.randint(1, len(TABS))}")),
            (3, self._click),
            (0.3, lambda: self._clock.advance(minutes=self._chance.choice((1, 7, 45, 300)))),
            (0.3, lambda: self._window.resize(*self._chance.choice(SIZES))),
        )
        (way,) = self._chance.choices([way for _, way in ways], [weight for weight, _ in ways])
        way()

    def _happens(self, chance: float) -> bool:
        return self._chance.random() < chance

    def _goes_in(self) -> bool:
        """Nobody finds a password by chance: it is given at the lock and at the sign-in."""
        locks = [panel for panel in self._window.findChildren(LockPanel) if panel.isVisible()]
        if not locks and (self._opening.desk is not None or self._window.questions.is_open):
            return False
        place: QWidget = locks[-1] if locks else self._window
        fields = [field for field in place.findChildren(QLineEdit) if field.isVisible()]
        if len(fields) < 2 or self._office is None:
            return False
        fields[0].setText(self._office.demo_actor().name)
        fields[1].setText(password_of_demo(self._office))
        fields[1].setFocus()
        self._press("Return")
        return True

    def _actions(self) -> list[Any]:
        known = self._window.actions_known
        reached = known._contexts.reachable()
        return [one for one in known if known._serves(one, reached) and one.spec.name not in NEVER]

    def _press_what_is_bound(self) -> None:
        action = self._chance.choice([one for one in self._actions() if one.spec.keys])
        self._press(self._chance.choice(action.spec.keys))

    def _act_without_a_key(self) -> None:
        bare = [one for one in self._actions() if not one.spec.keys]
        if bare:
            action = self._chance.choice(bare)
            self.told.append(action.spec.name)
            action.trigger()

    def _press(self, chord: str) -> None:
        focused = QApplication.focusWidget() or self._window
        self.told.append(f"{chord} in {type(focused).__name__}")
        key = QKeySequence(chord)[0]  # type: ignore[index]  # the stubs leave out what the class has
        QTest.keyClick(focused, key.key(), key.keyboardModifiers())

    def _type(self, words: str) -> None:
        focused = QApplication.focusWidget() or self._window
        self.told.append(f"“{words}” in {type(focused).__name__}")
        if words.isascii():
            QTest.keyClicks(focused, words)
        else:
            event = QInputMethodEvent()
            event.setCommitString(words)
            QApplication.sendEvent(focused, event)

    def _click(self) -> None:
        seen = [widget for widget in self._window.findChildren(QWidget) if widget.isVisible() and widget.isEnabled()]
        if seen:
            widget = self._chance.choice(seen)
            self.told.append(f"a click on {type(widget).__name__}")
            QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
