"""The photos of a ticket beside it: small pictures, and above them what may be added."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from app.core.language import tr, tr_n
from app.tickets.files.photo_rows import Photo
from ui.shell.actions import Action
from ui.widgets.colours import Tone
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.photo_words import kinds_words, limit_words
from ui.widgets.section_head import SectionHead
from ui.widgets.small_pictures import SmallPictures
from ui.widgets.surface import column, row
from ui.widgets.text_label import caption

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class KeptPictures(SmallPictures):
    """`opened` with the place of the one that is to be seen large."""

    opened = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._photos: tuple[Photo, ...] = ()
        self.setAccessibleDescription(f"{limit_words()} {kinds_words()}")
        self.hide()

    @property
    def photos(self) -> tuple[Photo, ...]:
        """The photos shown."""
        return self._photos

    def show_photos(self, photos: Sequence[Photo]) -> None:
        """Show these; a chosen one stays chosen, and what is shown already is not drawn again."""
        if [one.id for one in photos] == [one.id for one in self._photos]:
            return
        self._photos = tuple(photos)
        self.put((one.name, one.thumbnail) for one in photos)
        self.setCurrentRow(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and not event.isAutoRepeat() and self.currentRow() >= 0:
            self.opened.emit(self.currentRow())
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        if self.currentRow() >= 0:
            self.opened.emit(self.currentRow())


class PhotosBlock(QWidget):
    """Always there, for whoever wants to add one reads here what may be added."""

    def __init__(self, add: Action, look: Action) -> None:
        super().__init__()
        self._head = SectionHead(tr("Photos"), "", KeyButton(add, Kind.QUIET, icon="plus"))
        self._look = KeyButton(look, Kind.QUIET, icon="image")
        self.pictures = KeptPictures()
        self.limits = caption(limit_words(), Tone.INK2).wrap()
        large = row(self._look, None)
        self.setLayout(column(self._head, self.pictures, large, self.limits, space=4))
        self._look.hide()

    def show_photos(self, photos: Sequence[Photo]) -> None:
        """Show these small."""
        count = len(photos)
        words = tr_n("{count} photo", "{count} photos", count).format(count=count) if count else ""
        self._head.show_text(tr("Photos"), words)
        self._look.setVisible(count > 0)
        self.pictures.show_photos(photos)
