"""The total in the largest type of the screen, and what it is made of."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.core.language import tr
from ui.counter.bill.bill_in_hand import BillInHand
from ui.counter.bill.tender_view import late_fee_in_total, sums_words
from ui.counter.posture import Posture, figure_height
from ui.widgets.big_figure import BigFigure
from ui.widgets.colours import Tone
from ui.widgets.one_line import OneLine
from ui.widgets.sizes import Pt
from ui.widgets.surface import column, row
from ui.widgets.text_label import caption, section


class DueBlock(QWidget):
    """The sum below the total; beside its head where there is less room."""

    def __init__(self) -> None:
        super().__init__()
        self.total = BigFigure(tr("Total due"), Pt.TOTAL)
        self._sums = OneLine(Pt.CAPTION, Tone.INK2)
        self._short = caption("", Tone.INK2)
        head = row(section(tr("Total due")), None, self._short)
        self.setLayout(column(head, self.total, self._sums, space=0))

    def show_bill(self, hand: BillInHand) -> None:
        """Show what is to be paid."""
        self.total.show_amount(hand.to_pay())
        self._sums.show_text(sums_words(hand))
        self._short.show_text(late_fee_in_total(hand))

    def stand(self, posture: Posture) -> None:
        """Take this posture."""
        self._sums.setVisible(posture is Posture.UPRIGHT)
        self._short.setVisible(posture is Posture.COMPACT)
        self.total.setFixedHeight(figure_height(Pt.TOTAL))
