"""What is done with receipts already issued: look, print again, void."""

from __future__ import annotations

from collections.abc import Callable

from app.access.actor import Approval
from app.access.permissions import Permission
from app.access.refusals import NotPermitted
from app.core.errors import Refusal, Trouble
from app.core.ids import ReceiptId, UnitId
from app.core.language import tr
from app.core.show import show_money
from app.counter.receipts.receipt_list import ReceiptRow
from app.counter.refusals import ReceiptOfAnother
from ui.counter.receipts.receipt_panel import ReceiptPanel, ReceiptStep
from ui.counter.receipts.receipt_printing import ReceiptPrinting
from ui.counter.receipts.void_panel import VoidAnswer, VoidPanel
from ui.sentences import say
from ui.shell.context import Context


class ReceiptDesk:
    """`voided` is called with what was voided; `open_unit` opens a bill."""

    def __init__(
        self,
        context: Context,
        printing: ReceiptPrinting,
        paper: Callable[[], str],
        voided: Callable[[ReceiptId], None],
        open_unit: Callable[[UnitId], None],
    ) -> None:
        self._context = context
        self._printing = printing
        self._paper = paper
        self._voided = voided
        self._open_unit = open_unit

    def show(self, row: ReceiptRow) -> None:
        """Show one receipt, and do what the person chooses."""
        receipts = self._context.office.receipts
        fresh = receipts.get(row.id)
        step = self._context.questions.ask(ReceiptPanel(fresh, receipts.facts(row.id)))
        if step is ReceiptStep.OPEN_UNIT:
            self._open_unit(fresh.unit_id)
        elif step is ReceiptStep.PRINT:
            self.print_again(fresh)
        elif step is ReceiptStep.PREVIEW:
            self._preview(fresh)
        elif step is ReceiptStep.VOID:
            self._void(fresh)

    def print_again(self, row: ReceiptRow) -> None:
        """Print the original if it still waits, else a copy with its number."""
        try:
            self._printing.print_receipt(row.id, self._paper())
        except (Refusal, Trouble) as error:
            self._context.messages.wrong(say(error))
        else:
            self._context.messages.done(tr("Receipt {label} goes to the printer").format(label=row.label))

    def _preview(self, row: ReceiptRow) -> None:
        from app.counter.papers.receipt_paper import missing_glyphs  # noqa: PLC0415 - reads the drawing library
        from ui.printing.preview_dialog import preview  # noqa: PLC0415 - needed when a preview is asked for

        facts = self._context.office.receipts.facts(row.id)
        try:
            pdf = self._printing.draw(facts, self._paper(), None, voided=row.voided)
        except Refusal as refusal:  # a text that fits nowhere, or a layout of the office's own that cannot be used
            self._context.messages.wrong(say(refusal))
            return
        title = tr("Receipt {label}").format(label=row.label)
        if preview(self._context.questions, title, pdf, missing_glyphs(facts)):
            self.print_again(row)

    def _void(self, row: ReceiptRow) -> None:
        try:
            self._context.office.receipts.check_void(row.id)
        except Refusal as refusal:
            self._context.questions.tell(tr("The receipt was not voided"), say(refusal))
            return
        answer = self._context.questions.ask(VoidPanel(row))
        if answer is None:
            return
        try:
            label = self._try_void(row, answer)
        except (Refusal, Trouble) as error:
            self._context.questions.tell(tr("The receipt was not voided"), say(error))
            return
        if label:
            self._printing.forget(row.id)
            self._context.messages.done(tr("Receipt {label} is void; the room owes it again").format(label=label))
            self._voided(row.id)

    def _try_void(self, row: ReceiptRow, answer: VoidAnswer) -> str:
        try:
            return self._do_void(row, answer, None)
        except (ReceiptOfAnother, NotPermitted) as refusal:
            approval = self._ask_supervisor(row, answer, refusal)
        return self._do_void(row, answer, approval) if approval is not None else ""

    def _do_void(self, row: ReceiptRow, answer: VoidAnswer, approval: Approval | None) -> str:
        context = self._context
        return context.office.receipts.void(
            context.actor, row.id, answer.reason, copies_returned=answer.copies_returned, approval=approval
        )

    def _ask_supervisor(self, row: ReceiptRow, answer: VoidAnswer, refusal: Refusal) -> Approval | None:
        wanted = Permission.VOID_RECEIPT_OF_OTHERS if isinstance(refusal, ReceiptOfAnother) else Permission.VOID_RECEIPT
        what = tr("Void receipt {label} over {amount} of room {unit}, taken by {cashier}.").format(
            label=row.label, amount=show_money(row.amount, sign=True), unit=row.unit, cashier=row.cashier
        )
        facts = {"receipt": row.label, "amount": row.amount.fen}
        return self._context.questions.approve(wanted, what, answer.reason, facts, self._context.actor)
