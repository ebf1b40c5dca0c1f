"""Books in words."""

from __future__ import annotations

from app.core.language import tr
from app.counter.books.book_facts import BookRow, BookState
from ui.widgets.chip import Mood
from ui.widgets.columns import State


def book_state(row: BookRow) -> State:
    """Where a book stands, in a word with its icon; few numbers left come before all else."""
    if row.state is BookState.RETURNED:
        return State(tr("came back"), "check", Mood.MUTE)
    if row.state is BookState.USED_UP:
        return State(tr("used up"), "circle-check", Mood.MUTE)
    if row.state is BookState.OUT:
        return State(tr("with {holder}").format(holder=row.holder), "user", Mood.ACCENT)
    if row.state is BookState.WAITING:
        return State(tr("waiting"), "hourglass", Mood.MUTE)
    if row.runs_out:
        return State(tr("runs out"), "triangle-alert", Mood.WARN)
    return State(tr("in use"), "circle-check", Mood.OK)
