"""Draws rows of two lines: code and name with the amount, below them captions; heads between groups."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.widgets.colours import Tone
from ui.widgets.painting import fill, hairline, words
from ui.widgets.sizes import Pt, font, px, width_of
from ui.widgets.two_lines import GroupHead, Index, Lines, TwoLine

_LEFT = 16
_RIGHT = 12
_BETWEEN = " · "


class TwoLinePainter(QStyledItemDelegate):
    """Paints the rows that `lines` holds."""

    def __init__(self, lines: Lines) -> None:
        super().__init__()
        self._lines = lines

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, px(36 if isinstance(self._lines.lines[index.row()], GroupHead) else 48))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        place = QRectF(option.rect)  # type: ignore[attr-defined]
        line = self._lines.lines[index.row()]
        if isinstance(line, GroupHead):
            face = font(Pt.CAPTION, bold=True)
            words(painter, place.adjusted(px(_LEFT), px(8), 0, 0), line.text, face, Tone.INK2)
            return
        if option.state & QStyle.StateFlag.State_Selected:  # type: ignore[attr-defined]
            fill(painter, place, Tone.ACCENT_TINT)
            fill(painter, QRectF(place.left(), place.top(), 3, place.height()), Tone.ACCENT)
        hairline(painter, place.left() + px(_LEFT), place.right(), place.bottom() - 1)
        half = place.height() / 2
        inner = place.adjusted(px(_LEFT), px(2), -px(_RIGHT), 0)
        self._paint_first(painter, QRectF(inner.left(), inner.top(), inner.width(), half), line)
        second = QRectF(inner.left(), inner.top() + half - px(4), inner.width(), half)
        _pair(painter, second, line.below, line.below_right, font(Pt.CAPTION), Tone.INK2, Tone.INK2)

    def _paint_first(self, painter: QPainter, place: QRectF, line: TwoLine) -> None:
        words(painter, place, line.head, font(bold=True), Tone.INK)
        shift = max(px(84), width_of(line.head, bold=True) + px(12))
        rest = place.adjusted(shift, 0, 0, 0)
        _pair(painter, rest, line.name, line.right, font(), Tone.INK, line.right_tone)


def _pair(painter: QPainter, place: QRectF, left: str, right: str, face: QFont, ink: Tone, right_ink: Tone) -> None:
    measures = QFontMetricsF(face)
    taken = measures.horizontalAdvance(right) + px(8) if right else 0
    words(painter, place, fitting(left, measures, place.width() - taken), face, ink)
    words(painter, place, right, face, right_ink, Qt.AlignmentFlag.AlignRight)


def fitting(text: str, measures: QFontMetricsF, width: float) -> str:
    """As many whole parts of `text` (between ` · `) as fit, at least the first, cut at its end if need be."""
    parts = text.split(_BETWEEN)
    while len(parts) > 1 and measures.horizontalAdvance(_BETWEEN.join(parts)) > width:
        parts.pop()
    return measures.elidedText(_BETWEEN.join(parts), Qt.TextElideMode.ElideRight, width)
