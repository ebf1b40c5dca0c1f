"""The place beside or under a field where its problem is said: icon and words, reserved also while empty."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from ui.widgets.colours import Tone
from ui.widgets.icons import icon
from ui.widgets.line_field import LineField
from ui.widgets.sizes import gap, px
from ui.widgets.text_label import body


class ErrorLine(QWidget):
    """Shows the problem of one field, or a hint while there is none."""

    def __init__(self, field: LineField | None = None, *, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hint = hint
        self._mark = QLabel()
        self._words = body("", Tone.INK3).wrap()
        self._lay_out()
        if field is not None:
            field.problem_changed.connect(self.show_problem)
        self.show_problem("")

    def text(self) -> str:
        """The words shown."""
        return self._words.text()

    def show_problem(self, text: str) -> None:
        """Say what is wrong; empty words bring the hint back."""
        self._mark.setPixmap(icon("circle-alert", Tone.DANGER))
        self._mark.setVisible(bool(text))
        self._words.show_text(text or self._hint, Tone.DANGER if text else Tone.INK3)

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(0, px(20)))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, px(20))

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(gap(8))
        self._mark.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._words, 1)
