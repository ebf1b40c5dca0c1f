"""A printer of the operating system, asked through its own driver.

Made and used on the queue's thread only: a dead network printer may hold its caller for half a minute.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, Qt

from app.paper.documents import NOT_MOVED, Offset
from app.paper.profiles import PaperProfile
from app.paper.refusals import PaperSizeRefused, PrinterMissing, PrintingFailed
from ui.printing.pdf_pages import PdfPages

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_MOST_DOTS = 600  # an inch: beyond that a page of dots only grows, the type does not get sharper
_SAME_SIZE = 0.5  # mm that a driver may round away
_MM_PER_INCH = 25.4


class SystemPrinter:
    """A printer by its name; empty for the default one."""

    def __init__(self, name: str = "", *, to_file: Path | None = None) -> None:
        self._name = name
        self._file = to_file

    def print_pdf(self, pdf: bytes, paper: PaperProfile, title: str, offset: Offset = NOT_MOVED) -> None:
        """Print every page at 100 %. Raises PrinterMissing, PaperSizeRefused or PrintingFailed."""
        printer = self._open()
        printer.setDocName(title)
        with PdfPages(pdf) as pages:
            cut = paper.as_long_as(pages.size(0).height()) if paper.roll else paper
            offered = self._set_paper(printer, cut)
            self._print(printer, _Placing(pages, cut, offered, offset, printer.resolution()))

    def _open(self) -> QPrinter:
        from PySide6.QtPrintSupport import QPrinter, QPrinterInfo  # noqa: PLC0415 - loads the printing system

        if self._file is not None:
            printer = QPrinter(QPrinter.PrinterMode.HighResolution)
            printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
            printer.setOutputFileName(str(self._file))
        else:
            info = QPrinterInfo.printerInfo(self._name) if self._name else QPrinterInfo.defaultPrinter()
            if info.isNull():
                raise PrinterMissing(self._name)
            printer = QPrinter(info, QPrinter.PrinterMode.HighResolution)
            self._name = info.printerName()
            if info.state() is QPrinter.PrinterState.Error:
                raise PrintingFailed(self._name, 1)  # else the paper would wait where nobody looks, and come out twice
        if not printer.isValid():
            raise PrinterMissing(self._name)
        printer.setFullPage(True)
        printer.setResolution(min(printer.resolution(), _MOST_DOTS))
        return printer

    def _set_paper(self, printer: QPrinter, paper: PaperProfile) -> QSizeF:
        printer.setPageLayout(page_layout(paper))
        offered = printer.pageLayout().fullRect(QPageLayout.Unit.Millimeter).size()
        if not (_rolls_on(offered, paper) if paper.roll else _is_as_wanted(offered, paper)):
            raise PaperSizeRefused(self._name, _told(QSizeF(paper.width, paper.height)), _told(offered))
        return offered

    def _print(self, printer: QPrinter, placing: _Placing) -> None:
        painter = QPainter()
        if not painter.begin(printer):
            raise PrintingFailed(self._name, 1)
        pieces = placing.pieces()
        try:
            for number, piece in enumerate(pieces, start=1):
                if number > 1 and not printer.newPage():
                    raise PrintingFailed(self._name, number)
                placing.draw(painter, piece)
        finally:
            painter.end()
        if printer.printerState() in (printer.PrinterState.Error, printer.PrinterState.Aborted):
            raise PrintingFailed(self._name, len(pieces))


@dataclass(frozen=True, slots=True)
class _Placing:
    """How pages come to lie on the paper that the driver has: a roll's long page may take several of its lengths."""

    pages: PdfPages
    paper: PaperProfile
    offered: QSizeF
    offset: Offset
    dots: int

    def pieces(self) -> list[tuple[int, float]]:
        """Each piece of paper to print, as a page and the millimetre of it that comes first."""
        if not self.paper.roll:
            return [(page, 0.0) for page in range(len(self.pages))]
        length = self.offered.height()
        count = max(1, math.ceil((self.paper.height - _SAME_SIZE) / length))
        return [(0, number * length) for number in range(count)]

    def draw(self, painter: QPainter, piece: tuple[int, float]) -> None:
        page, first = piece
        picture = black_and_white(self.pages.picture(page, self.dots))
        narrower = (self.offered.width() - self.paper.width) / 2 if self.paper.roll else 0.0
        x = (narrower + self.offset.x / 10) * self.dots / _MM_PER_INCH
        y = (self.offset.y / 10 - first) * self.dots / _MM_PER_INCH
        painter.drawImage(QRectF(QPointF(x, y), QSizeF(picture.size())), picture)


def _is_as_wanted(offered: QSizeF, paper: PaperProfile) -> bool:
    return max(abs(offered.width() - paper.width), abs(offered.height() - paper.height)) <= _SAME_SIZE


def _rolls_on(offered: QSizeF, paper: PaperProfile) -> bool:
    """Drivers of rolls offer the paper's width or only what the head prints of it, and a length of their own."""
    printed = paper.width - paper.margins.left - paper.margins.right
    return printed - _SAME_SIZE <= offered.width() <= paper.width + _SAME_SIZE and offered.height() > 0


def page_layout(paper: PaperProfile) -> QPageLayout:
    """The paper as drivers know it: forms as wide as they are fed, cut sheets by the short edge and turned."""
    fed_as_it_is = paper.continuous or paper.roll
    short, long = sorted((paper.width, paper.height))
    fed = QSizeF(paper.width, paper.height) if fed_as_it_is else QSizeF(short, long)
    match = QPageSize.SizeMatchPolicy.ExactMatch if fed_as_it_is else QPageSize.SizeMatchPolicy.FuzzyMatch
    turned = paper.landscape and not fed_as_it_is
    orientation = QPageLayout.Orientation.Landscape if turned else QPageLayout.Orientation.Portrait
    size = QPageSize(fed, QPageSize.Unit.Millimeter, paper.name, match)
    return QPageLayout(size, orientation, QMarginsF(), QPageLayout.Unit.Millimeter, QMarginsF())


def black_and_white(picture: QImage) -> QImage:
    """Dots or no dots: what a pin strikes, without the grey that a driver would turn into dirt."""
    return picture.convertToFormat(QImage.Format.Format_Mono, Qt.ImageConversionFlag.ThresholdDither)


def printer_names() -> list[str]:
    """The printers set up on this computer, the default one first; may take half a minute, never on the GUI thread."""
    from PySide6.QtPrintSupport import QPrinterInfo  # noqa: PLC0415 - loads the printing system

    default = QPrinterInfo.defaultPrinterName()
    return sorted(QPrinterInfo.availablePrinterNames(), key=lambda name: (name != default, name))


def _told(size: QSizeF) -> str:
    return f"{size.width():.1f} × {size.height():.1f} mm"
