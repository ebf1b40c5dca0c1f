"""What a paper refuses to print, and what keeps it from being printed."""

from __future__ import annotations

from enum import StrEnum

from app.core.errors import Refusal, Trouble


class TextDoesNotFit(Refusal):
    """A text is too long for its place even at the smallest size; the layout is refused, not the text."""

    text: str


class PrinterMissing(Refusal):
    """No printer of this name is set up on the computer; an empty name asked for the system's default one."""

    printer: str


class PaperSizeRefused(Refusal):
    """The driver answered with another paper than the one asked for (both as `241.0 × 93.1 mm`)."""

    printer: str
    wanted: str
    offered: str


class PrintingFailed(Trouble):
    """The printer or its driver gave up at this page (from 1)."""

    printer: str
    page: int


class LayoutFault(StrEnum):
    """What is wrong with one value of a layout."""

    UNKNOWN = "unknown"
    MISSING = "missing"
    NOT_A_NUMBER = "not_a_number"
    NOT_A_TEXT = "not_a_text"
    NOT_THESE_NUMBERS = "not_these_numbers"
    OUTSIDE = "outside"
    ON_THE_STAMP = "on_the_stamp"
    ON_THE_CODE = "on_the_code"


class LayoutUnreadable(Refusal):
    """The file is not TOML in UTF-8; `reason` is what the reader says, with the line."""

    file: str
    reason: str


class LayoutWrong(Refusal):
    """A value of a layout cannot be used; `place` is its name in the file: `foot.stamp`."""

    file: str
    place: str
    fault: LayoutFault


class LayoutTextTooSmall(Refusal):
    """Nothing on a paper is smaller than eight points."""

    file: str
    place: str
    points: str


class OffsetOutOfBounds(Refusal):
    """Print is moved by twenty millimetres at most; more is another paper or another layout."""


class OffsetUnreadable(Refusal):
    """What was typed is no number of millimetres with one decimal at most."""

    text: str
