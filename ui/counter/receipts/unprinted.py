"""What is durable but not on paper: said until it is printed, and sent again by one key."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer

from app.core.errors import Refusal, Trouble
from app.core.ids import ReceiptId
from app.core.language import tr, tr_n
from ui.counter.bill.bill_actions import TAB
from ui.counter.notices import Notice, Notices, Press
from ui.counter.receipts.receipt_printing import ReceiptPrinting
from ui.printing.left_paper import LeftPaper
from ui.printing.paper_printing import PaperPrinting
from ui.printing.print_job import JobState, PrintJob
from ui.sentences import say
from ui.shell.context import Context
from ui.widgets.chip import Mood

PATIENCE_MS = 3000
_MOST_NAMED = 3


class Unprinted(QObject):
    """Speaks of every paper that is held up, as the status line does; gives the printer a moment before it does."""

    def __init__(
        self,
        context: Context,
        receipts: ReceiptPrinting,
        others: Sequence[PaperPrinting],
        notices: Notices,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._context, self._receipts, self._notices = context, receipts, notices
        self._all: tuple[PaperPrinting, ...] = (receipts, *others)
        self._retry = context.actions.add(
            "counter.retry",
            tr("Print now"),
            "Ctrl+P",
            self.retry,
            context=TAB,
            commits=True,
            help=tr("Print what is not on paper yet"),
        )
        if context.printing is not None:
            context.printing.use_left_over(self._left_over)

    def print_receipt(self, receipt_id: ReceiptId) -> None:
        """Send a receipt to the printer; whatever is wrong with the paper is said, the payment stands."""
        try:
            self._receipts.print_receipt(receipt_id, self._context.office.receipts.paper())
        except (Refusal, Trouble) as error:
            self._context.messages.wrong(say(error))
        self._look_later()

    def retry(self) -> None:
        """Send what failed again; where nothing did, what an earlier run left."""
        try:
            sent = [*(each.retry() for each in self._all), self._retry_others()]
            anything = any(sent) or self._send_left_over()
        except (Refusal, Trouble) as error:
            self._context.messages.wrong(say(error))
            return
        words = tr("Sent to the printer again") if anything else tr("Every paper is printed.")
        self._context.messages.hint(words)
        self._notices.say(Press.UNPRINTED, None)
        self._look_later()

    def look(self, *, patient: bool = False) -> None:
        """Say what is not printed; `patient` counts what the printer has had time for."""
        if self._context.printing is not None:
            self._notices.say(Press.UNPRINTED, self._notice(patient=patient))

    def _left_over(self) -> Sequence[LeftPaper]:
        """The papers of the counter that never came out in earlier runs and are not on their way now."""
        return [paper for each in self._all for paper in each.left_over()]

    def _failed(self) -> list[PrintJob]:
        return [job for job in self._context.printing.unprinted if job.state is JobState.FAILED]

    def _retry_others(self) -> bool:
        """Send again what failed of other rooms, and papers of which nothing is kept, such as notices."""
        others = self._failed()
        for job in others:
            self._context.printing.retry(job)
        return bool(others)

    def _send_left_over(self) -> bool:
        left = self._context.printing.left_over
        for paper in left:
            paper.send()
        return bool(left)

    def _look_later(self) -> None:
        QTimer.singleShot(PATIENCE_MS, self, partial(self.look, patient=True))

    def _notice(self, *, patient: bool) -> Notice | None:
        failed, held_up = self._failed(), len(self._context.printing.held_up)
        words = self._failed_words(failed) if failed else self._waiting_words(patient=patient)
        word = tr("Saved, not printed yet")
        if held_up > 1:
            word = tr_n("{n} paper not printed", "{n} papers not printed", held_up).format(n=held_up)
        return Notice(words, Mood.WARN, "printer", word, self._retry) if words else None

    def _failed_words(self, failed: Sequence[PrintJob]) -> str:
        newest = max(failed, key=lambda job: job.number)
        words = newest.title if newest.error is None else f"{newest.title}：{say(newest.error)}"
        return f"{words} {self._where_to_look()}".strip()

    def _where_to_look(self) -> str:
        """The keys of the queue and of the printers, where the window has them."""
        actions = self._context.actions
        if not {"window.print_queue", "window.printers"} <= actions.names():
            return ""
        words = tr("{queue} shows every paper, {printers} the printers.")
        return words.format(queue=actions["window.print_queue"].cap, printers=actions["window.printers"].cap)

    def _waiting_words(self, *, patient: bool) -> str:
        waiting = self._context.office.receipts.waiting() if patient else ()
        left = self._context.printing.left_over
        names = [row.label for row in waiting] or [paper.key for paper in self._receipts.left_over()]
        names += [paper.title for paper in left if paper.key not in names]
        return tr(", ").join(names[:_MOST_NAMED]) + (" …" if len(names) > _MOST_NAMED else "")
