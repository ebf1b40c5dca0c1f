"""One large calm button: what happens now begins here."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from app.core.language import tr
from ui.incidents.journal.ways_row import ways_row
from ui.shell.action import Action
from ui.shell.context import Context
from ui.widgets.colours import Tone
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.sizes import px
from ui.widgets.surface import column, row
from ui.widgets.text_label import TextLabel, caption, section

_STARTS = "window.incident"
_HIGH, _WIDE = 64, 300


class LargeButton(KeyButton):
    """As wide as a hand and twice as high as any other, so that nobody looks for it."""

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(px(_WIDE), px(_HIGH)))

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), px(_HIGH))


class StartRow(QWidget):
    """The button, and beside it that nothing is asked for but what and where."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.button = LargeButton(_start(context), Kind.PRIMARY, icon="siren")
        head = section(tr("Something is happening?")).wrap()
        words = tr("A digit or two letters, then the place: the first step is there at once. All else can follow.")
        self._below: TextLabel = caption("", Tone.INK2).wrap()
        self._said = QWidget()
        self._said.setLayout(column(head, caption(words).wrap(), self._below, space=2))
        self._ways = QWidget()
        self._ways.setLayout(ways_row(context))
        beside = row(column(self.button, None), column(self._said, self._ways, None, space=6), space=16)
        beside.setStretch(1, 1)
        self.setLayout(beside)

    def fold(self, *, small: bool, low: bool) -> None:
        """Where the window is small the button says it all; where it is low, keys alone lead to the pages beside."""
        self._said.setVisible(not small)
        self._ways.setVisible(not low)

    def say(self, words: str) -> None:
        """The quiet line below."""
        self._below.show_text(words, Tone.INK2)


def _start(context: Context) -> Action:
    """The window's own action; where there is no window around the page, one that leads to the tab."""
    if _STARTS in context.actions.names():
        return context.actions[_STARTS]
    return context.actions.add(_STARTS, tr("Start an incident"), "Ctrl+E", lambda: context.ways.lead("incidents", None))
