"""From the trouble at opening to an office that opens: the key, what is newer, the backup, in this order."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.core.clock import Clock
from app.core.errors import Refusal, Trouble
from app.core.language import tr
from app.core.show import show_time
from app.desk.salvage.damaged_office import DamagedOffice
from app.desk.salvage.newer import Newer
from app.desk.salvage.sheet import write_newer
from app.ledger.head import JournalBehindHead, TrailBehindHead
from app.store.faults import DatabaseDamaged, DiskFailed
from app.store.key_refusals import DatabaseMissing, KeyMissing
from app.store.log_file import LogDamaged
from ui.sentences import say
from ui.sentences.store import what_is_damaged
from ui.shell.damage.damaged_page import DamagedPage
from ui.shell.damage.unlock_page import UnlockPage

if TYPE_CHECKING:
    from app.desk.salvage.standing import StandingBackup
    from ui.shell.main_window import MainWindow

HELPED = (*(DatabaseDamaged, DatabaseMissing, DiskFailed, JournalBehindHead, KeyMissing, LogDamaged, TrailBehindHead),)


def can_help(trouble: Refusal | Trouble, folder: Path, clock: Clock) -> bool:
    """Whether there is a way on: a key to what is left, or a backup."""
    return isinstance(trouble, HELPED) and DamagedOffice(folder, clock).ring() is not None


class DamageDesk(QObject):
    """`again` comes when the folder is to be opened once more: as it was, or with the backup in its place."""

    again = Signal()

    def __init__(
        self, window: MainWindow, folder: Path, clock: Clock, trouble: Refusal | Trouble, secret: tuple[str, str] | None
    ) -> None:
        super().__init__(window)
        self._window = window
        self._sentence = what_is_damaged(trouble) if isinstance(trouble, DatabaseDamaged) else say(trouble)
        self._office = DamagedOffice(folder, clock)
        self._chosen: StandingBackup | None = None
        self._broken: set[Path] = set()
        self._newer: Newer | None = None
        self._page: DamagedPage | None = None
        self._secret = secret
        self._is_over = False
        self.again.connect(self._on_again)

    def begin(self) -> None:
        """Ask for the key where nobody has given it yet."""
        if self._office.lies_open() or self._is_unlocked():
            self._show()
            return
        page = UnlockPage(self._window.actions_known, self._sentence, self._office.unlock, self._window.settings.person)
        page.unlocked.connect(self._show)
        page.again_wished.connect(self.again)
        self._window.show_body(page)

    def _on_again(self) -> None:
        """What is still being read comes to a page that has gone."""
        self._is_over = True

    def _is_unlocked(self) -> bool:
        """With the name and password that the data was to be opened with."""
        if self._secret is None:
            return False
        try:
            self._office.unlock(*self._secret)
        except (Refusal, Trouble):
            return False
        return True

    def _show(self) -> None:
        page = self._page = DamagedPage(self._window.actions_known, self._sentence, self._office.folder.path)
        wishes: tuple[tuple[object, Callable[[], None]], ...] = (
            (page.restore_wished, self._on_restore),
            (page.list_wished, self._on_list),
            (page.view_wished, self._on_view),
            (page.other_wished, self._on_other),
            (page.again_wished, self.again.emit),
            (page.quit_wished, self._on_quit),
        )
        for wish, run in wishes:
            wish.connect(run)  # type: ignore[attr-defined]  # a bound signal
        self._window.show_body(page)
        self._read()

    def _backup(self) -> StandingBackup | None:
        return self._chosen or next((one for one in self._office.backups() if one.file not in self._broken), None)

    def _read(self) -> None:
        """Off the window's thread: a large file takes some seconds."""
        page, backup = self._at_page(), self._backup()
        self._newer = None
        page.show_standing(backup, self._office.confirmed(), ring_only=self._office.ring_is_missing())
        page.show_too_new("\n".join(say(one) for one in self._office.too_new()))
        self._window.worker.run(
            tr("Reading what is left"),
            lambda progress: self._office.read(backup, progress),
            lambda newer: self._on_read(backup, newer),
            lambda error: self._on_failed(backup, error),
        )

    def _on_read(self, backup: StandingBackup | None, newer: Newer) -> None:
        if self._is_over:
            return
        self._newer = newer
        newest = self._backup()  # the folders that the office chose are known by now
        if self._chosen is None and newest is not None and newest != backup:
            self._read()
            return
        self._at_page().show_newer(backup, newer)

    def _on_failed(self, backup: StandingBackup | None, error: BaseException) -> None:
        """A backup that does not prove sound is passed over for the one before it."""
        if self._is_over:
            return
        words = say(error) if isinstance(error, Refusal | Trouble) else str(error)
        if backup is not None and isinstance(error, Refusal):
            self._broken.add(backup.file)
            self._chosen = None
            self._read()
        self._at_page().show_trouble(words)

    def _on_restore(self) -> None:
        backup = self._backup()
        if backup is None or self._newer is None or self._window.worker.is_busy:
            return
        if self._office.ring_is_missing():
            self._take_ring(backup)
            return
        newer = self._newer
        self._window.worker.run(
            tr("Putting {file} back").format(file=backup.file.name),
            lambda progress: self._office.put_back(backup, newer, progress),
            lambda _: self._on_restored(backup),
            lambda error: self._on_failed(backup, error),
        )

    def _take_ring(self, backup: StandingBackup) -> None:
        try:
            self._office.take_ring(backup.file)
        except (Refusal, Trouble) as error:
            self._at_page().show_trouble(say(error))
            return
        self._window.messages.done(tr("The key file is back. The passwords are those of the day of the backup."))
        self.again.emit()

    def _on_restored(self, backup: StandingBackup) -> None:
        words = tr("The office of {moment} is back. The passwords are those of that day.")
        self._window.messages.done(words.format(moment=show_time(backup.label.made_at)))
        self.again.emit()

    def _on_list(self) -> None:
        if self._newer is None:
            return
        path = self._window.questions.file_to_save(
            tr("Save the list: it names people, choose where it goes"),
            "newer-than-backup.xlsx",
            f"{tr('Excel workbook (*.xlsx)')};;{tr('PDF (*.pdf)')}",
        )
        if path is None:
            return
        try:
            self._write_list(path, self._newer)
        except (Refusal, Trouble) as error:
            self._at_page().show_trouble(say(error))
        except OSError as error:
            words = tr("“{file}” was not written: {reason}")
            self._at_page().show_trouble(words.format(file=path.name, reason=error.strerror or str(error)))
        else:
            words = tr("The list is in {file}. It names people: keep it where nobody else reads it.")
            self._at_page().show_done(words.format(file=path))

    def _write_list(self, path: Path, newer: Newer) -> None:
        """As a workbook, or as the paper where the name ends so."""
        if path.suffix.casefold() != ".pdf":
            write_newer(path, newer)
            return
        from app.desk.salvage.to_enter_paper import write_to_enter  # noqa: PLC0415 - draws: seldom wished

        write_to_enter(path, self._office.for_paper(self._backup(), newer))

    def _on_view(self) -> None:
        backup = self._backup()
        if backup is not None:
            from ui.shell.viewing.place import start_viewing  # noqa: PLC0415 - seldom wished

            start_viewing(backup.file, self._window.settings.language)

    def _on_other(self) -> None:
        file = self._window.questions.file_to_open(tr("A backup"), tr("Backups (*.pcbackup)"))
        if file is None or self._window.worker.is_busy:
            return
        try:
            self._chosen = self._office.add(file)
        except (Refusal, Trouble) as error:
            self._at_page().show_trouble(say(error))
            return
        self._read()

    def _on_quit(self) -> None:
        self._window.window().close()

    def _at_page(self) -> DamagedPage:
        assert self._page is not None
        return self._page
