"""A place that scrolls where the window is too low for its words, and follows the focus."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLayout, QScrollArea, QWidget

_AROUND = 24


class Scrolling(QScrollArea):
    """Holds a layout; where there is room enough it is not seen at all.

    What has the focus stays in view also when something comes up inside, such as the field that takes it.
    """

    def __init__(self, inside: QLayout) -> None:
        super().__init__()
        self.together: QWidget | None = None
        """A part inside that comes into view from its top, where there is room, with whatever of it has the focus."""
        self.setProperty("bare", True)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        body = QWidget()
        body.setProperty("bare", True)
        body.setLayout(inside)
        self.setWidget(body)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus_changed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.widget() and event.type() == QEvent.Type.Resize:
            QTimer.singleShot(0, self, self._follow)  # then everything inside has its place
        return super().eventFilter(watched, event)

    def _follow(self) -> None:
        self._on_focus_changed(None, QApplication.focusWidget())

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and now is not self and self.isVisible() and self.isAncestorOf(now):
            if isinstance(now, QAbstractItemView):
                self.show_row_of(now)
            else:
                self._show(self._from_its_top(now))

    def show_whole(self, widget: QWidget) -> None:
        """Bring all of a widget inside into view, not its caret alone; its top where it is higher than the place."""
        self._show(self._place_of(widget))

    def _place_of(self, widget: QWidget) -> QRect:
        return QRect(widget.mapTo(self.widget(), QPoint(0, 0)), widget.size())

    def _from_its_top(self, now: QWidget) -> QRect:
        place = self._place_of(now)
        if self.together is None or not self.together.isAncestorOf(now):
            return place
        whole = place.united(QRect(self._place_of(self.together).topLeft(), place.size()))
        return whole if whole.height() <= self.viewport().height() else place

    def _show(self, place: QRect) -> None:
        around = min(_AROUND, max(self.viewport().height() - place.height(), 0) // 2)
        for edge in (place.bottom(), place.top()):
            self.ensureVisible(place.left(), edge, 0, around)

    def show_row_of(self, table: QAbstractItemView) -> None:
        """Bring the current row of a list inside into view; its other rows may stay outside."""
        place = table.visualRect(table.currentIndex())
        if place.isValid() and self.isVisible():
            middle = table.viewport().mapTo(self.widget(), place.center())
            self.ensureVisible(0, middle.y(), 0, place.height())
