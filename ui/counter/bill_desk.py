"""The open bill: joins what is typed, what it comes to and what is shown; every change becomes a draft."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from app.core.errors import Refusal, Trouble
from app.core.show import show_money
from app.counter.methods import Method
from app.fees.explain_words import price_words
from app.fees.explanation import lines_of
from app.fees.terms import Formula, TariffTerms
from ui.counter.bill_actions import IN_AMOUNT, IN_LINES, BillActions, make_bill_actions
from ui.counter.bill_draft import OPEN, to_draft
from ui.counter.bill_header import person_shown
from ui.counter.bill_in_hand import BillInHand, OneOffInHand
from ui.counter.bill_sheet import BillSheet
from ui.counter.draft_keeper import DraftKeeper
from ui.counter.explain_strip import Explained, ExplainPanel, explain, explain_typed
from ui.counter.line_rows import LineRow, line_rows
from ui.counter.one_off_panel import OneOffPanel
from ui.counter.payer_field import person_id_of
from ui.counter.take_money import TakeMoney
from ui.counter.tender_panel import TenderPanel
from ui.sentences import say
from ui.shell.context import Context


class BillDesk(QObject):
    """`taken` gives the durable payment and whether it is to be printed; `changed` follows every change."""

    taken = Signal(object, bool)
    changed = Signal()

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self.hand: BillInHand | None = None
        self.search = ""
        self.actions: BillActions = make_bill_actions(context.actions, self)
        in_bill = (self.actions.lines, self.actions.one_off, self.actions.payer)
        self.sheet = BillSheet(
            self.actions.unmask, self.actions.explain, in_bill, (self.actions.toggle, self.actions.principal_only)
        )
        self.panel = TenderPanel(self.actions.for_panel())
        self.keeper = DraftKeeper(context.office.drafts, context.actor, OPEN, self._content, self)
        self._money = TakeMoney(context, self.panel, self.read_anew)
        self.actions.turn(on=False)
        self._connect()

    def show(self, hand: BillInHand) -> None:
        """Open a bill: the caret stands in the amount, its text selected."""
        self.hand = hand
        self.actions.turn(on=True)
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
        self.actions.turn(on=False)

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
        hand.read_anew(self._context.office.bills.open(hand.bill.unit.id))
        self._show_unit(hand)
        self.panel.show_typed(hand)
        self.refresh()

    def go_to_amount(self) -> None:
        """The caret to the amount, its text selected."""
        self.panel.amount.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.panel.amount.selectAll()

    def backs_out(self, focused: QWidget | None) -> bool:
        """Esc inside the bill goes to the amount first; whether there was a level to back out of."""
        if focused is None or focused is self.panel.amount:
            return False
        inside = self.sheet.isAncestorOf(focused) or self.panel.isAncestorOf(focused)
        if inside:
            self.go_to_amount()
        return inside

    # the steps behind the keys

    def take(self) -> None:
        """Commit, then print."""
        self._take(print_wanted=True)

    def take_only(self) -> None:
        """Commit without printing."""
        self._take(print_wanted=False)

    def preview(self) -> None:
        """Show the paper first; Enter there takes the payment and prints."""
        hand = self.hand
        if hand is None:
            return
        self.keeper.flush()
        facts = self._money.preview(hand)
        if facts is not None and self._money.show_preview(hand, facts):
            self._take(print_wanted=True)

    def choose_method(self, method: Method) -> None:
        """Another method; an untouched amount follows, a typed one stays."""
        hand = self.hand
        if hand is None:
            return
        hand.method = method
        self.panel.say("")
        self.panel.show_typed(hand)
        self.refresh()
        self.go_to_amount() if method.is_cash else self._go_to_reference()

    def go_to_payer(self) -> None:
        """The caret to the payer's name."""
        self.panel.payer.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def charge_on_the_spot(self) -> None:
        """Ask for a charge that no tariff makes, and add it to this payment."""
        hand = self.hand
        if hand is None:
            return
        self.keeper.flush()
        items = self._context.office.fee_items.one_offs()
        one = self._context.questions.ask(OneOffPanel(items, hand.bill.unit.code))
        if one is not None:
            hand.one_offs.append(OneOffInHand(one))
            self._follow(hand)
            self.go_to_amount()

    def unmask(self) -> None:
        """Show the whole telephone number; the look is logged."""
        hand = self.hand
        person = person_shown(hand.bill) if hand is not None else None
        if person is None:
            return
        try:
            facts = self._context.office.estate.person(self._context.actor, person.person_id)
        except (Refusal, Trouble) as error:
            self._context.messages.wrong(say(error))
        else:
            self.sheet.header.show_phone("  ".join(facts.phones))

    def explain(self) -> None:
        """Show the whole arithmetic of the current line."""
        explained = self._explained(self.sheet.lines.current())
        if explained is not None:
            self._context.questions.ask(ExplainPanel(explained))

    def enter_lines(self) -> None:
        """From the amount up into the lines."""
        self.sheet.lines.enter_from_below()

    def toggle_line(self) -> None:
        """Tick or untick the current line."""
        row = self.sheet.lines.current()
        if row is not None:
            self._on_toggled(row)

    def choose_due(self) -> None:
        """Tick what is due."""
        if self.hand is not None:
            self.hand.choose_due()
            self._follow(self.hand)

    def choose_all(self) -> None:
        """Tick everything."""
        if self.hand is not None:
            self.hand.choose_all()
            self._follow(self.hand)

    def toggle_principal_only(self) -> None:
        """Collect the late fees later, or now after all."""
        if self.hand is not None:
            self.hand.principal_only = not self.hand.principal_only
            self._follow(self.hand)

    def back_to_amount(self) -> None:
        """From the lines back to the amount."""
        self.go_to_amount()

    def _take(self, *, print_wanted: bool) -> None:
        hand = self.hand
        if hand is None:
            return
        self.keeper.flush()
        taken = self._money.take(hand, print_wanted=print_wanted)
        if taken is not None:
            self.close()
            self.taken.emit(taken, print_wanted)

    def _connect(self) -> None:
        registry, panel, lines = self._context.actions, self.panel, self.sheet.lines
        registry.follow_focus(panel.amount, IN_AMOUNT)
        registry.follow_focus(lines.table, IN_LINES)
        panel.amount_typed.connect(self._on_amount)
        panel.reference_typed.connect(self._on_reference)
        panel.payer_named.connect(self._on_payer)
        panel.reference.returnPressed.connect(self.go_to_amount)
        panel.payer.returnPressed.connect(self.go_to_amount)
        panel.amount.returnPressed.connect(self._on_amount_entered)
        lines.toggled.connect(self._on_toggled)
        lines.left.connect(self.go_to_amount)
        lines.current_changed.connect(self._show_explained)

    def _follow(self, hand: BillInHand) -> None:
        self.panel.say("")
        self.panel.show_typed(hand)
        self.refresh()

    def _on_toggled(self, row: LineRow) -> None:
        if self.hand is not None:
            self.hand.toggle(row.key)
            self._follow(self.hand)

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

    def _go_to_reference(self) -> None:
        self.panel.reference.setFocus(Qt.FocusReason.ShortcutFocusReason)

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
        assigned = self._context.office.assignments.of_unit(hand.bill.unit.id)
        lying = next((one for one in assigned if one.until is None or one.until > today), None)
        return "" if lying is None else price_words(lying.tariff.version_on(today).terms)

    def _show_explained(self, row: LineRow | None) -> None:
        self.sheet.explain.show_explained(self._explained(row))

    def _explained(self, row: LineRow | None) -> Explained | None:
        hand = self.hand
        if hand is None or row is None:
            return None
        if row.key < 0:
            return explain_typed(row.item, row.principal)
        one = next((one for one in hand.charges if one.id == row.key), None)
        return None if one is None else explain(one)

    def _content(self) -> Mapping[str, object] | None:
        return None if self.hand is None else to_draft(self.hand, self.search)
