"""Where a receipt stands, in a word with its icon: voided, to be checked, waiting for the printer, printed."""

from __future__ import annotations

from app.core.language import tr, tr_n
from app.counter.receipts.issue_receipt import PrintState
from app.counter.receipts.receipt_list import ReceiptRow
from ui.widgets.chip import Mood
from ui.widgets.columns import State


def receipt_state(row: ReceiptRow) -> State:
    """The one state that matters most at the counter."""
    if row.voided:
        return State(tr("voided"), "ban", Mood.DANGER)
    if row.original is PrintState.WAITING:
        return State(tr("not printed yet"), "printer", Mood.WARN)
    if row.to_check:
        return State(tr("to be checked"), "clock-3", Mood.WARN)
    if row.copies:
        return State(tr_n("{n} copy", "{n} copies", row.copies).format(n=row.copies), "copy", Mood.MUTE)
    if row.original is PrintState.NOT_WANTED:
        return State(tr("not printed"), "circle-dashed", Mood.MUTE)
    return State(tr("printed"), "check", Mood.MUTE)
