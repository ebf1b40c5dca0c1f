"""Parts beside each other that go on in the next line where the place is narrow: as wide as they wish, or in pairs."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from ui.widgets.sizes import gap, px

_SPACE = 8


class FlowLayout(QLayout):
    """Buttons in as many lines as they need; none is cut."""

    def __init__(self, *parts: QWidget, space: int = _SPACE) -> None:
        super().__init__()
        self._between = self._below = space
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        for part in parts:
            self.addWidget(part)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]  # as above
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, place: QRect) -> None:
        super().setGeometry(place)
        self._place(place, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """As wide as the widest part: the others go below it."""
        sizes = [item.sizeHint() for item in self._items if not item.isEmpty()]
        return QSize(max((one.width() for one in sizes), default=0), max((one.height() for one in sizes), default=0))

    def _place(self, place: QRect, *, move: bool) -> int:
        """Lay the parts out, those of a line in its middle; how high they come."""
        top, space, below = place.top(), gap(self._between), gap(self._below)
        for line in self._lines(place.width(), space):
            high = max(item.sizeHint().height() for item in line)
            left = place.left()
            for item in line:
                size = self._size(item, place.width(), space)
                if move:
                    item.setGeometry(QRect(QPoint(left, top + (high - size.height()) // 2), size))
                left += size.width() + space
            top += high + below
        return max(0, top - below - place.top())

    def _size(self, item: QLayoutItem, width: int, space: int) -> QSize:  # noqa: ARG002 - pairs ask for them
        return item.sizeHint()

    def _lines(self, width: int, space: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        left = 0
        for item in (one for one in self._items if not one.isEmpty()):
            wide = item.sizeHint().width()
            if not lines or left + wide > width:
                lines.append([])
                left = 0
            lines[-1].append(item)
            left += wide + space
        return lines


class PairLayout(FlowLayout):
    """Parts of one width, two in a line where each of them has so many logical pixels, else one."""

    def __init__(self, least: int, space: int) -> None:
        super().__init__(space=space)
        self._least, self._below = least, _SPACE

    def _columns(self, width: int) -> int:
        return 2 if width >= 2 * px(self._least) else 1

    def _size(self, item: QLayoutItem, width: int, space: int) -> QSize:
        columns = self._columns(width)
        return QSize((width - (columns - 1) * space) // columns, item.sizeHint().height())

    def _lines(self, width: int, space: int) -> list[list[QLayoutItem]]:  # noqa: ARG002 - as above
        items, columns = [one for one in self._items if not one.isEmpty()], self._columns(width)
        return [items[at : at + columns] for at in range(0, len(items), columns)]
