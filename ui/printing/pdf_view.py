"""A PDF on the screen as it will be on paper: pages below each other, larger and smaller, fitted to the width."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from app.core.language import tr
from ui.printing.pdf_pages import PdfPages
from ui.widgets.colours import Tone, colour

_MARGIN = 16
_STEP = 40  # dots that an arrow key scrolls
_LEAST = 10
_STEPS = (50, 75, 100, 125, 150, 200, 300)
_MM_PER_INCH = 25.4


class PdfView(QAbstractScrollArea):
    """Shows every page of one PDF; sizes in percent of the paper's own."""

    turned = Signal(int, int)
    zoomed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: PdfPages | None = None
        self._pictures: dict[int, QImage] = {}
        self._percent: int | None = None
        self._told = 0
        self.setAccessibleName(tr("Preview of the paper"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        return len(self._pages) if self._pages is not None else 0

    @property
    def page(self) -> int:
        """The page that the top of the view shows, counted from 1; 0 without a paper."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        tops = [self._place(number).top() for number in range(self.page_count)]
        return max(sum(top <= middle for top in tops), min(1, len(tops)))

    @property
    def percent(self) -> int:
        """The zoom in percent of the paper's size."""
        return self._percent if self._percent is not None else self._fitting()

    @property
    def fits_width(self) -> bool:
        """Whether the zoom follows the width of the view."""
        return self._percent is None

    def show_pdf(self, pdf: bytes) -> None:
        """Show a paper from its first page, fitted to the width."""
        self.close_pdf()
        self._pages = PdfPages(pdf)
        self.fit_width()
        self.turn_to(1)

    def close_pdf(self) -> None:
        """Let go of the paper."""
        if self._pages is not None:
            self._pages.close()
        self._pages = None
        self._pictures.clear()

    def zoom_in(self) -> None:
        """The next larger size."""
        self._zoom(next((step for step in _STEPS if step > self.percent), _STEPS[-1]))

    def zoom_out(self) -> None:
        """The next smaller size."""
        self._zoom(next((step for step in reversed(_STEPS) if step < self.percent), _STEPS[0]))

    def fit_width(self) -> None:
        """As wide as the view, now and when it is resized."""
        self._zoom(None)

    def turn_to(self, page: int) -> None:
        """Bring a page (from 1) to the top; beyond the last or first one, that one."""
        if self.page_count:
            number = max(1, min(page, self.page_count)) - 1
            self.verticalScrollBar().setValue(self._place(number).top() - _MARGIN)
            self._on_scrolled()

    def whole_page(self) -> None:
        """So large that all of the page is seen."""
        if self._pages is not None:
            size = self._pages.size(self.page - 1) * (self.logicalDpiX() / _MM_PER_INCH)
            room = self.viewport().size()
            shares = ((room.width() - 2 * _MARGIN) / size.width(), (room.height() - 2 * _MARGIN) / size.height())
            self._zoom(max(_LEAST, min(_STEPS[-1], int(100 * min(shares)))))

    def go_on(self) -> None:
        """The rest of this page screen by screen, then the head of the next one."""
        bar, seen = self.verticalScrollBar(), self.viewport().height()
        heads = [head for head in self._heads() if head > bar.value()]
        step = bar.value() + max(1, seen * 9 // 10)
        if heads and (heads[0] <= step or heads[0] + _MARGIN <= bar.value() + seen + 2 * _MARGIN):
            step = heads[0]
        bar.setValue(step)

    def go_back(self) -> None:
        """Screen by screen up to the head of this page, then the page before."""
        bar, seen = self.verticalScrollBar(), self.viewport().height()
        heads = [head for head in self._heads() if head < bar.value()]
        step = bar.value() - max(1, seen * 9 // 10)
        if heads and (heads[-1] >= step or bar.value() - heads[-1] <= seen + 2 * _MARGIN):
            step = heads[-1]
        bar.setValue(step)

    def _heads(self) -> list[int]:
        return [self._place(number).top() - _MARGIN for number in range(self.page_count)]

    def move_by(self, across: int, down: int) -> None:
        """So many steps to the right and down; fewer than none to the left and up."""
        for bar, steps in ((self.horizontalScrollBar(), across), (self.verticalScrollBar(), down)):
            bar.setValue(bar.value() + steps * _STEP)

    def sizeHint(self) -> QSize:
        return QSize(840, 640)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.fits_width:
            self._pictures.clear()
        self._measure()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), colour(Tone.CANVAS))
        painter.translate(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        seen = painter.transform().inverted()[0].mapRect(self.viewport().rect())
        for number in range(self.page_count):
            place = self._place(number)
            if place.intersects(seen):
                painter.drawImage(place, self._picture(number))
                painter.setPen(colour(Tone.EDGE))
                painter.drawRect(place.adjusted(-1, -1, 0, 0))

    def _zoom(self, percent: int | None) -> None:
        page = self.page
        self._percent = percent
        self._pictures.clear()
        self._measure()
        self.turn_to(page)
        self.zoomed.emit(self.percent)

    def _measure(self) -> None:
        size = self.viewport().size()
        whole = self._whole()
        self.horizontalScrollBar().setRange(0, max(0, whole.width() - size.width()))
        self.horizontalScrollBar().setPageStep(size.width())
        self.verticalScrollBar().setRange(0, max(0, whole.height() - size.height()))
        self.verticalScrollBar().setPageStep(size.height())
        self.verticalScrollBar().setSingleStep(_STEP)
        self.viewport().update()

    def _whole(self) -> QSize:
        places = [self._place(number) for number in range(self.page_count)]
        if not places:
            return QSize()
        return QSize(max(place.right() for place in places) + _MARGIN, places[-1].bottom() + _MARGIN)

    def _place(self, number: int) -> QRect:
        top = _MARGIN + sum(self._size(before).height() + _MARGIN for before in range(number))
        size = self._size(number)
        left = max(_MARGIN, (self.viewport().width() - size.width()) // 2)
        return QRect(left, top, size.width(), size.height())

    def _size(self, number: int) -> QSize:
        assert self._pages is not None
        dots = self.logicalDpiX() * self.percent / 100 / _MM_PER_INCH
        return (self._pages.size(number) * dots).toSize()

    def _fitting(self) -> int:
        if self._pages is None:
            return 100
        natural = self._pages.size(0).width() * self.logicalDpiX() / _MM_PER_INCH
        room = self.viewport().width() - 2 * _MARGIN
        return max(_STEPS[0], min(_STEPS[-1], int(100 * room / natural)))

    def _picture(self, number: int) -> QImage:
        if number not in self._pictures:
            assert self._pages is not None
            dots = self.logicalDpiX() * self.percent / 100 * self.devicePixelRatioF()
            self._pictures[number] = self._pages.picture(number, dots)
        return self._pictures[number]

    def _on_scrolled(self) -> None:
        self.viewport().update()
        if self.page != self._told:
            self._told = self.page
            self.turned.emit(self.page, self.page_count)
