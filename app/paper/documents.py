"""The kinds of papers that go to a printer, and how each of them goes there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class DocumentKind(StrEnum):
    """What is printed; each kind has a printer of its own choice."""

    RECEIPT = "receipt"
    REFUND = "refund"
    Z_REPORT = "z_report"
    NOTICE = "notice"
    SLIP = "slip"


MOST_OFFSET = 200
"""Tenths of a millimetre that print may be moved either way."""


@dataclass(frozen=True, slots=True)
class Offset:
    """How far print is moved to the right and down, in tenths of a millimetre."""

    x: int = 0
    y: int = 0

    @property
    def in_bounds(self) -> bool:
        """Whether it moves no further than 20 mm."""
        return max(abs(self.x), abs(self.y)) <= MOST_OFFSET


NOT_MOVED = Offset()


@dataclass(frozen=True, slots=True)
class PrintSetup:
    """How one kind of document is printed.

    `printer` is the system's name of it, empty for the default one; `offsets` are kept for each printer by its name.
    `overlay` prints over a pre-printed form; `own_letters` sends ESC/POS to a roll printer, `drawer` with its pulse.
    """

    printer: str = ""
    offsets: Mapping[str, Offset] = field(default_factory=dict)
    overlay: bool = False
    own_letters: bool = False
    drawer: bool = False

    def offset_on(self, printer: str) -> Offset:
        """How far this kind is moved on that printer."""
        return self.offsets.get(printer, NOT_MOVED)

    @property
    def offset(self) -> Offset:
        """How far it is moved on its own printer."""
        return self.offset_on(self.printer)


PLAIN = PrintSetup()
