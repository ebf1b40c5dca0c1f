"""A sheet of paper to draw on: millimetres from the top left corner, black only, text by its baseline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from enum import Enum
from io import BytesIO
from itertools import groupby
from typing import Self

from reportlab.pdfgen.canvas import Canvas

from app.paper import fonts, qr
from app.paper.lettering import CODE_SIZE, MM, Style, advance, code_of, has_glyph, width
from app.paper.profiles import PaperProfile
from app.paper.text_fitting import Fitted

_BOX_FOOT = 0.16  # ems above the baseline: room for the code below the box
_BOX_HEAD = 0.86
_BOX_SIDE = 0.06
_BOX_LINE = 0.6  # points
_CODE_DROP = 4.1  # points from the foot of the box to the baseline of its code


class Side(Enum):
    """Which point of a text is given by x."""

    LEFT = 0.0
    MIDDLE = 0.5
    RIGHT = 1.0


class Sheet:
    """Pages of one paper, in the making; the same calls always give the same bytes.

    Entered while it is drawn: the faces are shared, so one paper is drawn at a time. `enlarged` draws everything so
    many times larger: what was laid out for A4 stands on A3.
    """

    def __init__(self, paper: PaperProfile, *, title: str, author: str, enlarged: float = 1.0) -> None:
        self.paper = paper
        self._enlarged = enlarged
        self._file = BytesIO()
        fonts.face(fonts.REGULAR)
        size = (paper.width * MM, paper.height * MM)
        self._canvas = Canvas(
            self._file,
            pagesize=size,
            initialFontName=fonts.REGULAR,  # type: ignore[arg-type]  # a name, whatever the stub says
            invariant=True,
            pageCompression=1,
            lang="zh-CN",
        )
        self._canvas.setTitle(title)
        self._canvas.setAuthor(author)
        self._enlarge()

    def __enter__(self) -> Self:
        fonts.drawing.acquire()
        return self

    def __exit__(self, *_: object) -> None:
        fonts.drawing.release()

    def text(self, x: float, baseline: float, text: str, style: Style, side: Side = Side.LEFT) -> float:
        """Set one line; answers the x where it ends."""
        start = x - side.value * width(text, style)
        place = start
        for drawn, group in groupby(text, key=has_glyph):
            part = "".join(group)
            if drawn:
                self._run(place, baseline, part, style)
                place += width(part, style)
            else:
                place = self._boxes(place, baseline, part, style)
        return place

    def spaced(self, middle: float, baseline: float, text: str, style: Style, spacing: float) -> None:
        """Set a title around `middle`, its characters `spacing` points apart."""
        extent = width(text, style) + spacing * (len(text) - 1) / MM
        self._run(middle - extent / 2, baseline, text, style, spacing)

    def lines(self, x: float, baseline: float, fitted: Fitted, side: Side = Side.LEFT) -> None:
        """Set fitted lines downwards from the first baseline."""
        for number, line in enumerate(fitted.lines):
            self.text(x, baseline + number * fitted.lead / MM, line, fitted.style, side)

    def rule(self, left: float, right: float, y: float, weight: float) -> None:
        """A level line; `weight` in millimetres, its middle on y."""
        self._canvas.setLineWidth(weight * MM)
        self._canvas.line(left * MM, self._up(y), right * MM, self._up(y))

    def bar(self, left: float, top: float, width: float, height: float) -> None:
        """A filled bar."""
        self._canvas.rect(left * MM, self._up(top + height), width * MM, height * MM, stroke=0, fill=1)

    def frame(self, left: float, top: float, size: tuple[float, float], weight: float) -> None:
        """An empty frame of `size` (width, height)."""
        self._canvas.setLineWidth(weight * MM)
        self._canvas.rect(left * MM, self._up(top + size[1]), size[0] * MM, size[1] * MM)

    def code(self, left: float, top: float, digits: str) -> None:
        """The QR symbol of the digits, in modules as wide as the printer draws sharply."""
        module = self.paper.module
        outline = self._canvas.beginPath()
        for row, first, length in qr.runs(digits):
            outline.rect(
                (left + first * module) * MM, self._up(top + (row + 1) * module), length * module * MM, module * MM
            )
        self._canvas.drawPath(outline, stroke=0, fill=1)

    @contextmanager
    def moved(self, right: float) -> Iterator[None]:
        """Whatever is drawn meanwhile stands so many mm further to the right: two small pages on one sheet."""
        self._canvas.saveState()
        self._canvas.translate(right * MM, 0)
        yield
        self._canvas.restoreState()

    def next_page(self) -> None:
        """Close this page and begin another."""
        self._canvas.showPage()
        self._enlarge()

    def finish(self) -> bytes:
        """The whole document."""
        self._canvas.save()
        return self._file.getvalue()

    def _enlarge(self) -> None:
        if self._enlarged != 1:
            self._canvas.scale(self._enlarged, self._enlarged)

    def _up(self, y: float) -> float:
        return (self.paper.height / self._enlarged - y) * MM

    def _run(self, x: float, baseline: float, text: str, style: Style, spacing: float = 0.0) -> None:
        fonts.face(style.font)
        words = self._canvas.beginText(x * MM, self._up(baseline))
        words.setFont(style.font, style.size)
        words.setCharSpace(spacing)  # stays in force in a PDF, so it is said with every text
        words.textOut(text)
        self._canvas.drawText(words)

    def _boxes(self, x: float, baseline: float, characters: Iterable[str], style: Style) -> float:
        for character in characters:
            room = advance(character, style)
            self._box(x + room / 2, baseline, character, style.size / MM)
            x += room
        return x

    def _box(self, middle: float, baseline: float, character: str, em: float) -> None:
        side = em * (1 - 2 * _BOX_SIDE)
        foot = baseline - em * _BOX_FOOT
        self.frame(middle - side / 2, baseline - em * _BOX_HEAD, (side, em * (_BOX_HEAD - _BOX_FOOT)), _BOX_LINE / MM)
        self.text(middle, foot + _CODE_DROP / MM, code_of(character), Style(CODE_SIZE), Side.MIDDLE)
