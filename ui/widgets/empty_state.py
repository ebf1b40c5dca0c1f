"""What stands where rows would be: what to do next, never a blank grid."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.widgets.colours import Tone
from ui.widgets.key_button import KeyButton
from ui.widgets.surface import column, row
from ui.widgets.text_label import body, page_title


class EmptyState(QWidget):
    """A sentence that says what to type or press, a hint below, and perhaps the buttons for it."""

    def __init__(self, head: str, hint: str = "", *buttons: KeyButton) -> None:
        super().__init__()
        self._head = page_title(head).wrap()
        self._hint = body(hint, Tone.INK2).wrap()
        parts = column(self._head, self._hint, space=8, margins=(24, 20, 24, 20))
        if buttons:
            parts.addLayout(row(*buttons, None))
        parts.addStretch(1)
        self.setLayout(parts)

    def show_text(self, head: str, hint: str = "") -> None:
        """Other words."""
        self._head.show_text(head)
        self._hint.show_text(hint)
