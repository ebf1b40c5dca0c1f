"""What stands in the window when the data cannot be opened: what is wrong and what helps, in plain words."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal

from app.core.language import tr
from ui.shell.actions import ActionRegistry
from ui.shell.front_page import FrontPage
from ui.widgets.chip import Mood
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.note_strip import NoteStrip
from ui.widgets.text_label import caption

CONTEXT = "trouble"


class TroublePage(FrontPage):
    """The sentence of the trouble, the folder it is about, and another try."""

    again_wished = Signal()

    def __init__(self, actions: ActionRegistry, sentence: str, folder: Path) -> None:
        super().__init__(
            CONTEXT, tr("The data cannot be opened"), tr("Nothing was changed. Do what helps, then try again.")
        )
        strip = NoteStrip()
        strip.say(sentence, Mood.DANGER)
        self.form.addWidget(strip)
        where = caption(tr("Data folder: {folder}").format(folder=folder)).wrap()
        where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.form.addWidget(where)
        again = actions.add(
            "trouble.again", tr("Try again"), "F5", self.again_wished.emit, context=CONTEXT, commits=True
        )
        self._button = KeyButton(again, Kind.PRIMARY)
        self.buttons.addWidget(self._button)
        actions.enter(CONTEXT)

    def focus_search(self) -> None:
        """Put the focus on the one thing to do."""
        self._button.setFocus(Qt.FocusReason.OtherFocusReason)
