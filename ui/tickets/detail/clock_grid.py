"""The promises of a ticket, two beside each other where there is room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.tickets.deadlines.clocks import ClockNow
from ui.tickets.detail.clock_block import ClockBlock
from ui.widgets.flow_layout import PairLayout

_WIDE, _BETWEEN = 300, 32


class ClockGrid(QWidget):
    """As many blocks as there are promises."""

    def __init__(self) -> None:
        super().__init__()
        self._pairs = PairLayout(_WIDE, _BETWEEN)
        self.setLayout(self._pairs)
        self._blocks: list[ClockBlock] = []

    def show_clocks(self, clocks: Sequence[ClockNow]) -> None:
        """Show these, in the order of the chain."""
        while len(self._blocks) < len(clocks):
            self._blocks.append(ClockBlock())
            self._pairs.addWidget(self._blocks[-1])
        for at, block in enumerate(self._blocks):
            if at < len(clocks):
                block.show_clock(clocks[at])
            block.setVisible(at < len(clocks))

    def texts(self) -> list[str]:
        """What every promise shown says."""
        return [block.accessibleName() for block in self._blocks if not block.isHidden()]
