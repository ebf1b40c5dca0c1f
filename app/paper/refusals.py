"""What a paper refuses to print, and what keeps it from being printed."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.errors import Refusal, Trouble


@dataclass(eq=False)
class TextDoesNotFit(Refusal):
    """A text is too long for its place even at the smallest size; the layout is refused, not the text."""

    text: str


@dataclass(eq=False)
class PrinterMissing(Refusal):
    """No printer of this name is set up on the computer; an empty name asked for the system's default one."""

    printer: str


@dataclass(eq=False)
class PaperSizeRefused(Refusal):
    """The driver answered with another paper than the one asked for (both as `241.0 × 93.1 mm`)."""

    printer: str
    wanted: str
    offered: str


@dataclass(eq=False)
class PrintingFailed(Trouble):
    """The printer or its driver gave up at this page (from 1)."""

    printer: str
    page: int
