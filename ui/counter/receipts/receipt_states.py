"""Where a receipt stands, in a word with its icon: voided, to be checked, waiting for the printer, printed."""

from __future__ import annotations

from collections.abc import Iterator

from app.core.language import tr, tr_n
from app.counter.receipts.issue_receipt import PrintState
from app.counter.receipts.receipt_list import ReceiptRow
from ui.widgets.chip import Mood
from ui.widgets.columns import State


def receipt_state(row: ReceiptRow) -> State:
    """The one state that matters most at the counter."""
    return next(_states(row))


def _states(row: ReceiptRow) -> Iterator[State]:
    """All that hold, the weightiest first."""
    if row.voided:
        yield State(tr("reversed") if row.reversed else tr("voided"), "ban", Mood.DANGER)
    if row.refunded:
        whole = row.refunded >= row.amount
        yield State(tr("paid back") if whole else tr("paid back in part"), "undo-2", Mood.WARN)
    if row.original is PrintState.WAITING:
        yield State(tr("not printed yet"), "printer", Mood.WARN)
    if row.to_check:
        yield State(tr("to be checked"), "clock-3", Mood.WARN)
    if row.written_at is not None:
        yield State(tr("entered later"), "calendar-clock", Mood.ACCENT)
    if row.copies:
        yield State(tr_n("{n} copy", "{n} copies", row.copies).format(n=row.copies), "copy", Mood.MUTE)
    if row.original is PrintState.NOT_WANTED:
        yield State(tr("not printed"), "circle-dashed", Mood.MUTE)
    yield State(tr("printed"), "check", Mood.MUTE)
