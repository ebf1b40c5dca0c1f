"""The amount received, with its label above or beside."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.core.language import tr
from app.counter.methods import Method
from ui.counter.bill.amount_field import AmountField
from ui.counter.bill.tender_view import received_words
from ui.counter.posture import Posture
from ui.widgets.colours import Tone
from ui.widgets.sizes import Pt
from ui.widgets.surface import column, row
from ui.widgets.text_label import TextLabel, caption


class AmountBlock(QWidget):
    """The label names the method where there is room for it."""

    def __init__(self) -> None:
        super().__init__()
        self.amount = AmountField()
        self._above = TextLabel("", Pt.SECTION, bold=True)
        self._above.setBuddy(self.amount)
        self._beside = TextLabel(tr("Received"), Pt.SECTION, bold=True)
        self._unit = caption(tr("yuan"), Tone.INK2)
        self._posture = Posture.UPRIGHT
        field = row(self._beside, self.amount, space=12)
        self.setLayout(column(row(self._above, None, self._unit), field, space=2))

    def show_method(self, method: Method) -> None:
        """Name the method in the label."""
        lying = self._posture is Posture.LYING
        self._above.show_text(tr("Received") if lying else received_words(method))

    def stand(self, posture: Posture) -> None:
        """Take this posture."""
        self._posture = posture
        compact = posture is Posture.COMPACT
        self._above.setVisible(not compact)
        self._unit.setVisible(not compact)
        self._beside.setVisible(compact)
