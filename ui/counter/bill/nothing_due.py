"""What stands under the lines of a room that owes nothing today: who comes all the same comes to pay ahead."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QWidget

from app.core.language import tr
from ui.shell.actions import Action
from ui.widgets.colours import Tone
from ui.widgets.key_button import KeyButton
from ui.widgets.sizes import gap
from ui.widgets.surface import column, row
from ui.widgets.text_label import body, section


class NothingDue(QWidget):
    """Says so, and offers the keys for months ahead and for a charge on the spot."""

    def __init__(self, ahead: Action, one_off: Action) -> None:
        super().__init__()
        self._head = section("")
        self._hint = body("", Tone.INK2).wrap()
        buttons = row(KeyButton(ahead), KeyButton(one_off), None, space=8)
        self._line = column(self._head, self._hint, buttons, space=8)
        self.setLayout(column(self._line, None, space=0, margins=(20, 12, 20, 8)))

    def stand(self, *, low: bool) -> None:
        """All in one line where there is little room."""
        self._hint.setVisible(not low)
        ways = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._line.setDirection(ways[low])
        layout = self.layout()
        assert layout is not None
        layout.setContentsMargins(gap(20), gap(2 if low else 12), gap(20), gap(2 if low else 8))

    def text(self) -> str:
        """Everything said."""
        return f"{self._head.text()} {self._hint.text()}"

    def show_later(self, *, lines: bool) -> None:
        """Whether lines stand above that fall due later."""
        self._head.show_text(tr("Nothing is due today") if lines else tr("Nothing is owed"))
        self._hint.show_text(
            tr("The lines above fall due later: ↓ goes there, Space takes one. More months are paid ahead here.")
            if lines
            else tr("To pay ahead, choose how many months, or a date; any other charge is made on the spot.")
        )

    def height_in(self, width: int) -> int:
        """How high it is in this width (logical pixels)."""
        return max(self.heightForWidth(width), self.minimumSizeHint().height())
