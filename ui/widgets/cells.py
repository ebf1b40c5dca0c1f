"""The painters of table cells, one for each kind of column."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from app.core.show import show_money
from ui.widgets.chip import TINTS, paint_chip
from ui.widgets.colours import Tone, colour
from ui.widgets.columns import Split, State
from ui.widgets.icons import paint_icon
from ui.widgets.painting import box, words
from ui.widgets.sizes import font, px, width_of

BOX = 16
_BAR_WIDTH, _BAR_HEIGHT = 72, 3
_RIGHT = Qt.AlignmentFlag.AlignRight
_LEFT = Qt.AlignmentFlag.AlignLeft


def paint_text(
    painter: QPainter,
    place: QRectF,
    text: str,
    tone: Tone,
    *,
    right: bool = False,
    bold: bool = False,
    struck: bool = False,
) -> None:
    """One line of text, shortened in the middle of nothing: its end gives way."""
    face = font(bold=bold, struck=struck)
    fits = right or width_of(text, bold=bold) <= place.width()
    shown = text if fits else QFontMetricsF(face).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
    words(painter, place, shown, face, tone, _RIGHT if right else _LEFT)


def paint_state(painter: QPainter, place: QRectF, state: State, *, quiet: bool = False) -> None:
    """Icon and word of a state."""
    tone = Tone.INK3 if quiet else TINTS[state.mood][2]
    if state.icon:
        edge = px(15)
        paint_icon(painter, state.icon, QRectF(place.left(), place.top(), edge, place.height()), tone, 15)
        place = place.adjusted(edge + px(4), 0, 0, 0)
    paint_text(painter, place, state.word, tone)


def paint_chip_cell(painter: QPainter, place: QRectF, state: State) -> None:
    """A state as a chip."""
    paint_chip(painter, place.left(), place.center().y(), state.word, state.mood, state.icon)


def paint_check(painter: QPainter, middle: QPointF, *, ticked: bool, focused: bool = False) -> None:
    """The box of a check: filled with a white tick, or empty."""
    edge = px(BOX)
    place = QRectF(round(middle.x() - edge / 2), round(middle.y() - edge / 2), edge, edge)
    if focused:
        box(painter, place.adjusted(-4, -4, 4, 4), inside=None, edge=Tone.ACCENT, width=2, radius=6)
    if ticked:
        box(painter, place, inside=Tone.FILL, edge=None, radius=3)
        _tick(painter, place)
    else:
        box(painter, place, inside=Tone.PANEL, edge=Tone.FIELD_EDGE, radius=3)


def _tick(painter: QPainter, place: QRectF) -> None:
    unit = place.width() / 16
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(colour(Tone.ON_FILL), 2 * unit)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    corner = place.topLeft()
    painter.drawPolyline([corner + QPointF(x, y) * unit for x, y in ((4, 8.4), (6.8, 11.2), (12, 5.4))])
    painter.restore()


def paint_split(painter: QPainter, place: QRectF, split: Split) -> None:
    """What a payment gives to this line, over a bar: full, part or nothing."""
    nothing = not split.taken
    tone = Tone.INK3 if nothing else Tone.INK
    words(painter, place.adjusted(0, 0, 0, -px(5)), show_money(split.taken), font(bold=not nothing), tone, _RIGHT)
    width, height = min(px(_BAR_WIDTH), place.width()), px(_BAR_HEIGHT)
    bar = QRectF(place.right() - width, place.bottom() - height - px(2), width, height)
    box(painter, bar, inside=Tone.TRACK, edge=None, radius=height / 2)
    if split.owed.fen > 0 and split.taken.fen > 0:
        full = split.taken >= split.owed
        part = bar.width() if full else bar.width() * split.taken.fen / split.owed.fen
        filled = QRectF(bar.left(), bar.top(), max(part, height), height)
        box(painter, filled, inside=Tone.ACCENT if full else Tone.WARN_BAR, edge=None, radius=height / 2)
