"""Draws the rows of the picker: the digit in a cap, the sign, the name, its letters, and when it is the one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.core.language import tr
from app.incidents.plans.plan import Plan
from app.incidents.running.view import RunningLine
from ui.incidents.picker.pick_rows import Index, PickRows
from ui.incidents.picker.plan_icons import icon_of
from ui.sentences.incidents import said
from ui.shell.running_clock import clock_text
from ui.widgets.chip import Mood, chip_width, paint_chip
from ui.widgets.colours import Tone
from ui.widgets.icons import paint_icon
from ui.widgets.key_cap import cap_width, paint_cap
from ui.widgets.painting import fill, hairline, words
from ui.widgets.sizes import Pt, font, px, width_of

ROW = 40
_HEAD = 32
_LEFT, _ICON, _NAME, _RIGHT = 24, 60, 92, 16
_LEAST_NAME, _LETTERS = 118, 48


class PickPainter(QStyledItemDelegate):
    """Paints what `rows` holds; the clocks of what runs are told from `now`."""

    def __init__(self, rows: PickRows, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._rows = rows
        self._now = now

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, px(_HEAD if isinstance(self._rows.rows[index.row()], str) else ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        place = QRectF(option.rect)  # type: ignore[attr-defined]
        row = self._rows.rows[index.row()]
        if isinstance(row, str):
            inner = place.adjusted(px(_LEFT), px(6), 0, 0)
            words(painter, inner, row, font(Pt.CAPTION, bold=True), Tone.INK2)
            return
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]
        if chosen:
            fill(painter, place, Tone.ACCENT_TINT)
            fill(painter, QRectF(place.left(), place.top(), 3, place.height()), Tone.ACCENT)
        hairline(painter, place.left() + px(_LEFT), place.right(), place.bottom() - 1)
        if isinstance(row, RunningLine):
            self._paint_running(painter, place, row)
        else:
            self._paint_plan(painter, place, row, chosen=chosen)

    def name_width(self) -> float:
        """As wide as the widest name, so that the letters stand in one column."""
        plans = [row for row in self._rows.rows if isinstance(row, Plan)]
        return max([px(_LEAST_NAME), *(width_of(said(plan.name), Pt.SECTION, bold=True) for plan in plans)])

    def _paint_plan(self, painter: QPainter, place: QRectF, plan: Plan, *, chosen: bool) -> None:
        middle, left = place.center().y(), place.left()
        if plan.digit is not None:
            paint_cap(painter, left + px(_LEFT), middle, str(plan.digit), Tone.INK3, Tone.EDGE)
        sign = QRectF(left + px(_ICON), place.top(), px(20), place.height())
        paint_icon(painter, icon_of(plan.code), sign, Tone.ACCENT if chosen else Tone.INK2, 20)
        room = place.right() - left - px(_NAME) - px(_RIGHT)
        wide = min(self.name_width(), room - px(_LETTERS))
        name = place.adjusted(px(_NAME), 0, 0, 0)
        _fitted(painter, name, said(plan.name), wide, Pt.SECTION, Tone.INK, bold=chosen)
        letters = place.adjusted(px(_NAME) + wide + px(12), 0, 0, 0)
        words(painter, letters, plan.letters, font(), Tone.INK2)
        rest = letters.adjusted(px(_LETTERS), 0, -px(_RIGHT), 0)
        if rest.width() > px(40):
            _fitted(painter, rest, said(plan.use_when), rest.width(), Pt.BODY, Tone.INK2)

    def _paint_running(self, painter: QPainter, place: QRectF, line: RunningLine) -> None:
        left, middle = place.left() + px(_LEFT), place.center().y()
        paint_icon(painter, icon_of(line.code), QRectF(left, place.top(), px(20), place.height()), Tone.DANGER, 20)
        name, clock = said(line.name), clock_text(line.running_since, self._now())
        right = place.adjusted(0, 0, -px(_RIGHT), 0)
        words(painter, right, clock, font(Pt.SECTION, bold=True), Tone.INK, Qt.AlignmentFlag.AlignRight)
        room = right.right() - left - px(28) - width_of(clock, Pt.SECTION, bold=True) - px(12)
        inner = QRectF(left + px(28), place.top(), room, place.height())
        if line.is_drill:
            word = tr("Drill")
            paint_chip(painter, inner.left(), middle, word, Mood.WARN, "flag")
            inner.adjust(chip_width(word, "flag") + px(8), 0, 0, 0)
        _fitted(painter, inner, name, inner.width(), Pt.SECTION, Tone.INK, bold=True)
        inner.adjust(width_of(name, Pt.SECTION, bold=True) + px(12), 0, 0, 0)
        if inner.width() > cap_width("00"):
            _fitted(painter, inner, line.place, inner.width(), Pt.BODY, Tone.INK2)


def _fitted(
    painter: QPainter, place: QRectF, text: str, width: float, size: Pt, tone: Tone, *, bold: bool = False
) -> None:
    face = font(size, bold=bold)
    shown = QFontMetricsF(face).elidedText(text, Qt.TextElideMode.ElideRight, width)
    words(painter, place, shown, face, tone)
