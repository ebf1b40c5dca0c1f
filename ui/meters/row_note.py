"""What is to be said of one row, right below it: icon and words on a tint, over the rows that follow."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.widgets.chip import TINTS, Mood
from ui.widgets.icon_label import IconLabel
from ui.widgets.note_strip import ICONS
from ui.widgets.painting import box
from ui.widgets.sizes import px
from ui.widgets.surface import row
from ui.widgets.text_label import body


class RowNote(QWidget):
    """Takes no mouse and no focus; `point_at` puts it below a row, or above where there is no room below."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._mood = Mood.WARN
        self._icon, self._text = IconLabel(), body("").wrap()
        inside = row(self._icon, self._text, margins=(12, 6, 12, 6))
        inside.setStretchFactor(self._text, 1)
        self.setLayout(inside)
        self.hide()

    def text(self) -> str:
        """The words shown."""
        return self._text.text()

    def say(self, text: str, mood: Mood) -> None:
        """Show these words; none hide it."""
        self._mood = mood
        self._text.show_text(text, TINTS[mood][2])
        self._icon.show_icon(ICONS[mood], TINTS[mood][2])
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        self.update()

    def point_at(self, place: QRect, within: QRect) -> None:
        """Stand at a row's place inside the table's view."""
        inside = self.layout()
        assert inside is not None
        inside.invalidate()
        width = within.width() - 2 * px(12)
        height = max(px(32), inside.totalHeightForWidth(width))
        below = place.bottom() + 2
        top = below if below + height <= within.bottom() else place.top() - height - 1
        self.setGeometry(px(12), max(0, top), width, height)
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tint, edge, _ = TINTS[self._mood]
        box(QPainter(self), QRectF(self.rect()), inside=tint, edge=edge, radius=6)
