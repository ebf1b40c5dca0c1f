"""The promises of a ticket, two beside each other where there is room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from app.tickets.deadlines.clocks import ClockNow
from ui.tickets.detail.clock_block import ClockBlock
from ui.widgets.sizes import gap, px

_WIDE = 300


class ClockGrid(QWidget):
    """As many blocks as there are promises."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(gap(32))
        self._grid.setVerticalSpacing(gap(8))
        self._blocks: list[ClockBlock] = []
        self._columns = 0

    def show_clocks(self, clocks: Sequence[ClockNow]) -> None:
        """Show these, in the order of the chain."""
        while len(self._blocks) < len(clocks):
            self._blocks.append(ClockBlock())
            self._columns = 0
        self._lay_out(self.width())
        for at, block in enumerate(self._blocks):
            if at < len(clocks):
                block.show_clock(clocks[at])
            block.setVisible(at < len(clocks))

    def texts(self) -> list[str]:
        """What every promise shown says."""
        return [block.accessibleName() for block in self._blocks if not block.isHidden()]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out(event.size().width())

    def _lay_out(self, width: int) -> None:
        columns = 2 if width >= 2 * px(_WIDE) else 1
        if columns == self._columns:
            return
        self._columns = columns
        for at, block in enumerate(self._blocks):
            self._grid.addWidget(block, at // columns, at % columns)
        for at in range(2):
            self._grid.setColumnStretch(at, 1 if at < columns else 0)
