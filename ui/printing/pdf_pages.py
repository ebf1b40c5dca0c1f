"""The pages of a PDF as pictures, for the screen and for printers."""

from __future__ import annotations

from threading import RLock
from types import TracebackType
from typing import Any, Self

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage

_MM_PER_POINT = 25.4 / 72

_pdfium = RLock()  # the library may be entered by one thread at a time


class PdfPages:
    """An open PDF; use it as a context or close it."""

    def __init__(self, pdf: bytes) -> None:
        import pypdfium2  # noqa: PLC0415 - 66 ms that the first paint does not wait for

        with _pdfium:
            self._document: Any = pypdfium2.PdfDocument(pdf)
            self._count = len(self._document)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, _: type[BaseException] | None, __: BaseException | None, ___: TracebackType | None) -> None:
        self.close()

    def __len__(self) -> int:
        return self._count

    def size(self, page: int) -> QSizeF:
        """Width and height in millimetres; pages count from 0."""
        with _pdfium:
            width, height = self._document.get_page_size(page)
        return QSizeF(width * _MM_PER_POINT, height * _MM_PER_POINT)

    def picture(self, page: int, dots_per_inch: float) -> QImage:
        """The page in shades of grey; papers have no colours."""
        with _pdfium:
            opened = self._document[page]
            bitmap = opened.render(scale=dots_per_inch / 72, grayscale=True)
            view = memoryview(bitmap.buffer)
            grey = QImage(view, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_Grayscale8).copy()
            bitmap.close()
            opened.close()
        return grey

    def close(self) -> None:
        """Let go of the document."""
        with _pdfium:
            self._document.close()
