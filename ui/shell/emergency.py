"""Ctrl+E from anywhere: the picker over whatever is shown, and the head of the window that says what runs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import timedelta
from importlib import import_module
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from app.core.errors import Refusal, Trouble
from app.core.language import tr, tr_n
from ui.shell.changes import Change
from ui.shell.context import Context
from ui.shell.main_window import MainWindow
from ui.shell.unsigned_door import UnsignedDoor, waits

if TYPE_CHECKING:
    from app.core.clock import Clock
    from app.incidents.running.view import RunningLine

TAB = "incidents"
_PICKER = ("ui.incidents.picker.opened_by_key", "picker")
_RUNNING = "ui.incidents.running.running_page"
_DEAF = timedelta(milliseconds=200)
_PAUSE = 150
_BEAT = 20_000  # milliseconds; as `BEAT_SECONDS` of the incidents, which are not read for it
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Emergency(QObject):
    """Nothing of the incidents is read before somebody asks for it or something runs."""

    def __init__(self, parent: QObject, window: MainWindow, context: Context, is_locked: Callable[[], bool]) -> None:
        super().__init__(parent)
        self._window = window
        self._context = context
        self._is_locked = is_locked
        self._is_open = False
        self._deaf = DeafToEnter(self, context.clock)
        folder, office = context.office.store.folder, context.office
        self._door = UnsignedDoor(window, folder.path, context.clock, lambda: office.incidents)
        window.own.incident_wished.connect(self.open)
        context.changes.changed.connect(self._on_changed)
        self._is_taken_up = False
        self._beat = QTimer(self)
        self._beat.timeout.connect(self._on_beat)
        self._ahead: list[Callable[[], object]] = [
            lambda: import_module(_PICKER[0]),
            lambda: import_module(_RUNNING),
            self._take_up,
            self.keep_folder_file,
            lambda: context.office.plans.in_use(),  # noqa: PLW0108 - the plans are read when it is their turn
        ]

    @property
    def runs(self) -> bool:
        """Whether anything runs, as it was last read."""
        return bool(self._window.top_bar.live.lines)

    def look(self) -> None:
        """Say what runs now; what ran through a restart is told in its log first."""
        lines = self._context.office.running_incidents()
        if lines:
            self._take_up()
        self._show(lines)

    def _take_up(self) -> None:
        """Once in each run of the program, and from then on a sign of life while anything runs."""
        if self._is_taken_up:
            return
        self._is_taken_up = True
        try:
            lost = self._context.office.incidents.take_up().lost
        except Trouble as trouble:
            self._context.messages.wrong(_say(trouble))
        else:
            self._say_lost([one.name for one in lost])
        self._beat.start(_BEAT)

    def _say_lost(self, names: Sequence[str]) -> None:
        if names:
            words = tr("Lines of {numbers} were saved and are gone from the file: its log says which. Check the disk.")
            self._context.messages.wrong(words.format(numbers=tr(", ").join(names)))

    def _on_beat(self) -> None:
        if self.runs:
            with suppress(OSError, Trouble):  # a sign that is missing makes the next gap longer, and nothing else
                self._context.office.incidents.beat()

    def join(self) -> int | None:
        """What was done before sign-in joins the log; the incident that it was about last."""
        office, messages = self._context.office, self._context.messages
        if not waits(office.store.folder):
            return None
        self._take_up()  # before: a line that joins now would hide how long the program was off
        try:
            joined = office.incidents.join_unsigned(self._context.actor)
        except (Refusal, Trouble) as error:
            messages.wrong(_say(error))
            return None
        if not joined:
            return None
        lines = sum(one.count for one in joined)
        messages.done(
            tr_n("{n} line from before sign-in joined", "{n} lines from before sign-in joined", lines).format(n=lines)
        )
        return joined[-1].incident_id

    def keep_folder_file(self) -> None:
        """Leave plans and numbers beside the database for whoever has no password; what fails is tried again later."""
        with suppress(OSError, Trouble):
            self._context.office.incidents.keep_folder_file()

    def unlocked(self) -> None:
        """Whoever comes back sees what was done meanwhile."""
        incident_id = self.join()
        self.look()
        if incident_id is not None:
            self.show(incident_id)

    def read_ahead(self, rests: Callable[[], bool]) -> None:
        """Read what the picker needs while the keys rest, a piece at a time, so that it comes at once."""
        if self._ahead:
            if rests():
                self._ahead.pop(0)()
            QTimer.singleShot(_PAUSE, self, lambda: self.read_ahead(rests))

    def open(self) -> None:
        """Ask which incident; what was begun stays as it is, and questions wait behind."""
        if self._is_locked():
            self._show(self._door.open())
            return
        if self._is_open or self._context.office.store.is_looked_at:
            return  # a backup that is looked at says itself where an incident is started
        self._is_open = True
        module, name = _PICKER
        try:
            panel = getattr(import_module(module), name)(self._context)
            incident_id: Any = self._context.questions.ask(panel)
        finally:
            self._is_open = False
        if incident_id is not None:
            self._deaf.begin()
            self.show(incident_id)

    def show(self, incident_id: int) -> None:
        """Go on with an incident on its own screen."""
        self._context.changes.announce(TAB, by=self)
        self._context.ways.lead(TAB, incident_id)

    def leave(self) -> None:
        """Another person comes to the counter."""
        self._window.own.incident_wished.disconnect(self.open)
        self._show(())

    def _show(self, lines: Sequence[RunningLine]) -> None:
        self._window.top_bar.live.show_lines(lines)
        self._window.status.incidents.show_lines(lines)

    def _on_changed(self, change: Change) -> None:
        if change.concerns(TAB):
            self.look()


def _say(error: Refusal | Trouble) -> str:
    from ui.sentences import say  # noqa: PLC0415 - the start of the window does not wait for all sentences

    return say(error)


class DeafToEnter(QObject):
    """Whoever presses Enter twice in haste starts an incident, and does not tick its first step as well."""

    def __init__(self, parent: QObject, clock: Clock) -> None:
        super().__init__(parent)
        self._clock = clock
        self._until = clock.now()

    def begin(self) -> None:
        """From now on for a fifth of a second."""
        self._until = self._clock.now() + _DEAF
        application = QApplication.instance()
        assert application is not None
        application.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() == QEvent.Type.KeyRelease:
            return False
        if event.key() in _ENTER and timedelta(0) < self._until - self._clock.now() <= _DEAF:
            event.accept()
            return True
        application = QApplication.instance()
        assert application is not None
        application.removeEventFilter(self)  # another key, or time enough: whoever presses it now means it
        return False
