"""Draws a line of the log: time, bold kind, words; every row is equally high, so that thousands scroll at once."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.incidents.words.names import LINES
from ui.incidents.side.record_rows import Index, RecordRows
from ui.sentences.incident_lines import kind_said
from ui.sentences.incidents import said
from ui.widgets.colours import Tone
from ui.widgets.painting import fill, words
from ui.widgets.sizes import font, gap, metrics, px, width_of

ROW = 28
_BETWEEN = 12
_CLOCK, _WITH_DAY = "00:00", "00-00 00:00"


class RecordPainter(QStyledItemDelegate):
    """Paints the rows of a model in a view."""

    def __init__(self, rows: RecordRows, view: QListView) -> None:
        super().__init__()
        self._rows, self._view = rows, view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(px(120), px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        place = QRectF(option.rect)  # type: ignore[attr-defined]
        if option.state & QStyle.StateFlag.State_Selected and self._view.hasFocus():  # type: ignore[attr-defined]
            fill(painter, place, Tone.ACCENT_TINT)
        entry = self._rows.entry(index.row())
        when = self._rows.when(entry)
        left = place.left()
        words(painter, QRectF(left, place.top(), place.width(), place.height()), when, font(), Tone.INK2)
        left += width_of(_CLOCK if len(when) == len(_CLOCK) else _WITH_DAY) + gap(_BETWEEN)
        head = kind_said(entry)
        words(painter, QRectF(left, place.top(), place.width(), place.height()), head, font(bold=True), Tone.INK2)
        left += max(_widest(), width_of(head, bold=True)) + gap(_BETWEEN)
        room = max(place.right() - left - px(4), 0.0)
        text = metrics().elidedText(self._rows.words(entry), Qt.TextElideMode.ElideRight, room)
        words(painter, QRectF(left, place.top(), room, place.height()), text, font(), Tone.INK)


def _widest() -> float:
    """The column of the kinds is as wide as its usual words; the few longer ones push their text."""
    usual = sorted(width_of(said(one), bold=True) for one in LINES.values())
    return usual[len(usual) * 2 // 3]
