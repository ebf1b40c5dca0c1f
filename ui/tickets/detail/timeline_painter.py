"""Draws the timeline: time, icon on a thin line, bold head, its words in at most three lines."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QTextLayout
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.tickets.detail.timeline_rows import Index, TimelineRows, Told
from ui.widgets.colours import Tone, colour
from ui.widgets.icons import paint_icon
from ui.widgets.painting import fill, words
from ui.widgets.sizes import font, gap, metrics, px, width_of

_SIDE, _ICON, _AFTER_ICON, _BETWEEN = 16, 16, 12, 10
_MOST_LINES = 3
_TODAY = "00:00"


class TimelinePainter(QStyledItemDelegate):
    """Paints the rows of a model in a view."""

    def __init__(self, rows: TimelineRows, view: QListView) -> None:
        super().__init__()
        self._rows, self._view = rows, view

    def text_left(self) -> int:
        """Where the words begin: after the widest time and the icon."""
        widest = max((width_of(one.when) for one in self._rows.told), default=0)
        return round(gap(_SIDE) + max(widest, width_of(_TODAY)) + gap(16) + px(_ICON) + gap(_AFTER_ICON))

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        one = self._rows.told[index.row()]
        lines = 1 + len(self.lines_of(one))
        return QSize(0, round(metrics().height() * lines) + px(_BETWEEN))

    def lines_of(self, one: Told) -> list[str]:
        """The text broken to the width of the view; its third line ends with dots where there is more."""
        room = self._view.viewport().width() - self.text_left() - gap(_SIDE)
        if not one.text or room <= 0:
            return []
        lines = _broken(one.text, room)
        if len(lines) > _MOST_LINES:
            rest = " ".join(lines[_MOST_LINES - 1 :])
            last = metrics().elidedText(rest, Qt.TextElideMode.ElideRight, room)
            lines = [*lines[: _MOST_LINES - 1], last]
        return lines

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        place = QRectF(option.rect)  # type: ignore[attr-defined]
        one = self._rows.told[index.row()]
        if option.state & QStyle.StateFlag.State_Selected and self._view.hasFocus():  # type: ignore[attr-defined]
            fill(painter, place, Tone.ACCENT_TINT)
        high = metrics().height()
        top = place.top() + px(_BETWEEN) / 2
        left = place.left() + self.text_left()
        gone = one.entry.is_undone
        words(painter, QRectF(place.left() + gap(_SIDE), top, left, high), one.when, font(), Tone.INK2)
        self._paint_line(painter, place, left, top + high, index.row() == len(self._rows.told) - 1)
        icon = QRectF(left - gap(_AFTER_ICON) - px(_ICON), top, px(_ICON), high)
        paint_icon(painter, one.icon, icon, Tone.INK3 if gone else Tone.ACCENT, _ICON)
        head = metrics(bold=True).elidedText(one.head, Qt.TextElideMode.ElideRight, place.right() - left)
        face, tone = font(bold=True, struck=gone), Tone.INK3 if gone else Tone.INK
        words(painter, QRectF(left, top, place.width(), high), head, face, tone)
        for number, line in enumerate(self.lines_of(one), 1):
            under = QRectF(left, top + number * high, place.width(), high)
            words(painter, under, line, font(), Tone.INK3 if gone else Tone.INK2)

    @staticmethod
    def _paint_line(painter: QPainter, place: QRectF, left: float, below: float, is_last: bool) -> None:  # noqa: FBT001 - where the row stands
        if not is_last:
            middle = round(left - gap(_AFTER_ICON) - px(_ICON) / 2)
            painter.setPen(QPen(colour(Tone.EDGE), 0))
            painter.drawLine(QLineF(middle, below + px(2), middle, place.bottom() + px(3)))


def _broken(text: str, room: float) -> list[str]:
    found: list[str] = []
    for paragraph in text.splitlines():
        layout = QTextLayout(paragraph, font())
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(room)
            found.append(paragraph[line.textStart() : line.textStart() + line.textLength()].strip())
            if len(found) > _MOST_LINES + 1:
                break
        layout.endLayout()
        if len(found) > _MOST_LINES + 1:
            break
    return found
