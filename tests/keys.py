"""A person at the keyboard: every key goes to the focused widget, and is counted as the keystroke-level model does."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QKeyCombination, QTimer
from PySide6.QtGui import QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from app.core.clock import SetClock
from ui.shell.draft_keeper import SAVED_WITHIN_MS
from ui.shell.question_panel import QuestionPanel
from ui.shell.tabs import TABS
from ui.widgets.overlay import Overlay

MILLISECONDS_A_KEY = 60
_ASK_EVERY = 5
_ENDS_WITHIN = 100
_AND_A_MOMENT = 60


class KeyDriver:
    """Presses keys in a window that is shown and active; it has no way to set a value or to call a slot.

    `count` is the keys so far: one for a key, one more for each modifier of a chord; `asked` the heads of the questions
    that `when_asked` answered.
    """

    def __init__(self, window: QWidget, clock: SetClock | None = None) -> None:
        self._clock = clock
        self.count = 0
        self.asked: list[str] = []
        window.show()
        window.activateWindow()
        assert QTest.qWaitForWindowActive(window), "shortcuts do not fire in an inactive window"
        QApplication.processEvents()

    def press(self, *chords: str) -> None:
        """Press keys by name, one after the other: `"F9"`, `"Ctrl+R"`, `"Return"`."""
        for chord in chords:
            combination = _chord(chord)
            modifiers = combination.keyboardModifiers()
            self._tick(1 + modifiers.value.bit_count())
            QTest.keyClick(self._focused(), combination.key(), modifiers)
            QApplication.processEvents()

    def type(self, text: str) -> None:
        """Type plain characters, 60 ms of the office's clock apart."""
        for character in text:
            self._tick(1)
            QTest.keyClicks(self._focused(), character)
        QApplication.processEvents()

    def compose(self, letters: str) -> None:
        """Type letters into an input method, which shows them but commits nothing yet."""
        for end in range(1, len(letters) + 1):
            self._tick(1)
            self._send(QInputMethodEvent(letters[:end], []))

    def commit(self, text: str) -> None:
        """Take a candidate of the input method: one key."""
        self._tick(1)
        event = QInputMethodEvent()
        event.setCommitString(text)
        self._send(event)

    @contextmanager
    def when_asked(self, *chords: str) -> Iterator[None]:
        """What to press at the question that the keys inside bring up; fails if none came, or if it stays open."""
        timer, wrong = QTimer(), ["no question came up"]

        def answer() -> None:
            overlay = _overlay_above(QApplication.focusWidget())
            if overlay is None:
                return
            timer.stop()
            wrong.clear()
            self.asked.append(overlay.panel.accessibleName())
            try:
                self.press(*chords)
            except AssertionError as error:
                wrong.append(str(error))
            QTimer.singleShot(_ENDS_WITHIN, lambda: end(overlay))

        def end(overlay: Overlay) -> None:
            if isValid(overlay) and overlay.isVisible() and isinstance(overlay.panel, QuestionPanel):
                wrong.append(f"“{self.asked[-1]}” is still open after {chords}")
                overlay.panel.give_up()

        timer.timeout.connect(answer)
        timer.start(_ASK_EVERY)
        yield
        QTest.qWait(2 * _ASK_EVERY)
        timer.stop()
        assert wrong == []

    def _focused(self) -> QWidget:
        focused = QApplication.focusWidget()
        assert focused is not None, "no widget has the focus, so no key can be pressed"
        return focused

    def _tick(self, keys: int) -> None:
        self.count += keys
        if self._clock is not None:
            self._clock.advance(milliseconds=MILLISECONDS_A_KEY)

    def _send(self, event: QInputMethodEvent) -> None:
        QApplication.sendEvent(self._focused(), event)
        QApplication.processEvents()


def stop_typing() -> None:
    """A pause that is long enough for a draft to be kept."""
    QTest.qWait(SAVED_WITHIN_MS + _AND_A_MOMENT)
    QApplication.processEvents()


def _chord(name: str) -> QKeyCombination:
    sequence = QKeySequence(name)
    assert sequence.count() == 1, f"{name} is no key"
    combination = sequence[0]  # type: ignore[index]  # the stubs leave out what the class has
    assert isinstance(combination, QKeyCombination)
    return combination


def _overlay_above(widget: QWidget | None) -> Overlay | None:
    above = widget
    while above is not None and not isinstance(above, Overlay):
        above = above.parentWidget()
    return above


def to_tab(name: str) -> str:
    """The chord that leads to a tab, wherever it stands in the row."""
    return f"Ctrl+{[tab.name for tab in TABS].index(name) + 1}"
