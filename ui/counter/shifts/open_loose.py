"""Enter on a loose end: its receipt, parked bill, room, outage or book comes up."""

from __future__ import annotations

from collections.abc import Callable

from app.core.ids import ReceiptId
from app.core.language import tr
from app.counter.receipts.receipt_list import ReceiptRow
from app.desk.day_board import Loose, LooseEnd
from ui.shell.context import Context


class OpenLoose:
    """Told how the counter shows a receipt, brings back a bill and searches."""

    def __init__(
        self,
        context: Context,
        show: Callable[[ReceiptRow], object],
        restore: Callable[[], None],
        recall: Callable[[str], None],
        search: Callable[[str], None],
    ) -> None:
        self._context, self._show, self._search = context, show, search
        self._restore, self._recall = restore, recall

    def open(self, end: LooseEnd) -> None:
        """Bring it up, or say where it is seen to."""
        if end.kind is Loose.UNPRINTED:
            self._show(self._context.office.receipts.get(ReceiptId(end.id)))
        elif end.kind is Loose.ASIDE and end.detail == self._context.actor.name:
            self._restore()
        elif end.kind is Loose.PARKED and end.detail == self._context.actor.name:
            self._recall(end.subject)
        elif end.kind in (Loose.PARKED, Loose.ASIDE, Loose.REFERENCE):
            self._search(end.subject)
        elif end.kind is Loose.OUTAGE:
            self._context.actions["counter.outage"].trigger()
        elif end.kind is Loose.BOOK:
            self._context.actions["counter.books"].trigger()
        elif end.kind in (Loose.SHIFT, Loose.FORGOTTEN):
            self._context.messages.hint(tr("F12 counts and closes a shift at its drawer."))
