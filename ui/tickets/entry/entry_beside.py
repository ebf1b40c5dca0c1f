"""What stands beside the fields: like tickets, hints and the unit; below the fields where it is narrow."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout

from ui.tickets.caller.caller_facts import CallerFacts
from ui.tickets.entry.similar_side import SimilarSide
from ui.widgets.scrolling import Scrolling
from ui.widgets.sizes import px
from ui.widgets.surface import Pane, column

_WIDE, _SIDES = 308, 12


class EntryBeside(Pane):
    """A column of its own that scrolls; folded, it is the end of what the fields stand in."""

    def __init__(self, side: SimilarSide, facts: CallerFacts) -> None:
        super().__init__("canvas")
        self._folded = False
        self._inside = Pane("canvas")
        self._inside.setLayout(column(side, facts, None, space=12, margins=(_SIDES, 8, _SIDES, 8)))
        self._scroll = Scrolling(column())
        self._scroll.setWidget(self._inside)
        self.setLayout(column(self._scroll, space=0))

    def fold(self, into: QBoxLayout | None) -> None:
        """Stand at the end of `into`, or in the column again."""
        if (into is not None) != self._folded:
            self._folded = into is not None
            if into is not None:
                self._scroll.takeWidget()
                into.addWidget(self._inside)
                self._inside.show()
            else:
                self._inside.setParent(None)
                self._scroll.setWidget(self._inside)
            self.setVisible(into is None)
        self.setFixedWidth(px(_WIDE))
