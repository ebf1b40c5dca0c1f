"""A strip that says something in a place kept for it: nothing jumps when it comes or goes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.shell.actions import Action
from ui.widgets.chip import TINTS, Mood
from ui.widgets.colours import Tone
from ui.widgets.icon_label import IconLabel
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.painting import box
from ui.widgets.sizes import Pt, px
from ui.widgets.surface import row
from ui.widgets.text_label import TextLabel, body

ICONS = {
    Mood.MUTE: "info",
    Mood.ACCENT: "circle-check",
    Mood.WARN: "triangle-alert",
    Mood.DANGER: "circle-alert",
    Mood.OK: "circle-check",
}
_HEIGHT = 34


class NoteStrip(QWidget):
    """One line: icon, a word in bold, the text, who and when, perhaps one action with its key.

    Empty, it keeps its height unless `folds`.
    """

    def __init__(self, *, folds: bool = False) -> None:
        super().__init__()
        self._folds = folds
        self._mood = Mood.MUTE
        self._icon = IconLabel()
        self._word = body("", bold=True)
        self._text = body("").wrap()
        self._by = TextLabel("", Pt.CAPTION, Tone.INK2)
        self._button: KeyButton | None = None
        self._row = row(self._icon, self._word, self._text, self._by, margins=(12, 4, 10, 4))
        self._row.setStretchFactor(self._text, 1)
        self.setLayout(self._row)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumHeight(px(_HEIGHT))
        self.clear()

    def text(self) -> str:
        """The words shown."""
        return " ".join(part for part in (self._word.text(), self._text.text(), self._by.text()) if part)

    def say(self, text: str, mood: Mood = Mood.ACCENT, *, icon: str = "", word: str = "", by: str = "") -> None:
        """Show a message, nothing where it is empty; `word` stands before it in bold, `by` behind it."""
        if not text:
            self.clear()
            return
        self._mood = mood
        self._icon.show_icon(icon or ICONS[mood], _ink(mood))
        self._word.show_text(word, _ink(mood))
        self._word.setVisible(bool(word))
        self._text.show_text(text)
        self._by.show_text(by)
        self._by.setVisible(bool(by))
        self._take_action(None)
        self._settle(shown=True)

    def height_in(self, width: int) -> int:
        """How high the strip is with all its words in so wide a place (logical pixels)."""
        self._row.activate()
        return max(self.minimumHeight(), self._row.heightForWidth(width))

    def offer(self, action: Action) -> None:
        """Add the one thing to do about the message shown."""
        self._take_action(action)

    def clear(self) -> None:
        """Show nothing; the place stays."""
        for label in (self._word, self._text, self._by):
            label.show_text("")
        self._icon.show_icon("", Tone.INK)
        self._take_action(None)
        self._settle(shown=False)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self.text():
            return
        tint, edge, _ = TINTS[self._mood]
        box(
            QPainter(self), QRectF(self.rect()), inside=tint, edge=None if self._mood is Mood.ACCENT else edge, radius=6
        )

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.setMinimumHeight(px(_HEIGHT))

    def _take_action(self, action: Action | None) -> None:
        if self._button is not None:
            self._row.removeWidget(self._button)
            self._button.deleteLater()
            self._button = None
        if action is not None:
            self._button = KeyButton(action, Kind.QUIET)
            self._row.addWidget(self._button, 0, Qt.AlignmentFlag.AlignVCenter)
            self._button.show()  # else `height_in` does not count it before the next turn

    def _settle(self, *, shown: bool) -> None:
        self.setAccessibleName(self.text())
        if self._folds and (self.parentWidget() is not None or not shown):
            self.setVisible(shown)
        self.updateGeometry()
        self.update()


def _ink(mood: Mood) -> Tone:
    return TINTS[mood][2]
