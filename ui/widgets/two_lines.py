"""The rows of a list with two lines a row, and what Qt's view asks of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from ui.widgets.colours import Tone

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class TwoLine:
    """One row; `what` is handed back when it is opened."""

    head: str
    name: str = ""
    right: str = ""
    below: str = ""
    below_right: str = ""
    right_tone: Tone = Tone.INK2
    what: Any = None


@dataclass(frozen=True, slots=True)
class GroupHead:
    """A line over the rows that follow; it cannot be chosen."""

    text: str


Line = TwoLine | GroupHead


class Lines(QAbstractListModel):
    """What the list shows; rows are read out with all their words."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[Line] = []

    def put(self, lines: Sequence[Line]) -> None:
        """Show these rows."""
        self.beginResetModel()
        self.lines = list(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(self.lines[index.row()], GroupHead):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        line = self.lines[index.row()]
        if isinstance(line, GroupHead):
            return line.text
        parts = (line.head, line.name, line.right, line.below, line.below_right)
        return " ".join(part for part in parts if part)
