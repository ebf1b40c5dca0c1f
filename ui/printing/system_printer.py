"""A printer of the operating system, asked through its own driver.

Made and used on the queue's thread only: a dead network printer may hold its caller for half a minute.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, Qt

from app.paper.profiles import PaperProfile
from app.paper.refusals import PaperSizeRefused, PrinterMissing, PrintingFailed
from ui.printing.pdf_pages import PdfPages

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_MOST_DOTS = 600  # an inch: beyond that a page of dots only grows, the type does not get sharper
_SAME_SIZE = 0.5  # mm that a driver may round away
_TENTHS_PER_INCH = 254


class SystemPrinter:
    """A printer by its name (empty: the default one); `offset` shifts the print by tenths of a millimetre."""

    def __init__(self, name: str = "", *, offset: tuple[int, int] = (0, 0), to_file: Path | None = None) -> None:
        self._name = name
        self._offset = offset
        self._file = to_file

    def print_pdf(self, pdf: bytes, paper: PaperProfile, title: str) -> None:
        """Print every page at 100 %. Raises PrinterMissing, PaperSizeRefused or PrintingFailed."""
        printer = self._open()
        printer.setDocName(title)
        self._set_paper(printer, paper)
        with PdfPages(pdf) as pages:
            self._print(printer, pages)

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
        if not printer.isValid():
            raise PrinterMissing(self._name)
        printer.setFullPage(True)
        printer.setResolution(min(printer.resolution(), _MOST_DOTS))
        return printer

    def _set_paper(self, printer: QPrinter, paper: PaperProfile) -> None:
        printer.setPageLayout(page_layout(paper))
        offered = printer.pageLayout().fullRect(QPageLayout.Unit.Millimeter).size()
        wanted = QSizeF(paper.width, paper.height)
        if abs(offered.width() - wanted.width()) > _SAME_SIZE or abs(offered.height() - wanted.height()) > _SAME_SIZE:
            raise PaperSizeRefused(self._name, _told(wanted), _told(offered))

    def _print(self, printer: QPrinter, pages: PdfPages) -> None:
        painter = QPainter()
        if not painter.begin(printer):
            raise PrintingFailed(self._name, 1)
        try:
            for number in range(len(pages)):
                if number and not printer.newPage():
                    raise PrintingFailed(self._name, number + 1)
                self._draw(painter, pages, number, printer.resolution())
        finally:
            painter.end()
        if printer.printerState() in (printer.PrinterState.Error, printer.PrinterState.Aborted):
            raise PrintingFailed(self._name, len(pages))

    def _draw(self, painter: QPainter, pages: PdfPages, number: int, dots: int) -> None:
        picture = black_and_white(pages.picture(number, dots))
        corner = QPointF(self._offset[0] * dots / _TENTHS_PER_INCH, self._offset[1] * dots / _TENTHS_PER_INCH)
        painter.drawImage(QRectF(corner, QSizeF(picture.size())), picture)


def page_layout(paper: PaperProfile) -> QPageLayout:
    """The paper as drivers know it: forms as wide as they are fed, cut sheets by the short edge and turned."""
    short, long = sorted((paper.width, paper.height))
    fed = QSizeF(paper.width, paper.height) if paper.continuous else QSizeF(short, long)
    match = QPageSize.SizeMatchPolicy.ExactMatch if paper.continuous else QPageSize.SizeMatchPolicy.FuzzyMatch
    turned = paper.landscape and not paper.continuous
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
