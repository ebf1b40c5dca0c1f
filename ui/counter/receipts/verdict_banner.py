"""The verdict on a paper, too large to be overlooked: icon, word, and what to do."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.counter.receipts.receipt_check import Checked
from ui.counter.receipts.check_words import verdict_state, verdict_words
from ui.widgets.chip import TINTS, Mood
from ui.widgets.icon_label import IconLabel
from ui.widgets.painting import box
from ui.widgets.sizes import Pt
from ui.widgets.surface import column, row
from ui.widgets.text_label import TextLabel, body


class VerdictBanner(QWidget):
    """A false paper is framed heavily and written large; a genuine one is said quietly."""

    def __init__(self, checked: Checked) -> None:
        super().__init__()
        state = verdict_state(checked)
        self._mood = state.mood
        self._loud = state.mood is Mood.DANGER
        ink = TINTS[state.mood][2]
        icon = IconLabel(state.icon, ink, 40 if self._loud else 22)
        word = TextLabel(state.word, Pt.CHANGE if self._loud else Pt.SECTION, ink, bold=True).wrap()
        said = body(verdict_words(checked)).wrap()
        words = column(word, said, space=4)
        line = row(icon, words, space=12, margins=(16, 12, 16, 12))
        line.setAlignment(icon, Qt.AlignmentFlag.AlignTop)
        line.setStretch(1, 1)
        self.setLayout(line)
        self.setAccessibleName(f"{state.word}. {verdict_words(checked)}")

    def text(self) -> str:
        """Everything said."""
        return self.accessibleName()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        layout = self.layout()
        if layout is not None:
            self.setMinimumHeight(layout.heightForWidth(self.width()))  # whatever else has to give way

    def paintEvent(self, _event: QPaintEvent) -> None:
        tint, edge, ink = TINTS[self._mood]
        width = 3 if self._loud else 1
        painter = QPainter(self)
        box(painter, QRectF(self.rect()), inside=tint, edge=ink if self._loud else edge, radius=6, width=width)
