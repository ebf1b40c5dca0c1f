"""What one payment does to a bill: the split by line, change, credit, rounding off. Pure; shown, then committed."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from app.core.ids import ChargeId
from app.core.money import NOTHING, Money, total
from app.counter.methods import Method
from app.counter.payments.asked import TenderAsked
from app.counter.payments.refusals import RoundedOffTooMuch, RoundOffOfPart
from app.counter.payments.tenders import Handed, handed_over, settled_in_cash
from app.counter.refusals import NothingToTake
from app.fees.allocation_rule import LateFeeOrder, OpenLine, Part, allocate, in_order
from app.fees.cash_rounding import CashRounding, settle


@dataclass(frozen=True, slots=True)
class RoundingOff:
    """What one charge (or its late fee) is let off to come to round money; negative where it went up."""

    charge_id: ChargeId
    late_fee: bool
    amount: Money


@dataclass(frozen=True, slots=True)
class Settlement:
    """received − change = allocated + credited; allocated + rounding + discount + still owed = due.

    `due` is what is owed without the discount; `discounts` is what of it each charge is let off. `round_off` is what
    of the rounding the person let go, beyond the fen that cash has not. `tenders` are as they are taken.
    """

    due: Money
    payable: Money
    received: Money
    parts: tuple[Part, ...]
    rounding_off: tuple[RoundingOff, ...]
    change: Money
    credited: Money
    discounts: Mapping[ChargeId, Money] = field(default_factory=dict)
    tenders: tuple[TenderAsked, ...] = ()
    round_off: Money = NOTHING

    @property
    def discount(self) -> Money:
        """What is given for paying months at once."""
        return total(self.discounts.values())

    @property
    def to_pay(self) -> Money:
        """What settles the chosen lines, to the fen."""
        return self.due - self.discount

    @property
    def allocated(self) -> Money:
        """What the charges get."""
        return total(part.together for part in self.parts)

    @property
    def rounding(self) -> Money:
        """What is written off (negative: added) so that round money is paid."""
        return total(off.amount for off in self.rounding_off)

    @property
    def still_owed(self) -> Money:
        """What stays owed of the chosen lines."""
        return self.due - self.allocated - self.rounding - self.discount

    @property
    def credit_used(self) -> Money:
        """What of it is taken from prepaid credit."""
        return total(one.amount for one in self.tenders if one.method is Method.CREDIT)


@dataclass(frozen=True, slots=True)
class Terms:
    """How money is taken: in which order it meets charges, how cash is rounded, and what this payment asks for.

    `round_off` is let go beyond the jiao; `keep_change`: what cash pays in excess stays as credit,
    to the fen.
    """

    order: LateFeeOrder = LateFeeOrder.PRINCIPAL_FIRST
    cash_rounding: CashRounding = CashRounding.DOWN
    round_off: Money = NOTHING
    keep_change: bool = False


def payable_by(due: Money, method: Method, cash_rounding: CashRounding) -> Money:
    """What settles `due` in full by this method alone: whole jiao in cash, every fen otherwise."""
    return settle(due, cash_rounding).cash if method.is_cash else due


def payable_with(due: Money, tenders: Sequence[TenderAsked], cash_rounding: CashRounding) -> Money:
    """What settles `due` by these tenders together: what is left to cash comes to whole jiao."""
    handed = handed_over(tenders)
    return settled_in_cash(due, handed, cash_rounding) if handed.has_cash else due


def settle_bill(
    lines: Sequence[OpenLine],
    tenders: Sequence[TenderAsked],
    day: date,
    terms: Terms = Terms(),
    offered: Mapping[ChargeId, Money] | None = None,
) -> Settlement:
    """Spread what was handed over across the chosen lines; who pays less than all of them loses what is `offered`.

    The exact sum typed in cash means its settled sum. Raises NothingToTake, NothingReceived, NoFenInCash,
    TooManyTenders, MoreCreditThanOwed, RoundedOffTooMuch, RoundOffOfPart.
    """
    only = terms.order is LateFeeOrder.PRINCIPAL_ONLY
    taken = [_principal_only(line) for line in lines] if only else list(lines)
    handed = handed_over(tenders)
    if offered:
        less = [_let_off(line, offered) for line in taken]
        settled = _settle(less, handed, day, terms)
        if settled.received >= settled.payable:
            return replace(settled, due=settled.due + total(offered.values()), discounts=offered)
    settled = _settle(taken, handed, day, terms)
    if terms.round_off and settled.received < settled.payable:
        raise RoundOffOfPart(settled.payable, settled.received)
    return settled


def _settle(taken: Sequence[OpenLine], handed: Handed, day: date, terms: Terms) -> Settlement:
    due = total(line.principal + line.late_fee for line in taken)
    if terms.round_off and not NOTHING < terms.round_off < due:
        raise RoundedOffTooMuch(terms.round_off, due)
    target = due - terms.round_off
    payable = settled_in_cash(target, handed, terms.cash_rounding) if handed.has_cash else target
    if not payable and not terms.keep_change:
        raise NothingToTake
    handed = handed.as_counted(target, payable, terms.cash_rounding)
    if terms.keep_change and handed.together >= target:
        payable = target  # nothing is counted out, so nothing has to be whole jiao
    if handed.together < payable:
        split = allocate(handed.together, taken, day, terms.order)
        return Settlement(due, payable, handed.together, split.parts, (), NOTHING, split.rest, tenders=handed.tenders)
    return _paid_in_full(in_order(taken, day), due, payable, handed, terms)


def _paid_in_full(lines: Sequence[OpenLine], due: Money, payable: Money, handed: Handed, terms: Terms) -> Settlement:
    whole = [Part(line.charge_id, line.principal, line.late_fee) for line in lines]
    held = {line.charge_id for line in lines if line.held}
    offs = tuple(_round_off(whole, held, due - payable))
    over = handed.together - payable
    change = NOTHING if terms.keep_change else min(over, handed.cash)
    return Settlement(
        due,
        payable,
        handed.together,
        tuple(_less(part, offs) for part in whole),
        offs,
        change,
        over - change,
        tenders=handed.tenders,
        round_off=terms.round_off,
    )


def _round_off(parts: Sequence[Part], held: Container[ChargeId], rounding: Money) -> Iterator[RoundingOff]:
    """Take it from the office's own money before what it holds for others, principals first, the last line first."""
    last_first = [(part, late_fee) for late_fee in (False, True) for part in reversed(parts)]
    rest = rounding
    for part, late_fee in sorted(last_first, key=lambda step: step[0].charge_id in held):
        there = part.late_fee if late_fee else part.principal
        share = min(rest, there)
        if rest and there:
            yield RoundingOff(part.charge_id, late_fee, share)
            rest -= share


def _less(part: Part, offs: Sequence[RoundingOff]) -> Part:
    own = [off for off in offs if off.charge_id == part.charge_id]
    principal = total(off.amount for off in own if not off.late_fee)
    late_fee = total(off.amount for off in own if off.late_fee)
    return Part(part.charge_id, part.principal - principal, part.late_fee - late_fee)


def _let_off(line: OpenLine, offered: Mapping[ChargeId, Money]) -> OpenLine:
    return replace(line, principal=line.principal - offered.get(line.charge_id, NOTHING))


def _principal_only(line: OpenLine) -> OpenLine:
    return replace(line, late_fee=NOTHING)
