"""The foot of the window: who, which shift, printer, backup; at the right what just happened, and all keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from app.core.clock import Clock
from app.core.language import tr
from ui.shell.actions import Action
from ui.shell.messages import SHOWN_SECONDS, Weight
from ui.shell.running_item import RunningItem
from ui.shell.status_item import StatusItem
from ui.shell.worker import Task
from ui.widgets.colours import Tone
from ui.widgets.icon_label import IconLabel
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.one_line import OneLine
from ui.widgets.progress_line import ProgressLine
from ui.widgets.sizes import Pt, px
from ui.widgets.surface import Pane, Rule, column, row

_MARKS = {
    Weight.DONE: ("circle-check", Tone.OK, Tone.INK2),
    Weight.HINT: ("info", Tone.INK2, Tone.INK2),
    Weight.WRONG: ("circle-alert", Tone.DANGER, Tone.DANGER),
}


class StatusLine(Pane):
    """The items by name, the place for messages, and long work while there is any."""

    def __init__(self, all_keys: Action, stop: Action, clock: Clock) -> None:
        super().__init__("canvas")
        self.user = StatusItem("user", tr("Signed in"))
        self.shift = StatusItem("clock-3", tr("Shift"))
        self.parked = StatusItem("pause", tr("Parked bills"))
        self.incidents = RunningItem(clock)
        self.printer = StatusItem("printer", tr("Printer"))
        self.backup = StatusItem("database", tr("Backup"))
        self._mark = IconLabel("", Tone.OK, 14)
        self._message = OneLine(Pt.CAPTION, Tone.INK2)  # gives way before any item of the line does
        self._progress = ProgressLine(KeyButton(stop, Kind.QUIET, small=True))
        self._all_keys = KeyButton(all_keys, Kind.QUIET, small=True)
        self._task: Task | None = None
        self._stop = stop
        stop.turn_off(tr("No long work is under way."))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.clear_message)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._lay_out()

    @property
    def message(self) -> str:
        """What the message place says just now."""
        return self._message.text()

    @property
    def task(self) -> Task | None:
        """The long work shown."""
        return self._task

    def say(self, text: str, weight: Weight) -> None:
        """Show a message for four seconds."""
        icon, tone, ink = _MARKS[weight]
        self._mark.show_icon(icon, tone)
        self._message.show_text(text, ink)
        self._timer.start(SHOWN_SECONDS * 1000)

    def clear_message(self) -> None:
        """Empty the message place."""
        self._mark.show_icon("", Tone.OK)
        self._message.show_text("")

    def follow(self, task: Task) -> None:
        """Show long work until it ends."""
        self._task = task
        self._stop.turn_on()
        self._progress.begin(task.title)
        self._progress.setVisible(True)
        task.progressed.connect(self._on_progressed)
        task.ended.connect(self._on_ended)

    def sizeHint(self) -> QSize:
        return QSize(0, px(29))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, px(29))

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Shorten what may be shortened until the line fits; measured as if all were said in full."""
        layout = self.layout()
        if layout is None:
            return
        items = [item for item in (self.parked, self.incidents, self.shift) if not item.isHidden()]
        over = layout.sizeHint().width() + sum(item.saves for item in items if item.is_short) - self.width()
        for item in items:
            item.shorten(short=over > 0)
            over -= item.saves

    def _lay_out(self) -> None:
        facts = row(self.user, self.shift, self.parked, self.incidents, self.printer, self.backup, space=16)
        right = row(self._progress, self._mark, self._message, 8, self._all_keys, space=6)
        line = row(facts, None, right, space=12, margins=(16, 0, 10, 0))
        outer = column(Rule(), line, space=0)
        outer.setStretch(1, 1)
        self.setLayout(outer)
        self._progress.hide()
        self._message.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def _on_progressed(self, done: int, total: int) -> None:
        if self._task is not None:
            self._progress.show_progress(done, total, self._task.seconds_left(done, total))

    def _on_ended(self) -> None:
        self._task = None
        self._stop.turn_off(tr("No long work is under way."))
        self._progress.hide()
