"""What is done with receipts already issued: look, print again, give back, void."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from app.access.actor import Approval
from app.access.permissions import Permission
from app.access.refusals import NotPermitted
from app.core.errors import Refusal, Trouble
from app.core.ids import ReceiptId, UnitId
from app.core.language import tr, tr_n
from app.core.show import show_money
from app.counter.receipts.issue_receipt import PrintState
from app.counter.receipts.receipt_check import Checked
from app.counter.receipts.receipt_facts import REVERSED
from app.counter.receipts.receipt_list import ReceiptRow
from app.counter.refusals import ReceiptOfAnother
from app.paper.documents import DocumentKind
from ui.counter.receipts.check_panel import CheckPanel
from ui.counter.receipts.invoice_panel import InvoicePanel, InvoiceSteps
from ui.counter.receipts.method_correction import MethodCorrection
from ui.counter.receipts.receipt_panel import ReceiptPanel, ReceiptStep
from ui.counter.receipts.receipt_printing import ReceiptPrinting
from ui.counter.receipts.void_panel import VoidAnswer, VoidPanel
from ui.counter.refunds.refund_desk import RefundDesk
from ui.counter.refunds.refund_printing import draw_original
from ui.printing.batch_panel import print_batch
from ui.printing.numbered_forms import plain_paper_agreed
from ui.printing.print_batch import Made
from ui.sentences import say
from ui.shell.context import Context

RECEIPT = "receipt"


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
        self.refunds: RefundDesk | None = None
        self.methods: MethodCorrection | None = None

    def check(self, text: str) -> bool:
        """Say of a scanned or typed code whether the paper is ours, and open its receipt; False if it is no code."""
        checked = self._context.office.receipt_check.check(text)
        if checked is None:
            return False
        if checked.receipt is not None and checked.verdict.is_ours and checked.receipt.kind == RECEIPT:
            self.show(checked.receipt, checked)
        else:
            self._context.questions.ask(CheckPanel(checked))
        return True

    def show(self, row: ReceiptRow, checked: Checked | None = None) -> None:
        """Show one receipt, and do what the person chooses; whoever backs out of that is back at the receipt.

        `checked` says whether a paper of it is genuine.
        """
        office = self._context.office
        if row.kind != RECEIPT:
            if self.refunds is not None:
                self.refunds.show(row.id)
            return
        is_over = False
        while not is_over:
            fresh = office.receipts.get(row.id)
            panel = ReceiptPanel(fresh, office.receipts.facts(row.id), checked, office.invoices.of(row.id))
            step = self._context.questions.ask(panel)
            is_over = step is None or self._do(fresh, step)

    def _do(self, row: ReceiptRow, step: ReceiptStep) -> bool:
        """Whether it was done, not backed out of."""
        if step is ReceiptStep.GIVE_BACK:
            return self.refunds is not None and self.refunds.give_back(row)
        if step is ReceiptStep.METHOD:
            return self.methods is not None and self.methods.ask(row)
        if step is ReceiptStep.VOID:
            return self._void(row)
        if step is ReceiptStep.PREVIEW:
            return self._preview(row)
        if step is ReceiptStep.INVOICES:
            self.show_invoices(row)
            return False
        self._open_unit(row.unit_id) if step is ReceiptStep.OPEN_UNIT else self.print_again(row)
        return True

    def show_invoices(self, row: ReceiptRow) -> None:
        """Record and reverse the tax invoices of a receipt."""
        invoices, by, clock = self._context.office.invoices, self._context.actor, self._context.clock

        def today() -> date:
            return clock.now().date()

        steps = InvoiceSteps(
            read=lambda: invoices.of(row.id),
            record=lambda number, amount, day, both: invoices.record(by, row.id, number, amount, day, together=both),
            reverse=lambda one, reason, red: invoices.reverse(by, one.id, reason, today(), red),
        )
        self._context.questions.ask(InvoicePanel(row, steps, today))

    def draw(self, row: ReceiptRow) -> bytes:
        """The paper of a receipt as it was issued. Raises what drawing raises."""
        if row.kind != RECEIPT:
            return draw_original(self._context.office.refunds.facts(row.id), voided=row.voided)
        facts = self._context.office.receipts.facts(row.id)
        return self._printing.draw(facts, self._paper(), None, voided=REVERSED if row.reversed else row.voided)

    def print_again(self, row: ReceiptRow) -> None:
        """Print the original if it still waits, else a copy with its number."""
        if row.kind != RECEIPT and self.refunds is not None:
            self.refunds.print_again(row.id)
            return
        try:
            if self._printing.print_receipt(row.id, self._paper()):
                self._context.messages.done(tr("Receipt {label} goes to the printer").format(label=row.label))
        except (Refusal, Trouble) as error:
            self._context.messages.wrong(say(error))

    def print_all(self, rows: Sequence[ReceiptRow]) -> int:
        """Print the next paper of each, one after the other, shown and stoppable; how many came out.

        Raises NotPermitted where copies are among them.
        """
        if any(row.original is PrintState.PRINTED for row in rows):
            self._context.actor.require(Permission.REPRINT)
        title = tr_n("{n} receipt", "{n} receipts", len(rows)).format(n=len(rows))
        if not plain_paper_agreed(self._context, DocumentKind.RECEIPT, title):
            return 0
        return print_batch(self._context, tr("Printing {receipts}").format(receipts=title), self._made(rows))

    def _made(self, rows: Sequence[ReceiptRow]) -> list[Made]:
        paper, refunds = self._paper(), self.refunds
        made: list[Made] = []
        for row in rows:
            if row.kind == RECEIPT:
                self._printing.forget(row.id)
                made.append(partial(self._printing.prepare, row.id, paper, drawer=False))
            elif refunds is not None:
                made.append(partial(refunds.printing.prepare, row.id))
        return made

    def _preview(self, row: ReceiptRow) -> bool:
        from app.counter.papers.receipt_paper import missing_glyphs  # noqa: PLC0415 - reads the drawing library
        from ui.printing.preview_dialog import preview  # noqa: PLC0415 - needed when a preview is asked for

        facts = self._context.office.receipts.facts(row.id)
        try:
            pdf = self.draw(row)
        except Refusal as refusal:  # a text that fits nowhere, or a layout of the office's own that cannot be used
            self._context.messages.wrong(say(refusal))
            return False
        title = tr("Receipt {label}").format(label=row.label)
        if not preview(self._context.questions, title, pdf, missing_glyphs(facts)):
            return False
        self.print_again(row)
        return True

    def _void(self, row: ReceiptRow) -> bool:
        """Ask why, and void it; whether it is void now."""
        label, answer = "", None
        try:
            self._context.office.receipts.check_void(row.id)
            while not label:
                answer = self._context.questions.ask(VoidPanel(row, answer))
                if answer is None:
                    return False
                label = self._try_void(row, answer)
        except (Refusal, Trouble) as error:
            self._context.questions.tell(tr("The receipt was not voided"), say(error))
            return False
        self._printing.forget(row.id)
        self._context.messages.done(tr("Receipt {label} is void; the room owes it again").format(label=label))
        self._voided(row.id)
        self._warn_of_invoices(row)
        return True

    def _warn_of_invoices(self, row: ReceiptRow) -> None:
        """What was invoiced of a receipt that stands no more has to be reversed in the tax program too."""
        known = self._context.office.invoices.of(row.id)
        if known.too_much:
            numbers = tr(", ").join(one.number for one in known.rows if one.stands)
            words = tr("Invoice {numbers} over {amount} still stands: reverse it in the tax program, then here (F7).")
            said = words.format(numbers=numbers, amount=show_money(known.too_much, sign=True))
            self._context.questions.tell(tr("A red invoice is needed"), said)

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
