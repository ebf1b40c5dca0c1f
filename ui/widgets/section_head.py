"""The head of a section: its name, a quiet word beside it, and what can be done at the right."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.widgets.colours import Tone
from ui.widgets.key_button import KeyButton
from ui.widgets.surface import row
from ui.widgets.text_label import TextLabel, caption, section


class SectionHead(QWidget):
    """Name, note, buttons."""

    def __init__(self, text: str, note: str = "", *buttons: KeyButton) -> None:
        super().__init__()
        self._name = section(text)
        self.note: TextLabel = caption(note, Tone.INK2)
        self.setLayout(row(self._name, self.note, None, *buttons, space=8))

    def show_text(self, text: str, note: str = "") -> None:
        """Another name and note."""
        self._name.show_text(text)
        self.note.show_text(note)
