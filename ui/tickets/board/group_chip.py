"""A chip above the board: icon, word and how many; the key and the click run the same action."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from app.core.language import tr
from app.core.show import show_whole
from app.tickets.lists.filters import Group
from ui.shell.actions import Action
from ui.tickets.board.group_words import GROUPS, ICONS
from ui.widgets.colours import Tone
from ui.widgets.icons import paint_icon
from ui.widgets.painting import box, words
from ui.widgets.sizes import font, px, width_of

_SIDE, _ICON, _BETWEEN, _HIGH = 5, 13, 4, 28
_TONES = {Group.SOON: Tone.WARN, Group.OVERDUE: Tone.DANGER}


class GroupChip(QAbstractButton):
    """Chosen it wears tint and edge; its number is in ink only where there is something."""

    def __init__(self, group: Group, action: Action) -> None:
        super().__init__()
        self._group, self._count, self._word = group, 0, tr(GROUPS[group])
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setToolTip(action.cap)
        self.clicked.connect(lambda _: action.trigger())
        self.show_count(0, chosen=False)

    def show_count(self, count: int, *, chosen: bool) -> None:
        """Show how many there are, and whether the list holds these."""
        self._count = count
        self.setChecked(chosen)
        self.setAccessibleName(f"{self._word} {show_whole(count)}")
        self.setAccessibleDescription("✓" if chosen else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        icon = px(_ICON + 4) if self._group in ICONS else 0
        wide = width_of(self._word, bold=True) + px(_BETWEEN) + width_of(show_whole(self._count), bold=True)
        return QSize(round(wide) + 2 * px(_SIDE) + icon + 1, px(_HIGH))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, place = QPainter(self), QRectF(self.rect())
        chosen = self.isChecked()
        if chosen:
            box(painter, place, inside=Tone.ACCENT_TINT, edge=Tone.ACCENT_EDGE)
        if self.hasFocus():
            box(painter, place, inside=None, edge=Tone.ACCENT, width=2)
        ink = Tone.ACCENT if chosen else Tone.INK2
        left = place.left() + px(_SIDE)
        if self._group in ICONS:
            tone = _TONES.get(self._group, Tone.INK2) if self._count else Tone.INK3
            paint_icon(painter, ICONS[self._group], QRectF(left, 0, px(_ICON), place.height()), tone, _ICON)
            left += px(_ICON + 4)
        words(painter, QRectF(left, 0, place.width(), place.height()), self._word, font(bold=chosen), ink)
        left += width_of(self._word, bold=chosen) + px(_BETWEEN)
        number = Tone.ACCENT if chosen else Tone.INK if self._count else Tone.INK3
        said = show_whole(self._count)
        words(painter, QRectF(left, 0, place.width(), place.height()), said, font(bold=True), number)
