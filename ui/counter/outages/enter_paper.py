"""One try of F9 on one paper, and again with each yes of a supervisor that it turns out to need."""

from __future__ import annotations

from dataclasses import replace

from app.access.actor import Approval
from app.access.permissions import Permission
from app.core.language import tr
from app.core.show import show_money
from app.counter.books.book_facts import BookRow
from app.counter.books.numbering import label_of
from app.counter.outages.back_entries import Written
from app.counter.outages.refusals import WrittenOutOfOrder
from app.counter.payments.asked import Taken
from app.counter.refusals import ReferenceSeenBefore
from app.fees.adjustments.refusals import DiscountNeedsApproval
from ui.sentences import say
from ui.shell.context import Context


class EnterPaper:
    """Enters papers and spoils numbers for the person at the counter."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def enter(self, written: Written) -> Taken:
        """Make the paper a payment. Raises what `BackEntries.enter` raises, also where nobody said yes."""
        reference: Approval | None = None
        discount: Approval | None = None
        while True:
            try:
                return self._context.office.back_entries.enter(self._context.actor, written, reference, discount)
            except ReferenceSeenBefore as seen:
                reference = self._ask_for_reference(written, seen)
                if reference is None:
                    raise
            except DiscountNeedsApproval as large:
                discount = self._ask_for_discount(large)
                if discount is None:
                    raise
            except WrittenOutOfOrder as order:
                if not self._goes_behind(order):
                    raise
                written = replace(written, order_accepted=True)

    def spoil(self, book: BookRow, number: int) -> bool:
        """Ask why a number is spoiled and write it; whether it was. Raises what `BackEntries.spoil` raises."""
        label = label_of(book.prefix, number)
        self._context.office.back_entries.check(book.id, number)
        reason = self._context.questions.ask_text(
            tr("{label} is spoiled").format(label=label), tr("Why"), tr("written wrong, both parts marked void")
        )
        if reason is None:
            return False
        self._context.office.back_entries.spoil(self._context.actor, book.id, number, reason)
        return True

    def _goes_behind(self, order: WrittenOutOfOrder) -> bool:
        title = tr("{label} was written before {later}").format(label=order.label, later=order.later)
        return self._context.questions.confirm(title, say(order), tr("Enter it as it is"), tr("Do not enter it"))

    def _ask_for_reference(self, written: Written, seen: ReferenceSeenBefore) -> Approval | None:
        facts = {"reference": seen.reference, "receipt": seen.receipt, "received": written.amount.fen}
        what = tr("Take {amount} once more on reference {reference}, which receipt {receipt} carries already.").format(
            amount=show_money(written.amount, sign=True), reference=seen.reference, receipt=seen.receipt
        )
        context = self._context
        return context.questions.approve(Permission.REPEAT_REFERENCE, what, say(seen), facts, context.actor)

    def _ask_for_discount(self, large: DiscountNeedsApproval) -> Approval | None:
        facts = {"rule": large.rule, "discount": large.discount.fen}
        what = tr("Give the discount “{rule}”: {amount} off.").format(
            rule=large.rule, amount=show_money(large.discount, sign=True)
        )
        context = self._context
        return context.questions.approve(Permission.GRANT_DISCOUNT, what, say(large), facts, context.actor)
