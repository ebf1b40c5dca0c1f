"""The payment before this one, at the foot of the panel where the screen is large enough."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.core.language import tr
from app.core.show import show_money
from app.counter.methods import NAMES
from app.counter.payments.asked import Taken
from ui.widgets.colours import Tone
from ui.widgets.surface import Rule, column, row
from ui.widgets.text_label import TextLabel, body, section


class LastReceipt(QWidget):
    """Empty until something was taken in this session."""

    def __init__(self) -> None:
        super().__init__()
        names = (tr("Receipt"), tr("Room"), tr("Received"), tr("Change due"))
        self._values: list[TextLabel] = [body("") for _ in names]
        pairs = zip(names, self._values, strict=True)
        lines = [row(body(name, Tone.INK2), None, value) for name, value in pairs]
        self.setLayout(column(Rule(), 4, section(tr("Last receipt")), *lines, space=4))
        self.hide()

    @property
    def is_filled(self) -> bool:
        """Whether there is a last one."""
        return bool(self._values[0].text())

    def show_taken(self, taken: Taken) -> None:
        """Show this one from now on."""
        received = f"{show_money(taken.received)} {tr(NAMES[taken.method])}"
        texts = (taken.label, f"{taken.unit_code} {taken.payer_name}", received, show_money(taken.change))
        for value, text in zip(self._values, texts, strict=True):
            value.show_text(text)
