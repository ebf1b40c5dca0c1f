"""Enter on a loose end: its receipt, its parked bill, or its room comes up."""

from __future__ import annotations

from collections.abc import Callable

from app.core.ids import ReceiptId
from app.core.language import tr
from app.counter.receipts.receipt_list import ReceiptRow
from app.desk.day_board import Loose, LooseEnd
from ui.counter.shifts.loose_words import kind_of
from ui.shell.context import Context


class OpenLoose:
    """Told how the counter shows a receipt, brings back a bill and searches."""

    def __init__(
        self,
        context: Context,
        show: Callable[[ReceiptRow], object],
        restore: Callable[[], None],
        search: Callable[[str], None],
    ) -> None:
        self._context, self._show, self._restore, self._search = context, show, restore, search

    def open(self, end: LooseEnd) -> None:
        """Bring it up, or say where it is seen to."""
        if end.kind is Loose.UNPRINTED:
            self._show(self._context.office.receipts.get(ReceiptId(end.id)))
        elif end.kind is Loose.PARKED and end.detail == self._context.actor.name:
            self._restore()
        elif end.kind in (Loose.PARKED, Loose.REFERENCE):
            self._search(end.subject)
        elif end.kind in (Loose.SHIFT, Loose.FORGOTTEN):
            self._context.messages.hint(tr("F12 counts and closes a shift at its drawer."))
        else:
            self._context.messages.hint(kind_of(end).word)
