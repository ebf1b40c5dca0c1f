"""Facts as name and words, in two columns or, where it is narrow, one below the other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.fees.emptying import empty_grid
from ui.fees.terms_words import Fact
from ui.widgets.colours import Tone
from ui.widgets.sizes import gap
from ui.widgets.text_label import body

_TOP = Qt.AlignmentFlag.AlignTop


class FactsGrid(QWidget):
    """Shows facts; the words wrap, the names never do."""

    def __init__(self) -> None:
        super().__init__()
        self._facts: Sequence[Fact] = ()
        self._columns = 2
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Show these."""
        self._facts = facts
        self._fill()

    def fold(self, *, columns: int) -> None:
        """Stand in so many columns."""
        if columns != self._columns:
            self._columns = columns
            self._fill()

    def text(self) -> str:
        """Everything said."""
        return "; ".join(f"{fact.name} {fact.words}" for fact in self._facts)

    def _fill(self) -> None:
        empty_grid(self._grid)
        self._grid.setHorizontalSpacing(gap(12))
        self._grid.setVerticalSpacing(gap(4))
        down = -(-len(self._facts) // self._columns)
        for at, fact in enumerate(self._facts):
            place, side = (at % down, at // down) if down else (0, 0)
            self._grid.addWidget(body(fact.name, Tone.INK2), place, side * 2, _TOP)
            self._grid.addWidget(body(fact.words).wrap(), place, side * 2 + 1, _TOP)
        for side in range(2):
            self._grid.setColumnStretch(side * 2 + 1, 1 if side < self._columns else 0)
        self.setAccessibleName(self.text())
