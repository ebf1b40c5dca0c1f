"""A thermal printer's own bytes (ESC/POS): text in GB18030, the code, the cut, and the pulse that opens a drawer.

Written here rather than taken from a library: the known one takes a line for Chinese only if it holds a basic Han
character, so that a line with nothing but ￥, full-width digits or a rare surname comes out as other letters; and what
a receipt needs are these few commands.
"""

from __future__ import annotations

from typing import Self

from app.paper.lettering import MissingGlyph
from app.paper.sheet import Side

_START = b"\x1b@"
_ALIGN = {Side.LEFT: b"\x1ba\x00", Side.MIDDLE: b"\x1ba\x01", Side.RIGHT: b"\x1ba\x02"}
_BOLD = {False: b"\x1bE\x00", True: b"\x1bE\x01"}
_SIZE = {False: b"\x1d!\x00", True: b"\x1d!\x11"}
_CHINESE, _LATIN = b"\x1c&", b"\x1c."
_CUT = b"\x1dVB\x03"
_PULSE = b"\x1bp\x00\x19\xfa"
_CODE_MODEL, _CODE_LEVEL_Q = b"\x1d(k\x04\x001A2\x00", b"\x1d(k\x03\x001E2"
_CODE_PRINT = b"\x1d(k\x03\x001Q0"
_MODULE_DOTS = 7

_IN_ITS_FONT = {"㎡": "平方米", "m³": "立方米", "³": "立方", "¥": "￥", "−": "-", "・": "·", "\u00a0": " "}
"""What printers' own fonts lack, by what they have."""


def printable(text: str) -> str:
    """The text in characters that the fonts of such printers hold."""
    for lacking, having in _IN_ITS_FONT.items():
        text = text.replace(lacking, having)
    return text


def columns_of(text: str) -> int:
    """How many half-width columns a text takes, as it is printed."""
    return sum(1 if character.isascii() else 2 for character in printable(text))


def rare_in(*texts: str) -> tuple[MissingGlyph, ...]:
    """Characters beyond the two-byte part of GB18030: sent as they are, but many a printer has no picture of them."""
    return tuple(
        MissingGlyph(character, text)
        for text in texts
        for character in dict.fromkeys(printable(text))
        if len(character.encode("gb18030")) > 2
    )


def drawer_pulse() -> bytes:
    """The bytes that open the drawer and print nothing."""
    return _START + _PULSE


class EscPos:
    """The bytes of one paper, in the making; `columns` is how many half-width characters stand on a line."""

    def __init__(self, columns: int) -> None:
        self._columns = columns
        self._bytes = bytearray(_START)

    def line(self, text: str = "", *, bold: bool = False, large: bool = False, side: Side = Side.LEFT) -> Self:
        """A text on as many lines as it takes; `large` is twice as wide and high."""
        for part in broken(text, self._columns // (2 if large else 1)):
            self._bytes += _ALIGN[side] + _BOLD[bold] + _SIZE[large] + _encoded(part) + b"\n"
        return self

    def pair(self, left: str, right: str, *, bold: bool = False, large: bool = False) -> Self:
        """Two texts at the edges of one line; where they do not fit together the second one stands below."""
        room = self._columns // (2 if large else 1)
        blank = room - columns_of(left) - columns_of(right)
        if blank < 1:
            self.line(left, bold=bold, large=large)
            return self.line(right, bold=bold, large=large, side=Side.RIGHT)
        return self.line(f"{left}{' ' * blank}{right}", bold=bold, large=large)

    def rule(self, drawn_with: str = "-") -> Self:
        """A line across the paper."""
        return self.line(drawn_with * self._columns)

    def code(self, digits: str) -> Self:
        """The code as a QR symbol at level Q, made by the printer."""
        data = digits.encode("ascii")
        length = len(data) + 3
        self._bytes += _ALIGN[Side.MIDDLE] + _CODE_MODEL + b"\x1d(k\x03\x001C" + bytes([_MODULE_DOTS]) + _CODE_LEVEL_Q
        self._bytes += b"\x1d(k" + bytes([length % 256, length // 256]) + b"1P0" + data + _CODE_PRINT + b"\n"
        return self

    def cut(self) -> Self:
        """Feed the paper to the knife and cut it."""
        self._bytes += _CUT
        return self

    def pulse(self) -> Self:
        """Open the drawer."""
        self._bytes += _PULSE
        return self

    def finish(self) -> bytes:
        """The whole paper."""
        return bytes(self._bytes)


def broken(text: str, columns: int) -> list[str]:
    """The text in lines of so many columns at most; one empty line for an empty text."""
    lines, taken = [""], 0
    for character in printable(text):
        step = columns_of(character)
        if taken + step > columns:
            lines.append("")
            taken = 0
        lines[-1] += character
        taken += step
    return lines


def _encoded(line: str) -> bytes:
    """A line with any character beyond ASCII goes out as Chinese text, whatever the character is."""
    if line.isascii():
        return line.encode("ascii")
    return _CHINESE + line.encode("gb18030") + _LATIN
