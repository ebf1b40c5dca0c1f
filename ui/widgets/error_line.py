"""The place beside or under a field where its problem is said: icon and words, reserved also while empty."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.widgets.colours import Tone
from ui.widgets.icon_label import IconLabel
from ui.widgets.line_field import LineField
from ui.widgets.sizes import gap, px
from ui.widgets.text_label import body


class ErrorLine(QWidget):
    """Shows the problem of one field, or a hint while there is none."""

    def __init__(self, field: LineField | None = None, *, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hint = hint
        self._mark = IconLabel("circle-alert", Tone.DANGER)
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
        self._mark.setVisible(bool(text))
        self._words.show_text(text or self._hint, Tone.DANGER if text else Tone.INK3)

    def show_hint(self, hint: str) -> None:
        """Another hint for while there is no problem, such as a worked example."""
        self._hint = hint
        if self._mark.isHidden():
            self.show_problem("")

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(0, px(20)))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, px(20))

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(gap(8))
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._words, 1)
