"""One fact at the foot of the window, with its icon."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QWidget

from ui.widgets.colours import Tone
from ui.widgets.icon_label import IconLabel
from ui.widgets.sizes import Pt
from ui.widgets.surface import row
from ui.widgets.text_label import TextLabel


class StatusItem(QWidget):
    """One fact with its icon; the Tab key reaches it, so that a screen reader can say it."""

    def __init__(self, icon: str, title: str) -> None:
        super().__init__()
        self._title = title
        self._full = self._short = ""
        self._is_short = False
        self._icon = IconLabel(icon, Tone.INK2, 14)
        self._words = TextLabel("", Pt.CAPTION, Tone.INK2)
        self._words.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._words.setProperty("reach", True)
        self.setLayout(row(self._icon, self._words, space=4))
        self.show_text("")

    def text(self) -> str:
        """The fact in full, however much of it there is room for."""
        return self._full

    def show_text(self, text: str, tone: Tone = Tone.INK2, short: str = "") -> None:
        """Say the fact; nothing hides the item. Where the line is too narrow it says `short` beside its icon."""
        self._full, self._short = text, short
        self._words.show_text(self._said(), tone)
        self._words.setAccessibleName(f"{self._title} {text}")
        self._words.setToolTip(text)
        self.setVisible(bool(text))

    @property
    def saves(self) -> int:
        """The pixels that the short words save."""
        metrics = QFontMetrics(self._words.font())
        return metrics.horizontalAdvance(self._full) - metrics.horizontalAdvance(self._short) if self._short else 0

    @property
    def is_short(self) -> bool:
        """Whether only the short words are shown."""
        return self._is_short

    def shorten(self, *, short: bool) -> None:
        """Say the short words, or all of them again."""
        self._is_short = short
        if self._words.text() != self._said():
            self._words.setText(self._said())

    def _said(self) -> str:
        return self._short if self._is_short and self._short else self._full
