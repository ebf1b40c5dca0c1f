"""What the cashier has chosen and typed on an open bill, and what F9 would ask for; nothing here is drawn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from app.core.errors import Refusal
from app.core.ids import ChargeId, PersonId
from app.core.money import NOTHING, Money, total
from app.core.money_text import parse_money
from app.counter.methods import Method
from app.counter.payments.asked import ChosenLine, OneOff, TakePayment, paid_by
from app.counter.payments.bill import Bill
from app.counter.payments.chosen_lines import one_off_line, open_line
from app.counter.payments.offered import offered_discounts, shares_of
from app.counter.payments.settlement import Settlement, Terms, payable_by, settle_bill
from app.fees.adjustments.discount_rule import Discount
from app.fees.allocation_rule import LateFeeOrder, OpenLine
from app.fees.charges import OpenCharge


@dataclass
class OneOffInHand:
    """A charge typed at the counter; unticked it is not part of the payment."""

    one: OneOff
    chosen: bool = True


class BillInHand:
    """One open bill with everything typed on it; `amount` None follows what is to be paid."""

    def __init__(self, bill: Bill, method: Method = Method.CASH) -> None:
        self.bill = bill
        self.client_id = bill.client_id
        self.chosen: set[ChargeId] = {one.id for one in bill.due}
        self.one_offs: list[OneOffInHand] = []
        self.method = method
        self.amount: str | None = None
        self.reference = ""
        self.principal_only = False
        self.clock_accepted = False
        self.accepted_cash: Money | None = None
        likely = bill.payers[0] if bill.payers else None
        self.payer_name = likely.name if likely else ""
        self.payer_id: PersonId | None = likely.person_id if likely else None
        self._method_at_first = method

    @property
    def charges(self) -> tuple[OpenCharge, ...]:
        """Everything unpaid, what is due first."""
        return (*self.bill.due, *self.bill.not_due)

    @property
    def is_touched(self) -> bool:
        """Whether anything was chosen or typed that would be missed."""
        likely = self.bill.payers[0].name if self.bill.payers else ""
        return (
            self.amount is not None
            or bool(self.one_offs)
            or bool(self.reference)
            or self.principal_only
            or self.payer_name != likely
            or self.method is not self._method_at_first
            or self.chosen != {one.id for one in self.bill.due}
        )

    @property
    def order(self) -> LateFeeOrder:
        """What the money meets first."""
        return LateFeeOrder.PRINCIPAL_ONLY if self.principal_only else self.bill.rules.late_fee_order

    def chosen_charges(self) -> list[OpenCharge]:
        """The standing charges that are ticked."""
        return [one for one in self.charges if one.id in self.chosen]

    def chosen_one_offs(self) -> list[OneOff]:
        """The charges typed here that are ticked."""
        return [line.one for line in self.one_offs if line.chosen]

    def principal(self) -> Money:
        """What is chosen, without late fees."""
        parts = [one.outstanding for one in self.chosen_charges()]
        return total([*parts, *(one.amount for one in self.chosen_one_offs())])

    def late_fee(self) -> Money:
        """The late fees of what is chosen, whether they are collected now or not."""
        return total(one.late_fee_owed for one in self.chosen_charges())

    def due(self) -> Money:
        """What is owed of what is chosen, to the fen, before any discount."""
        return self.principal() + (NOTHING if self.principal_only else self.late_fee())

    def offered(self) -> list[Discount]:
        """The discounts that the chosen months earn if they are paid in full."""
        return offered_discounts(self.bill.discount_rules, self.charges, self.chosen, self.bill.day)

    def discount(self) -> Money:
        """What comes off what is due; nothing while less than all of it was typed."""
        return NOTHING if self._is_part() else total(one.amount for one in self.offered())

    def lost_discount(self) -> Money:
        """What paying all of it at once would let off, while less was typed."""
        return total(one.amount for one in self.offered()) if self._is_part() else NOTHING

    def _is_part(self) -> bool:
        received = self.received()
        return received is not None and received < self.payable()

    def to_pay(self) -> Money:
        """What is to be paid, to the fen."""
        return self.due() - self.discount()

    def payable(self) -> Money:
        """What settles it by the chosen method: whole jiao in cash."""
        due = self.due() - total(one.amount for one in self.offered())
        return payable_by(due, self.method, self.bill.rules.cash_rounding)

    def received(self) -> Money | None:
        """What was handed over; None while the text is not an amount."""
        if self.amount is None:
            return self.payable()
        try:
            return parse_money(self.amount)
        except Refusal:
            return None

    def settle(self) -> Settlement | None:
        """What the payment would do, by the same rule as the commit; None while it could not be taken."""
        received = self.received()
        if received is None:
            return None
        try:
            return settle_bill(
                list(self.open_lines()),
                paid_by(self.method, received),
                self.bill.day,
                Terms(self.order, self.bill.rules.cash_rounding),
                shares_of(self.offered()),
            )
        except Refusal:
            return None

    def open_lines(self) -> Iterator[OpenLine]:
        """The chosen lines as the allocation rule sees them; one-offs come last."""
        yield from (open_line(one) for one in self.chosen_charges())
        for position, one in enumerate(self.chosen_one_offs()):
            yield one_off_line(position, one, self.bill.day)

    def change_method(self, method: Method) -> None:
        """Another method: what was typed above its due was meant for the old one and goes; a part payment stays."""
        if method is self.method:
            return
        self.method = method
        received = self.received()
        if received is not None and received > self.payable():
            self.amount = None

    def toggle(self, key: int) -> None:
        """Tick or untick a line by its key: a charge's id, or a negative number for a one-off."""
        if key < 0:
            line = self.one_offs[-1 - key]
            line.chosen = not line.chosen
        else:
            self.chosen ^= {ChargeId(key)}

    def choose_due(self) -> None:
        """Tick what is due and nothing else that stands."""
        self.chosen = {one.id for one in self.bill.due}

    def choose_all(self) -> None:
        """Tick everything, not yet due lines too."""
        self.chosen = {one.id for one in self.charges}

    def read_anew(self, bill: Bill) -> None:
        """Take over a newer reading of the same bill: what was typed stays, lines that are gone fall away."""
        known = {one.id for one in self.charges}
        fresh = {one.id for one in bill.due if one.id not in known}
        self.bill = replace(bill, client_id=self.client_id)
        self.chosen = (self.chosen & {one.id for one in self.charges}) | fresh

    def asked(self, *, print_wanted: bool) -> TakePayment:
        """What F9 asks for; call it only when `received` is an amount."""
        received = self.received()
        assert received is not None
        return TakePayment(
            client_id=self.client_id,
            unit_id=self.bill.unit.id,
            payer_name=self.payer_name,
            payer_id=self.payer_id,
            lines=tuple(ChosenLine(one.id, one.version) for one in self.chosen_charges()),
            one_offs=tuple(self.chosen_one_offs()),
            tenders=paid_by(self.method, received, "" if self.method.is_cash else self.reference),
            shown_due=self.to_pay(),
            order=self.order,
            print_wanted=print_wanted,
            clock_accepted=self.clock_accepted,
        )
