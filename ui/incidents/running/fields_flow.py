"""The fields of a step in as many lines as they need; one that is wider than its line goes on below in itself."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QLayoutItem

from ui.widgets.flow_layout import FlowLayout
from ui.widgets.sizes import gap


class FieldsFlow(FlowLayout):
    """No field is wider than the place."""

    def minimumSize(self) -> QSize:
        sizes = [item.minimumSize() for item in self._items if not item.isEmpty()]
        return QSize(max((one.width() for one in sizes), default=0), max((one.height() for one in sizes), default=0))

    def _place(self, place: QRect, *, move: bool) -> int:
        top, space = place.top(), gap(self._between)
        for line in self._lines(place.width(), space):
            sizes = [self._size(item, place.width(), space) for item in line]
            high, left = max(size.height() for size in sizes), place.left()
            for item, size in zip(line, sizes, strict=True):
                if move:
                    item.setGeometry(QRect(QPoint(left, top + (high - size.height()) // 2), size))
                left += size.width() + space
            top += high + gap(self._below) // 2
        return max(0, top - gap(self._below) // 2 - place.top())

    def _size(self, item: QLayoutItem, width: int, space: int) -> QSize:  # noqa: ARG002 - as the others are asked
        hint = item.sizeHint()
        wide = min(hint.width(), width)
        return QSize(wide, item.heightForWidth(wide) if item.hasHeightForWidth() else hint.height())
