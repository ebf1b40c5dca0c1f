"""What comes of the amount: change, what stays owed, or what becomes credit."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.counter.bill.tender_view import Outcome
from ui.counter.posture import Posture, figure_height
from ui.widgets.big_figure import BigFigure
from ui.widgets.colours import Tone
from ui.widgets.sizes import Pt
from ui.widgets.surface import column, row
from ui.widgets.text_label import TextLabel


class OutcomeBlock(QWidget):
    """The word stands beside the figure; above it where the panel lies."""

    def __init__(self) -> None:
        super().__init__()
        self.word = TextLabel("", Pt.SECTION, bold=True)
        self._above = TextLabel("", Pt.CAPTION, bold=True)
        self.figure = BigFigure("", Pt.CHANGE, Tone.ACCENT, right=True)
        self.setLayout(column(self._above, row(self.word, self.figure, space=8), space=0))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_outcome(self, shown: Outcome) -> None:
        """Show this figure with its word."""
        self.word.show_text(shown.word)
        self._above.show_text(shown.word)
        self.figure.show_amount(shown.amount, size=shown.size, tone=shown.tone)
        self.figure.setAccessibleName(f"{shown.word} {self.figure.text()}".strip())

    def stand(self, posture: Posture) -> None:
        """Take this posture."""
        self._above.setVisible(posture is Posture.LYING)
        self.word.setVisible(posture is not Posture.LYING)
        self.figure.setFixedHeight(figure_height(Pt.CHANGE))
