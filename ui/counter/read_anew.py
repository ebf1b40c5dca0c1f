"""What the counter reads anew: after its own money moved, after others changed something, and when papers come out."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from ui.counter.bill.bill_actions import TAB
from ui.counter.bill.bill_desk import BillDesk
from ui.counter.search.search_pane import SearchPane
from ui.counter.shifts.shift_view import ShiftView
from ui.shell.changes import Change
from ui.shell.context import Context

REFRESHED_WITHIN_MS = 200


class ReadAnew(QObject):
    """The other pages are told of what moved here."""

    def __init__(self, context: Context, shift: ShiftView, search: SearchPane, desk: BillDesk, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._shift, self._search, self._desk = context, shift, search, desk
        self._timer = QTimer(self, singleShot=True)  # papers come out at any time; nobody waits to see them counted
        self._timer.timeout.connect(shift.refresh)
        context.changes.changed.connect(self._on_changed)

    def shift_soon(self) -> None:
        """A paper came out, or did not."""
        self._timer.start(REFRESHED_WITHIN_MS)

    def announce(self) -> None:
        """The counter changed something, and has read it already."""
        self._context.changes.announce(TAB, by=self)

    def after_shift(self) -> None:
        """The shift or its drawer is another."""
        self._shift.refresh()
        self.announce()

    def after_money_back(self) -> None:
        """What was taken is void, refunded or corrected: bills and receipts are others too."""
        self.after_shift()
        self._read_bills()

    def _on_changed(self, change: Change) -> None:
        if change.by is not self and change.concerns("counter", "estate", "fees"):
            self._shift.refresh()
            self._read_bills()

    def _read_bills(self) -> None:
        self._search.find_again()
        self._desk.read_anew()
