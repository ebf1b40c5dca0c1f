"""The filter of a table, standing in the line above it with other things."""

from __future__ import annotations

from typing import Any

from ui.widgets.search_box import SearchBox
from ui.widgets.sizes import px
from ui.widgets.table_pane import TablePane

_WIDTH = 208


def filter_of(pane: TablePane[Any], hint: str) -> SearchBox:
    """The pane's own filter box, to be placed by the page; it asks for `hint`."""
    box = pane.filter_box
    box.setAccessibleName(hint)
    box.setPlaceholderText(hint)
    box.setFixedWidth(px(_WIDTH))
    box.show()
    return box
