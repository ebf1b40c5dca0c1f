"""The last column of the lines: settled with a tick, or what stays owed."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from app.core.language import tr
from app.core.money import Money
from app.core.show import show_money
from ui.counter.bill.line_rows import LineRow
from ui.widgets.cells import paint_text
from ui.widgets.colours import Tone
from ui.widgets.columns import Column
from ui.widgets.icons import paint_icon
from ui.widgets.painting import words
from ui.widgets.sizes import font, px, width_of

_ICON = 14


@dataclass(frozen=True, slots=True)
class RightColumn(Column[LineRow]):
    """A column with its own painter whose head stands at the right edge, over the figures."""

    @property
    def right(self) -> bool:
        """Always."""
        return True


def left_words(left: Money | None) -> str | None:
    """What the cell says."""
    if left is None:
        return None
    return show_money(left) if left else tr("settled")


def paint_left(painter: QPainter, place: QRectF, row: LineRow) -> None:
    """Amber for what stays owed; a tick and a word where nothing does."""
    text = left_words(row.left)
    if text is None:
        return
    if row.left:
        paint_text(painter, place, text, Tone.WARN, right=True)
        return
    words(painter, place, text, font(), Tone.OK, Qt.AlignmentFlag.AlignRight)
    edge = px(_ICON)
    left = place.right() - width_of(text) - edge - px(4)
    paint_icon(painter, "check", QRectF(left, place.top(), edge, place.height()), Tone.OK, _ICON)
