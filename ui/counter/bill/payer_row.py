"""What the receipt will say besides the money: who pays, and its number."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.core.language import tr
from ui.counter.bill.payer_field import PayerField
from ui.counter.posture import Posture
from ui.widgets.colours import Tone
from ui.widgets.sizes import Pt
from ui.widgets.surface import row
from ui.widgets.text_label import TextLabel, body, caption


class PayerRow(QWidget):
    """The number is the one that the next receipt will carry if nobody is faster."""

    def __init__(self) -> None:
        super().__init__()
        self.payer = PayerField()
        label = body(tr("Payer"), Tone.INK2)
        label.setBuddy(self.payer)
        self._number = TextLabel("", Pt.CAPTION, Tone.INK2)
        self._label = caption(tr("Receipt"), Tone.INK2)
        self.setLayout(row(label, self.payer, self._label, self._number, space=8))

    def show_number(self, label: str) -> None:
        """Show the receipt's number."""
        self._number.show_text(label)

    def stand(self, posture: Posture) -> None:
        """Take this posture."""
        self._label.setVisible(posture is not Posture.LYING)
        self._number.setVisible(posture is not Posture.LYING)
