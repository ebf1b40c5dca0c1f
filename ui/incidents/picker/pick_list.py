"""The list of the picker; the box above drives it, and its clocks repaint their own rows only."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from app.core.language import tr
from app.incidents.plans.plan import Plan
from app.incidents.running.view import RunningLine
from ui.incidents.picker.pick_painter import PickPainter
from ui.incidents.picker.pick_rows import PickRows, Row
from ui.widgets.sizes import dress

_SECOND = 1000


class PickList(QListView):
    """`chosen` tells of the marked row, `opened` of one that was clicked."""

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.rows = PickRows()
        self.setModel(self.rows)
        self.setItemDelegate(PickPainter(self.rows, now))
        self.setAccessibleName(tr("Plans"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        dress(self)
        self.selectionModel().currentRowChanged.connect(self._on_current)
        self._seconds = QTimer(self)
        self._seconds.timeout.connect(self._repaint_clocks)
        self._seconds.start(_SECOND)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these, the first that can be chosen marked."""
        self.rows.put(rows)
        self.scrollToTop()
        places = self.rows.places()
        if places:
            self.setCurrentIndex(self.rows.index(places[0]))

    def current(self) -> RunningLine | Plan | None:
        """What is marked."""
        index = self.currentIndex()
        row = self.rows.rows[index.row()] if index.isValid() else None
        return None if isinstance(row, str) else row

    def choose(self, wanted: Plan) -> None:
        """Mark a plan."""
        self.setCurrentIndex(self.rows.index(self.rows.rows.index(wanted)))

    def step(self, by: int) -> None:
        """Move the mark over the heads."""
        places, now = self.rows.places(), self.currentIndex().row()
        if places:
            at = places.index(now) + by if now in places else 0
            self.setCurrentIndex(self.rows.index(places[max(0, min(len(places) - 1, at))]))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self.indexAt(event.position().toPoint()).isValid() and self.current() is not None:
            self.opened.emit(self.current())

    def _on_current(self, now: QModelIndex) -> None:
        self.chosen.emit(self.current() if now.isValid() else None)

    def _repaint_clocks(self) -> None:
        for at, row in enumerate(self.rows.rows):
            if isinstance(row, RunningLine):
                self.update(self.rows.index(at))
