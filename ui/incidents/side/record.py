"""What happened, newest first, one line each; Enter reads one whole. Nothing here can be changed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from app.core.language import tr
from app.incidents.running.view import IncidentView
from ui.incidents.side.record_painter import ROW, RecordPainter
from ui.incidents.side.record_rows import RecordRows
from ui.widgets.colours import Tone
from ui.widgets.painting import box
from ui.widgets.sizes import dress, px

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LEAST_ROWS = 3


class Record(QListView):
    """`opened` with the entry that is to be read whole."""

    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.rows = RecordRows()
        self.setModel(self.rows)
        self.setItemDelegate(RecordPainter(self.rows, self))
        self.setAccessibleName(tr("Record"))
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        dress(self)

    def show_view(self, view: IncidentView) -> None:
        """Show its log; who reads an old line goes on reading it."""
        at_top = self.verticalScrollBar().value() == 0
        self.rows.put(view)
        if at_top:
            self.scrollToTop()

    def keyboardSearch(self, _search: str) -> None:
        """Letters do things here; they do not jump."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and not event.isAutoRepeat():
            self._open()
            return
        if event.key() == Qt.Key.Key_End:
            self.rows.fetch_all()
            self.setCurrentIndex(self.rows.index(self.rows.rowCount() - 1))
            return
        super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self._open()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.scheduleDelayedItemsLayout()

    def minimumSizeHint(self) -> QSize:
        return QSize(px(160), _LEAST_ROWS * px(ROW))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            place = self.visualRect(self.currentIndex()) if self.currentIndex().isValid() else self.viewport().rect()
            box(QPainter(self.viewport()), place.toRectF(), inside=None, edge=Tone.ACCENT, width=2, radius=2)

    def _open(self) -> None:
        at = self.currentIndex().row()
        if 0 <= at < self.rows.rowCount():
            self.opened.emit(self.rows.entry(at))
