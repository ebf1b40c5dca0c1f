"""The open bill: joins what is typed, what it comes to and what is shown; every change becomes a draft."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from app.core.language import tr
from app.core.show import show_money
from app.fees.ahead.ahead_quote import AheadReader
from ui.counter.adjusting.adjust_actions import make_adjust_actions
from ui.counter.adjusting.adjust_steps import AdjustSteps
from ui.counter.ahead.ahead_actions import make_ahead_actions
from ui.counter.ahead.ahead_steps import AheadDeskSteps
from ui.counter.bill.bill_actions import IN_AMOUNT, IN_LINES, make_bill_actions
from ui.counter.bill.bill_draft import to_draft
from ui.counter.bill.bill_in_hand import BillInHand
from ui.counter.bill.bill_keys import BillKeys, bind_notes
from ui.counter.bill.bill_sheet import BillSheet
from ui.counter.bill.bill_steps import DeskSteps
from ui.counter.bill.explain_strip import Explained
from ui.counter.bill.line_arithmetic import explained_line, price_of
from ui.counter.bill.line_rows import LineRow, Standing, line_rows
from ui.counter.bill.money_actions import make_money_actions
from ui.counter.bill.money_steps import MoneyDeskSteps
from ui.counter.bill.payer_field import person_id_of
from ui.counter.bill.take_money import TakeMoney
from ui.counter.bill.tender_panel import TenderPanel
from ui.counter.billing.billing_actions import make_billing_actions
from ui.counter.billing.billing_steps import BillingDeskSteps
from ui.counter.draft_keeper import OPEN, DraftKeeper
from ui.counter.notes.note_steps import NoteSteps
from ui.counter.receipts.receipt_printing import ReceiptPrinting
from ui.shell.actions import Action
from ui.shell.context import Context


class BillDesk(QObject):
    """`taken` gives the durable payment and whether it is to be printed; `changed` follows every change."""

    taken = Signal(object, bool)
    changed = Signal()
    notes_changed = Signal()

    def __init__(self, context: Context, printing: ReceiptPrinting, parent: QObject) -> None:
        super().__init__(parent)
        self.context = context
        self.hand: BillInHand | None = None
        self.search = ""
        self._steps = DeskSteps(self)
        self._widening = AheadDeskSteps(self)
        self.keys = self._bind()
        self.sheet = BillSheet(self.keys.of_sheet())
        self.panel = TenderPanel(self.keys.of_panel())
        self.keeper = DraftKeeper(context.office.drafts, context.actor, OPEN, self._content, self)
        context.changes.covered.connect(self.sheet.header.mask_again)
        self.money = TakeMoney(context, self.panel, self.read_anew, printing)
        self.keys.turn(on=False)
        self._connect()

    def show(self, hand: BillInHand) -> None:
        """Open a bill: the caret stands in the amount, its text selected."""
        self.hand = hand
        self.keys.turn(on=True)
        self._read_beside(hand)
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
        self.keys.turn(on=False)

    @property
    def offered(self) -> list[Action]:
        """Everything that can be done with an open bill, as the list of it shows."""
        return self.keys.offered

    def _bind(self) -> BillKeys:
        actions = self.context.actions
        return BillKeys(
            own=make_bill_actions(actions, self._steps),
            adjusting=make_adjust_actions(actions, AdjustSteps(self)),
            billing=make_billing_actions(actions, BillingDeskSteps(self)),
            money=make_money_actions(actions, MoneyDeskSteps(self)),
            ahead=make_ahead_actions(actions, self._widening),
            note=bind_notes(actions, NoteSteps(self)),
        )

    def refresh(self) -> None:
        """Show what follows from what was chosen and typed."""
        hand = self.hand
        if hand is None:
            return
        settled = hand.settle()
        self.keys.money.keep_change.say(tr("Hand it back") if hand.keep_change else tr("Keep as credit"))
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
        bills = self.context.office.bills
        hand.read_anew(bills.open(hand.bill.unit.id), {unit_id: bills.open(unit_id) for unit_id in hand.others})
        self._read_beside(hand)
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
        panel.said.connect(self.changed)
        panel.reference.returnPressed.connect(self.go_to_amount)
        panel.payer.returnPressed.connect(self.go_to_amount)
        panel.amount.returnPressed.connect(self._on_amount_entered)
        lines.toggled.connect(self.toggle)
        lines.left.connect(self.go_to_amount)
        lines.current_changed.connect(self._show_explained)

    def follow(self, hand: BillInHand) -> None:
        """Something was chosen: an untouched amount follows the total."""
        hand.fit_money()
        self.panel.say("")
        self.panel.show_typed(hand)
        self.refresh()

    def show_money(self, hand: BillInHand) -> None:
        """The money is split otherwise: the amount typed next follows the rest."""
        self.panel.say("")
        self.panel.show_typed(hand)
        self.refresh()

    def toggle(self, row: LineRow) -> None:
        """Tick or untick a line, or a further room."""
        if self.hand is None or row.standing.is_discount:
            return
        if row.standing is Standing.THEIRS:
            self._widening.toggle_theirs(row)
        elif row.standing is Standing.AHEAD:
            self._widening.toggle_ahead(row)
        else:
            self.hand.toggle(row.key)
            self.follow(self.hand)

    def read_ahead(self, hand: BillInHand) -> AheadReader:
        """The tariffs of all rooms on the bill, read once."""
        reader = hand.ahead.reader
        if reader is None:
            reader = self.context.office.payments.ahead_of([bill.unit.id for bill in hand.bills])
            hand.ahead.take(reader)
        return reader

    def units_changed(self, hand: BillInHand) -> None:
        """Other rooms are on the receipt: their notes have to be read too."""
        self.read_notes(hand)

    def read_notes(self, hand: BillInHand) -> None:
        """The notes that stand on all rooms of the bill."""
        units = [bill.unit.id for bill in hand.bills]
        hand.notes = self.context.office.unit_notes.standing(self.context.actor, units)
        self.notes_changed.emit()

    def _on_amount(self, text: str) -> None:
        hand = self.hand
        if hand is not None:
            hand.amount = text if hand.ahead.by_amount or text != show_money(hand.rest()) else None
            hand.fit_ahead()
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

    def _read_beside(self, hand: BillInHand) -> None:
        """What is not the account itself: their other rooms, the notes, and tariffs where months ahead were asked."""
        hand.theirs = self.context.office.theirs.of_unit(hand.bill.unit.id)
        self.read_notes(hand)
        hand.ahead.reader = None
        if hand.ahead.is_asked:
            self.read_ahead(hand)

    def _show_unit(self, hand: BillInHand) -> None:
        self.sheet.header.show_bill(hand.bill, price_of(self.context.office, hand))
        self.sheet.past.show_rows(hand.bill.past)
        self.panel.show_receipt_number(hand.bill.next_label)

    def _show_explained(self, row: LineRow | None) -> None:
        self.sheet.explain.show_explained(self.explained(row))

    def explained(self, row: LineRow | None) -> Explained | None:
        """The arithmetic of a line in words."""
        return None if self.hand is None or row is None else explained_line(self.hand, row)

    def _content(self) -> Mapping[str, object] | None:
        return None if self.hand is None else to_draft(self.hand, self.search)
