"""The open bill: joins what is typed, what it comes to and what is shown; every change becomes a draft."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from app.core.language import tr
from app.core.show import show_money
from app.fees.ahead.ahead_quote import AheadReader
from app.fees.explanation import lines_of
from app.fees.terms import Formula
from app.fees.words.explain_words import price_words
from app.fees.words.price_words import line_price_words
from ui.counter.adjusting.adjust_actions import AdjustActions, make_adjust_actions
from ui.counter.adjusting.adjust_steps import AdjustSteps
from ui.counter.ahead.ahead_actions import AheadActions, make_ahead_actions
from ui.counter.ahead.ahead_steps import AheadDeskSteps
from ui.counter.bill.bill_actions import IN_AMOUNT, IN_LINES, TAB, BillActions, make_bill_actions
from ui.counter.bill.bill_draft import to_draft
from ui.counter.bill.bill_in_hand import BillInHand
from ui.counter.bill.bill_sheet import BillSheet, SheetActions
from ui.counter.bill.bill_steps import DeskSteps
from ui.counter.bill.explain_strip import Explained, explain, explain_discount, explain_typed
from ui.counter.bill.line_rows import AHEAD_KEY, DISCOUNT_KEY, LineRow, Standing, line_rows
from ui.counter.bill.money_actions import MoneyActions, make_money_actions
from ui.counter.bill.money_steps import MoneyDeskSteps
from ui.counter.bill.payer_field import person_id_of
from ui.counter.bill.take_money import TakeMoney
from ui.counter.bill.tender_panel import TenderPanel
from ui.counter.billing.billing_actions import BillingActions, make_billing_actions
from ui.counter.billing.billing_steps import BillingDeskSteps
from ui.counter.draft_keeper import OPEN, DraftKeeper
from ui.counter.notes.note_steps import NoteSteps
from ui.counter.receipts.receipt_printing import ReceiptPrinting
from ui.counter.with_a_bill import turn_with_a_bill
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
        self.actions: BillActions = make_bill_actions(context.actions, self._steps)
        self.adjusting: AdjustActions = make_adjust_actions(context.actions, AdjustSteps(self))
        self.billing: BillingActions = make_billing_actions(context.actions, BillingDeskSteps(self))
        self.parts: MoneyActions = make_money_actions(context.actions, MoneyDeskSteps(self))
        self._widening = AheadDeskSteps(self)
        self.ahead: AheadActions = make_ahead_actions(context.actions, self._widening)
        self.note = self._bind_notes()
        self.sheet = BillSheet(self._actions_of_sheet())
        self.panel = TenderPanel(self.actions.for_panel(self.parts))
        self.keeper = DraftKeeper(context.office.drafts, context.actor, OPEN, self._content, self)
        self.money = TakeMoney(context, self.panel, self.read_anew, printing)
        self._turn(on=False)
        self._connect()

    def show(self, hand: BillInHand) -> None:
        """Open a bill: the caret stands in the amount, its text selected."""
        self.hand = hand
        self._turn(on=True)
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
        self._turn(on=False)

    @property
    def offered(self) -> list[Action]:
        """Everything that can be done with an open bill, as the list of it shows."""
        own, more = self.actions, self.adjusting
        widening = (self.ahead.ahead, self.ahead.rest, self.ahead.theirs, self.ahead.more, self.ahead.less)
        money = (self.parts.split, self.parts.credit, self.parts.round_off, self.parts.keep_change)
        lines = (own.principal_only, more.waive, more.pause, more.vacant, more.vacant_room, more.show_all)
        room = (own.one_off, own.payer, own.unmask, own.explain, *self.billing, self.note)
        return [*widening, *money, *lines, *room, own.take_only, own.preview]

    def _turn(self, *, on: bool) -> None:
        self.actions.turn(on=on)
        self.adjusting.turn(on=on)
        self.billing.turn(on=on)
        self.parts.turn(on=on)
        self.ahead.turn(on=on)
        turn_with_a_bill((self.note,), on=on)

    def _actions_of_sheet(self) -> SheetActions:
        own = self.actions
        return SheetActions(
            unmask=own.unmask,
            explain=own.explain,
            credit=self.parts.credit,
            ahead=self.ahead.ahead,
            one_off=own.one_off,
            in_bill=(own.lines, self.ahead.ahead, self.parts.round_off, self.ahead.theirs, own.one_off),
            in_lines=(own.principal_only, self.adjusting.waive),
            months=(self.ahead.more, self.ahead.less),
            more=own.more,
        )

    def _bind_notes(self) -> Action:
        words = tr("Notes of the room that must be read before money is taken: write one, end one")
        run = NoteSteps(self).notes
        return self.context.actions.add(
            "counter.notes", tr("Notes"), "Ctrl+N", run, context=TAB, commits=True, help=words
        )

    def refresh(self) -> None:
        """Show what follows from what was chosen and typed."""
        hand = self.hand
        if hand is None:
            return
        settled = hand.settle()
        self.parts.keep_change.say(tr("Hand it back") if hand.keep_change else tr("Keep as credit"))
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
        self.sheet.header.show_bill(hand.bill, self._price(hand))
        self.sheet.past.show_rows(hand.bill.past)
        self.panel.show_receipt_number(hand.bill.next_label)

    def _price(self, hand: BillInHand) -> str:
        """The price that the open charges were computed with; else that of a tariff which lies on the unit now."""
        own = (*hand.bill.due, *hand.bill.not_due)
        computed = [one.explain for one in own if one.explain["kind"] == "computed"]
        last = [lines_of(each)[-1] for each in computed]
        line = next((each for each in last if each.formula is Formula.AREA), last[0] if last else None)
        if line is not None:
            return line_price_words(line)
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
            return _off(hand, row)
        if row.standing is Standing.AHEAD:
            return explain(hand.ahead.lines[AHEAD_KEY - row.key].charges[0].open)
        if row.standing is Standing.THEIRS:
            return None
        if row.key < 0:
            return explain_typed(row.item, row.principal)
        one = next((one for one in hand.charges if one.id == row.key), None)
        return None if one is None else explain(one)

    def _content(self) -> Mapping[str, object] | None:
        return None if self.hand is None else to_draft(self.hand, self.search)


def _off(hand: BillInHand, row: LineRow) -> Explained | None:
    if row.standing is Standing.ROUNDED:
        return None
    return explain_discount(hand.offered(hand.ahead.reached)[DISCOUNT_KEY - row.key])
