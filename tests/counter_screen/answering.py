"""Typing into a question that comes up: more than plain keys, such as a name through the input method."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.keys import KeyDriver
from tests.office_builder import SUPERVISOR_PASSWORD
from ui.widgets.overlay import Overlay


@contextmanager
def answering(*steps: Callable[[], None]) -> Iterator[None]:
    """Each step is done at the next question that comes up; fails if one was not asked."""
    waiting = list(steps)
    seen: list[Overlay] = []
    timer = QTimer()

    def answer() -> None:
        overlay = _overlay_above(QApplication.focusWidget())
        if overlay is None or not waiting or overlay in seen:
            return
        seen.append(overlay)
        waiting.pop(0)()

    timer.timeout.connect(answer)
    timer.start(5)
    yield
    QTest.qWait(10)
    timer.stop()
    assert not waiting, f"{len(waiting)} questions were not asked"


def supervisor_says_yes(keys: KeyDriver) -> Callable[[], None]:
    """Name by the input method, password by the keys."""

    def type_in() -> None:
        keys.compose("shen")
        keys.commit("沈若兰")
        keys.press("Tab")
        keys.type(SUPERVISOR_PASSWORD)
        keys.press("Return")

    return type_in


def _overlay_above(widget: QWidget | None) -> Overlay | None:
    while widget is not None and not isinstance(widget, Overlay):
        widget = widget.parentWidget()
    return widget
