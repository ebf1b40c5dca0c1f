"""The open bill: joins what is typed, what it comes to and what is shown; every change becomes a draft."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from app.core.show import show_money
from app.fees.explanation import lines_of
from app.fees.terms import Formula, TariffTerms
from app.fees.words.explain_words import price_words
from ui.counter.adjusting.adjust_actions import AdjustActions, make_adjust_actions
from ui.counter.adjusting.adjust_steps import AdjustSteps
from ui.counter.bill.bill_actions import IN_AMOUNT, IN_LINES, BillActions, make_bill_actions
from ui.counter.bill.bill_draft import to_draft
from ui.counter.bill.bill_in_hand import BillInHand
from ui.counter.bill.bill_sheet import BillSheet
from ui.counter.bill.bill_steps import DeskSteps
from ui.counter.bill.explain_strip import Explained, explain, explain_discount, explain_typed
from ui.counter.bill.line_rows import DISCOUNT_KEY, LineRow, line_rows
from ui.counter.bill.payer_field import person_id_of
from ui.counter.bill.take_money import TakeMoney
from ui.counter.bill.tender_panel import TenderPanel
from ui.counter.billing.billing_actions import BillingActions, make_billing_actions
from ui.counter.billing.billing_steps import BillingDeskSteps
from ui.counter.draft_keeper import OPEN, DraftKeeper
from ui.shell.context import Context


class BillDesk(QObject):
    """`taken` gives the durable payment and whether it is to be printed; `changed` follows every change."""

    taken = Signal(object, bool)
    changed = Signal()

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self.context = context
        self.hand: BillInHand | None = None
        self.search = ""
        self._steps = DeskSteps(self)
        self.actions: BillActions = make_bill_actions(context.actions, self._steps)
        self.adjusting: AdjustActions = make_adjust_actions(context.actions, AdjustSteps(self))
        self.billing: BillingActions = make_billing_actions(context.actions, BillingDeskSteps(self))
        in_bill = (self.actions.lines, self.actions.one_off, self.actions.payer, *self.billing)
        in_lines = (self.actions.toggle, self.actions.principal_only, self.adjusting.waive)
        self.sheet = BillSheet(self.actions.unmask, self.actions.explain, in_bill, in_lines)
        self.panel = TenderPanel(self.actions.for_panel())
        self.keeper = DraftKeeper(context.office.drafts, context.actor, OPEN, self._content, self)
        self.money = TakeMoney(context, self.panel, self.read_anew)
        self._turn(on=False)
        self._connect()

    def show(self, hand: BillInHand) -> None:
        """Open a bill: the caret stands in the amount, its text selected."""
        self.hand = hand
        self._turn(on=True)
        self.panel.say("")
        for field in (self.panel.amount, self.panel.reference, self.panel.payer):
            field.show_problem("")
        self._show_unit(hand)
        self.sheet.lines.clear()
        self.panel.show_typed(hand)
        self.refresh()
        self.go_to_amount()

    def close(self) -> None:
        """Nothing is open any more; the draft is the caller's business."""
        self.hand = None
        self._turn(on=False)

    def _turn(self, *, on: bool) -> None:
        self.actions.turn(on=on)
        self.adjusting.turn(on=on)
        self.billing.turn(on=on)

    def refresh(self) -> None:
        """Show what follows from what was chosen and typed."""
        hand = self.hand
        if hand is None:
            return
        settled = hand.settle()
        self.sheet.lines.show_lines(line_rows(hand, settled))
        self.panel.show_bill(hand, settled)
        self._show_explained(self.sheet.lines.current())
        self.sheet.place()
        self.keeper.touch()
        self.changed.emit()

    def read_anew(self) -> None:
        """Read the account again; what was typed stays."""
        hand = self.hand
        if hand is None:
            return
        hand.read_anew(self.context.office.bills.open(hand.bill.unit.id))
        self._show_unit(hand)
        self.panel.show_typed(hand)
        self.refresh()

    def go_to_amount(self) -> None:
        """The caret to the amount, its text selected."""
        self.panel.amount.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.panel.amount.selectAll()

    def take_digit(self, digit: str) -> bool:
        """A digit typed where it means nothing begins the amount anew; whether a bill is open."""
        if self.hand is None:
            return False
        self.go_to_amount()
        self.panel.amount.insert(digit)
        return True

    def backs_out(self, focused: QWidget | None) -> bool:
        """Esc inside the bill goes to the amount first; whether there was a level to back out of."""
        if focused is None or focused is self.panel.amount:
            return False
        inside = self.sheet.isAncestorOf(focused) or self.panel.isAncestorOf(focused)
        if inside:
            self.go_to_amount()
        return inside

    def take(self, *, print_wanted: bool) -> None:
        """Commit the payment; the page prints and clears."""
        hand = self.hand
        if hand is None:
            return
        self.keeper.flush()
        taken = self.money.take(hand, print_wanted=print_wanted)
        if taken is not None:
            self.close()
            self.taken.emit(taken, print_wanted)

    def _connect(self) -> None:
        registry, panel, lines = self.context.actions, self.panel, self.sheet.lines
        registry.follow_focus(panel.amount, IN_AMOUNT)
        registry.follow_focus(lines.table, IN_LINES)
        panel.amount_typed.connect(self._on_amount)
        panel.amount.space_pressed.connect(self._steps.say_where_space_ticks)
        panel.reference_typed.connect(self._on_reference)
        panel.payer_named.connect(self._on_payer)
        panel.reference.returnPressed.connect(self.go_to_amount)
        panel.payer.returnPressed.connect(self.go_to_amount)
        panel.amount.returnPressed.connect(self._on_amount_entered)
        lines.toggled.connect(self.toggle)
        lines.left.connect(self.go_to_amount)
        lines.current_changed.connect(self._show_explained)

    def follow(self, hand: BillInHand) -> None:
        """Something was chosen: an untouched amount follows the total."""
        self.panel.say("")
        self.panel.show_typed(hand)
        self.refresh()

    def toggle(self, row: LineRow) -> None:
        """Tick or untick a line."""
        if self.hand is not None and not row.standing.is_discount:
            self.hand.toggle(row.key)
            self.follow(self.hand)

    def _on_amount(self, text: str) -> None:
        hand = self.hand
        if hand is not None:
            hand.amount = None if text == show_money(hand.payable()) else text
            self.panel.say("")
            self.refresh()

    def _on_amount_entered(self) -> None:
        value = self.panel.amount.value()
        if value is not None:
            self.panel.amount.setText(show_money(value))
            self.panel.amount.selectAll()

    def _on_reference(self, text: str) -> None:
        if self.hand is not None:
            self.hand.reference = text
            self.panel.reference.show_problem("")
            self.keeper.touch()

    def _on_payer(self, name: str, person_id: object) -> None:
        if self.hand is not None:
            self.hand.payer_name, self.hand.payer_id = name, person_id_of(person_id)
            self.keeper.touch()

    def _show_unit(self, hand: BillInHand) -> None:
        self.sheet.header.show_bill(hand.bill, self._price(hand))
        self.sheet.past.show_rows(hand.bill.past)
        self.panel.show_receipt_number(hand.bill.next_label)

    def _price(self, hand: BillInHand) -> str:
        """The price that the open charges were computed with; else that of a tariff which lies on the unit now."""
        computed = [one.explain for one in hand.charges if one.explain["kind"] == "computed"]
        last = [lines_of(each)[-1] for each in computed]
        line = next((each for each in last if each.formula is Formula.AREA), last[0] if last else None)
        if line is not None:
            return price_words(TariffTerms(line.formula, line.price))
        today = hand.bill.day
        assigned = self.context.office.assignments.of_unit(hand.bill.unit.id)
        lying = next((one for one in assigned if one.until is None or one.until > today), None)
        return "" if lying is None else price_words(lying.tariff.version_on(today).terms)

    def _show_explained(self, row: LineRow | None) -> None:
        self.sheet.explain.show_explained(self.explained(row))

    def explained(self, row: LineRow | None) -> Explained | None:
        """The arithmetic of a line in words."""
        hand = self.hand
        if hand is None or row is None:
            return None
        if row.standing.is_discount:
            return explain_discount(hand.offered()[DISCOUNT_KEY - row.key])
        if row.key < 0:
            return explain_typed(row.item, row.principal)
        one = next((one for one in hand.charges if one.id == row.key), None)
        return None if one is None else explain(one)

    def _content(self) -> Mapping[str, object] | None:
        return None if self.hand is None else to_draft(self.hand, self.search)
