"""The last backup of the day, made while the window closes: it shows how far it is, and nobody has to wait for it."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from app.core.errors import Refusal, Trouble
from app.core.language import tr
from app.desk.backups.words import written_words
from app.desk.backups.written import Written
from app.store.backup_file import Why
from ui.sentences import say
from ui.shell.actions import ActionRegistry
from ui.shell.context import Context
from ui.shell.main_window import MainWindow
from ui.shell.question_panel import QuestionPanel
from ui.shell.worker import Task
from ui.widgets.chip import Mood
from ui.widgets.key_button import Kind
from ui.widgets.note_strip import NoteStrip
from ui.widgets.progress_line import ProgressLine
from ui.widgets.text_label import body


class Ends(Enum):
    """How the panel was left."""

    DONE = "done"
    WITHOUT = "without"


class AtClosePanel(QuestionPanel[Ends]):
    """How far the copy is; Esc closes without it, and what failed is said before the window goes."""

    def __init__(self) -> None:
        super().__init__(tr("Backup before closing"))
        self._task: Task | None = None
        self._progress = ProgressLine()
        self._progress.begin(tr("Copying and proving"))
        self._strip = NoteStrip(folds=True)
        self.body.addWidget(body(tr("The window closes by itself when the backup is written and proven.")).wrap())
        self.body.addWidget(self._progress)
        self.body.addWidget(self._strip)

    def add_actions(self, actions: ActionRegistry) -> None:
        without = tr("Close without a backup")
        self.add_button(actions, "without", without, "Esc", lambda: self.answer(Ends.WITHOUT), Kind.PLAIN)

    def follow(self, task: Task) -> None:
        """Show how far it is for as long as the panel stands; the copy may go on reporting for a moment afterwards."""
        self._task = task
        task.progressed.connect(self._on_progressed)

    def show_trouble(self, text: str) -> None:
        """Say why there is no backup, or none in one place; the person closes."""
        self._progress.hide()
        self._strip.say(text, Mood.WARN)

    def done(self) -> None:
        """Nothing is left to be done."""
        self.answer(Ends.DONE)

    def _on_progressed(self, done: int, total: int) -> None:
        if self._task is not None:
            self._progress.show_progress(done, total, self._task.seconds_left(done, total))


class BackupAtClose(QObject):
    """Asked by the window before it closes; a second wish to close does not wait for the copy."""

    def __init__(self, window: MainWindow, at_work: Callable[[], Context | None]) -> None:
        super().__init__(window)
        self._window, self._at_work = window, at_work
        self._panel: AtClosePanel | None = None
        self._is_over = False

    def holds_back(self) -> bool:
        """Whether the window has to stay open for a moment; it closes by itself afterwards."""
        if self._panel is not None:
            self._panel.answer(Ends.WITHOUT)
            return True
        context = self._at_work()
        if self._is_over or context is None or context.office.is_demo or _system_ends():
            return False
        QTimer.singleShot(0, self, lambda: self._make(context))
        return True

    def _make(self, context: Context) -> None:
        if self._panel is not None:
            return
        panel = self._panel = AtClosePanel()
        task = self._start(context, panel)
        self._window.questions.ask(panel)
        self._panel = None
        if task.is_over:
            self._close()
        else:
            task.ended.connect(self._close, Qt.ConnectionType.QueuedConnection)
            task.cancel()

    def _close(self) -> None:
        self._is_over = True
        self._is_over = self._window.window().close()

    def _start(self, context: Context, panel: AtClosePanel) -> Task:
        backups, by = context.office.backups, context.actor.id

        def made(places: tuple[Written, ...]) -> None:
            if self._panel is not panel:
                return
            troubles = [written_words(one) for one in places if one.state.is_trouble and one.is_new]
            if troubles:
                panel.show_trouble("\n".join(troubles))
            else:
                panel.done()

        def failed(error: BaseException) -> None:
            if self._panel is panel:
                panel.show_trouble(say(error) if isinstance(error, Refusal | Trouble) else str(error))

        title = tr("Backup before closing")
        task = context.worker.run(title, lambda progress: backups.make(Why.CLOSE, by, progress), made, failed)
        panel.follow(task)
        return task


def _system_ends() -> bool:
    """Whether the computer is being shut down: it waits for nobody."""
    application = QGuiApplication.instance()
    return isinstance(application, QGuiApplication) and application.isSavingSession()
