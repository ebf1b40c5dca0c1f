"""All keys of an open bill together: which parts of it show which, and which go off when it closes."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.language import tr
from ui.counter.adjusting.adjust_actions import AdjustActions
from ui.counter.ahead.ahead_actions import AheadActions
from ui.counter.bill.bill_actions import TAB, BillActions
from ui.counter.bill.bill_sheet import SheetActions
from ui.counter.bill.money_actions import MoneyActions
from ui.counter.bill.tender_panel import TenderActions
from ui.counter.billing.billing_actions import BillingActions
from ui.counter.notes.note_steps import NoteSteps
from ui.counter.with_a_bill import turn_with_a_bill
from ui.shell.actions import Action, ActionRegistry


@dataclass(frozen=True, slots=True)
class BillKeys:
    """Each room of the bill has made its own; here they meet."""

    own: BillActions
    adjusting: AdjustActions
    billing: BillingActions
    money: MoneyActions
    ahead: AheadActions
    note: Action

    @property
    def offered(self) -> list[Action]:
        """Everything that can be done with an open bill, as the list of it shows."""
        own, more = self.own, self.adjusting
        widening = (self.ahead.ahead, self.ahead.rest, self.ahead.theirs, self.ahead.more, self.ahead.less)
        money = (self.money.split, self.money.credit, self.money.round_off, self.money.keep_change)
        lines = (own.principal_only, more.waive, more.pause, more.vacant, more.vacant_room, more.show_all)
        room = (own.one_off, own.payer, own.unmask, own.explain, *self.billing, self.note)
        return [*widening, *money, *lines, *room, own.take_only, own.preview]

    def of_sheet(self) -> SheetActions:
        """Those with buttons in the middle."""
        own, ahead = self.own, self.ahead
        return SheetActions(
            unmask=own.unmask,
            explain=own.explain,
            credit=self.money.credit,
            ahead=ahead.ahead,
            one_off=own.one_off,
            in_bill=(own.lines, ahead.ahead, self.money.round_off, ahead.theirs, own.one_off),
            in_lines=(own.principal_only, self.adjusting.waive),
            months=(ahead.more, ahead.less),
            more=own.more,
        )

    def of_panel(self) -> TenderActions:
        """Those with buttons in the payment panel."""
        return self.own.for_panel(self.money)

    def turn(self, *, on: bool) -> None:
        """On while a bill is open; else each says what to do first."""
        for each in (self.own, self.adjusting, self.billing, self.money, self.ahead):
            each.turn(on=on)
        turn_with_a_bill((self.note,), on=on)


def bind_notes(actions: ActionRegistry, steps: NoteSteps) -> Action:
    """The key of the notes, which are no payment and no adjustment."""
    words = tr("Notes of the room that must be read before money is taken: write one, end one")
    return actions.add("counter.notes", tr("Notes"), "Ctrl+N", steps.notes, context=TAB, commits=True, help=words)
