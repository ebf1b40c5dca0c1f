"""A thermal printer on the desk of the tests: reads ESC/POS bytes as the head would, and knows no mercy."""

from __future__ import annotations

from dataclasses import dataclass, field

WIDE = {0x00: 1, 0x11: 2}


@dataclass(frozen=True)
class PrintedLine:
    text: str
    bold: bool
    scale: int
    align: int

    @property
    def columns(self) -> int:
        return self.scale * sum(1 if character.isascii() else 2 for character in self.text)


@dataclass
class ThermalPrinter:
    """What came out: lines, codes, cuts, and how often the drawer opened."""

    columns: int
    lines: list[PrintedLine] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)
    cuts: int = 0
    pulses: int = 0
    chinese: bool = False
    bold: bool = False
    scale: int = 1
    align: int = 0
    _line: bytearray = field(default_factory=bytearray)
    _spoken: str = ""
    _stored: str = ""

    def prints(self, data: bytes) -> ThermalPrinter:
        at = 0
        while at < len(data):
            at += self._take(data[at:])
        assert not self._line, "text without a line feed never leaves the printer"
        assert not self._spoken
        return self

    @property
    def text(self) -> str:
        """All words without blanks."""
        return "".join("".join(line.text.split()) for line in self.lines)

    def says(self, text: str) -> bool:
        return "".join(text.split()) in self.text

    def _take(self, data: bytes) -> int:
        if data[:1] == b"\x1b":
            return self._escape(data)
        if data[:1] == b"\x1c":
            return self._language(data)
        if data[:1] == b"\x1d":
            return self._group(data)
        if data[0] == 0x0A:
            self._feed()
        else:
            assert data[0] >= 0x20, f"unknown control {data[0]:#x}"
            self._line.append(data[0])
        return 1

    def _escape(self, data: bytes) -> int:
        match data[1:2]:
            case b"@":
                self.chinese, self.bold, self.scale, self.align = False, False, 1, 0
                return 2
            case b"a":
                assert data[2] in (0, 1, 2)
                self.align = data[2]
            case b"E":
                self.bold = bool(data[2])
            case b"p":
                assert data[2] in (0, 1)
                self.pulses += 1
                return 5
            case other:
                raise AssertionError(other)
        return 3

    def _language(self, data: bytes) -> int:
        self._speak()
        assert data[1:2] in (b"&", b".")
        self.chinese = data[1:2] == b"&"
        return 2

    def _group(self, data: bytes) -> int:
        match data[1:2]:
            case b"!":
                self.scale = WIDE[data[2]]
                return 3
            case b"V":
                assert data[2] == 0x42
                self.cuts += 1
                return 4
            case b"(":
                return self._symbol(data)
            case other:
                raise AssertionError(other)

    def _symbol(self, data: bytes) -> int:
        assert data[2:3] == b"k"
        length = data[3] + 256 * data[4]
        call = data[5 : 5 + length]
        assert call[:1] == b"1"
        match call[1:2]:
            case b"P":
                self._stored = call[3:].decode("ascii")
            case b"Q":
                self.codes.append(self._stored)
            case b"E":
                assert call[2:3] == b"2", "papers carry level Q"
            case b"A" | b"C":
                pass
            case other:
                raise AssertionError(other)
        return 5 + length

    def _speak(self) -> None:
        """Take what was sent so far in the language that was set: Latin mode knows no byte above 127."""
        self._spoken += bytes(self._line).decode("gb18030" if self.chinese else "ascii")
        self._line.clear()

    def _feed(self) -> None:
        self._speak()
        line = PrintedLine(self._spoken, self.bold, self.scale, self.align)
        assert line.columns <= self.columns, f"{line.text} is {line.columns} columns wide"
        self.lines.append(line)
        self._spoken = ""
