"""What the keys that split the money do, one step each."""

from __future__ import annotations

from typing import Protocol

from app.core.language import tr
from app.core.money import NOTHING
from app.core.show import show_money
from app.counter.methods import NAMES
from app.counter.payments.asked import MOST_TENDERS
from ui.counter.bill.bill_in_hand import BillInHand
from ui.counter.bill.tender_panel import TenderPanel
from ui.shell.context import Context


class Desk(Protocol):
    """What the steps need of the desk on which the bill lies."""

    context: Context
    hand: BillInHand | None
    panel: TenderPanel

    def show_money(self, hand: BillInHand) -> None: ...
    def go_to_amount(self) -> None: ...


class MoneyDeskSteps:
    """The steps of one desk; without an open bill each does nothing."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def add_tender(self) -> None:
        """The typed amount becomes one part of the money, and the rest stays due."""
        hand = self._desk.hand
        if hand is None or not self._desk.panel.amount.check():
            return
        if not hand.has_room:
            words = tr("This is part {n}, the last that a receipt takes: it has to bring the rest.")
            self._hint(words.format(n=MOST_TENDERS))
            return
        received = hand.received() or NOTHING
        method = tr(NAMES[hand.method])
        if not hand.add_tender():
            self._hint(tr("Nothing is left to add. F9 takes the payment."))
            return
        self._show(hand)
        said = tr("{amount} by {method}; {rest} still to come")
        self._hint(said.format(amount=show_money(received), method=method, rest=show_money(hand.rest())))

    def take_back_tender(self, place: int) -> None:
        """A part goes back into the fields, to be corrected or left out."""
        hand = self._desk.hand
        if hand is None:
            return
        if place >= len(hand.tenders):
            self._hint(tr("There is no part {n} to take back.").format(n=place + 1))
            return
        hand.take_back_tender(place)
        self._show(hand)

    def use_credit(self) -> None:
        """Pay from the prepaid credit as far as it goes, or not after all."""
        hand = self._desk.hand
        if hand is None:
            return
        if hand.toggle_credit():
            self._show(hand)
        elif not hand.credit:
            self._hint(tr("No prepaid credit is held for this room."))
        else:
            self._hint(tr("Nothing is left that credit could pay."))

    def round_off(self) -> None:
        """Let go of what is missing from round money, or of nothing after all."""
        hand = self._desk.hand
        if hand is None:
            return
        if not hand.toggle_round_off():
            self._hint(tr("Nothing to round off: type what is handed over, a little less than is due."))
            return
        self._show(hand, select=hand.amount is None)
        if hand.round_off:
            self._hint(
                tr("{amount} is rounded off; Ctrl+M again takes it back").format(amount=show_money(hand.round_off))
            )

    def keep_change(self) -> None:
        """What would be handed back stays as credit, or is handed back after all."""
        hand = self._desk.hand
        if hand is None:
            return
        if not hand.brings_cash:
            self._hint(tr("Only cash gives change; what is too much by another method is credit anyway."))
            return
        hand.keep_change = not hand.keep_change
        self._desk.show_money(hand)
        self._hint(tr("Change stays as prepaid credit") if hand.keep_change else tr("Change is handed back"))

    def _show(self, hand: BillInHand, *, select: bool = True) -> None:
        self._desk.show_money(hand)
        if select:
            self._desk.go_to_amount()

    def _hint(self, words: str) -> None:
        self._desk.context.messages.hint(words)
