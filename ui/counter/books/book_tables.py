"""The table of books, and of the numbers of one book that carry no money."""

from __future__ import annotations

from app.core.language import tr
from app.core.show import show_time, show_whole
from app.counter.books.book_facts import BookRow, BookState, LostNumber
from app.counter.books.kinds import BOOK_NAMES, FATE_NAMES, Fate
from ui.counter.books.book_words import book_state
from ui.widgets.chip import Mood
from ui.widgets.colours import Tone
from ui.widgets.columns import Column, Kind, State
from ui.widgets.row_delegate import RowLook
from ui.widgets.table_view import TableView

FATE_STATES = {
    Fate.SPOILED: ("ban", Mood.WARN),
    Fate.MISSING: ("triangle-alert", Mood.DANGER),
    Fate.UNUSED: ("check", Mood.MUTE),
}


class BookTable(TableView[BookRow]):
    """The newest first."""

    def __init__(self) -> None:
        super().__init__(tr("Receipt books"), _columns(), lambda row: row.id, look=_look)

    def fold(self, *, narrow: bool) -> None:
        """Where it is narrow the panel beside says the rest."""
        for title in (tr("Kind"), tr("Spoiled"), tr("Missing")):
            self.hide_column(title, hidden=narrow)


class LostTable(TableView[LostNumber]):
    """Each with what became of it, why, and who said so."""

    def __init__(self) -> None:
        super().__init__(tr("Numbers without money"), _lost_columns(), lambda one: one.number, row_height=28)


def fate_state(fate: Fate) -> State:
    """What became of a number, in a word with its icon."""
    icon, mood = FATE_STATES[fate]
    return State(tr(FATE_NAMES[fate]), icon, mood)


def _columns() -> list[Column[BookRow]]:
    return [
        Column(tr("Numbers"), lambda row: row.name, whole=True),
        Column(tr("Kind"), lambda row: tr(BOOK_NAMES[row.kind]), tone=Tone.INK2, stretch=True),
        Column(tr("State"), book_state, Kind.STATE),
        Column(tr("Used"), lambda row: show_whole(row.used), Kind.NUMBER, sort=lambda row: row.used),
        Column(tr("Still open"), lambda row: show_whole(row.left), Kind.NUMBER, sort=lambda row: row.left, bold=True),
        Column(tr("Spoiled"), lambda row: _count(row, Fate.SPOILED), Kind.NUMBER, dash=True),
        Column(tr("Missing"), lambda row: _count(row, Fate.MISSING), Kind.NUMBER, dash=True, tone=_alarm),
    ]


def _count(row: BookRow, fate: Fate) -> str | None:
    return show_whole(row.count(fate)) if row.count(fate) else None


def _alarm(row: BookRow) -> Tone:
    return Tone.DANGER if row.count(Fate.MISSING) else Tone.INK3


def _look(row: BookRow) -> RowLook:
    return RowLook(quiet=row.state in (BookState.RETURNED, BookState.USED_UP))


def _lost_columns() -> list[Column[LostNumber]]:
    return [
        Column(tr("Number"), lambda one: one.label, whole=True),
        Column(tr("State"), lambda one: fate_state(one.fate), Kind.STATE),
        Column(tr("Reason"), lambda one: one.reason, stretch=True),
        Column(tr("By"), lambda one: f"{one.by}·{show_time(one.at)[5:]}", tone=Tone.INK2),
    ]
