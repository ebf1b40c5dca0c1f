"""A backup from another computer becomes the office of this one: the file, its password, and it is put in place."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.core.clock import Clock
from app.core.errors import Refusal, Trouble
from app.core.language import tr
from app.core.show import show_time
from app.desk.salvage.new_computer import NewComputer
from ui.sentences import say
from ui.shell.damage.unlock_page import UnlockPage
from ui.shell.main_window import MainWindow


class MovingDesk(QObject):
    """`begun` comes when the empty folder has to be let go, `again` when it is to be opened once more."""

    begun = Signal()
    again = Signal()

    def __init__(self, window: MainWindow, folder: Path, clock: Clock) -> None:
        super().__init__(window)
        self._window, self._folder, self._clock = window, folder, clock

    def begin(self) -> None:
        """Ask for the file, then for its password where it has one."""
        file = self._window.questions.file_to_open(tr("A backup"), tr("Backups (*.pcbackup)"))
        if file is None or self._window.worker.is_busy:
            return
        try:
            backup = NewComputer(self._folder, file, self._clock)
        except (Refusal, Trouble) as error:
            self._window.messages.wrong(say(error))
            return
        if backup.lies_open:
            self._put_back(backup)
        else:
            self._ask_key(backup)

    def _ask_key(self, backup: NewComputer) -> None:
        words = tr("The backup of {moment} opens with a password of its day, or with the recovery code of its day.")
        head = (
            tr("Put the backup in place"),
            tr("Type your name and your password, or leave the name empty and type the code of the recovery sheet."),
        )
        moment = show_time(backup.label.made_at)
        page = UnlockPage(self._window.actions_known, words.format(moment=moment), backup.unlock, head=head)
        page.unlocked.connect(lambda: self._put_back(backup))
        page.again_wished.connect(self.again)
        self._window.show_body(page)

    def _put_back(self, backup: NewComputer) -> None:
        self.begun.emit()
        self._window.worker.run(
            tr("Putting the backup in place"),
            backup.put_back,
            lambda _: self._on_restored(backup),
            self._on_failed,
        )

    def _on_restored(self, backup: NewComputer) -> None:
        words = tr("The office of {moment} is back. The passwords are those of that day.")
        self._window.messages.done(words.format(moment=show_time(backup.label.made_at)))
        self.again.emit()

    def _on_failed(self, error: BaseException) -> None:
        self._window.messages.wrong(say(error) if isinstance(error, Refusal | Trouble) else str(error))
        self.again.emit()
