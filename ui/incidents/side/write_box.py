"""The line at the foot of the record: type, Enter, and the next one; the time of the event may stand first."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.core.clock import Clock
from app.core.errors import Refusal
from app.core.language import tr
from ui.incidents.contexts import Places
from ui.incidents.side.written import read_line
from ui.sentences import say
from ui.shell.actions import ActionRegistry
from ui.widgets.error_line import ErrorLine
from ui.widgets.key_cap import KeyCap
from ui.widgets.line_field import LineField
from ui.widgets.surface import column

_MOST = 400


class WriteBox(QWidget):
    """`written` with the words and with when it happened, None for now; `left` when the focus may go back."""

    written = Signal(str, object)
    left = Signal()

    def __init__(self, actions: ActionRegistry, clock: Clock, places: Places, prefix: str) -> None:
        super().__init__()
        self._clock = clock
        self._started: datetime | None = None
        self._incident = 0
        self._typed: dict[int, str] = {}
        self.field = LineField(tr("Write a line"))
        self.field.setMaxLength(_MOST)
        self.problem = ErrorLine(self.field, hint=tr("19:42 first, if it happened then; Enter saves"))
        take = actions.add(f"{prefix}.write", tr("Write"), "Alt+T", self.field.take_caret, context=places.running)
        if places.letters:
            actions.add(f"{prefix}.write_here", tr("Write"), "T", self.field.take_caret, context=places.steps)
        inside = f"{prefix}.writing"
        actions.add(f"{prefix}.write_back", tr("Back to the step"), "Esc", self.left.emit, context=inside)
        actions.follow_focus(self.field, inside)
        actions.name_context(inside, tr("Write a line"))
        self._cap = KeyCap(take.cap, self.field)
        self.setLayout(column(self.field, self.problem, space=0))
        self.field.returnPressed.connect(self._on_enter)
        self.field.textEdited.connect(lambda _: self.field.show_problem(""))

    def begin(self, incident_id: int, started: datetime) -> None:
        """Write for this incident; what was typed for another one waits there, and never lands in this log."""
        if incident_id != self._incident:
            self._typed[self._incident] = self.field.text()
            self.field.setText(self._typed.pop(incident_id, ""))
            self.field.show_problem("")
        self._incident, self._started = incident_id, started

    def typed(self) -> dict[int, str]:
        """The lines that are typed and not written, by incident."""
        lines = self._typed | {self._incident: self.field.text()}
        return {incident: words for incident, words in lines.items() if words}

    def take_up(self, typed: dict[int, str]) -> None:
        """What an earlier run left, before the first incident is shown."""
        self._typed |= typed

    def tell_time(self, now: datetime) -> None:
        """The time that a line gets now stands in the empty field."""
        self.field.setPlaceholderText(tr("{time} write a line, Enter saves").format(time=f"{now:%H:%M}"))

    def keep(self, words: str) -> None:
        """The line was refused: it stands there again, unless something else was typed since."""
        if not self.field.text():
            self.field.setText(words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        size = self._cap.sizeHint()
        middle = (self.field.height() - size.height()) // 2
        self._cap.setGeometry(self.field.width() - size.width() - 10, middle, size.width(), size.height())
        self.field.setTextMargins(0, 0, size.width() + 8, 0)

    def _on_enter(self) -> None:
        text, now = self.field.text(), self._clock.now()
        if not text.strip():
            return
        try:
            at, words = read_line(text, now, self._started or now)
        except Refusal as refusal:
            self.field.show_problem(say(refusal))
            return
        if not words:
            self.field.show_problem(tr("Write after the time what happened."))
            return
        self.field.clear()
        self.written.emit(words, at)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
