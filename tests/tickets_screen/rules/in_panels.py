"""What a person does in questions that come up one over the other, step by step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from ui.shell.question_panel import QuestionPanel
from ui.widgets.overlay import Overlay

Doing = Callable[[Any], object]
_ASK_EVERY = 5


class InPanels:
    """For every question that comes up one `Doing`, given its panel; what goes wrong in it is raised at the end."""

    def __init__(self, doings: Sequence[Doing]) -> None:
        self._doings = list(doings)
        self._met: list[QWidget] = []
        self._wrong: list[BaseException] = []
        self._timers: list[QTimer] = []

    def run(self, begin: Callable[[], object]) -> None:
        """Begin, and answer every question until none is left."""
        self._wait()
        begin()
        for timer in self._timers:
            timer.stop()
        if self._wrong:
            raise self._wrong[0]
        assert self._doings == [], f"{len(self._doings)} questions did not come up"

    def _wait(self) -> None:
        timer = QTimer()  # one for each: a timer does not fire inside its own turn
        self._timers.append(timer)
        timer.timeout.connect(lambda: self._look(timer))
        timer.start(_ASK_EVERY)

    def _look(self, timer: QTimer) -> None:
        overlay = _overlay_above(QApplication.focusWidget())
        if overlay is None or overlay in self._met:
            return
        timer.stop()
        self._met.append(overlay)
        panel = overlay.panel
        assert isinstance(panel, QuestionPanel)
        if not self._doings:
            self._wrong.append(AssertionError(f"“{panel.title}” came up"))
            panel.give_up()
            return
        doing = self._doings.pop(0)
        self._wait()
        try:
            doing(panel)
        except BaseException as error:  # noqa: BLE001 - raised again once the question is closed
            self._wrong.append(error)
            panel.give_up()


def _overlay_above(widget: QWidget | None) -> Overlay | None:
    above = widget
    while above is not None and not isinstance(above, Overlay):
        above = above.parentWidget()
    return above
