"""A panel over the window: the work behind it is shaded, or hidden, and keeps its text."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from shiboken6 import isValid

from ui.widgets.colours import Tone, colour
from ui.widgets.painting import box
from ui.widgets.sizes import px

_SHADE = QColor(11, 16, 22, 102)
_MARGIN = 24


class Overlay(QWidget):
    """Covers its window and shows one panel in the middle; Tab stays inside.

    `too_high` is called once where the window is too low for all of the panel, so that it can give way.
    """

    closed = Signal()

    def __init__(
        self,
        window: QWidget,
        panel: QWidget,
        *,
        widest: int = 960,
        highest: int = 600,
        covers: bool = False,
        too_high: Callable[[], None] | None = None,
    ) -> None:
        super().__init__(window)
        self._too_high = too_high
        self._covers = covers
        self._window = window
        self._panel = panel
        self._most = (widest, highest)
        self._before: QWidget | None = None
        self._goes_on_typing = False
        panel.setParent(self)
        window.installEventFilter(self)
        panel.installEventFilter(self)
        self.hide()

    @property
    def panel(self) -> QWidget:
        """What is shown."""
        return self._panel

    def open(self) -> None:
        """Show the panel and take the focus."""
        self._before = QApplication.focusWidget()
        self._goes_on_typing = isinstance(self._before, QLineEdit) and not self._before.hasSelectedText()
        self._place()
        self.show()
        self.raise_()
        self._panel.show()
        self.focus_first()

    def focus_first(self) -> None:
        """Put the caret where the panel begins."""
        first = self._panel.focusProxy() or self._first()
        (first or self._panel).setFocus(Qt.FocusReason.OtherFocusReason)

    def close_panel(self) -> None:
        """Hide, and give the focus back to where it was."""
        self._window.removeEventFilter(self)
        self.hide()
        before = self._before
        if before is not None and isValid(before) and before.isVisible():  # what was asked may have taken it away
            reason = Qt.FocusReason.PopupFocusReason if self._goes_on_typing else Qt.FocusReason.OtherFocusReason
            before.setFocus(reason)  # a popup leaves the caret in the middle of what was being typed
        self.closed.emit()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self._place()
        if watched is self._panel and event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self._grow()
        return False

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's own signature
        stops = self._stops()
        if not stops:
            return True
        now = QApplication.focusWidget()
        at = stops.index(now) if now in stops else -1
        following = stops[(at + (1 if forward else -1)) % len(stops)]
        following.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour(Tone.CANVAS) if self._covers else _SHADE)
        edge = self._panel.geometry().adjusted(-1, -1, 1, 1).toRectF()
        box(painter, edge, inside=Tone.PANEL, edge=Tone.EDGE, radius=8)

    def _first(self) -> QWidget | None:
        return next(iter(self._stops()), None)

    def _stops(self) -> list[QWidget]:
        found: list[QWidget] = []
        widget = self._panel.nextInFocusChain()
        while widget is not None and widget is not self._panel:
            inside = self._panel.isAncestorOf(widget)
            if inside and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled():
                found.append(widget)
            widget = widget.nextInFocusChain()
        return found

    def _grow(self) -> None:
        """Make room for words that came up inside; a panel never shrinks under the hand."""
        if self._panel.sizeHint().height() > self._panel.height():
            self._place()

    def _place(self) -> None:
        whole = self._window.rect()
        self.setGeometry(whole)
        room = whole.size() - QSize(2 * _MARGIN, 2 * _MARGIN)
        widest = min(px(self._most[0]), room.width())
        wanted = self._panel.sizeHint()
        width = min(max(wanted.width(), self._panel.minimumSizeHint().width()), widest)
        height = wanted.height()
        if self._panel.hasHeightForWidth():
            height = self._panel.heightForWidth(width)
        highest = min(px(self._most[1]), room.height())
        size = QSize(width, min(height, highest))
        if self._too_high is not None and _least_height(self._panel, width) > highest:
            give_way, self._too_high = self._too_high, None
            give_way()
        corner = QRect(whole.center().x() - size.width() // 2, whole.center().y() - size.height() // 2, 0, 0)
        self._panel.setGeometry(QRect(corner.topLeft(), size))


def _least_height(panel: QWidget, width: int) -> int:
    """How high a panel has to be (logical pixels) if nothing in it is to be cut."""
    layout = panel.layout()
    if layout is None:
        return panel.minimumSizeHint().height()
    least = layout.totalMinimumSize().height()
    return max(least, layout.totalMinimumHeightForWidth(width)) if layout.hasHeightForWidth() else least
