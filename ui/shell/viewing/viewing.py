"""From a backup file to its tabs: the password or the recovery code, a private copy, and a window that only reads."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.access.early_door import key_in
from app.core.clock import Clock
from app.core.errors import Refusal, Trouble
from app.core.language import tr
from app.core.show import show_time
from app.store.backup_file import read_label, read_ring
from app.store.early_tries import forget_tries
from app.store.folder import DataFolder
from app.store.keyring import Keyring
from ui.sentences import say
from ui.shell.damage.unlock_page import UnlockPage
from ui.shell.trouble_page import TroublePage
from ui.shell.viewing.place import remove_place
from ui.widgets.chip import Mood
from ui.widgets.note_strip import NoteStrip

if TYPE_CHECKING:
    from app.office import Office
    from ui.shell.desk import Desk
    from ui.shell.main_window import MainWindow


class Viewing(QObject):
    """Leads through it; `place` is an empty private folder that goes again with the window."""

    def __init__(self, window: MainWindow, file: Path, place: Path, clock: Clock) -> None:
        super().__init__(window)
        self._window, self._file, self._place, self._clock = window, file, place, clock
        self._key, self._person = "", ""
        self._office: Office | None = None
        self.desk: Desk | None = None
        self.strip = NoteStrip()
        window.closed.connect(self._on_closed)
        window.own.incident_wished.connect(self._on_incident_wished)
        window.actions_known.add(
            "viewing.close", tr("Close the backup"), "Ctrl+Q", lambda: window.window().close(), everywhere=True
        )

    def begin(self) -> None:
        """Ask who looks, unless the key lies open."""
        try:
            label, ring = read_label(self._file), read_ring(self._file)
        except (Refusal, Trouble) as error:
            self._show_trouble(error)
            return
        words = tr("This is the backup of {moment}, and nothing in it can be written. Ctrl+Q closes it.")
        self.strip.say(words.format(moment=show_time(label.made_at)), Mood.WARN, icon="archive")
        layout = self._window.layout()
        assert layout is not None
        layout.insertWidget(1, self.strip)  # type: ignore[attr-defined]  # the window's column
        if ring.open_key is not None:
            self._key = ring.open_key
            self._lay_out()
            return
        page = UnlockPage(
            self._window.actions_known,
            tr("A backup opens with a password of its day, or with the recovery code of its day."),
            lambda name, secret: self._unlock(ring, name, secret),
        )
        page.unlocked.connect(self._lay_out)
        page.again_wished.connect(self.begin)
        self._window.show_body(page)

    def _unlock(self, ring: Keyring, name: str, secret: str) -> None:
        """Wrong tries wait as at the sign-in, as long as this window is open. Raises what `key_in` raises."""
        folder = DataFolder(self._place)
        self._key = key_in(ring, folder, name, secret, self._clock)
        forget_tries(folder)
        self._person = name.strip()

    def _lay_out(self) -> None:
        from app.office import Office  # noqa: PLC0415 - after the first paint

        self._window.worker.run(
            tr("Opening the backup"),
            lambda progress: Office.view(self._file, self._place, self._clock, self._key, progress),
            self._on_open,
            self._show_trouble,
        )

    def _on_open(self, office: Office) -> None:
        from ui.shell.desk import Desk  # noqa: PLC0415 - as above

        self._office = office
        self._window.questions.people = office.people
        actor = office.people.named(self._person) if self._person else office.people.first_supervisor()
        self.desk = Desk(self._window, office, actor, self._clock)
        for way_out in (self.desk.signed_out, self.desk.reopening, self.desk.taken_over):
            way_out.connect(lambda *_: self._window.window().close())

    def _on_incident_wished(self) -> None:
        """Said at once: nobody may choose a list and a place first and be refused then."""
        words = tr("No incident starts in a backup. Close it with Ctrl+Q, then press Ctrl+E in the real window.")
        self.strip.say(words, Mood.DANGER, icon="siren")

    def _show_trouble(self, error: BaseException) -> None:
        words = say(error) if isinstance(error, Refusal | Trouble) else str(error)
        page = TroublePage(self._window.actions_known, words, self._file)
        page.again_wished.connect(self.begin)
        self._window.show_body(page)

    def _on_closed(self) -> None:
        if self._office is not None:
            self._office.close()
            self._office = None
        remove_place(self._place)
