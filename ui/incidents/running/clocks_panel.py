"""Every clock that runs, the one that is due first at the head; what it reminded of is marked as done here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QTimer

from app.core.clock import Clock
from app.core.language import tr
from app.incidents.running.timers import RunningTimer, TimerState
from ui.incidents.running.clock_words import left_words, limit_words
from ui.sentences.incidents import said
from ui.shell.actions import ActionRegistry
from ui.shell.question_panel import QuestionPanel
from ui.widgets.check_box import CheckBox
from ui.widgets.colours import Tone
from ui.widgets.key_button import Kind
from ui.widgets.text_label import body
from ui.widgets.two_line_list import TwoLineList
from ui.widgets.two_lines import TwoLine

_TONES = {TimerState.RUNS: Tone.INK, TimerState.SOON: Tone.WARN, TimerState.DUE: Tone.DANGER}


class ClocksPanel(QuestionPanel[str]):
    """Answers with the name of the clock whose work was done; `sound` is whether a clock that falls due is heard."""

    keeps_typed = False

    def __init__(
        self, timers: Callable[[datetime], Sequence[RunningTimer]], clock: Clock, *, sound: bool = False
    ) -> None:
        super().__init__(tr("Clocks of this incident"), width=620)
        self._timers, self._clock = timers, clock
        self.list = TwoLineList(tr("Clocks"))
        self.list.setMinimumHeight(200)
        self._none = body(tr("No clock runs now."), Tone.INK2)
        self._sound = CheckBox(tr("A sound when a clock falls due"), ticked=sound)
        for part in (self._none, self.list, self._sound):
            self.body.addWidget(part)
        self.list.opened.connect(self.answer)
        self.setFocusProxy(self.list)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(1000)
        self.look(first=True)

    @property
    def sound(self) -> bool:
        """Whether a clock that falls due is to be heard."""
        return self._sound.isChecked()

    def add_actions(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "done", tr("Done just now"), ("Return", "Enter"), self._on_done, Kind.PRIMARY)
        super().add_actions(actions)

    def look(self, *, first: bool = False) -> None:
        """A second went by."""
        now = self._clock.now()
        running = self._timers(now)
        self._none.setVisible(not running)
        self.list.setVisible(bool(running))
        chosen = self.list.current()
        self.list.show_lines([_line(one, now) for one in running], choose_first=first)
        if not first:
            self.list.choose(chosen)

    def _on_done(self) -> None:
        chosen = self.list.current()
        if isinstance(chosen, str):
            self.answer(chosen)


def _line(one: RunningTimer, now: datetime) -> TwoLine:
    due = one.state is TimerState.DUE
    below = said(one.timer.when_due) if due else limit_words(one, now)
    return TwoLine(
        said(one.timer.text),
        "",
        left_words(one, now),
        below,
        limit_words(one, now) if due else "",
        _TONES[one.state],
        one.timer.id,
    )
