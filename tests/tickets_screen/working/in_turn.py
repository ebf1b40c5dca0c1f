"""Panels that come over each other, each answered by its own keys as it comes up."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.keys import KeyDriver
from ui.shell.question_panel import QuestionPanel
from ui.widgets.overlay import Overlay

_EVERY = 10
_PATIENCE = 400

Step = tuple[type[QuestionPanel], tuple[str, ...]]  # type: ignore[type-arg]  # whatever it answers


@contextmanager
def in_turn(keys: KeyDriver, *steps: Step) -> Iterator[None]:
    """Press these keys when a panel of this kind is on top, one step after the other; fails if one never came."""
    waiting, ticks = list(steps), [0]

    def tick() -> None:
        ticks[0] += 1
        if not waiting:
            return
        if ticks[0] > _PATIENCE:
            _give_up()
            return
        QTimer.singleShot(_EVERY, tick)  # before the keys: they may bring up the next panel and come back late
        panel = _panel_above(QApplication.focusWidget())
        if isinstance(panel, waiting[0][0]):
            _, chords = waiting.pop(0)
            keys.press(*chords)

    QTimer.singleShot(_EVERY, tick)
    yield
    QTest.qWait(2 * _EVERY)
    left, waiting[:] = list(waiting), []
    assert left == []


def _panel_above(widget: QWidget | None) -> QWidget | None:
    above = widget
    while above is not None and not isinstance(above, Overlay):
        above = above.parentWidget()
    return None if above is None else above.panel


def _give_up() -> None:
    panel = _panel_above(QApplication.focusWidget())
    if isinstance(panel, QuestionPanel):
        panel.give_up()
        QTimer.singleShot(_EVERY, _give_up)
