"""The shipped faces, read quickly: whole tables at once instead of one number at a time.

A receipt must not wait for 60,000 character entries to be read singly; the tables are those that
reportlab's own reader builds, and a test compares them.
"""

from __future__ import annotations

import sys
from array import array
from io import BytesIO
from struct import unpack_from
from typing import Any
from weakref import WeakKeyDictionary

from reportlab.pdfbase.ttfonts import TTEncoding, TTFont, TTFontFace


class ShippedFace(TTFontFace):
    """A TrueType face with a table of full segments (format 12) and long glyph positions, 1000 units an em."""

    _ttf_data: bytes

    def extractInfo(self, charInfo: int = 1) -> None:  # noqa: ARG002, N802, N803 - reportlab's own names
        """Read names and measures as always, then characters, widths and glyph positions in bulk."""
        super().extractInfo(charInfo=0)
        self.charToGlyph = self._characters()
        advances, bearings = self._metrics()
        self.hmetrics = list(zip(advances, bearings, strict=True))
        self.defaultWidth = advances[0]
        self.charWidths = {char: advances[glyph] for char, glyph in self.charToGlyph.items()}
        self.glyphPos = self._numbers("I", "loca", self.numGlyphs + 1)
        self.charToGlyph[0xA0] = self.charToGlyph[0x20]
        self.charWidths[0xA0] = self.charWidths[0x20]

    def _characters(self) -> dict[int, int]:
        cmap, _ = self.get_table_pos("cmap")
        tables = (unpack_from(">HHL", self._ttf_data, cmap + 4 + 8 * n) for n in range(self.get_ushort(cmap + 2)))
        start = cmap + next(offset for platform, encoding, offset in tables if (platform, encoding) == (3, 10))
        segments = unpack_from(f">{3 * self.get_ulong(start + 12)}L", self._ttf_data, start + 16)
        found: dict[int, int] = {}
        for first, last, glyph in zip(*[iter(segments)] * 3, strict=True):
            found.update(zip(range(first, last + 1), range(glyph, glyph + last - first + 1), strict=True))
        return found

    def _metrics(self) -> tuple[list[int], list[int]]:
        hhea, length = self.get_table_pos("hhea")
        full = self.get_ushort(hhea + length - 2)
        pairs = self._numbers("H", "hmtx", 2 * full + self.numGlyphs - full)
        advances = pairs[0 : 2 * full : 2]
        same = [advances[-1]] * (self.numGlyphs - full)
        return advances + same, pairs[1 : 2 * full : 2] + pairs[2 * full :]

    def _numbers(self, kind: str, table: str, count: int) -> list[int]:
        start, _ = self.get_table_pos(table)
        numbers = array(kind)
        numbers.frombytes(self._ttf_data[start : start + count * numbers.itemsize])
        if sys.byteorder == "little":
            numbers.byteswap()
        return numbers.tolist()


class ShippedFont(TTFont):
    """One shipped face under the name that canvases use; embeds only what a paper uses."""

    face: ShippedFace

    def __init__(self, name: str, data: bytes) -> None:
        self.fontName = name
        self.face = ShippedFace(BytesIO(data))
        self.encoding = TTEncoding()
        self.state: WeakKeyDictionary[Any, Any] = WeakKeyDictionary()
        self._asciiReadable = False
        self.shapable = False
