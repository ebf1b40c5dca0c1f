"""The button of an action: its words, then its key in a cap; the key and the click run the same object."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ui.shell.actions import Action
from ui.widgets.colours import Tone
from ui.widgets.icons import paint_icon
from ui.widgets.key_cap import cap_width, paint_cap
from ui.widgets.painting import RADIUS, box, words
from ui.widgets.sizes import Pt, font, px, width_of

_ICON_GAP = 6
_CAP_GAP = 8
_LEVEL = 34
_TWO_LINES = 48


class Kind(StrEnum):
    """How loud a button is; one primary a screen."""

    PRIMARY = "primary"
    PLAIN = "plain"
    QUIET = "quiet"
    DANGER = "danger"
    SEGMENT = "segment"


@dataclass(frozen=True, slots=True)
class _Paint:
    inside: Tone | None
    edge: Tone | None
    ink: Tone
    cap_ink: Tone
    cap_edge: Tone
    width: int = 1


_PAINTS = {
    Kind.PRIMARY: _Paint(Tone.FILL, None, Tone.ON_FILL, Tone.ON_FILL, Tone.ON_FILL),
    Kind.PLAIN: _Paint(Tone.PANEL, Tone.EDGE, Tone.INK, Tone.INK3, Tone.EDGE),
    Kind.QUIET: _Paint(None, None, Tone.INK2, Tone.INK3, Tone.EDGE),
    Kind.DANGER: _Paint(Tone.PANEL, Tone.DANGER_EDGE, Tone.DANGER, Tone.DANGER, Tone.DANGER_EDGE),
    Kind.SEGMENT: _Paint(Tone.PANEL, Tone.EDGE, Tone.INK, Tone.INK3, Tone.EDGE),
}
_CHOSEN = _Paint(Tone.ACCENT_TINT, Tone.ACCENT, Tone.ACCENT, Tone.ACCENT, Tone.ACCENT_EDGE, 2)
_OFF = _Paint(Tone.MUTE_TINT, Tone.EDGE, Tone.INK3, Tone.INK3, Tone.EDGE)
_QUIET_OFF = _Paint(None, None, Tone.INK3, Tone.INK3, Tone.EDGE)


class KeyButton(QAbstractButton):
    """Shows one action; `segment` buttons are checkable and stand in a group, `small` ones in a status line.

    A `level` one is as high as its plain neighbours, also where it is the primary one.
    A `wordless` one is its icon only: its words and key are its name and its hint. Where several have to stand in one
    narrow row, the cap goes below the words (`put_cap`).
    """

    def __init__(
        self,
        action: Action,
        kind: Kind = Kind.PLAIN,
        *,
        icon: str = "",
        small: bool = False,
        wordless: bool = False,
        level: bool = False,
    ) -> None:
        super().__init__()
        self.action_shown = action
        self._kind = kind
        self._icon = icon
        self._small = small
        self._wordless = wordless
        self._level = level
        self._cap_below = False
        self._hovered = False
        self.setCheckable(kind is Kind.SEGMENT)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if kind is not Kind.PRIMARY else Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._on_clicked)
        action.changed.connect(self._on_changed)
        self._on_changed()

    @property
    def icon_name(self) -> str:
        """The icon's file name; empty for none."""
        return self._icon

    def show_action(self, action: Action) -> None:
        """Show another action, where the same thing has another key just now."""
        if action is not self.action_shown:
            self.action_shown.changed.disconnect(self._on_changed)
            self.action_shown = action
            action.changed.connect(self._on_changed)
            self._on_changed()

    def put_cap(self, *, below: bool) -> None:
        """The cap below the words, or beside them."""
        self._cap_below = below
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        if self._wordless:
            return QSize(px(self._height), px(self._height))
        cap = self.action_shown.cap
        if self._cap_below:
            wide = max(round(self._label_width()) + 1, cap_width(cap))
            return QSize(wide + 2 * px(_CAP_GAP), px(_TWO_LINES))
        wide = round(self._label_width()) + 1 + (cap_width(cap) + px(_CAP_GAP) if cap else 0) + self._icon_width()
        return QSize(wide + 2 * px(self._side), px(self._height))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint = self._paint()
        place = QRectF(self.rect())
        box(painter, place, inside=self._ground(paint), edge=paint.edge, width=paint.width)
        if self._wordless:
            paint_icon(painter, self._icon, place, paint.ink, 16)
        elif self._cap_below:
            self._paint_lines(painter, place, paint)
        else:
            self._paint_row(painter, place, paint)
        if self.hasFocus():
            self._paint_ring(painter, place)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        self.update()
        super().leaveEvent(event)

    def nextCheckState(self) -> None:
        """A segment shows what the page has chosen; a click only asks."""

    @property
    def _height(self) -> int:
        if self._small:
            return 26
        if self._level:
            return _LEVEL
        return {Kind.PRIMARY: 48, Kind.SEGMENT: 36}.get(self._kind, 32)

    @property
    def _side(self) -> int:
        return 8 if self._kind is Kind.QUIET else 12

    @property
    def _size(self) -> Pt:
        if self._small:
            return Pt.CAPTION
        return Pt.SECTION if self._kind is Kind.PRIMARY and not self._level else Pt.BODY

    @property
    def _bold(self) -> bool:
        return self._kind is Kind.PRIMARY or self.isChecked()

    def _label_width(self) -> float:
        wide = self._kind in (Kind.PRIMARY, Kind.SEGMENT)
        return width_of(self.text(), self._size, bold=wide)

    def _icon_width(self) -> int:
        return px(16) + px(_ICON_GAP) if self._icon else 0

    def _paint(self) -> _Paint:
        if self.action_shown.is_off:
            return _QUIET_OFF if self._kind is Kind.QUIET else _OFF
        return _CHOSEN if self.isChecked() else _PAINTS[self._kind]

    def _ground(self, paint: _Paint) -> Tone | None:
        hovered = self._hovered and not self.action_shown.is_off and not self.isChecked()
        return Tone.MUTE_TINT if (hovered or self.isDown()) and self._kind is not Kind.PRIMARY else paint.inside

    def _paint_row(self, painter: QPainter, place: QRectF, paint: _Paint) -> None:
        cap = self.action_shown.cap
        label = round(width_of(self.text(), self._size, bold=self._bold)) + 1
        whole = self._icon_width() + label + (px(_CAP_GAP) + cap_width(cap) if cap else 0)
        left = place.left() + max(px(4), (place.width() - whole) / 2)
        if self._icon:
            paint_icon(painter, self._icon, QRectF(left, place.top(), px(16), place.height()), paint.ink)
            left += self._icon_width()
        words(painter, QRectF(left, place.top(), label, place.height()), self.text(), self._face(), paint.ink)
        if cap:
            paint_cap(painter, left + label + px(_CAP_GAP), place.center().y(), cap, paint.cap_ink, paint.cap_edge)

    def _paint_lines(self, painter: QPainter, place: QRectF, paint: _Paint) -> None:
        cap, half = self.action_shown.cap, place.height() / 2
        upper = QRectF(place.left(), place.top() + px(2), place.width(), half)
        words(painter, upper, self.text(), self._face(), paint.ink, Qt.AlignmentFlag.AlignHCenter)
        left = place.center().x() - cap_width(cap) / 2
        paint_cap(painter, left, place.top() + half * 1.45, cap, paint.cap_ink, paint.cap_edge)

    def _face(self) -> QFont:
        return font(self._size, bold=self._bold)

    def _paint_ring(self, painter: QPainter, place: QRectF) -> None:
        if self._kind is Kind.PRIMARY and not self.action_shown.is_off:
            box(painter, place.adjusted(3, 3, -3, -3), inside=None, edge=Tone.ON_FILL, width=2, radius=RADIUS - 1)
        else:
            box(painter, place, inside=None, edge=Tone.ACCENT, width=3 if self.isChecked() else 2)

    def _on_clicked(self) -> None:
        self.action_shown.trigger()

    def _on_changed(self) -> None:
        action = self.action_shown
        self.setText(action.text)
        self.setAccessibleName(f"{action.text} {action.cap}".strip())
        self.setAccessibleDescription(action.why_off)
        self.setToolTip(action.why_off or (self.accessibleName() if self._wordless else ""))
        self.updateGeometry()
        self.update()
