"""The head of a few lines in a narrow pane: a bold word, a quiet one at the right, perhaps a button."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.widgets.colours import Tone
from ui.widgets.surface import row
from ui.widgets.text_label import body, caption


class SmallHead(QWidget):
    """Smaller than the head of a section, where height is short."""

    def __init__(self, text: str, *beside: QWidget) -> None:
        super().__init__()
        self._note = caption("", Tone.INK2)
        self.setLayout(row(body(text, bold=True), None, self._note, *beside, space=8))

    def show_note(self, note: str) -> None:
        """Say how many, or nothing."""
        self._note.show_text(note)
