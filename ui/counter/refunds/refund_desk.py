"""Giving money back from a receipt: asked, agreed by a supervisor, committed, printed; and refunds looked at again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject

from app.access.actor import Approval
from app.access.permissions import Permission
from app.core.errors import Refusal, Trouble
from app.core.ids import ReceiptId, UnitId
from app.core.language import tr
from app.core.show import show_money
from app.counter.receipts.receipt_list import ReceiptRow
from app.counter.refunds.asked import AskedRefund
from app.counter.refunds.refund_list import RefundRow
from ui.counter.refunds.refund_panel import RefundCase, RefundChoice, RefundPanel
from ui.counter.refunds.refund_printing import RefundPrinting, draw_original
from ui.counter.refunds.refund_rows import Wanted
from ui.counter.refunds.slip_panel import SlipPanel, SlipStep
from ui.counter.refunds.who_panel import WhoAnswer, WhoPanel
from ui.sentences import say
from ui.shell.context import Context


class RefundDesk:
    """`changed` is called after money went back or came to nothing; `open_unit` opens a bill."""

    def __init__(
        self,
        context: Context,
        changed: Callable[[], None],
        open_unit: Callable[[UnitId], None],
        parent: QObject,
    ) -> None:
        self._context = context
        self._changed = changed
        self._open_unit = open_unit
        self.printing = RefundPrinting(context, parent)

    def give_back(self, shown: ReceiptRow, wanted: Wanted | None = None) -> bool:
        """Ask what goes back of a receipt, and do it with a supervisor's yes; whether it was done."""
        office, ask = self._context.office, self._context.questions.ask
        try:
            original = office.refunds.original(shown.id)
        except (Refusal, Trouble) as error:
            self._tell(error)
            return False
        case = RefundCase(original, shown.method, office.refunds.plan, self._bounces(shown), wanted)
        choice, who = ask(RefundPanel(case, self._today)), None
        while choice is not None:
            who = ask(WhoPanel(shown.label, shown.payer, choice, who))
            if who is None:
                choice = ask(RefundPanel(case, self._today, choice))
            elif self._do(shown, choice, who):
                return True
        return False

    def _do(self, shown: ReceiptRow, choice: RefundChoice, who: WhoAnswer) -> bool:
        """Whether money went back; a supervisor who was not there, or a refusal that is said, leaves all as it was."""
        try:
            if choice.asked is None:
                return self._reverse(shown, who)
            asked = replace(choice.asked, reason=who.reason, taker=who.taker, original_kept=who.original_kept)
            return self._refund(shown, replace(asked, by_proxy=who.by_proxy))
        except (Refusal, Trouble) as error:
            self._tell(error)
            return False

    def show(self, receipt_id: ReceiptId) -> None:
        """Show one refund, and do what the person chooses; whoever backs out of that is back at the refund."""
        refunds = self._context.office.refunds
        row = next((row for row in refunds.newest() if row.id == receipt_id), None)
        is_over = row is None
        while row is not None and not is_over:
            step = self._context.questions.ask(SlipPanel(row, refunds.facts(receipt_id)))
            is_over = step is None or self._do_step(row, step)

    def _do_step(self, row: RefundRow, step: SlipStep) -> bool:
        """Whether it was done, not backed out of."""
        if step is SlipStep.PREVIEW:
            return self._preview(row)
        if step is SlipStep.VOID:
            return self._void(row)
        if step is SlipStep.OPEN_UNIT:
            self._open_unit(row.unit_id)
        else:
            self._print(row)
        return True

    def print_again(self, receipt_id: ReceiptId) -> None:
        """Print the slip if it still waits, else a copy with its number."""
        row = next((row for row in self._context.office.refunds.newest() if row.id == receipt_id), None)
        if row is not None:
            self._print(row)

    def _refund(self, shown: ReceiptRow, asked: AskedRefund) -> bool:
        what = tr("Give back {amount} of receipt {label}, room {unit}: {reason}").format(
            amount=show_money(asked.shown, sign=True), label=shown.label, unit=shown.unit, reason=asked.reason
        )
        facts = {"receipt": shown.label, "amount": asked.shown.fen, "method": asked.method.value}
        lent, agreed = self._agreed(Permission.REFUND, what, asked.reason, facts)
        if not agreed:
            return False
        done = self._context.office.refunds.refund(self._context.actor, asked, lent)
        if done.opens_drawer:
            self.printing.open_drawer()
        self.printing.print_slip(done.receipt_id)
        words = tr("{amount} goes back with {refund}, against {label}")
        said = words.format(amount=show_money(done.amount, sign=True), refund=done.label, label=done.original)
        self._context.messages.done(said)
        self._changed()
        return True

    def _reverse(self, shown: ReceiptRow, answer: WhoAnswer) -> bool:
        what = tr("Reverse receipt {label} over {amount}, room {unit}: it never arrived").format(
            label=shown.label, amount=show_money(shown.amount, sign=True), unit=shown.unit
        )
        facts = {"receipt": shown.label, "amount": shown.amount.fen}
        lent, agreed = self._agreed(Permission.REVERSE_PAYMENT, what, answer.reason, facts)
        if not agreed:
            return False
        self._context.office.reversals.reverse(
            self._context.actor, shown.id, answer.reason, copies_returned=answer.original_kept, approval=lent
        )
        words = tr("Receipt {label} is reversed; the room owes it again").format(label=shown.label)
        self._context.messages.done(words)
        self._changed()
        return True

    def _agreed(
        self, permission: Permission, what: str, reason: str, facts: dict[str, object]
    ) -> tuple[Approval | None, bool]:
        """The supervisor's yes where the person may not do it alone, and whether to go on."""
        if self._context.actor.may(permission):
            return None, True
        lent = self._context.questions.approve(permission, what, reason, facts, self._context.actor)
        return lent, lent is not None

    def _bounces(self, shown: ReceiptRow) -> bool:
        try:
            self._context.office.reversals.check(shown.id)
        except Refusal:
            return False
        return True

    def _print(self, row: RefundRow) -> None:
        try:
            self.printing.print_slip(row.id)
        except (Refusal, Trouble) as error:
            self._context.messages.wrong(say(error))
        else:
            self._context.messages.done(tr("Refund slip {label} goes to the printer").format(label=row.label))

    def _preview(self, row: RefundRow) -> bool:
        from app.counter.papers.refund_paper import missing_in_refund  # noqa: PLC0415 - reads the drawing library
        from ui.printing.preview_dialog import preview  # noqa: PLC0415 - needed when a preview is asked for

        facts = self._context.office.refunds.facts(row.id)
        pdf = draw_original(facts, voided=row.voided)
        title = tr("Refund slip {label}").format(label=row.label)
        if not preview(self._context.questions, title, pdf, missing_in_refund(facts)):
            return False
        self._print(row)
        return True

    def _void(self, row: RefundRow) -> bool:
        receipts, title = self._context.office.receipts, tr("Void refund {label}").format(label=row.label)
        try:
            receipts.check_void(row.id)
            reason = self._context.questions.ask_text(title, tr("Why the money stays"))
            if not reason:
                return False
            receipts.void(self._context.actor, row.id, reason, copies_returned=False)
        except (Refusal, Trouble) as error:
            self._tell(error)
            return False
        self._context.messages.done(tr("Refund {label} is void; everything is as before").format(label=row.label))
        self._changed()
        return True

    def _tell(self, error: Refusal | Trouble) -> None:
        self._context.questions.tell(tr("Nothing was given back"), say(error))

    def _today(self) -> date:
        return self._context.clock.now().date()
