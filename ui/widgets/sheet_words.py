"""What is said of every sheet: how many rows, which columns were read, how an import stands."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from app.core.language import tr, tr_n
from app.core.show import show_time
from app.sheets.results import SheetPreview
from ui.widgets.chip import Mood
from ui.widgets.columns import State

MOST_LINES = 500
"""How many of the good rows a preview shows."""


def rows_words(count: int) -> str:
    """`1 row`, `302 rows`."""
    return tr_n("{n} row", "{n} rows", count).format(n=f"{count:,}")


def columns_words(preview: SheetPreview[Any]) -> str:
    """Which columns were read, and which mean nothing here."""
    said = tr("Columns read: {heads}.").format(heads=tr(", ").join(preview.used))
    if preview.unused:
        said += " " + tr("Not used: {heads}.").format(heads=tr(", ").join(preview.unused))
    return said


def lines_words(preview: SheetPreview[Any]) -> str:
    """How many rows can come in, and how many of them are shown; empty where none can."""
    count = len(preview.lines)
    if not count:
        return ""
    if count > MOST_LINES:
        return tr("{rows} can come in; the first {n}:").format(rows=rows_words(count), n=MOST_LINES)
    return tr("{rows} can come in").format(rows=rows_words(count))


def nothing_words(*, bad: bool) -> str:
    """Why nothing of a sheet can be brought in, and what to do."""
    if bad:
        return tr("No row of this sheet can come in. Correct the rows in the file and choose it again.")
    return tr("Nothing in this sheet is new, so there is nothing to bring in.")


def hint_words(preview: SheetPreview[Any]) -> str:
    """What to know before F9."""
    if not preview.bad:
        return tr("All or nothing: if anything breaks off, nothing is imported.")
    return tr("The good rows come in together; the wrong ones can then be saved as a sheet, each with its reason.")


def batch_state(undone_at: datetime | None) -> State:
    """Whether an import stands."""
    if undone_at is None:
        return State(tr("in the book"), "circle-check", Mood.OK)
    return State(tr("taken back {time}").format(time=show_time(undone_at)), "undo-2")
