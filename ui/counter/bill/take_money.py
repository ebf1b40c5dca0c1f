"""F9: check what was typed, commit, then print; whatever is refused is said beside the button, and nothing is lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from app.access.actor import Approval
from app.access.permissions import Permission
from app.core.errors import Refusal, Trouble
from app.core.language import tr
from app.core.money import Money
from app.core.show import show_money
from app.counter.books.refusals import FormNotConfirmed
from app.counter.payments.asked import Taken, TakePayment
from app.counter.payments.plausible_cash import is_implausible
from app.counter.payments.refusals import RoundOffNeedsApproval
from app.counter.receipts.receipt_facts import ReceiptFacts
from app.counter.refusals import (
    BillChanged,
    ClockIsBehind,
    NoFenInCash,
    NothingReceived,
    PayerMissing,
    ReferenceMissing,
    ReferenceSeenBefore,
    TakenMeanwhile,
)
from app.fees.adjustments.refusals import DiscountNeedsApproval
from ui.counter.bill.bill_in_hand import BillInHand
from ui.counter.bill.tender_panel import TenderPanel
from ui.counter.books.form_question import form_agrees
from ui.counter.notes.note_words import unread_words
from ui.counter.receipts.receipt_printing import ReceiptPrinting
from ui.sentences import say
from ui.shell.context import Context

Reread = Callable[[], None]
Lent = tuple[Approval | None, Approval | None, Approval | None]  # for the reference, the discount, rounding off
T = TypeVar("T")


class TakeMoney:
    """One try of F9 on one bill in hand; `reread` reads the bill anew and keeps what was typed."""

    def __init__(self, context: Context, panel: TenderPanel, reread: Reread, printing: ReceiptPrinting) -> None:
        self._context = context
        self._panel = panel
        self._reread = reread
        self._printing = printing

    def take(self, hand: BillInHand, *, print_wanted: bool) -> Taken | None:
        """Commit the payment; None where it was refused, which is then said."""
        office, actor = self._context.office, self._context.actor
        asked = self._asked(hand, print_wanted=print_wanted)
        if asked is None:
            return None
        return self._approved(
            hand, asked, lambda lent: self._on_forms(lambda: office.payments.take(actor, asked, *lent))
        )

    def preview(self, hand: BillInHand) -> ReceiptFacts | None:
        """What the receipt would say; None where the payment would be refused, which is then said."""
        office, actor = self._context.office, self._context.actor
        asked = self._asked(hand, print_wanted=True)
        if asked is None:
            return None
        return self._approved(hand, asked, lambda lent: office.payments.preview(actor, asked, *lent))

    def show_preview(self, hand: BillInHand, facts: ReceiptFacts) -> bool:
        """Show the paper as the printer would get it; whether to go on and print it. What cannot be drawn is said."""
        from app.counter.papers.receipt_paper import missing_glyphs  # noqa: PLC0415 - reads the drawing library
        from ui.printing.preview_dialog import preview  # noqa: PLC0415 - needed when a preview is asked for

        try:
            pdf = self._printing.draw(facts, hand.bill.rules.receipt_paper, None, voided=False)
        except (Refusal, Trouble) as error:
            self._refuse(say(error))
            return False
        title = tr("Receipt {label}").format(label=facts.label)
        return preview(self._context.questions, title, pdf, missing_glyphs(facts))

    def _on_forms(self, step: Callable[[], T]) -> T:
        """Try the step; before the first receipt of a stack of forms compare their number, then try again."""
        try:
            return step()
        except FormNotConfirmed:
            if not form_agrees(self._context):
                raise
        return step()

    def _asked(self, hand: BillInHand, *, print_wanted: bool) -> TakePayment | None:
        self._panel.say("")
        if not self._panel.amount.check():
            self._refuse(self._panel.amount.problem, at_amount=True)
            return None
        if not self._notes_read(hand) or not self._is_covered(hand):
            return None
        asked = hand.asked(print_wanted=print_wanted)
        if (
            hand.method.is_cash
            and not hand.ahead.by_amount
            and asked.received != hand.accepted_cash
            and is_implausible(asked.received, hand.payable())
        ):
            hand.accepted_cash = asked.received
            self._refuse(_doubt(hand, asked.received), at_amount=True)
            return None
        return asked

    def _notes_read(self, hand: BillInHand) -> bool:
        """The first time a day the notes are read by pressing F9 once more."""
        unread = hand.unread
        if not unread:
            return True
        self._context.office.unit_notes.read(self._context.actor, unread)
        self._refuse(unread_words(unread))
        hand.notes = tuple(replace(note, read=True) for note in hand.notes)
        return False

    def _is_covered(self, hand: BillInHand) -> bool:
        """Parts of the money are taken together when they are enough."""
        if not hand.tenders or not hand.missing:
            return True
        words = tr("{missing} is still to come. Type it and press F9, or take a part back with Alt and its number.")
        self._refuse(words.format(missing=show_money(hand.missing, sign=True)), at_amount=True)
        return False

    def _approved(self, hand: BillInHand, asked: TakePayment, step: Callable[[Lent], T]) -> T | None:
        """Try the step, and again with each yes of a supervisor that it turns out to need."""
        reference: Approval | None = None
        discount: Approval | None = None
        rounding: Approval | None = None
        while True:
            try:
                return step((reference, discount, rounding))
            except ReferenceSeenBefore as seen:
                reference = self._ask_supervisor(asked, seen)
                if reference is None:
                    self._refuse(say(seen))
                    return None
            except DiscountNeedsApproval as large:
                discount = self._ask_for_discount(hand, large)
                if discount is None:
                    self._refuse(say(large))
                    return None
            except RoundOffNeedsApproval as large:
                rounding = self._ask_for_round_off(hand, large)
                if rounding is None:
                    self._refuse(say(large))
                    return None
            except (Refusal, Trouble) as error:
                self._on_refused(hand, error)
                return None

    def _ask_for_round_off(self, hand: BillInHand, large: RoundOffNeedsApproval) -> Approval | None:
        facts = {"unit": hand.bill.unit.code, "round_off": large.asked.fen, "due": hand.to_pay().fen}
        what = tr("Round {amount} off what room {unit} owes.").format(
            amount=show_money(large.asked, sign=True), unit=hand.bill.unit.code
        )
        context = self._context
        return context.questions.approve(Permission.ROUND_OFF, what, say(large), facts, context.actor)

    def _ask_supervisor(self, asked: TakePayment, seen: ReferenceSeenBefore) -> Approval | None:
        facts = {"reference": seen.reference, "receipt": seen.receipt, "received": asked.received.fen}
        what = tr("Take {amount} once more on reference {reference}, which receipt {receipt} carries already.").format(
            amount=show_money(asked.received, sign=True), reference=seen.reference, receipt=seen.receipt
        )
        context = self._context
        return context.questions.approve(Permission.REPEAT_REFERENCE, what, say(seen), facts, context.actor)

    def _ask_for_discount(self, hand: BillInHand, large: DiscountNeedsApproval) -> Approval | None:
        facts = {"unit": hand.bill.unit.code, "rule": large.rule, "discount": large.discount.fen}
        what = tr("Give room {unit} the discount “{rule}”: {amount} off.").format(
            unit=hand.bill.unit.code, rule=large.rule, amount=show_money(large.discount, sign=True)
        )
        context = self._context
        return context.questions.approve(Permission.GRANT_DISCOUNT, what, say(large), facts, context.actor)

    def _on_refused(self, hand: BillInHand, error: Refusal | Trouble) -> None:
        if isinstance(error, TakenMeanwhile | BillChanged):
            self._reread()
        elif isinstance(error, ClockIsBehind):
            hand.clock_accepted = True
        self._refuse(say(error), at_amount=isinstance(error, NothingReceived | NoFenInCash))
        if isinstance(error, ReferenceMissing):
            self._panel.reference.show_problem(say(error))
            self._panel.reference.setFocus()
        elif isinstance(error, PayerMissing):
            self._panel.payer.show_problem(say(error))
            self._panel.payer.setFocus()

    def _refuse(self, words: str, *, at_amount: bool = False) -> None:
        self._panel.say(words)
        if at_amount:
            self._panel.amount.setFocus()
            self._panel.amount.selectAll()


def _doubt(hand: BillInHand, received: Money) -> str:
    due = hand.payable()
    return tr(
        "{received} in cash for {due} gives {change} change. Press F9 again if so, or correct the amount."
    ).format(received=show_money(received), due=show_money(due), change=show_money(received - due))
