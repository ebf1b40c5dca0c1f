"""What the queue expects of a printer; the system's own printers and the tests' fakes are two kinds of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from app.paper.profiles import PaperProfile


class Printer(Protocol):
    """Prints whole papers, on the queue's thread, and returns when the last page is handed over."""

    def print_pdf(self, pdf: bytes, paper: PaperProfile, title: str) -> None:
        """Print every page. Raises PrinterMissing, PaperSizeRefused or PrintingFailed."""
        ...
