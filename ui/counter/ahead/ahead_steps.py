"""What the keys that widen a payment do, one step each."""

from __future__ import annotations

from typing import Protocol

from app.core.errors import Refusal, Trouble
from app.core.ids import AssignmentId, UnitId
from app.core.language import tr, tr_n
from app.core.money import total
from app.core.show import show_money
from app.fees.ahead.ahead_quote import AheadReader
from ui.counter.ahead.ahead_panel import AheadPanel, amount_words
from ui.counter.ahead.ahead_reckoning import cap_words, fees_of, put_on_bill, reckon
from ui.counter.bill.bill_in_hand import BillInHand
from ui.counter.bill.bill_sheet import BillSheet
from ui.counter.bill.line_rows import AHEAD_KEY, THEIRS_KEY, LineRow, Standing
from ui.counter.draft_keeper import DraftKeeper
from ui.sentences import say
from ui.shell.context import Context


class Desk(Protocol):
    """What the steps need of the desk on which the bill lies."""

    context: Context
    hand: BillInHand | None
    sheet: BillSheet
    keeper: DraftKeeper

    def follow(self, hand: BillInHand) -> None: ...
    def go_to_amount(self) -> None: ...
    def read_ahead(self, hand: BillInHand) -> AheadReader: ...
    def units_changed(self, hand: BillInHand) -> None: ...


class AheadDeskSteps:
    """The steps of one desk; without an open bill each does nothing."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def month_more(self) -> None:
        """The next month of the current line's fee: one that stands there is ticked, else it is made."""
        hand, fee = self._fee()
        if hand is None or fee is None:
            return
        waiting = next((one for one in hand.charges if one.assignment_id == fee and one.id not in hand.chosen), None)
        if waiting is not None:
            hand.chosen.add(waiting.id)
        else:
            self._desk.read_ahead(hand)
            if not hand.ahead.go_on(fee):
                self._say_cap(hand)
                return
        self._desk.follow(hand)
        self._say_cap(hand)

    def month_less(self) -> None:
        """The last month of the current line's fee is not paid after all."""
        hand, fee = self._fee()
        if hand is None or fee is None:
            return
        self._desk.read_ahead(hand)
        if hand.ahead.go_back(fee):
            self._desk.follow(hand)
            return
        today = hand.bill.day
        own = [one for one in hand.not_due_charges if one.assignment_id == fee and one.id in hand.chosen]
        if not own:
            self._hint(tr("Nothing of this fee is paid ahead; Space unticks a line."))
            return
        assert own[-1].due_on > today
        hand.chosen.discard(own[-1].id)
        self._desk.follow(hand)

    def pay_ahead(self) -> None:
        """Ask how far, show what it comes to, put it on the bill."""
        hand = self._desk.hand
        if hand is None:
            return
        self._desk.keeper.flush()
        reader = self._desk.read_ahead(hand)
        fees = fees_of(reader)
        if not fees:
            self._hint(tr("Nothing can be paid ahead here: no tariff lies on this room, or all is billed to the cap."))
            return
        own = self._fee_of_line(hand)
        first = next((each for each in fees if own is not None and each[1] == frozenset({own})), fees[0])
        offered = [first, *(each for each in fees if each is not first)]
        panel = AheadPanel(
            hand.bill.unit.code,
            offered,
            hand.bill.rules.months_ahead,
            lambda wanted: reckon(hand, reader, wanted),
            lambda: hand.bill.day,
        )
        wanted = self._desk.context.questions.ask(panel)
        if wanted is not None:
            put_on_bill(hand, reader, wanted)
            self._desk.follow(hand)
            self._desk.sheet.lines.show_line(AHEAD_KEY)
            self._hint(amount_words(reckon(hand, reader, wanted)))
        self._desk.go_to_amount()

    def rest_pays_ahead(self) -> None:
        """What is left of the typed amount pays ahead, or becomes change or credit after all."""
        hand = self._desk.hand
        if hand is None:
            return
        ahead = hand.ahead
        wanted = not ahead.by_amount
        ahead.forget()
        self._desk.read_ahead(hand)
        if not wanted:
            hand.choose_due()
        elif hand.amount is None:
            hand.amount = show_money(hand.rest())
        ahead.by_amount = wanted
        hand.fit_ahead()
        self._desk.follow(hand)
        if not wanted:
            self._hint(tr("What is left is change or credit again"))
        elif not hand.ahead.lines:
            self._hint(tr("Type what is handed over: what is left of it pays ahead to the last whole day."))

    def all_of_theirs(self) -> None:
        """All their rooms and parking where something is due on this receipt, or none."""
        hand = self._desk.hand
        if hand is None:
            return
        if not hand.theirs:
            self._hint(tr("Nobody of this room has another room or parking here."))
            return
        if hand.others:
            for unit_id in list(hand.others):
                hand.remove_unit(unit_id)
        else:
            wanted = [one.unit_id for one in hand.theirs if one.charges] or [one.unit_id for one in hand.theirs]
            for unit_id in wanted:
                self._add_unit(hand, unit_id)
        self._units_changed(hand)

    def toggle_theirs(self, row: LineRow) -> None:
        """Put one of their units on this receipt, or take it off."""
        hand = self._desk.hand
        if hand is None:
            return
        one = hand.theirs[THEIRS_KEY - row.key]
        if one.unit_id in hand.others:
            hand.remove_unit(one.unit_id)
        else:
            self._add_unit(hand, one.unit_id)
        self._units_changed(hand)

    def toggle_ahead(self, row: LineRow) -> None:
        """Unticking a line of months ahead takes it off."""
        hand = self._desk.hand
        if hand is None:
            return
        if hand.ahead.by_amount:
            hand.ahead.forget()
        else:
            line = hand.ahead.lines[AHEAD_KEY - row.key]
            del hand.ahead.until[line.assignment_id]
            hand.ahead.go_to(())
        self._desk.follow(hand)

    def _add_unit(self, hand: BillInHand, unit_id: UnitId) -> None:
        try:
            hand.add_unit(self._desk.context.office.bills.open(unit_id))
        except (Refusal, Trouble) as error:
            self._desk.context.messages.wrong(say(error))

    def _units_changed(self, hand: BillInHand) -> None:
        if hand.ahead.is_asked:
            hand.ahead.forget()
        hand.ahead.reader = None
        self._desk.units_changed(hand)
        self._desk.follow(hand)
        count = len(hand.others)
        due = total(one.owed for one in hand.theirs if one.unit_id in hand.others)
        words = tr_n("{n} further room on this receipt: {amount}", "{n} further rooms on this receipt: {amount}", count)
        self._hint(
            words.format(n=count, amount=show_money(due)) if count else tr("Only this room is on the receipt again")
        )

    def _fee(self) -> tuple[BillInHand | None, AssignmentId | None]:
        hand = self._desk.hand
        fee = None if hand is None else self._fee_of_line(hand)
        if hand is not None and fee is None:
            self._hint(tr("This line comes from no tariff, so it has no months. Ctrl+H pays ahead by tariff."))
        return hand, fee

    def _fee_of_line(self, hand: BillInHand) -> AssignmentId | None:
        row = self._desk.sheet.lines.current()
        if row is None:
            return None
        if row.standing is Standing.AHEAD:
            return hand.ahead.lines[AHEAD_KEY - row.key].assignment_id
        return next((one.assignment_id for one in hand.charges if one.id == row.key), None)

    def _say_cap(self, hand: BillInHand) -> None:
        if hand.ahead.stopped is not None:
            self._hint(cap_words(hand, hand.ahead.stopped))

    def _hint(self, words: str) -> None:
        self._desk.context.messages.hint(words)
