"""The photos of a report before it is saved: small pictures in a row, the limit above them, what was refused below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from app.tickets.files.picture import Picture
from app.tickets.files.picture_limits import MOST_PHOTOS
from ui.widgets.photo_words import kinds_words, limit_words
from ui.widgets.small_pictures import SmallPictures


class PhotoStrip(SmallPictures):
    """Shows pictures that are ready to be kept; `changed` when there are others."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._pictures: list[Picture] = []
        self.setAccessibleDescription(f"{limit_words()} {kinds_words()}")

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

    def _put(self) -> None:
        self.put((picture.name, picture.thumbnail) for picture in self._pictures)
