"""Photos come to the form by Ctrl+V, by a drag or from files; what is none is said below them."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence

from app.core.errors import Refusal
from app.core.language import tr
from app.tickets.files.picture import Picture
from app.tickets.files.picture_limits import MOST_PHOTOS
from app.tickets.files.refusals import TooManyPhotos
from ui.sentences import say
from ui.shell.context import Context
from ui.tickets.entry.form_parts import TheForm
from ui.widgets.photo_source import pasted_photos, read_file, read_photos
from ui.widgets.photo_words import PICTURE_FILES


class PhotoAdding(QObject):
    """Watches the fields, so that Ctrl+V in them pastes words as words and a picture as a photo."""

    def __init__(self, context: Context, form: TheForm, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._form = context, form
        fields = form.fields
        for field in (fields.where, fields.category, fields.text, fields.name, fields.phone):
            field.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if event.matches(QKeySequence.StandardKey.Paste) and pasted_photos() is not None:
            event.ignore()  # then the key is the form's, and not the field's
            return True
        return False

    def paste(self) -> None:
        """Add what is on the clipboard."""
        mime = pasted_photos()
        if mime is not None:
            self.take(mime)
        else:
            self._form.fields.photo_line.show_problem(tr("There is no picture on the clipboard."))

    def take(self, mime: QMimeData) -> None:
        """Add what was pasted or dropped."""
        self._add(read_photos(self._context.office.photos, mime))

    def choose(self) -> None:
        """Add a file."""
        path = self._context.questions.file_to_open(tr("Add a photo"), f"{tr('Pictures')} ({PICTURE_FILES})")
        if path is not None:
            self._add([read_file(self._context.office.photos, path)])

    def _add(self, found: Iterable[Picture | Refusal]) -> None:
        problems: list[str] = []
        photos = self._form.fields.photos
        for one in found:
            if isinstance(one, Refusal):
                problems.append(say(one))
            elif photos.is_full:
                problems.append(say(TooManyPhotos(MOST_PHOTOS)))
            elif not photos.add(one):
                problems.append(tr("“{name}” is there already.").format(name=one.name))
        self._form.fields.photo_line.show_problem(" ".join(dict.fromkeys(problems)))
