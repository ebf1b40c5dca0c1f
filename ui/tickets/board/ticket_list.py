"""The tickets of the board: ↑ ↓ choose, Enter opens, Space marks for what is done with several."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from app.core.language import tr
from app.tickets.lists.rows import TicketRow
from ui.tickets.board.row_painter import RowPainter
from ui.tickets.board.ticket_rows import TicketRows
from ui.widgets.colours import Tone
from ui.widgets.painting import box
from ui.widgets.sizes import dress

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TicketList(QListView):
    """Sends the id of the chosen ticket, None where there is none; letters are the page's keys."""

    opened = Signal(object)
    current_changed = Signal(object)
    marked_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.tickets = TicketRows()
        self.setModel(self.tickets)
        self.setItemDelegate(RowPainter(self.tickets))
        self.setAccessibleName(tr("Tickets"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        dress(self)
        self.selectionModel().currentRowChanged.connect(lambda now: self.current_changed.emit(self._id(now)))

    def show_rows(self, rows: Sequence[TicketRow], total: int) -> None:
        """Show these; the ticket that was chosen stays so, or else the one that took its place."""
        before, place, top = self.current_id(), self.currentIndex().row(), self.verticalScrollBar().value()
        self.selectionModel().blockSignals(True)
        self.tickets.put(rows, total)
        at = self.tickets.place_of(before)
        if at is None and rows:
            at = min(max(place, 0), len(rows) - 1)
        if at is not None:
            self.setCurrentIndex(self.tickets.index(at))
            self.verticalScrollBar().setValue(top)
            self.scrollTo(self.currentIndex())
        self.selectionModel().blockSignals(False)
        self.viewport().update()
        self.current_changed.emit(self.current_id())

    def current_row(self) -> TicketRow | None:
        """The chosen ticket as the list shows it."""
        at = self.currentIndex().row()
        return self.tickets.rows[at] if 0 <= at < len(self.tickets.rows) else None

    def current_id(self) -> int | None:
        """The id of the chosen ticket."""
        row = self.current_row()
        return None if row is None else row.id

    def choose(self, ticket_id: int) -> bool:
        """Choose a ticket; whether it is in the list."""
        at = self.tickets.place_of(ticket_id)
        if at is not None:
            self.setCurrentIndex(self.tickets.index(at))
        return at is not None

    def step(self, by: int) -> None:
        """Move the choice, as a search box does from outside."""
        last = len(self.tickets.rows) - 1
        if last >= 0:
            self.setCurrentIndex(self.tickets.index(max(0, min(last, self.currentIndex().row() + by))))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            if not event.isAutoRepeat() and self.current_id() is not None:
                self.opened.emit(self.current_id())
        elif event.key() == Qt.Key.Key_Space:
            self._mark_current()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _search: str) -> None:
        """Letters do things here; they do not jump."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.indexAt(event.position().toPoint()).isValid():
            self.opened.emit(self.current_id())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            chosen = self.currentIndex().isValid()
            place = self.visualRect(self.currentIndex()) if chosen else self.viewport().rect()
            box(QPainter(self.viewport()), place.toRectF(), inside=None, edge=Tone.ACCENT, width=2, radius=2)

    def _mark_current(self) -> None:
        ticket_id = self.current_id()
        if ticket_id is not None:
            self.tickets.mark(ticket_id)
            self.step(1)
            self.marked_changed.emit()

    def _id(self, index: QModelIndex) -> int | None:
        return self.tickets.rows[index.row()].id if index.isValid() else None
