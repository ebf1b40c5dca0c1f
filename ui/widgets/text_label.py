"""Labels by their place in the type scale: caption, body, section, page title."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from ui.widgets.colours import Tone
from ui.widgets.sizes import Pt, dress, polish_again


class TextLabel(QLabel):
    """Words in one size and one tone; plain text only, so that a name with `<` shows as it is."""

    def __init__(
        self,
        text: str = "",
        size: Pt = Pt.BODY,
        tone: Tone = Tone.INK,
        *,
        bold: bool = False,
    ) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setProperty("tone", tone.value)
        dress(self, size, bold=bold)

    def show_text(self, text: str, tone: Tone | None = None) -> None:
        """Other words, perhaps in another tone."""
        self.setText(text)
        if tone is not None and tone.value != self.property("tone"):
            self.setProperty("tone", tone.value)
            polish_again(self)

    def wrap(self) -> TextLabel:
        """Let the words break into lines."""
        self.setWordWrap(True)
        return self


def caption(text: str = "", tone: Tone = Tone.INK3) -> TextLabel:
    """A hint or a caption."""
    return TextLabel(text, Pt.CAPTION, tone)


def body(text: str = "", tone: Tone = Tone.INK, *, bold: bool = False) -> TextLabel:
    """Ordinary text."""
    return TextLabel(text, Pt.BODY, tone, bold=bold)


def section(text: str = "") -> TextLabel:
    """The head of a section."""
    return TextLabel(text, Pt.SECTION, Tone.INK, bold=True)


def page_title(text: str = "") -> TextLabel:
    """The head of a page."""
    return TextLabel(text, Pt.PAGE, Tone.INK, bold=True)
