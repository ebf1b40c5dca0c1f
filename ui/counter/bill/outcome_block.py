"""What comes of the amount: change, what stays owed, or what becomes credit."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QWidget

from app.counter.payments.settlement import Settlement
from ui.counter.bill.bill_in_hand import BillInHand
from ui.counter.bill.tender_view import Outcome
from ui.counter.posture import Posture, figure_height
from ui.shell.actions import Action
from ui.widgets.big_figure import BigFigure
from ui.widgets.colours import Tone
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.sizes import Pt
from ui.widgets.surface import column, row
from ui.widgets.text_label import TextLabel


class OutcomeBlock(QWidget):
    """The word stands beside the figure; above it where the panel lies."""

    def __init__(self, keep_change: Action) -> None:
        super().__init__()
        self.word = TextLabel("", Pt.SECTION, bold=True)
        self._keep = KeyButton(keep_change, Kind.QUIET, small=True)
        self._above = TextLabel("", Pt.CAPTION, bold=True)
        self.figure = BigFigure("", Pt.CHANGE, Tone.ACCENT, right=True)
        words = column(self.word, self._keep, None, space=0)
        self.setLayout(column(self._above, row(words, self.figure, space=8), space=0))
        self._offers = True
        self._keep.hide()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_outcome(self, shown: Outcome) -> None:
        """Show this figure with its word."""
        self.word.show_text(shown.word)
        self._above.show_text(shown.word)
        self.figure.show_amount(shown.amount, size=shown.size, tone=shown.tone)
        self.figure.setAccessibleName(f"{shown.word} {self.figure.text()}".strip())

    def offer_to_keep(self, hand: BillInHand, settled: Settlement | None) -> None:
        """Where change would be handed back, the key that keeps it; where it is kept, the key that does not."""
        change = settled is not None and bool(settled.change)
        kept = settled is not None and hand.keep_change and hand.brings_cash
        self._keep.setVisible(self._offers and (change or kept))

    def stand(self, posture: Posture) -> None:
        """Take this posture."""
        self._offers = posture is not Posture.LYING
        self._above.setVisible(posture is Posture.LYING)
        self.word.setVisible(posture is not Posture.LYING)
        self.figure.setFixedHeight(figure_height(Pt.CHANGE))
