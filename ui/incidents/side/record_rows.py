"""The log as Qt's view asks for it: newest first; new lines are put at the top, the others are not touched."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from app.core.language import tr
from app.core.show import show_time
from app.incidents.plans.plan import Plan
from app.incidents.running.entry import Entry
from app.incidents.running.view import IncidentView
from app.incidents.words.lines import entered_later
from ui.sentences.incident_lines import hand_said, kind_said, line_said

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_CLOCK, _MONTH = slice(11, 16), slice(5, 16)
_AT_ONCE = 200


class RecordRows(QAbstractListModel):
    """A log only grows, so that a longer one of the same incident is the same one with lines before it."""

    def __init__(self) -> None:
        super().__init__()
        self._entries: Sequence[Entry] = ()
        self._plan: Plan | None = None
        self._incident = self._shown = 0
        self._day: date | None = None

    def put(self, view: IncidentView) -> None:
        """Show the log of this incident."""
        before, after = self._entries, view.entries
        if self._incident == view.id and _continues(before, after):
            if len(after) > len(before):
                self.beginInsertRows(_NOWHERE, 0, len(after) - len(before) - 1)
                self._entries = after
                self._shown += len(after) - len(before)
                self.endInsertRows()
            return
        self.beginResetModel()
        self._entries, self._plan, self._incident = after, view.plan, view.id
        self._day = view.started_at.date()
        self._shown = min(len(after), _AT_ONCE)
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else self._shown

    def canFetchMore(self, parent: Index = _NOWHERE) -> bool:
        return not parent.isValid() and self._shown < len(self._entries)

    def fetchMore(self, _parent: Index = _NOWHERE) -> None:
        """Older lines, for who reads on downwards: a long log is not laid out anew with each key."""
        more = min(_AT_ONCE, len(self._entries) - self._shown)
        self.beginInsertRows(_NOWHERE, self._shown, self._shown + more - 1)
        self._shown += more
        self.endInsertRows()

    def fetch_all(self) -> None:
        """Every line, for who wants to see where it began."""
        while self.canFetchMore():
            self.fetchMore()

    def entry(self, at: int) -> Entry:
        """The line of a row."""
        return self._entries[len(self._entries) - 1 - at]

    def when(self, entry: Entry) -> str:
        """The time; on another day than the first one with the day before it."""
        shown = show_time(entry.happened_at)
        return shown[_CLOCK] if entry.happened_at.date() == self._day else shown[_MONTH]

    def words(self, entry: Entry) -> str:
        """What it says; what was entered later, or before anybody signed in, says so."""
        assert self._plan is not None
        said = line_said(entry, self._plan)
        if entered_later(entry):
            clock = show_time(entry.at)[_CLOCK]
            said = tr("{what} (entered {time})").format(what=said, time=clock) if said else clock
        if not entry.by:
            said = tr("{what} ({hand})").format(what=said, hand=hand_said(entry))
        return said

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        wanted = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
        if role not in wanted:
            return None
        entry = self.entry(index.row())
        told = tr("{time} {head}").format(time=self.when(entry), head=kind_said(entry))
        words = self.words(entry)
        return f"{told}: {words}" if words else told


def _continues(before: Sequence[Entry], after: Sequence[Entry]) -> bool:
    """Whether the lines shown are still the first ones; the newest of them says it for all."""
    return bool(before) and len(after) >= len(before) and after[len(before) - 1] == before[-1]
