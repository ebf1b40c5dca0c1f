"""How the data is locked: whether its key lies open, who opens it, and the recovery sheet."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.access.keys import KeysState
from app.core.language import tr
from ui.admin.keys.recovery_panel import RecoveryPanel
from ui.shell.context import Context
from ui.widgets.chip import Mood
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.note_strip import NoteStrip
from ui.widgets.sub_page import SubPage
from ui.widgets.surface import column, row
from ui.widgets.text_label import body, page_title

KEYS = "admin.keys"
PAPER = "数据恢复码"


class KeysPart(SubPage):
    """One thing is done here: a new recovery sheet."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, KEYS, tr("Recovery sheet"))
        self._state = NoteStrip()
        self._sheet = NoteStrip()
        words = tr(
            "The data opens with the password of a person of the office, or with the code of the recovery sheet. "
            "Without both nobody can open it."
        )
        new = context.actions.add(
            "admin.keys.new", tr("Make a new recovery sheet"), "F8", self._on_new, context=KEYS, commits=True
        )
        if context.office.is_demo:
            new.turn_off(tr("The demo estate lies open to everybody."))
        self._button = KeyButton(new, Kind.PRIMARY)
        parts = (page_title(tr("Recovery sheet")), body(words).wrap(), self._state, self._sheet)
        self.setLayout(column(*parts, 12, row(self._button, None), None, space=8, margins=(24, 20, 24, 20)))
        self.begin()

    def begin(self) -> None:
        """Show how things stand now."""
        state = self.context.office.keys.state()
        self._state.say(_lock_words(state), Mood.WARN if state.lies_open else Mood.OK)
        self._sheet.say(_sheet_words(state), Mood.OK if state.sheet_is_proven else Mood.WARN)

    def take_focus(self) -> None:
        self._button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_new(self) -> None:
        office, by, questions = self.context.office, self.context.actor, self.context.questions
        asked = tr("A new code is made, and the older sheet opens nothing any longer. Backups made before keep theirs.")
        if not questions.confirm(tr("Make a new recovery sheet"), asked, tr("Make it")):
            return
        code = office.keys.new_sheet(by)
        if questions.ask(RecoveryPanel(code, lambda: self._print(code))):
            office.keys.sheet_is_proven(by)
            self.context.messages.done(tr("The recovery sheet is kept"))
        self.begin()

    def _print(self, code: str) -> None:
        from app.paper.profiles import A4  # noqa: PLC0415 - once in a long while

        office, by = self.context.office, self.context.actor
        self.context.printing.submit(PAPER, A4, lambda: office.recovery_sheet(code, by))


def _lock_words(state: KeysState) -> str:
    if not state.lies_open:
        return tr("The data is locked: whoever takes the folder or a backup reads nothing.")
    if state.missing:
        return tr("The key lies open beside the data until these people have signed in once: {names}.").format(
            names=tr(", ").join(state.missing)
        )
    return tr("The key lies open beside the data until a recovery sheet is made and kept.")


def _sheet_words(state: KeysState) -> str:
    if state.sheet_is_proven:
        return tr("A recovery sheet was made, and somebody typed a group of it from the paper.")
    if state.sheet_is_made:
        return tr("A recovery sheet was made, but nobody has typed a group from the paper. Make a new one and keep it.")
    return tr("There is no recovery sheet yet. Make one, print it, and lock it away.")
