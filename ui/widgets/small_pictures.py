"""Small pictures in a row; the arrow keys go from one to the next."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QListView, QListWidget, QListWidgetItem, QSizePolicy

from app.core.language import tr
from ui.widgets.colours import Tone
from ui.widgets.painting import box
from ui.widgets.sizes import dress, px

_SIDE = 48


class SmallPictures(QListWidget):
    """Hidden while there is none."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Photos"))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setMovement(QListView.Movement.Static)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAcceptDrops(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        dress(self)

    def put(self, pictures: Iterable[tuple[str, bytes]]) -> None:
        """Show these, each with its name."""
        self.clear()
        self.setIconSize(QSize(px(_SIDE), px(_SIDE)))
        for name, content in pictures:
            pixmap = QPixmap()
            pixmap.loadFromData(content)
            item = QListWidgetItem(QIcon(pixmap), "")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, name)
            item.setToolTip(name)
            self.addItem(item)
        self.setVisible(self.count() > 0)

    def sizeHint(self) -> QSize:
        return QSize(px(200), px(_SIDE + 8))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(80), px(_SIDE + 8))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            place = self.viewport().rect().toRectF()
            box(QPainter(self.viewport()), place, inside=None, edge=Tone.ACCENT, width=2)
