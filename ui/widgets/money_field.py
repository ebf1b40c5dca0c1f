"""The field for an amount in yuan."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from app.core.language import tr
from app.core.money import Money
from app.core.money_text import parse_money
from app.core.show import show_money
from ui.widgets.sizes import Pt, dress
from ui.widgets.typed_field import TypedField

PAUSE_MS = 900


class MoneyField(TypedField[Money]):
    """An amount, right-aligned; `large` is the one for the received amount. Enter and F9 are left to the page.

    What cannot be read is said as soon as the typing pauses, never between two keys.
    """

    def __init__(
        self, name: str, *, required: bool = False, large: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            tr("{name} (yuan)").format(name=name), parse_money, show_money, required=required, columns=12, parent=parent
        )
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        if large:
            self._height = 48
            dress(self, Pt.AMOUNT, bold=True)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._on_pause)
        self.textEdited.connect(self._on_edited)

    def _on_edited(self) -> None:
        self.show_problem("")
        self._pause.start(PAUSE_MS)

    def _on_pause(self) -> None:
        if self.text().strip() and not self.composing:
            self.check()
