"""Photos as they come from the clipboard, from a drag or from a file, each read or refused by itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QGuiApplication, QImage, QPixmap

from app.core.errors import Refusal
from app.core.language import tr

if TYPE_CHECKING:
    from app.tickets.files.photos import Photos
    from app.tickets.files.picture import Picture

_DOCUMENTS = ("application/pdf", "application/octet-stream")


def is_for_photos(mime: QMimeData) -> bool:
    """Whether what is pasted or dropped is meant as a photo, and not as words."""
    return mime.hasUrls() or mime.hasImage() or bool(_document(mime)) or not (mime.hasText() or not mime.formats())


def pasted_photos() -> QMimeData | None:
    """What lies on the clipboard, where it is meant as a photo; some systems have no clipboard at all just then."""
    mime = cast("QMimeData | None", QGuiApplication.clipboard().mimeData())  # Qt may give none, its stubs forget it
    return mime if mime is not None and is_for_photos(mime) else None


def read_photos(photos: Photos, mime: QMimeData) -> Iterator[Picture | Refusal]:
    """Each picture in it, or why it is none."""
    if mime.hasUrls():
        for url in mime.urls():
            yield read_file(photos, Path(url.toLocalFile() or url.toString()))
        return
    name = tr("from the clipboard")
    yield _read(photos, _picture_bytes(mime) if mime.hasImage() else _other_bytes(mime), name)


def read_file(photos: Photos, path: Path) -> Picture | Refusal:
    """The photo of a file, or why it is none."""
    try:
        return photos.read_file(path)
    except Refusal as why:
        return why


def _read(photos: Photos, data: bytes, name: str) -> Picture | Refusal:
    try:
        return photos.read_bytes(data, name)
    except Refusal as why:
        return why


def _picture_bytes(mime: QMimeData) -> bytes:
    image = mime.imageData()
    if isinstance(image, QPixmap):
        image = image.toImage()
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if isinstance(image, QImage):
        image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes, Qt wants text
    return bytes(held.data())


def _other_bytes(mime: QMimeData) -> bytes:
    wanted = _document(mime) or next(iter(mime.formats()), "")
    return bytes(mime.data(wanted).data()) if wanted else b""


def _document(mime: QMimeData) -> str:
    return next((one for one in _DOCUMENTS if mime.hasFormat(one)), "")
