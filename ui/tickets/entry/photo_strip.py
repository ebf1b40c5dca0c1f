"""The photos of a report before it is saved: small pictures in a row, the limit above them, what was refused below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QListView, QListWidget, QListWidgetItem, QSizePolicy

from app.core.language import tr
from app.core.show import show_whole
from app.tickets.files.picture import Picture
from app.tickets.files.picture_limits import ACCEPTED, MOST_BYTES, MOST_PHOTOS
from ui.widgets.colours import Tone
from ui.widgets.painting import box
from ui.widgets.sizes import dress, px

_MB = 1024 * 1024
_SIDE = 48


class PhotoStrip(QListWidget):
    """Shows pictures that are ready to be kept; `changed` when there are others."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._pictures: list[Picture] = []
        self.setAccessibleName(tr("Photos"))
        self.setAccessibleDescription(f"{limit_words()} {kinds_words()}")
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setMovement(QListView.Movement.Static)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAcceptDrops(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        dress(self)

    @property
    def pictures(self) -> Sequence[Picture]:
        """The photos in the order in which they came."""
        return tuple(self._pictures)

    @property
    def is_full(self) -> bool:
        """Whether no more are taken."""
        return len(self._pictures) >= MOST_PHOTOS

    def add(self, picture: Picture) -> bool:
        """Show one more; False where the same one is there already."""
        if any(one.hash == picture.hash for one in self._pictures):
            return False
        self._pictures.append(picture)
        self._put()
        self.changed.emit()
        return True

    def show_pictures(self, pictures: Sequence[Picture]) -> None:
        """Show these instead."""
        self._pictures = list(pictures)
        self._put()

    def take_off(self) -> Picture | None:
        """Take the marked one off, the last one where none is marked."""
        if not self._pictures:
            return None
        at = self.currentRow() if self.currentRow() >= 0 else len(self._pictures) - 1
        gone = self._pictures.pop(at)
        self._put()
        self.setCurrentRow(min(at, len(self._pictures) - 1))
        self.changed.emit()
        return gone

    def sizeHint(self) -> QSize:
        return QSize(px(200), px(_SIDE + 8))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(80), px(_SIDE + 8))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            place = self.viewport().rect().toRectF()
            box(QPainter(self.viewport()), place, inside=None, edge=Tone.ACCENT, width=2)

    def _put(self) -> None:
        self.clear()
        self.setIconSize(QSize(px(_SIDE), px(_SIDE)))
        for picture in self._pictures:
            pixmap = QPixmap()
            pixmap.loadFromData(picture.thumbnail)
            item = QListWidgetItem(QIcon(pixmap), "")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, picture.name)
            item.setToolTip(picture.name)
            self.addItem(item)
        self.setVisible(bool(self._pictures))


def limit_words() -> str:
    """What may be added, as it is said before one is chosen."""
    return tr("Ctrl+V, drag or file·{size} MB each, {count} at most").format(
        size=show_whole(MOST_BYTES // _MB), count=show_whole(MOST_PHOTOS)
    )


def kinds_words() -> str:
    """Which kinds of pictures are taken."""
    return tr("Kinds: {kinds}").format(kinds=" ".join(ACCEPTED))
