"""One place over the amount: in cash the fen that are rounded off, otherwise the reference of the payment."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from app.core.language import tr
from app.counter.payments.settlement import Settlement
from ui.counter.bill.bill_in_hand import BillInHand
from ui.counter.bill.tender_view import rounding_words
from ui.counter.posture import Posture
from ui.widgets.chip import Chip, Mood
from ui.widgets.colours import Tone
from ui.widgets.line_field import LineField
from ui.widgets.surface import row
from ui.widgets.text_label import body, caption


class SlotBlock(QStackedWidget):
    """Its height never changes."""

    def __init__(self) -> None:
        super().__init__()
        self.reference = LineField(tr("Reference number"), columns=12)
        self.rounding = caption("", Tone.INK2).wrap()
        label = body(tr("Reference"), Tone.INK2)
        label.setBuddy(self.reference)
        self._to_check = Chip(tr("to be checked"), Mood.WARN)
        line = QWidget()
        line.setLayout(row(label, self.reference, self._to_check, space=8))
        self.addWidget(self.rounding)
        self.addWidget(line)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_bill(self, hand: BillInHand, settled: Settlement | None) -> None:
        """Show what the method asks for."""
        self.rounding.show_text(rounding_words(hand, settled))
        self.setCurrentIndex(0 if hand.method.is_cash else 1)
        self.reference.setEnabled(not hand.method.is_cash)

    def stand(self, posture: Posture) -> None:
        """Take this posture."""
        self._to_check.setVisible(posture is not Posture.LYING)
