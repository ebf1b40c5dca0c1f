"""The one face of all papers, Noto Sans SC regular and bold, embedded by what a paper uses."""

from __future__ import annotations

from functools import cache
from importlib import resources
from threading import RLock

from reportlab.pdfbase import pdfmetrics, ttfonts

from app.paper.font_file import ShippedFace, ShippedFont

REGULAR = "NotoSansSC-Regular"
BOLD = "NotoSansSC-Bold"
_FILES = {REGULAR: "NotoSansSC_400Regular.ttf", BOLD: "NotoSansSC_700Bold.ttf"}
_ENTRIES = 100  # the most characters that one block of a character map may list

drawing = RLock()
"""Held while a paper is drawn: the faces are shared, and reading a glyph moves a pointer in them."""


@cache
def face(name: str) -> ShippedFace:
    """The face by its name, read and registered at its first use."""
    with drawing:
        data = (resources.files("resources") / "fonts" / _FILES[name]).read_bytes()
        font = ShippedFont(name, data)
        pdfmetrics.registerFont(font)
        return font.face


def to_unicode_map(fontname: str, subset: list[int]) -> str:
    """The character map by which a reader searches and copies; beyond U+FFFF as a UTF-16 pair."""
    entries = [f"<{place:02X}> <{_utf16(char)}>" for place, char in enumerate(subset) if char]
    blocks = [entries[start : start + _ENTRIES] for start in range(0, len(entries), _ENTRIES)]
    mapped = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    return f"""/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry ({fontname}) /Ordering ({fontname}) /Supplement 0 >> def
/CMapName /{fontname} def
/CMapType 2 def
1 begincodespacerange
<00> <FF>
endcodespacerange
{mapped}
endcmap
CMapName currentdict /CMap defineresource pop
end
end"""


def _utf16(char: int) -> str:
    return chr(char).encode("utf-16-be").hex().upper()


# The library's own map writes five digits, which no reader takes for one character.
ttfonts.makeToUnicodeCMap = to_unicode_map
