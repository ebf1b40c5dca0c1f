"""The payment that was just taken: its paper goes to the printer, its strip stands for ten seconds."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from app.core.ids import ReceiptId
from app.counter.payments.asked import Taken
from ui.counter.bill.taken_strip import SHOWN_SECONDS, strip_words
from ui.counter.notices import Notice, Notices, Press
from ui.counter.receipts.last_receipt import LastReceipt
from ui.counter.receipts.receipt_printing import ReceiptPrinting
from ui.counter.receipts.unprinted import Unprinted
from ui.counter.search.empty_counter import EmptyCounter
from ui.widgets.chip import Mood


class JustTaken(QObject):
    """Says it wherever the counter shows it; a void takes all of it away."""

    def __init__(
        self,
        notices: Notices,
        empty: EmptyCounter,
        last: LastReceipt,
        unprinted: Unprinted,
        printing: ReceiptPrinting,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._notices, self._empty, self._last = notices, empty, last
        self._unprinted, self._printing = unprinted, printing
        self._receipt: ReceiptId | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(lambda: notices.say(Press.TAKEN, None))

    def show(self, taken: Taken, *, print_wanted: bool) -> None:
        """Print it, or only open the drawer where nobody wants a paper and cash has to go in; then say it."""
        if not taken.repeated:
            if print_wanted:
                self._unprinted.print_receipt(taken.receipt_id)
            else:
                self._printing.open_drawer_for(taken.receipt_id)
        self._notices.say(Press.TAKEN, Notice(strip_words(taken), Mood.OK))
        self._timer.start(SHOWN_SECONDS * 1000)
        self._receipt = taken.receipt_id
        self._empty.show_taken(taken)
        self._last.show_taken(taken)

    def forget(self, receipt_id: ReceiptId) -> None:
        """A receipt is void: if it is this one, nothing speaks of it any more."""
        if receipt_id == self._receipt:
            self._notices.say(Press.TAKEN, None)
            self._empty.forget_taken()
