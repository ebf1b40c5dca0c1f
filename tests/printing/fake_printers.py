"""Printers for tests: one that keeps what it gets, one that is off, a slow one, and one that jams."""

from __future__ import annotations

from dataclasses import dataclass, field
from threading import Event, current_thread

from app.paper.documents import Offset
from app.paper.profiles import PaperProfile
from app.paper.refusals import PrinterMissing, PrintingFailed
from ui.printing.pdf_pages import PdfPages


@dataclass
class RecordingPrinter:
    """Keeps every paper and the thread that brought it."""

    papers: list[tuple[str, bytes]] = field(default_factory=list)
    threads: set[str] = field(default_factory=set)
    offsets: list[Offset] = field(default_factory=list)

    def print_pdf(self, pdf: bytes, paper: PaperProfile, title: str, offset: Offset) -> None:
        self.threads.add(current_thread().name)
        self.papers.append((title, pdf))
        self.offsets.append(offset)

    @property
    def titles(self) -> list[str]:
        return [title for title, _ in self.papers]


class OfflinePrinter:
    """Is not there."""

    def print_pdf(self, pdf: bytes, paper: PaperProfile, title: str, offset: Offset) -> None:
        raise PrinterMissing("Counter")


@dataclass
class SlowPrinter(RecordingPrinter):
    """Takes until it is let go (`go`), or twenty seconds."""

    go: Event = field(default_factory=Event)
    began: Event = field(default_factory=Event)

    def print_pdf(self, pdf: bytes, paper: PaperProfile, title: str, offset: Offset) -> None:
        self.began.set()
        self.go.wait(20)
        super().print_pdf(pdf, paper, title, offset)


@dataclass
class JammingPrinter(RecordingPrinter):
    """Jams after the first page until somebody clears it."""

    jammed: bool = True

    def print_pdf(self, pdf: bytes, paper: PaperProfile, title: str, offset: Offset) -> None:
        if self.jammed:
            with PdfPages(pdf) as pages:
                raise PrintingFailed("Counter", min(2, len(pages)))
        super().print_pdf(pdf, paper, title, offset)


@dataclass
class RawTray:
    """Thermal printers that keep the bytes they get, with their own name."""

    papers: list[tuple[str, str, bytes]] = field(default_factory=list)
    name: str = ""

    def named(self, name: str) -> RawTray:
        self.name = name
        return self

    def print_bytes(self, data: bytes, title: str) -> None:
        self.papers.append((self.name, title, data))
