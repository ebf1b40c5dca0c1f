"""The field for one meter's value, inside the row of the round."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.widgets.stepping_field import SteppingField


class ValueField(SteppingField):
    """Steps through the meters of the round."""

    page = 10

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", columns=10, parent=parent)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.hide()
