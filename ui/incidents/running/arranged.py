"""Where the parts of a running incident stand: steps beside the telephones, or below each other where it is tight."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.widgets.scrolling import Scrolling
from ui.widgets.sizes import px
from ui.widgets.surface import Rule, column, row

_BELOW = 5  # behind tabs, what is never done, the page's head, its steps, and the other buttons
_SIDE, _SIDE_NARROW = 452, 404


class Fold(StrEnum):
    """How much room there is: all of it, little width, little height, little of both, or one column only."""

    WHOLE = "whole"
    NARROW = "narrow"
    LOW = "low"
    SMALL = "small"
    TIGHT = "tight"


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts from the top down."""

    tabs: QWidget
    head: QWidget
    never: QWidget
    page_head: QWidget
    steps: QWidget
    offer: QWidget
    buttons: QWidget
    more_buttons: QWidget


class SideScroll(Scrolling):
    """As wide as it is told, and as low as need be."""

    wide = _SIDE

    def sizeHint(self) -> QSize:
        return QSize(px(self.wide), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(px(self.wide), px(80))


class Held(QWidget):
    """Gives its one part all of its place, and asks only for the least that the part can do with."""

    def __init__(self) -> None:
        super().__init__()
        self._part: QWidget | None = None

    def hold(self, part: QWidget) -> None:
        """Hold this part, until it is put elsewhere."""
        self._part = part
        part.setParent(self)
        part.setGeometry(self.rect())
        part.show()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return self._part.sizeHint() if self._part is not None else QSize()

    def minimumSizeHint(self) -> QSize:
        return self._part.minimumSizeHint() if self._part is not None else QSize()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._part is not None and self._part.parentWidget() is self:
            self._part.setGeometry(self.rect())


class Arranged:
    """Head, clocks and first buttons never scroll; the steps do, and where it is tight what stands around them."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._side: QWidget | None = None
        self._foot: QWidget | None = None
        self._fold = Fold.WHOLE
        self._inside = column(parts.steps, parts.more_buttons, None, space=0)
        self.scroll = Scrolling(self._inside)
        self._held = Held()
        self.side_scroll = SideScroll(column(self._held, space=0))
        self._rule = Rule(upright=True)
        self._work = column(parts.page_head, self.scroll, parts.offer, parts.buttons, space=0)
        self._work.setStretchFactor(self.scroll, 1)
        self._beside = column(self.side_scroll, space=0)
        self._beside.setStretchFactor(self.side_scroll, 1)
        lower = row(self._work, self._rule, self._beside, space=0)
        lower.setStretch(0, 1)
        self.whole = column(parts.tabs, parts.head, parts.never, lower, space=0)
        self.whole.setStretchFactor(lower, 1)

    def put_beside(self, side: QWidget, foot: QWidget) -> None:
        """The telephones and the record, and the keys below them."""
        self._side, self._foot = side, foot
        self._arrange()

    def arrange(self, fold: Fold) -> None:
        """Stand where this room lets them."""
        if fold is not self._fold:
            self._fold = fold
            self._arrange()

    def _arrange(self) -> None:
        tight = self._fold is Fold.TIGHT
        self.side_scroll.wide = _SIDE if self._fold in (Fold.WHOLE, Fold.LOW) else _SIDE_NARROW
        self.side_scroll.updateGeometry()
        parts = self._parts
        if tight:
            for at, part in enumerate((parts.tabs, parts.never, parts.page_head)):
                self._inside.insertWidget(at, part)
        else:
            self.whole.insertWidget(0, parts.tabs)
            self.whole.insertWidget(2, parts.never)
            self._work.insertWidget(0, parts.page_head)
        parts.more_buttons.setVisible(tight)
        if self._side is not None and self._foot is not None:
            if tight:
                self._inside.insertWidget(_BELOW, self._side)
            else:
                self._inside.removeWidget(self._side)
                self._held.hold(self._side)
            (self._inside if tight else self._beside).insertWidget(_BELOW + 1 if tight else 1, self._foot)
        self.side_scroll.setVisible(not tight)
        self._rule.setVisible(not tight)
