"""Correcting the method of a receipt of this shift: asked, agreed to by a supervisor, written."""

from __future__ import annotations

from collections.abc import Callable

from app.access.actor import Approval
from app.access.permissions import Permission
from app.core.errors import Refusal, Trouble
from app.core.language import tr
from app.core.show import show_money
from app.counter.methods import NAMES
from app.counter.receipts.receipt_list import ReceiptRow
from app.counter.refusals import ReferenceSeenBefore
from ui.counter.receipts.method_panel import MethodPanel, MethodWanted
from ui.sentences import say
from ui.shell.context import Context


class MethodCorrection:
    """`changed` is called after it was written."""

    def __init__(self, context: Context, changed: Callable[[], None]) -> None:
        self._context = context
        self._changed = changed

    def ask(self, row: ReceiptRow) -> bool:
        """Ask what the method really was, and correct it; whether that was done."""
        context = self._context
        tenders = context.office.payments.tenders(row.id)
        try:
            context.office.receipts.check_void(row.id)  # both belong to the shift of the receipt
        except Refusal as refusal:
            context.questions.tell(tr("The method was not corrected"), say(refusal))
            return False
        if not any(one.movable for one in tenders):
            context.messages.hint(tr("Nothing of this receipt came in by a method that could be corrected."))
            return False
        wanted = context.questions.ask(MethodPanel(row, tenders))
        while wanted is not None:
            approval = self._agreed(row, wanted)
            agreed = approval is not None or context.actor.may(Permission.CHANGE_METHOD)
            if agreed and self._write(row, wanted, approval):
                return True
            wanted = context.questions.ask(MethodPanel(row, tenders, wanted))
        return False

    def _agreed(self, row: ReceiptRow, wanted: MethodWanted) -> Approval | None:
        context = self._context
        if context.actor.may(Permission.CHANGE_METHOD):
            return None
        what = tr("Receipt {label}: {amount} was taken by {to}, not by {was}.").format(
            label=row.label,
            amount=show_money(wanted.tender.movable, sign=True),
            to=tr(NAMES[wanted.to]),
            was=tr(NAMES[wanted.tender.method]),
        )
        facts = {"receipt": row.label, "tender": wanted.tender.id, "to": wanted.to.value}
        return context.questions.approve(Permission.CHANGE_METHOD, what, wanted.reason, facts, context.actor)

    def _write(self, row: ReceiptRow, wanted: MethodWanted, approval: Approval | None) -> bool:
        context = self._context
        try:
            self._change(row, wanted, approval)
        except (Refusal, Trouble) as error:
            context.questions.tell(tr("The method was not corrected"), say(error))
            return False
        words = tr("Receipt {label} counts as {method} now").format(label=row.label, method=tr(NAMES[wanted.to]))
        context.messages.done(words)
        self._changed()
        return True

    def _change(self, row: ReceiptRow, wanted: MethodWanted, approval: Approval | None) -> None:
        """Correct it, and where its reference was taken before, with a supervisor's yes that it is another payment."""
        context, said = self._context, (wanted.to, wanted.reference, wanted.reason, approval)
        try:
            context.office.payments.change_method(context.actor, row.id, wanted.tender.id, *said)
        except ReferenceSeenBefore as seen:
            repeated = self._another_payment(wanted, seen)
            if repeated is None:
                raise
            context.office.payments.change_method(context.actor, row.id, wanted.tender.id, *said, repeated)

    def _another_payment(self, wanted: MethodWanted, seen: ReferenceSeenBefore) -> Approval | None:
        amount = wanted.tender.movable
        facts = {"reference": seen.reference, "receipt": seen.receipt, "received": amount.fen}
        what = tr("Take {amount} once more on reference {reference}, which receipt {receipt} carries already.").format(
            amount=show_money(amount, sign=True), reference=seen.reference, receipt=seen.receipt
        )
        context = self._context
        return context.questions.approve(Permission.REPEAT_REFERENCE, what, say(seen), facts, context.actor)
