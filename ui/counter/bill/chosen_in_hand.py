"""What the cashier has chosen to be paid: lines of one unit or of several, charges on the spot, months ahead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from app.core.ids import ChargeId, UnitId
from app.core.money import NOTHING, Money, total
from app.counter.notes.unit_notes import UnitNote
from app.counter.payments.asked import OneOff
from app.counter.payments.bill import Bill
from app.counter.payments.chosen_lines import one_off_line, open_line
from app.counter.payments.offered import offered_discounts
from app.counter.theirs import Theirs
from app.fees.adjustments.discount_rule import Discount
from app.fees.ahead.ahead_quote import AheadQuote
from app.fees.allocation_rule import LateFeeOrder, OpenLine
from app.fees.charges import OpenCharge
from ui.counter.bill.ahead_in_hand import AheadInHand


@dataclass
class OneOffInHand:
    """A charge typed at the counter; unticked it is not part of the payment."""

    one: OneOff
    chosen: bool = True


class ChosenInHand:
    """`bill` is that of the receipt's own unit; `others` are further units of the payer, out of `theirs`."""

    def __init__(self, bill: Bill) -> None:
        self.bill = bill
        self.client_id = bill.client_id
        self.others: dict[UnitId, Bill] = {}
        self.theirs: tuple[Theirs, ...] = ()
        self.notes: tuple[UnitNote, ...] = ()
        self.chosen: set[ChargeId] = {one.id for one in bill.due}
        self.one_offs: list[OneOffInHand] = []
        self.ahead = AheadInHand()
        self.principal_only = False

    @property
    def bills(self) -> tuple[Bill, ...]:
        """The bill of the receipt's own unit, then the further ones."""
        return (self.bill, *self.others.values())

    @property
    def due_charges(self) -> list[OpenCharge]:
        """What is due of all units, in the order in which money reaches it."""
        return sorted((one for bill in self.bills for one in bill.due), key=_by_due_date)

    @property
    def not_due_charges(self) -> list[OpenCharge]:
        """What is written and not due yet, of all units."""
        return sorted((one for bill in self.bills for one in bill.not_due), key=_by_due_date)

    @property
    def charges(self) -> tuple[OpenCharge, ...]:
        """Everything unpaid, what is due first."""
        return (*self.due_charges, *self.not_due_charges)

    @property
    def order(self) -> LateFeeOrder:
        """What the money meets first."""
        return LateFeeOrder.PRINCIPAL_ONLY if self.principal_only else self.bill.rules.late_fee_order

    @property
    def credit(self) -> Money:
        """The prepaid credit of all units, in fen."""
        return total(bill.credit for bill in self.bills)

    @property
    def unread(self) -> list[UnitNote]:
        """Notes that the person has to read before money is taken."""
        return [note for note in self.notes if not note.read]

    def unit_code(self, unit_id: UnitId) -> str:
        """The code of one of the units."""
        return next((bill.unit.code for bill in self.bills if bill.unit.id == unit_id), "")

    def chosen_charges(self) -> list[OpenCharge]:
        """The standing charges that are ticked."""
        return [one for one in self.charges if one.id in self.chosen]

    def chosen_one_offs(self) -> list[OneOff]:
        """The charges typed here that are ticked."""
        return [line.one for line in self.one_offs if line.chosen]

    def principal(self) -> Money:
        """What is chosen, months ahead too, without late fees."""
        standing = [one.outstanding for one in self.chosen_charges()]
        ahead = [one.outstanding for one in self.ahead.charges()]
        return total([*standing, *ahead, *(one.amount for one in self.chosen_one_offs())])

    def late_fee(self) -> Money:
        """The late fees of what is chosen, whether they are collected now or not."""
        return total(one.late_fee_owed for one in self.chosen_charges())

    def due(self) -> Money:
        """What is owed of what is chosen, to the fen, before any discount."""
        return self.principal() + (NOTHING if self.principal_only else self.late_fee())

    def offered(self, quote: AheadQuote | None = None) -> list[Discount]:
        """The discounts that the chosen months earn if they are paid in full; `quote` adds what an amount pays for."""
        more = [*self.ahead.charges(), *([one.open for one in quote.charges] if quote is not None else ())]
        chosen = self.chosen | {one.id for one in more}
        return offered_discounts(self.bill.discount_rules, (*self.charges, *more), chosen, self.bill.day)

    def open_lines(self, quote: AheadQuote | None = None) -> Iterator[OpenLine]:
        """The chosen lines as the allocation rule sees them; one-offs come last."""
        place: Mapping[UnitId, int] = {bill.unit.id: number for number, bill in enumerate(self.bills)}
        yield from (open_line(one, place.get(one.unit_id, 0)) for one in self.chosen_charges())
        yield from (open_line(one, place.get(one.unit_id, 0)) for one in self.ahead.charges())
        if quote is not None:
            yield from (open_line(one.open, place.get(one.open.unit_id, 0)) for one in quote.charges)
        for position, one in enumerate(self.chosen_one_offs()):
            yield one_off_line(position, one, self.bill.day)

    def toggle(self, key: int) -> None:
        """Tick or untick a line by its key: a charge's id, or a negative number for a one-off."""
        if key < 0:
            line = self.one_offs[-1 - key]
            line.chosen = not line.chosen
        else:
            self.chosen ^= {ChargeId(key)}

    def choose_due(self) -> None:
        """Tick what is due and nothing else that stands."""
        self.chosen = {one.id for one in self.due_charges}

    def choose_all(self) -> None:
        """Tick everything, not yet due lines too."""
        self.chosen = {one.id for one in self.charges}

    def add_unit(self, bill: Bill) -> None:
        """Put a further unit of the payer on this receipt, with all that is due."""
        self.others[bill.unit.id] = bill
        self.chosen |= {one.id for one in bill.due}

    def remove_unit(self, unit_id: UnitId) -> None:
        """Take a further unit off this receipt, and what was paid ahead on it."""
        self.others.pop(unit_id, None)
        self.chosen &= {one.id for one in self.charges}

    def read_anew(self, bill: Bill, others: Mapping[UnitId, Bill] | None = None) -> None:
        """Take over a newer reading of the same bills: what was typed stays, lines that are gone fall away."""
        known = {one.id for one in self.charges}
        self.bill = replace(bill, client_id=self.client_id)
        self.others = dict(others or {})
        fresh = {one.id for one in self.due_charges if one.id not in known}
        self.chosen = (self.chosen & {one.id for one in self.charges}) | fresh


def _by_due_date(one: OpenCharge) -> tuple[object, ...]:
    return (one.due_on, one.priority)
