"""The rows of the board as Qt's view asks for them: further ones are read when the end comes into view."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from app.tickets.lists.rows import TicketRow
from ui.tickets.board.row_words import row_words

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class TicketRows(QAbstractListModel):
    """Holds what was read so far; `marked` are the ids that the next key is meant for together."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[TicketRow] = []
        self.marked: set[int] = set()
        self.total = 0
        self.more: Callable[[], Sequence[TicketRow]] | None = None

    def put(self, rows: Sequence[TicketRow], total: int) -> None:
        """Show these, the first of `total`."""
        self.beginResetModel()
        self.rows, self.total = list(rows), total
        self.endResetModel()

    def replace(self, rows: Sequence[TicketRow]) -> None:
        """Show some rows anew where they stand."""
        places = {row.id: at for at, row in enumerate(self.rows)}
        for row in rows:
            if row.id in places:
                self.rows[places[row.id]] = row
        if self.rows:
            self.dataChanged.emit(self.index(0), self.index(len(self.rows) - 1))

    def place_of(self, ticket_id: int | None) -> int | None:
        """In which row a ticket stands."""
        return next((at for at, row in enumerate(self.rows) if row.id == ticket_id), None)

    def mark(self, ticket_id: int) -> None:
        """Mark a ticket, or take its mark away."""
        self.marked ^= {ticket_id}
        at = self.place_of(ticket_id)
        if at is not None:
            self.dataChanged.emit(self.index(at), self.index(at))

    def mark_all(self) -> None:
        """Mark every row, and those that follow unseen."""
        if self.canFetchMore(_NOWHERE):
            self.fetchMore(_NOWHERE)
        self.marked = {row.id for row in self.rows}
        self.replace(())

    def unmark(self) -> None:
        """Take all marks away."""
        self.marked.clear()
        self.replace(())

    def canFetchMore(self, _parent: Index) -> bool:
        return self.more is not None and len(self.rows) < self.total

    def fetchMore(self, _parent: Index) -> None:
        assert self.more is not None
        further = self.more()
        if not further:
            self.total = len(self.rows)
            return
        self.beginInsertRows(QModelIndex(), len(self.rows), len(self.rows) + len(further) - 1)
        self.rows += further
        self.endInsertRows()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row_words(self.rows[index.row()]).spoken()
        return None
