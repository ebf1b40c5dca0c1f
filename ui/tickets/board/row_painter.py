"""Draws a ticket of the board: number, place and state with the bar, below them the text and how it stands."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.tickets.lists.rows import TicketRow
from ui.tickets.board.row_words import RowWords, row_words
from ui.tickets.board.ticket_rows import Index, TicketRows
from ui.tickets.deadline_bar import paint_bar
from ui.widgets.chip import chip_width, paint_chip
from ui.widgets.colours import Tone
from ui.widgets.icons import paint_icon
from ui.widgets.painting import fill, hairline, words
from ui.widgets.sizes import Pt, font, gap, metrics, px, width_of

_HIGH, _SIDE = 55, 16
_BAR_WIDE, _BAR_HIGH = 128, 6
_ICON = 14
_NUMBER = "000000-000"


class RowPainter(QStyledItemDelegate):
    """Paints the rows of a model."""

    def __init__(self, rows: TicketRows) -> None:
        super().__init__()
        self._rows = rows

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(0, px(_HIGH))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        place = QRectF(option.rect)  # type: ignore[attr-defined]
        row = self._rows.rows[index.row()]
        marked = row.id in self._rows.marked
        if option.state & QStyle.StateFlag.State_Selected:  # type: ignore[attr-defined]
            fill(painter, place, Tone.ACCENT_TINT)
            fill(painter, QRectF(place.left(), place.top(), 3, place.height()), Tone.ACCENT)
        elif marked:
            fill(painter, place, Tone.SUNKEN)
        hairline(painter, place.left() + gap(_SIDE), place.right(), place.bottom() - 1)
        inner = place.adjusted(gap(_SIDE), px(4), -gap(_SIDE), -px(4))
        if marked:
            paint_icon(painter, "check", QRectF(inner.left(), inner.top(), px(_ICON), inner.height()), Tone.ACCENT)
            inner.setLeft(inner.left() + px(_ICON + 8))
        half = inner.height() / 2
        said = row_words(row)
        _paint_first(painter, QRectF(inner.left(), inner.top(), inner.width(), half), row, said)
        _paint_second(painter, QRectF(inner.left(), inner.top() + half, inner.width(), half), said)


def _paint_first(painter: QPainter, place: QRectF, row: TicketRow, said: RowWords) -> None:
    wide = min(px(_BAR_WIDE), round(place.width() / 3))
    if row.clock is not None:
        high = px(_BAR_HIGH)
        paint_bar(painter, QRectF(place.right() - wide, place.center().y() - high / 2, wide, high), row.clock.reckoned)
    words(painter, place, said.number, font(), Tone.INK2)
    left = place.left() + width_of(_NUMBER) + px(8)
    room = place.right() - wide - px(12)
    chip = _chip_wide(said, room - left)
    where = metrics(bold=True).elidedText(said.where, Qt.TextElideMode.ElideMiddle, room - chip - px(8) - left)
    words(painter, QRectF(left, place.top(), room - left, place.height()), where, font(bold=True), Tone.INK)
    after = max(left + width_of(where, bold=True) + px(8), place.left() + width_of(_NUMBER) + px(8 + 84))
    icon = said.state.icon if chip == chip_width(said.state.word, said.state.icon) else ""
    paint_chip(painter, min(after, room - chip), place.center().y(), said.state.word, said.state.mood, icon)


def _chip_wide(said: RowWords, room: float) -> int:
    """How wide the chip is; in a narrow list it is its word alone, so that the place is read beside it."""
    whole = chip_width(said.state.word, said.state.icon)
    return whole if whole + px(72) <= room else chip_width(said.state.word)


def _paint_second(painter: QPainter, place: QRectF, said: RowWords) -> None:
    face = font(bold=said.is_loud)
    wide = width_of(said.standing, bold=said.is_loud)
    left = place.right() - wide
    words(painter, QRectF(left - 1, place.top(), wide + 2, place.height()), said.standing, face, said.tone)
    if said.icon:
        left -= px(_ICON + 5)
        paint_icon(painter, said.icon, QRectF(left, place.top(), px(_ICON), place.height()), said.tone, _ICON)
    room = left - px(12) - place.left()
    text = metrics().elidedText(said.text, Qt.TextElideMode.ElideRight, room)
    words(painter, QRectF(place.left(), place.top(), room, place.height()), text, font(Pt.BODY), Tone.INK)
