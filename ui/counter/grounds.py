"""The grounds beside the search: the middle and the side column with the hairlines between, empty until filled."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.counter.arrangement import Columns
from ui.widgets.sizes import px
from ui.widgets.surface import Pane, Rule


class Grounds:
    """Places them in the room there is; a bare pane stands in for what is not made yet, so that nothing jumps."""

    def __init__(self, page: QWidget) -> None:
        self._page = page
        self._middle, self._side = QStackedWidget(page), QStackedWidget(page)
        self._rules = (Rule(upright=True, parent=page), Rule(upright=True, parent=page), Rule(parent=page))
        self._middle.addWidget(Pane("panel"))
        self._side.addWidget(Pane("canvas"))

    def fill(self, middle: tuple[QWidget, QWidget], side: tuple[QWidget, QWidget]) -> None:
        """What stands there while nothing is open, and what while a bill is."""
        for ground, parts in ((self._middle, middle), (self._side, side)):
            bare = ground.widget(0)
            for part in parts:
                ground.addWidget(part)
            ground.removeWidget(bare)
            bare.deleteLater()

    def show_bill(self, *, is_open: bool) -> None:
        """Show what stands there for a bill, or for none."""
        self._middle.setCurrentIndex(int(is_open))
        self._side.setCurrentIndex(int(is_open))

    def place_wide(self, columns: Columns) -> None:
        """The middle between the column of the search and the side column."""
        left, right = px(columns.search), px(columns.tender)
        width, height = self._page.width(), self._page.height()
        self._side.setVisible(True)
        self._middle.setGeometry(left + 1, 0, width - left - right - 2, height)
        self._side.setGeometry(width - right, 0, right, height)
        self._place_rules(QRect(left, 0, 1, height), QRect(width - right - 1, 0, 1, height), QRect())

    def place_narrow(self, right: int) -> None:
        """The side column takes `right` logical pixels, the middle all the rest."""
        width, height = self._page.width(), self._page.height()
        self._side.setVisible(True)
        self._middle.setGeometry(0, 0, width - right - 1, height)
        self._side.setGeometry(width - right, 0, right, height)
        self._place_rules(QRect(), QRect(width - right - 1, 0, 1, height), QRect())

    def place_stacked(self, low: int) -> None:
        """The side part lies under the middle and is `low` logical pixels high; it is gone where that is nothing."""
        width, height = self._page.width(), self._page.height() - low
        self._side.setVisible(low > 0)
        self._middle.setGeometry(0, 0, width, height)
        self._side.setGeometry(0, height, width, low)
        self._place_rules(QRect(), QRect(), QRect(0, height, width, 1))

    def _place_rules(self, *places: QRect) -> None:
        for rule, place in zip(self._rules, places, strict=True):
            rule.setVisible(place.isValid())
            rule.setGeometry(place)
            rule.raise_()
