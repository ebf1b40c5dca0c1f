"""The foot of the bill: what the keys do, as far as there is room; the key list of F1 has them all."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.core.language import tr
from ui.counter.bill.cap_button import CapButton
from ui.shell.actions import Action
from ui.widgets.colours import Tone
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.sizes import gap
from ui.widgets.surface import Pane, Rule, column, row
from ui.widgets.text_label import caption


class KeysRow(Pane):
    """First the way into the lines and what can be done there, then what holds for the whole bill, then all of it."""

    def __init__(
        self, in_bill: Sequence[Action], in_lines: Sequence[Action], months: tuple[Action, Action], more: Action
    ) -> None:
        super().__init__("panel")
        first, *rest = in_bill
        words = caption(tr("in a line"), Tone.INK3)
        self._parts: list[QWidget] = [
            KeyButton(first, Kind.QUIET),
            words,
            KeyButton(months[0], Kind.QUIET),
            CapButton(months[1]),
            *(KeyButton(action, Kind.QUIET) for action in in_lines),
            Rule(upright=True),
            *(KeyButton(action, Kind.QUIET) for action in rest),
        ]
        self._more = KeyButton(more, Kind.QUIET)
        line = row(*self._parts, None, self._more, space=4, margins=(12, 4, 12, 4))
        self.setLayout(column(Rule(), line, space=0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Show what fits from the left; the way to all the rest always has its place."""
        room = self.width() - gap(24) - self._more.sizeHint().width() - gap(4)
        for part in self._parts:
            room -= part.sizeHint().width() + gap(4)
            part.setVisible(room >= 0)
        shown = [part for part in self._parts if not part.isHidden()]
        if shown and isinstance(shown[-1], Rule):
            shown[-1].hide()
