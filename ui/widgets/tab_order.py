"""How Tab goes through parts that were not made in the order in which they are read."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def stops_in(part: QWidget) -> list[QWidget]:
    """What Tab reaches inside a part, in the order of creation, which is the order of reading."""
    found = [widget for widget in part.findChildren(QWidget) if widget.focusPolicy() & Qt.FocusPolicy.TabFocus]
    here = part.window()  # a list that pops up is a window of its own
    return [widget for widget in found if widget.focusProxy() is None and widget.window() is here]


def go_in_turn(stops: Sequence[QWidget]) -> None:
    """Tab goes from each to the next."""
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)
