"""Everything that happened to a ticket, newest first; Enter reads an entry whole."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from app.core.language import tr
from app.tickets.detail.timeline import TimelineEntry
from ui.tickets.detail.timeline_painter import TimelinePainter
from ui.tickets.detail.timeline_rows import TimelineRows, Told
from ui.widgets.colours import Tone
from ui.widgets.painting import box
from ui.widgets.sizes import dress

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Timeline(QListView):
    """`opened` comes with the entry that is to be read whole."""

    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.rows = TimelineRows()
        self.setModel(self.rows)
        self.setItemDelegate(TimelinePainter(self.rows, self))
        self.setAccessibleName(tr("Timeline"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        dress(self)

    def show_entries(self, entries: Sequence[TimelineEntry], today: date) -> None:
        """Show these; the entry that was read stays chosen."""
        before = self.current()
        self.rows.put(entries, today)
        ids = [one.entry.id for one in self.rows.told]
        if ids:
            at = ids.index(before.entry.id) if before is not None and before.entry.id in ids else 0
            self.setCurrentIndex(self.rows.index(at))

    def current(self) -> Told | None:
        """The entry under the bar."""
        at = self.currentIndex().row()
        return self.rows.told[at] if 0 <= at < len(self.rows.told) else None

    def keyboardSearch(self, _search: str) -> None:
        """Letters do things here; they do not jump."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and not event.isAutoRepeat():
            self._open()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self._open()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.scheduleDelayedItemsLayout()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            place = self.visualRect(self.currentIndex()) if self.rows.told else self.viewport().rect()
            box(QPainter(self.viewport()), place.toRectF(), inside=None, edge=Tone.ACCENT, width=2, radius=2)

    def _open(self) -> None:
        one = self.current()
        if one is not None:
            self.opened.emit(one)
