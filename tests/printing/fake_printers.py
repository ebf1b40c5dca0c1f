"""Printers for tests: one that keeps what it gets, one that is off, a slow one, and one that jams."""

from __future__ import annotations

from dataclasses import dataclass, field
from threading import Event, current_thread

from app.paper.profiles import PaperProfile
from app.paper.refusals import PrinterMissing, PrintingFailed
from ui.printing.pdf_pages import PdfPages


@dataclass
class RecordingPrinter:
    """Keeps every paper and the thread that brought it."""

    papers: list[tuple[str, bytes]] = field(default_factory=list)
    threads: set[str] = field(default_factory=set)

    def print_pdf(self, pdf: bytes, paper: PaperProfile, title: str) -> None:
        self.threads.add(current_thread().name)
        self.papers.append((title, pdf))

    @property
    def titles(self) -> list[str]:
        return [title for title, _ in self.papers]


class OfflinePrinter:
    """Is not there."""

    def print_pdf(self, pdf: bytes, paper: PaperProfile, title: str) -> None:
        raise PrinterMissing("Counter")


@dataclass
class SlowPrinter(RecordingPrinter):
    """Takes until it is let go (`go`), or twenty seconds."""

    go: Event = field(default_factory=Event)
    began: Event = field(default_factory=Event)

    def print_pdf(self, pdf: bytes, paper: PaperProfile, title: str) -> None:
        self.began.set()
        self.go.wait(20)
        super().print_pdf(pdf, paper, title)


@dataclass
class JammingPrinter(RecordingPrinter):
    """Jams after the first page until somebody clears it."""

    jammed: bool = True

    def print_pdf(self, pdf: bytes, paper: PaperProfile, title: str) -> None:
        if self.jammed:
            with PdfPages(pdf) as pages:
                raise PrintingFailed("Counter", min(2, len(pages)))
        super().print_pdf(pdf, paper, title)
