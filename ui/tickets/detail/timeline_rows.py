"""The timeline as Qt's view asks for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from app.core.language import tr
from app.core.show import mask_personal, show_time
from app.tickets.detail.timeline import TimelineEntry
from ui.tickets.detail.entry_words import entry_head, entry_icon, entry_text

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_LATER = timedelta(minutes=1)
_CLOCK, _MONTH = slice(11, 16), slice(5, 16)


@dataclass(frozen=True, slots=True)
class Told:
    """An entry in words, numbers of people hidden; `when` is the time today, and with the day before."""

    entry: TimelineEntry
    when: str
    icon: str
    head: str
    text: str


def told(entry: TimelineEntry, today: date) -> Told:
    """An entry as a row."""
    shown = show_time(entry.happened_at)
    when = shown[_CLOCK] if entry.happened_at.date() == today else shown[_MONTH]
    if entry.happened_at.year != today.year:
        when = shown
    return Told(entry, when, entry_icon(entry), _head(entry), mask_personal(entry_text(entry)))


def _head(entry: TimelineEntry) -> str:
    """What was entered later says when: the time before it is when it happened."""
    head = entry_head(entry)
    if entry.at - entry.happened_at < _LATER:
        return head
    entered = show_time(entry.at)
    same_day = entry.at.date() == entry.happened_at.date()
    return tr("{what}, entered {time}").format(what=head, time=entered[_CLOCK] if same_day else entered[_MONTH])


class TimelineRows(QAbstractListModel):
    """Newest first."""

    def __init__(self) -> None:
        super().__init__()
        self.told: Sequence[Told] = ()

    def put(self, entries: Sequence[TimelineEntry], today: date) -> None:
        """Show these."""
        self.beginResetModel()
        self.told = [told(entry, today) for entry in entries]
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.told)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        one = self.told[index.row()]
        said = tr("{time} {head}").format(time=one.when, head=one.head)
        return f"{said}: {one.text}" if one.text else said
