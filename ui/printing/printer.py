"""What the queue expects of a printer; the system's own printers and the tests' fakes are two kinds of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from app.paper.documents import Offset
    from app.paper.profiles import PaperProfile


class Printer(Protocol):
    """Prints whole papers, on the queue's thread, and returns when the last page is handed over."""

    def print_pdf(self, pdf: bytes, paper: PaperProfile, title: str, offset: Offset) -> None:
        """Print every page, moved by `offset`. Raises PrinterMissing, PaperSizeRefused or PrintingFailed."""
        ...


class RawPrinter(Protocol):
    """Takes a printer's own bytes, on the queue's thread."""

    def print_bytes(self, data: bytes, title: str) -> None:
        """Send them as they are. Raises PrinterMissing or PrintingFailed."""
        ...
