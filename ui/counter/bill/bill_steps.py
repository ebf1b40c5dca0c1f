"""What the keys of an open bill do, one step each."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Qt

from app.core.errors import Refusal, Trouble
from app.core.ids import ChargeId
from app.core.language import tr
from app.counter.methods import Method
from ui.counter.bill.bill_header import person_shown
from ui.counter.bill.bill_in_hand import BillInHand, OneOffInHand
from ui.counter.bill.bill_sheet import BillSheet
from ui.counter.bill.explain_strip import Explained, ExplainPanel
from ui.counter.bill.line_rows import LineRow, typed_key
from ui.counter.bill.more_panel import MorePanel
from ui.counter.bill.take_money import TakeMoney
from ui.counter.bill.tender_panel import TenderPanel
from ui.counter.billing.new_one_off_panel import NewOneOffPanel
from ui.counter.billing.one_off_panel import OneOffPanel
from ui.counter.draft_keeper import DraftKeeper
from ui.sentences import say
from ui.shell.actions import Action
from ui.shell.context import Context


class Desk(Protocol):
    """What the steps need of the desk on which the bill lies."""

    context: Context
    hand: BillInHand | None
    sheet: BillSheet
    panel: TenderPanel
    keeper: DraftKeeper
    money: TakeMoney

    def take(self, *, print_wanted: bool) -> None: ...
    def follow(self, hand: BillInHand) -> None: ...
    def toggle(self, row: LineRow) -> None: ...
    def explained(self, row: LineRow | None) -> Explained | None: ...
    def refresh(self) -> None: ...
    def go_to_amount(self) -> None: ...

    @property
    def offered(self) -> list[Action]: ...


class DeskSteps:
    """The steps of one desk; without an open bill each does nothing."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def take(self) -> None:
        """Commit, then print."""
        self._desk.take(print_wanted=True)

    def take_only(self) -> None:
        """Commit without printing."""
        self._desk.take(print_wanted=False)

    def preview(self) -> None:
        """Show the paper first; Enter there takes the payment and prints."""
        hand = self._desk.hand
        if hand is None:
            return
        self._desk.keeper.flush()
        money = self._desk.money
        facts = money.preview(hand)
        if facts is not None and money.show_preview(hand, facts):
            self._desk.take(print_wanted=True)

    def choose_method(self, method: Method) -> None:
        """Another method; an untouched amount follows, and so does one above the due; a part payment stays."""
        hand = self._desk.hand
        if hand is None:
            return
        hand.change_method(method)
        self._desk.panel.say("")
        self._desk.panel.show_typed(hand)
        self._desk.refresh()
        if method.is_cash:
            self._desk.go_to_amount()
        else:
            self._desk.panel.reference.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def go_to_payer(self) -> None:
        """The caret to the payer's name."""
        self._desk.panel.payer.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def charge_on_the_spot(self) -> None:
        """Ask for a charge that no tariff makes, and add it to this payment."""
        hand = self._desk.hand
        if hand is None:
            return
        self._desk.keeper.flush()
        context = self._desk.context
        items = context.office.fee_items
        panel = OneOffPanel(
            items.one_offs(), hand.bill.unit.code, lambda: context.questions.ask(NewOneOffPanel(context))
        )
        one = context.questions.ask(panel)
        if one is not None:
            hand.one_offs.append(OneOffInHand(one))
            self._desk.follow(hand)
            self._desk.sheet.lines.show_line(typed_key(len(hand.one_offs) - 1))
            self._desk.go_to_amount()

    def unmask(self) -> None:
        """Show the whole telephone number; the look is logged."""
        hand = self._desk.hand
        person = person_shown(hand.bill) if hand is not None else None
        if person is None:
            return
        try:
            facts = self._desk.context.office.estate.person(self._desk.context.actor, person.person_id)
        except (Refusal, Trouble) as error:
            self._desk.context.messages.wrong(say(error))
        else:
            self._desk.sheet.header.show_phone("  ".join(facts.phones))

    def explain(self) -> None:
        """Show the whole arithmetic of the current line, and everything that changed it."""
        row = self._desk.sheet.lines.current()
        explained = self._desk.explained(row)
        if explained is not None and row is not None:
            changes = self._desk.context.office.adjustments.of_charge(ChargeId(row.key)) if row.key > 0 else ()
            self._desk.context.questions.ask(ExplainPanel(explained, changes))

    def enter_lines(self) -> None:
        """From the amount up into the lines."""
        self._desk.sheet.lines.enter_from_below()

    def enter_lines_below(self) -> None:
        """From the amount down to the lines that are not due yet, which stand below; without any it says so."""
        if not self._desk.sheet.lines.enter_from_above():
            self._desk.context.messages.hint(tr("No line below is not yet due; ↑ goes to the lines that are."))
            self._desk.go_to_amount()

    def say_where_space_ticks(self) -> None:
        """Space means nothing in the amount: say where it does."""
        self._desk.context.messages.hint(tr("Space ticks a line: press ↑ first to go there."))

    def toggle_line(self) -> None:
        """Tick or untick the current line."""
        row = self._desk.sheet.lines.current()
        if row is not None:
            self._desk.toggle(row)

    def choose_due(self) -> None:
        """Tick what is due."""
        if self._desk.hand is not None:
            self._desk.hand.choose_due()
            self._desk.hand.ahead.forget()
            self._desk.follow(self._desk.hand)

    def choose_all(self) -> None:
        """Tick everything."""
        if self._desk.hand is not None:
            self._desk.hand.choose_all()
            self._desk.follow(self._desk.hand)

    def toggle_principal_only(self) -> None:
        """Collect the late fees later, or now after all."""
        if self._desk.hand is not None:
            self._desk.hand.principal_only = not self._desk.hand.principal_only
            self._desk.follow(self._desk.hand)

    def more(self) -> None:
        """Show everything that can be done with the bill, and do what is chosen."""
        if self._desk.hand is None:
            return
        self._desk.keeper.flush()
        action = self._desk.context.questions.ask(MorePanel(self._desk.offered))
        if action is not None:
            action.trigger()

    def back_to_amount(self) -> None:
        """From the lines back to the amount."""
        self._desk.go_to_amount()
