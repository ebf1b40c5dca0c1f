"""A printed receipt as a resident reads it, and as a scanner reads its code."""

from __future__ import annotations

import numpy as np
import pypdfium2
import zxingcpp

_DOTS_A_POINT = 200 / 72
_HALF_GREY = 127


class PrintedPaper:
    """What came out of the printer: the `text` of all its pages without blanks, and the `codes` read from them."""

    def __init__(self, title: str, pdf: bytes) -> None:
        self.title = title
        with pypdfium2.PdfDocument(pdf) as document:
            pages = [document[at] for at in range(len(document))]
            texts = [page.get_textpage().get_text_range() for page in pages]
            self.text = "".join("".join(texts).split())
            self.codes = [code for page in pages for code in _codes(page)]

    def says(self, words: str) -> bool:
        """Whether these words stand on the paper; blanks do not matter."""
        return "".join(words.split()) in self.text


def _codes(page: pypdfium2.PdfPage) -> list[str]:
    picture = page.render(scale=_DOTS_A_POINT, grayscale=True).to_numpy()
    black = np.where(picture.squeeze() > _HALF_GREY, 255, 0).astype(np.uint8)
    return [found.text for found in zxingcpp.read_barcodes(black)]
