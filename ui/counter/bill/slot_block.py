"""One place over the amount: in cash the fen that are rounded off, otherwise the reference of the payment."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from app.core.language import tr
from app.counter.payments.settlement import Settlement
from ui.counter.bill.bill_in_hand import BillInHand
from ui.counter.bill.tender_view import parts_words, rounding_words
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
        self._lies = self._compact = False
        self._to_check = Chip(tr("to be checked"), Mood.WARN)
        line = QWidget()
        line.setLayout(row(label, self.reference, self._to_check, space=8))
        self.addWidget(self.rounding)
        self.addWidget(line)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_bill(self, hand: BillInHand, settled: Settlement | None) -> None:
        """Show what the method asks for."""
        words = rounding_words(hand, settled)
        self.rounding.show_text(parts_words(hand) if self._lies and hand.tenders else words)
        self.setVisible(self._stands_alone(hand))
        self.setCurrentIndex(0 if hand.method.is_cash else 1)
        self.reference.setEnabled(not hand.method.is_cash)

    def _stands_alone(self, hand: BillInHand) -> bool:
        """Beside parts of the money there is no room for words about cash where the panel is compact."""
        return not (self._compact and hand.tenders and hand.method.is_cash)

    def stand(self, posture: Posture) -> None:
        """Take this posture."""
        self._lies, self._compact = posture is Posture.LYING, posture is Posture.COMPACT
        self._to_check.setVisible(posture is not Posture.LYING)
