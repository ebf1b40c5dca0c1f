"""What the cashier has chosen and typed on an open bill, and what F9 would ask for; nothing here is drawn."""

from __future__ import annotations

from app.core.errors import Refusal
from app.core.ids import PersonId
from app.core.money import NOTHING, Money, total
from app.core.money_text import parse_money
from app.core.show import show_money
from app.counter.methods import Method
from app.counter.payments.asked import MOST_TENDERS, ChosenLine, TakePayment, TenderAsked
from app.counter.payments.bill import Bill
from app.counter.payments.offered import shares_of
from app.counter.payments.settlement import Settlement, Terms, settle_bill
from app.fees.ahead.ahead_quote import AheadQuote
from app.fees.cash_rounding import settle
from ui.counter.bill.chosen_in_hand import ChosenInHand, OneOffInHand

__all__ = ["BillInHand", "OneOffInHand"]

_TRIES = 3
WHOLE_YUAN_FEN = 100


class BillInHand(ChosenInHand):
    """One open bill with everything typed on it; `amount` None follows what is left to pay.

    `tenders` are the parts of the money that were added already; method, amount and reference are those of the part
    that is typed now. `round_off` (fen) is let go so that round money is paid.
    """

    def __init__(self, bill: Bill, method: Method = Method.CASH) -> None:
        super().__init__(bill)
        self.method = method if method.brings_money else Method.CASH
        self.amount: str | None = None
        self.reference = ""
        self.tenders: list[TenderAsked] = []
        self.round_off = NOTHING
        self.keep_change = False
        self.clock_accepted = False
        self.accepted_cash: Money | None = None
        likely = bill.payers[0] if bill.payers else None
        self.payer_name = likely.name if likely else ""
        self.payer_id: PersonId | None = likely.person_id if likely else None
        self._method_at_first = self.method

    @property
    def is_touched(self) -> bool:
        """Whether anything was chosen or typed that would be missed."""
        likely = self.bill.payers[0].name if self.bill.payers else ""
        typed = self.amount is not None or self.reference or self.tenders or self.round_off or self.keep_change
        chosen = self.one_offs or self.others or self.ahead.is_asked or self.principal_only
        return (
            bool(typed or chosen)
            or self.payer_name != likely
            or self.method is not self._method_at_first
            or self.chosen != {one.id for one in self.bill.due}
        )

    def discount(self) -> Money:
        """What comes off what is due; nothing while less than all of it was typed."""
        return NOTHING if self._is_part() else total(one.amount for one in self.offered())

    def lost_discount(self) -> Money:
        """What paying all of it at once would let off, while less was typed."""
        return total(one.amount for one in self.offered()) if self._is_part() else NOTHING

    def to_pay(self) -> Money:
        """What is to be paid, to the fen, before anything is rounded."""
        return self.due() - self.discount()

    def payable(self) -> Money:
        """What settles all of it: what was added already and the rest by the chosen method, whole jiao in cash."""
        return self.added() + self.rest()

    def added(self) -> Money:
        """The parts of the money that were added already."""
        return total(one.amount for one in self.tenders)

    def rest(self) -> Money:
        """What the chosen method has to bring; nothing where the parts added already are enough."""
        target = self._target()
        cash = total(one.amount for one in self.tenders if one.method.is_cash)
        rest = target - (self.added() - cash)
        if self.method.is_cash and rest > NOTHING:
            rest = settle(rest, self.bill.rules.cash_rounding).cash
        return max(rest - cash, NOTHING)

    def received(self) -> Money | None:
        """What is typed as handed over by the chosen method; None while the text is not an amount."""
        if self.amount is None:
            return self.rest()
        try:
            return parse_money(self.amount)
        except Refusal:
            return None

    @property
    def missing(self) -> Money:
        """What is still to come before parts of the money can be taken together."""
        return max(self.rest() - (self.received() or NOTHING), NOTHING)

    @property
    def brings_cash(self) -> bool:
        """Whether any part is cash, from which alone change is handed back."""
        return self.method.is_cash or any(one.method.is_cash for one in self.tenders)

    @property
    def has_room(self) -> bool:
        """Whether another part can be added and one more typed after it."""
        return len(self.tenders) < MOST_TENDERS - 1

    def tenders_asked(self) -> tuple[TenderAsked, ...]:
        """All parts of the money, the one typed now last."""
        received = self.received() or NOTHING
        if self.tenders and not received:
            return tuple(self.tenders)
        reference = "" if self.method.is_counted_at_once else self.reference
        return (*self.tenders, TenderAsked(self.method, received, reference))

    def settle(self) -> Settlement | None:
        """What the payment would do, by the same rule as the commit; None while it could not be taken."""
        self.ahead.reached = None
        if self.received() is None:
            return None
        try:
            settled = self._settle(None)
            return self._as_far_as_it_goes(settled) if self.ahead.by_amount else settled
        except Refusal:
            return None

    def add_tender(self) -> bool:
        """Add what is typed as one part of the money; whether there was an amount, and room for another part."""
        received = self.received()
        if not received or not self.has_room:
            return False
        self.tenders.append(self.tenders_asked()[-1])
        was_cash = self.method.is_cash
        self.amount, self.reference = None, ""
        self.method = self.method if was_cash else Method.CASH
        return True

    def take_back_tender(self, place: int) -> None:
        """Take a part out again; what it was stands in the fields to be corrected."""
        one = self.tenders.pop(place)
        if one.method is not Method.CREDIT:
            self.method, self.amount, self.reference = one.method, show_money(one.amount), one.reference

    def toggle_credit(self) -> bool:
        """Pay as much as there is from the prepaid credit, or none of it after all; whether there is any."""
        before = [one for one in self.tenders if one.method is not Method.CREDIT]
        if len(before) < len(self.tenders):
            self.tenders = before
            self.amount = None
            return True
        wanted = self._target() - self.added()
        amount = min(self.credit, wanted)
        if amount <= NOTHING or not self.has_room:
            return False
        self.tenders.insert(0, TenderAsked(Method.CREDIT, amount))
        self.amount = None
        return True

    def toggle_round_off(self) -> bool:
        """Let go of what is missing from the amount typed, else of the jiao and fen; again: let go of nothing."""
        if self.round_off:
            self.round_off = NOTHING
            return True
        missing = self.missing if self.amount is not None else Money(self.payable().fen % WHOLE_YUAN_FEN)
        wanted = missing + (self._target() - self.payable())
        if not NOTHING < wanted < self.principal():
            return False
        self.round_off = wanted
        return True

    def fit_money(self) -> None:
        """After other lines were chosen: credit is never more than is owed, and nothing is rounded off any more."""
        self.round_off = NOTHING
        rest = max(self._target(), NOTHING)
        fitting = [
            TenderAsked(one.method, min(one.amount, rest, self.credit)) if one.method is Method.CREDIT else one
            for one in self.tenders
        ]
        self.tenders = [one for one in fitting if one.amount]

    def fit_ahead(self) -> None:
        """Where the rest of the money pays ahead, it first meets what is billed and not due yet, as far as it goes."""
        if not self.ahead.by_amount:
            return
        self.chosen -= {one.id for one in self.not_due_charges}
        rest = self.added() + (self.received() or NOTHING) - self._target()
        for one in self.not_due_charges:
            if one.outstanding > rest:
                break
            self.chosen.add(one.id)
            rest -= one.outstanding

    def change_method(self, method: Method) -> None:
        """Another method: what was typed above its due was meant for the old one and goes; a part payment stays."""
        if method is self.method:
            return
        self.method = method
        received = self.received()
        if received is not None and received > self.rest() and not self.ahead.by_amount:
            self.amount = None

    def asked(self, *, print_wanted: bool) -> TakePayment:
        """What F9 asks for; call it only when `received` is an amount."""
        assert self.received() is not None
        return TakePayment(
            client_id=self.client_id,
            unit_id=self.bill.unit.id,
            payer_name=self.payer_name,
            payer_id=self.payer_id,
            lines=tuple(ChosenLine(one.id, one.version) for one in self.chosen_charges()),
            one_offs=tuple(self.chosen_one_offs()),
            tenders=self.tenders_asked(),
            shown_due=self.to_pay(),
            order=self.order,
            units=tuple(self.others),
            ahead=self.ahead.asked(),
            ahead_by_amount=self.ahead.by_amount,
            round_off=self.round_off,
            keep_change=self.keep_change,
            print_wanted=print_wanted,
            clock_accepted=self.clock_accepted,
        )

    def _target(self) -> Money:
        return self.due() - total(one.amount for one in self.offered()) - self.round_off

    def _is_part(self) -> bool:
        received = self.received()
        return received is not None and received < self.rest()

    def _settle(self, quote: AheadQuote | None) -> Settlement:
        keep = self.keep_change or self.ahead.by_amount
        terms = Terms(self.order, self.bill.rules.cash_rounding, self.round_off, keep)
        offered = shares_of(self.offered(quote))
        return settle_bill(list(self.open_lines(quote)), self.tenders_asked(), self.bill.day, terms, offered)

    def _as_far_as_it_goes(self, bare: Settlement) -> Settlement:
        """Pay ahead with what the chosen lines leave; a discount that this earns pays for more."""
        best, money = bare, bare.credited
        for _ in range(_TRIES if self.ahead.reader is not None else 0):
            assert self.ahead.reader is not None
            quote = self.ahead.reader.by_amount(None, money) if money else None
            if quote is None or not quote.charges:
                break
            longer = self._settle(quote)
            if longer.received < longer.payable:
                break
            freed = longer.discount - best.discount
            best, money, self.ahead.reached = longer, money + freed, quote
            if freed <= NOTHING:
                break
        return best
