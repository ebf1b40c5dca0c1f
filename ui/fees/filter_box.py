"""The filter of a table, standing in the line above it with other things."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from ui.widgets.search_box import SearchBox
from ui.widgets.sizes import px
from ui.widgets.table_pane import TablePane

_WIDTH = 208


def filter_of(pane: TablePane[Any], hint: str) -> SearchBox:
    """The pane's own filter box, to be placed by the page; it asks for `hint`."""
    box = pane.filter_box
    box.setAccessibleName(hint)
    box.setPlaceholderText(hint)
    KeptWidth(box, _WIDTH)
    box.show()
    return box


class KeptWidth(QObject):
    """Keeps a widget as wide as its words ask at every text scale."""

    def __init__(self, widget: QWidget, pixels: int) -> None:
        super().__init__(widget)
        self._widget = widget
        self._pixels = pixels
        widget.setFixedWidth(px(pixels))
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FontChange:
            self._widget.setFixedWidth(px(self._pixels))
        return False
