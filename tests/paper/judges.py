"""Outside judges of a paper: Debian's PDF tools and a code reader; a test that lacks one says so."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
import zxingcpp
from PIL import Image

PACKAGES = {"pdftotext": "poppler-utils", "pdffonts": "poppler-utils", "qpdf": "qpdf"}


class PaperOnTable:
    """A PDF as the judges find it."""

    def __init__(self, pdf: bytes, folder: Path) -> None:
        self.pdf = pdf
        self._file = folder / "paper.pdf"
        self._file.write_bytes(pdf)
        self._texts: dict[int | None, str] = {}

    def text(self, page: int | None = None) -> str:
        """All words without blanks, so that letterspacing and columns do not matter."""
        if page not in self._texts:
            pages = [] if page is None else ["-f", str(page), "-l", str(page)]
            self._texts[page] = "".join(self._judge("pdftotext", "-raw", *pages, str(self._file), "-").split())
        return self._texts[page]

    def says(self, text: str, page: int | None = None) -> bool:
        return "".join(text.split()) in self.text(page)

    def fonts(self) -> list[list[str]]:
        return [line.split() for line in self._judge("pdffonts", str(self._file)).splitlines()[2:]]

    def sound(self) -> str:
        return self._judge("qpdf", "--check", str(self._file))

    @property
    def page_count(self) -> int:
        with pypdfium2.PdfDocument(self.pdf) as document:
            return len(document)

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the first page in points."""
        with pypdfium2.PdfDocument(self.pdf) as document:
            width, height = document[0].get_size()
            return width, height

    def picture(self, page: int = 1, dpi: int = 200) -> Image.Image:
        with pypdfium2.PdfDocument(self.pdf) as document:
            picture: Image.Image = document[page - 1].render(scale=dpi / 72, grayscale=True).to_pil()
            return picture

    def codes(self, page: int = 1, dpi: int = 200) -> list[str]:
        black = self.picture(page, dpi).point(lambda light: 255 if light > 127 else 0)
        return [read.text for read in zxingcpp.read_barcodes(np.array(black))]

    def ink(self, left: float, top: float, right: float, bottom: float, page: int = 1) -> int:
        """How many dark dots lie in a place given in millimetres."""
        per_mm = 200 / 25.4
        place = (round(left * per_mm), round(top * per_mm), round(right * per_mm), round(bottom * per_mm))
        return int((np.array(self.picture(page).crop(place)) < 128).sum())

    @staticmethod
    def _judge(tool: str, *arguments: str) -> str:
        if shutil.which(tool) is None:
            pytest.skip(f"{tool} is missing: install Debian's {PACKAGES[tool]}")
        return subprocess.run([tool, *arguments], check=True, capture_output=True, text=True).stdout
