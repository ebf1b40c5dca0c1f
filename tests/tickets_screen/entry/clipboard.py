"""What a person copied elsewhere before pressing Ctrl+V here."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QColor, QGuiApplication, QImage


def drawn(colour: str = "#884422", width: int = 320, height: int = 240) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    return image


def copy_picture(colour: str = "#884422") -> None:
    mime = QMimeData()
    mime.setImageData(drawn(colour))
    QGuiApplication.clipboard().setMimeData(mime)


def copy_text(text: str) -> None:
    mime = QMimeData()
    mime.setText(text)
    QGuiApplication.clipboard().setMimeData(mime)


def copy_bytes(kind: str, content: bytes) -> None:
    mime = QMimeData()
    mime.setData(kind, content)
    QGuiApplication.clipboard().setMimeData(mime)


def files(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def copy_files(*paths: Path) -> None:
    QGuiApplication.clipboard().setMimeData(files(*paths))


@pytest.fixture(autouse=True)
def empty_clipboard() -> Iterator[None]:
    """What was copied is let go of before the program ends, which a clipboard without a screen does not outlive."""
    yield
    QGuiApplication.clipboard().clear()
