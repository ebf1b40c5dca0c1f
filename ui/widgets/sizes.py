"""Sizes in units of the body font: a text scale of 80 to 200 % moves every height with the words."""

from __future__ import annotations

from enum import IntEnum
from functools import cache, lru_cache
from weakref import WeakSet

from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

FAMILY = "Noto Sans SC"
SMALLEST, LARGEST = 80, 200
_BODY_PT = 10
_BODY_HEIGHT = 18.8125
_GAPS_STOP_AT = 125
_BIG_PT_LIMIT = 48
_WIDTHS_KEPT = 8192


class Pt(IntEnum):
    """Type sizes in quarter points, by their use."""

    CAP = 34
    CAPTION = 37
    BODY = 40
    LARGE = 44
    SECTION = 48
    PAGE = 66
    CODE = 80
    AMOUNT = 88
    PHONE = 112
    CHANGE = 128
    TOTAL = 160

    @property
    def points(self) -> float:
        """Points at 100 %."""
        return self / 4


_DRESSED: WeakSet[QWidget] = WeakSet()
_percent = 100


def text_percent() -> int:
    """The text scale in percent, 80 to 200."""
    return _percent


def set_text_percent(percent: int) -> None:
    """Scale all text that is measured or painted from now on."""
    global _percent  # noqa: PLW0603 - one screen has one text scale
    _percent = max(SMALLEST, min(LARGEST, percent))


def font(size: Pt = Pt.BODY, *, bold: bool = False, struck: bool = False) -> QFont:
    """The program's face at a size of the scale; the big sizes never grow beyond 48 pt."""
    return QFont(_font(size, bold, struck, _percent))


@cache
def _font(size: Pt, bold: bool, struck: bool, percent: int) -> QFont:  # noqa: FBT001 - a cache's key
    points = size.points * percent / 100
    made = QFont(FAMILY)
    made.setPointSizeF(min(points, _BIG_PT_LIMIT) if size >= Pt.PHONE else points)
    made.setBold(bold)
    made.setStrikeOut(struck)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


def px(pixels: float) -> int:
    """A height or width drawn at 100 % and 96 dpi, in the body font's present size."""
    return round(pixels * _body_height(_percent) / _BODY_HEIGHT)


def gap(pixels: int) -> int:
    """An empty distance: grows with the text up to 125 %, then leaves the room to the words."""
    return round(pixels * min(_percent, _GAPS_STOP_AT) / 100)


def width_of(text: str, size: Pt = Pt.BODY, *, bold: bool = False) -> float:
    """How wide a text is drawn, in logical pixels."""
    return _width_of(text, size, bold, _percent)


@lru_cache(maxsize=_WIDTHS_KEPT)
def _width_of(text: str, size: Pt, bold: bool, _percent: int) -> float:  # noqa: FBT001 - a cache's key
    return metrics(size, bold=bold).horizontalAdvance(text)


def metrics(size: Pt = Pt.BODY, *, bold: bool = False) -> QFontMetricsF:
    """The measures of the face at a size."""
    return _metrics(size, bold, _percent)


@cache
def _metrics(size: Pt, bold: bool, _percent: int) -> QFontMetricsF:  # noqa: FBT001 - a cache's key
    return QFontMetricsF(font(size, bold=bold))


@cache
def _body_height(percent: int) -> float:
    return QFontMetricsF(_font(Pt.BODY, False, False, percent)).height()


def measure_anew() -> None:
    """Forget measures taken before the program's face was known."""
    for measured in (_font, _metrics, _body_height, _width_of):
        measured.cache_clear()


def dress(widget: QWidget, size: Pt = Pt.BODY, *, bold: bool = False) -> None:
    """Give a widget its font, now and at every later text scale."""
    _DRESSED.add(widget)
    widget.setProperty("type_size", int(size))
    widget.setProperty("type_bold", bold)
    widget.setFont(font(size, bold=bold))


def polish_again(widget: QWidget) -> None:
    """Let the style sheet see a changed property; it forgets the widget's font, which is given back."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    size = widget.property("type_size")
    if size is not None:
        widget.setFont(font(Pt(size), bold=widget.property("type_bold")))


def dress_again() -> None:
    """Give every dressed widget its font at the present scale, and let the rest measure themselves anew."""
    for widget in _dressed():
        widget.setFont(font(Pt(widget.property("type_size")), bold=widget.property("type_bold")))
    for widget in every_widget():
        widget.updateGeometry()


def every_widget() -> list[QWidget]:
    """Every widget of the windows that wear these sizes.

    Found through the windows: Qt's own list of all widgets may hold one that is just being taken down.
    """
    windows = {id(window): window for window in (widget.window() for widget in _dressed())}
    return [widget for window in windows.values() for widget in (window, *window.findChildren(QWidget))]


def _dressed() -> list[QWidget]:
    gone = [widget for widget in list(_DRESSED) if not isValid(widget)]
    _DRESSED.difference_update(gone)
    return list(_DRESSED)
