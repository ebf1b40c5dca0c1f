"""What must be known of the incidents that run: open critical steps, clocks, the last lines; it scrolls by itself."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent

from app.core.language import tr
from app.duty.log.handover_facts import Leftover
from ui.duty.handover.left_table import running_words
from ui.widgets.scrolling import Scrolling
from ui.widgets.sizes import px
from ui.widgets.surface import column
from ui.widgets.text_label import body

_MOST, _LEAST = 230, 90


class RunningPane(Scrolling):
    """Only there while something runs."""

    def __init__(self) -> None:
        self.words = body("").wrap()
        super().__init__(column(self.words, None, margins=(8, 4, 8, 4)))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("How the incidents stand"))

    def show_leftovers(self, leftovers: Sequence[Leftover]) -> None:
        """Show how each of them stands."""
        self.words.show_text("\n\n".join(running_words(leftovers)))
        self.setVisible(any(one.details for one in leftovers))
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()  # broader lines need less height

    def sizeHint(self) -> QSize:
        inside = self.widget()
        high = inside.heightForWidth(self.width()) if inside.hasHeightForWidth() else inside.sizeHint().height()
        return QSize(super().sizeHint().width(), min(high, px(_MOST)))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(_LEAST), min(self.sizeHint().height(), px(_LEAST)))
