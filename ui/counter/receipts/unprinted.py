"""What is durable but not on paper: said until it is printed, and sent again by one key."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer

from app.core.errors import Refusal, Trouble
from app.core.ids import ReceiptId
from app.core.language import tr
from ui.counter.bill.bill_actions import TAB
from ui.counter.notices import Notice, Notices, Press
from ui.counter.receipts.receipt_printing import ReceiptPrinting
from ui.sentences import say
from ui.shell.context import Context
from ui.widgets.chip import Mood

PATIENCE_MS = 3000


class Unprinted(QObject):
    """Gives the printer a moment before it says anything."""

    def __init__(self, context: Context, printing: ReceiptPrinting, notices: Notices, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._printing, self._notices = context, printing, notices
        self._retry = context.actions.add(
            "counter.retry",
            tr("Print now"),
            "Ctrl+P",
            self.retry,
            context=TAB,
            commits=True,
            help=tr("Print receipts that are not on paper yet"),
        )

    def print_receipt(self, receipt_id: ReceiptId) -> None:
        """Send a receipt to the printer; whatever is wrong with the paper is said, the payment stands."""
        try:
            self._printing.print_receipt(receipt_id, self._context.office.receipts.paper())
        except (Refusal, Trouble) as error:
            self._context.messages.wrong(say(error))
        self._look_later()

    def retry(self) -> None:
        """Send everything again that is not on paper."""
        try:
            anything = self._printing.retry(self._context.office.receipts.paper())
        except (Refusal, Trouble) as error:
            self._context.messages.wrong(say(error))
            return
        words = tr("Sent to the printer again") if anything else tr("Every receipt is printed.")
        self._context.messages.hint(words)
        self._notices.say(Press.UNPRINTED, None)
        self._look_later()

    def look(self, *, patient: bool = False) -> None:
        """Say what is not printed; `patient` counts what the printer has had time for."""
        self._notices.say(Press.UNPRINTED, self._notice(patient=patient))

    def _look_later(self) -> None:
        QTimer.singleShot(PATIENCE_MS, self, partial(self.look, patient=True))

    def _notice(self, *, patient: bool) -> Notice | None:
        word = tr("Saved, not printed yet")
        failed = self._printing.failed
        if failed:
            error = failed[-1].error
            words = f"{failed[-1].title}：{say(error)}" if error is not None else failed[-1].title
            return Notice(words, Mood.WARN, "printer", word, self._retry)
        waiting = self._context.office.receipts.waiting() if patient else self._printing.left_over()
        labels = tr(", ").join(row.label for row in waiting[:3])
        return Notice(labels, Mood.WARN, "printer", word, self._retry) if waiting else None
