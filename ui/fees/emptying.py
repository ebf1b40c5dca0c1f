"""Takes everything out of a grid before it is filled anew."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout


def empty_grid(grid: QGridLayout) -> None:
    """Take out every widget and let it go."""
    while grid.count():
        widget = grid.takeAt(0).widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
