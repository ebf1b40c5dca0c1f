"""The calm page of damaged data: what is wrong, which backup stands, what is newer, and the ways on by one key each."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from app.core.language import tr, tr_n
from app.core.show import show_time, show_whole
from app.desk.salvage.newer import LINE_NAMES, LineKind, Newer
from app.desk.salvage.sheet import rest_rows
from app.desk.salvage.standing import Confirmed, StandingBackup, later_than
from ui.shell.actions import Action, ActionRegistry
from ui.shell.front_page import FrontPage
from ui.widgets.chip import Mood
from ui.widgets.colours import Tone
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.note_strip import NoteStrip
from ui.widgets.text_label import body, caption, section

CONTEXT = "damaged"


class DamagedPage(FrontPage):
    """Wishes come as signals; `show_newer` fills the page once the damaged data is read."""

    restore_wished = Signal()
    list_wished = Signal()
    view_wished = Signal()
    other_wished = Signal()
    again_wished = Signal()
    quit_wished = Signal()

    def __init__(self, actions: ActionRegistry, sentence: str, folder: Path) -> None:
        super().__init__(
            CONTEXT,
            tr("The data is damaged, and there is a way back"),
            tr("Nothing was changed so far. Whatever you choose, the folder as it is now is kept and never deleted."),
        )
        self._strip, self._said = NoteStrip(), NoteStrip(folds=True)
        self._strip.say(sentence, Mood.DANGER)
        self._backup, self._confirmed = body("").wrap(), body("", Tone.INK2).wrap()
        self._too_new = body("", Tone.INK2).wrap()
        self._newer, self._rest = body("").wrap(), body("", Tone.INK2).wrap()
        where = caption(tr("Data folder: {folder}").format(folder=folder)).wrap()
        where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._restore = self._offer(
            actions, "restore", tr("Put this backup back"), ("1", "Return"), self.restore_wished
        )
        self._list = self._offer(actions, "list", tr("Save the list of what is newer"), "2", self.list_wished)
        self._view = self._offer(actions, "view", tr("Look into this backup"), "3", self.view_wished)
        other = self._offer(actions, "other", tr("Take another backup"), "4", self.other_wished)
        again = self._offer(actions, "again", tr("Try again"), "F5", self.again_wished)
        leave = self._offer(actions, "quit", tr("Quit"), "Esc", self.quit_wished)
        for part in (self._strip, where, section(tr("The last proven backup")), self._backup, self._confirmed):
            self.form.addWidget(part)
        self.form.addWidget(self._too_new)
        self._too_new.hide()
        for part in (section(tr("Newer than the backup")), self._newer, self._rest, self._said):
            self.form.addWidget(part)
        self._first = KeyButton(self._restore, Kind.PRIMARY)
        self.form.addSpacing(8)
        more = [KeyButton(action, Kind.PLAIN) for action in (self._view, other, again)]
        beside = QWidget()  # laid into the form itself, the filled flow crashes the program as the window goes
        beside.setLayout(FlowLayout(*more, space=8))
        self.form.addWidget(beside)
        for button in (self._first, KeyButton(self._list, Kind.PLAIN), KeyButton(leave, Kind.PLAIN)):
            self.buttons.addWidget(button)
        actions.enter(CONTEXT)

    def focus_search(self) -> None:
        """Put the focus on the way back."""
        self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_standing(self, backup: StandingBackup | None, confirmed: Confirmed | None, *, ring_only: bool) -> None:
        """Which backup stands, and how much later the last confirmed entry is; the rest is being read."""
        self._backup.show_text(_backup_words(backup))
        self._confirmed.show_text(_confirmed_words(backup, confirmed))
        self._newer.show_text(tr("Reading what is left …"))
        self._rest.show_text("")
        if ring_only:
            self._restore.say(tr("Put the key file of this backup back"))
        reading = tr("The damaged data is still being read: a moment.")
        for action in (self._restore, self._list):
            action.turn_off(reading)

    def show_too_new(self, words: str) -> None:
        """Which backups are passed over because a newer version of the program made them; nothing where none are."""
        self._too_new.show_text(words)
        self._too_new.setVisible(bool(words))

    def show_newer(self, backup: StandingBackup | None, newer: Newer) -> None:
        """What is newer; from now on the backup can be put back."""
        self._newer.show_text(_newer_words(newer))
        self._rest.show_text(_rest_words(newer))
        self._list.turn_on()
        none = tr("No backup was found: choose one with 4, or save the list with 2.")
        for action in (self._restore, self._view):
            action.turn_on() if backup is not None else action.turn_off(none)
        self.focus_search()

    def show_trouble(self, words: str) -> None:
        """Why the backup could not be read or put back."""
        self._said.say(words, Mood.WARN)
        self._newer.show_text("")

    def show_done(self, words: str) -> None:
        """What was saved."""
        self._said.say(words, Mood.OK)

    @staticmethod
    def _offer(
        actions: ActionRegistry, name: str, words: str, keys: str | tuple[str, ...], wish: SignalInstance
    ) -> Action:
        run = wish.emit
        return actions.add(f"damaged.{name}", words, keys, run, context=CONTEXT, commits=True)


def _backup_words(backup: StandingBackup | None) -> str:
    if backup is None:
        return tr("None was found in the data folder or on a memory stick. Put the stick in and press F5, or press 4.")
    words = tr("Made on {moment}, in {folder}.")
    return words.format(moment=show_time(backup.label.made_at), folder=backup.file.parent)


def _confirmed_words(backup: StandingBackup | None, confirmed: Confirmed | None) -> str:
    if confirmed is None:
        return tr("What was confirmed last is not known: the small file beside the data is gone too.")
    later = later_than(confirmed, backup)
    if not later:
        return tr("It holds all that was confirmed.")
    words = tr_n(
        "Confirmed last: {subject}, on {moment} – {n} entry of the journal later than the backup.",
        "Confirmed last: {subject}, on {moment} – {n} entries of the journal later than the backup.",
        later,
    )
    return words.format(subject=confirmed.head.subject, moment=show_time(confirmed.at), n=show_whole(later))


def _newer_words(newer: Newer) -> str:
    if newer.is_nothing:
        return tr("Nothing was found that the backup does not hold.")
    counts = [f"{tr(LINE_NAMES[kind])} {show_whole(len(found))}" for kind in LineKind if (found := newer.of(kind))]
    if not counts:
        return tr("Nothing of it can be read any more.")
    words = tr("These can be read and are listed, to be entered again: {counts}.")
    return words.format(counts=tr("; ").join(counts))


def _rest_words(newer: Newer) -> str:
    said = [f"{what} {which}" for what, which in rest_rows(newer)[:_MOST]]
    more = len(rest_rows(newer)) - len(said)
    return tr("; ").join(said) + (" …" if more > 0 else "")


_MOST = 12
