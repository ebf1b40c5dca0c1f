"""What one payment does to a bill: the split by line, change, credit, rounding off. Pure; shown, then committed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from app.core.ids import ChargeId
from app.core.money import NOTHING, Money, total
from app.counter.methods import Method
from app.counter.refusals import NoFenInCash, NothingReceived, NothingToTake
from app.fees.allocation_rule import LateFeeOrder, OpenLine, Part, allocate, in_order
from app.fees.cash_rounding import CashRounding, settle


@dataclass(frozen=True, slots=True)
class RoundingOff:
    """Fen that one charge (or its late fee) is relieved of, because cash has none; negative where it went up."""

    charge_id: ChargeId
    late_fee: bool
    amount: Money


@dataclass(frozen=True, slots=True)
class Settlement:
    """received − change = allocated + credited; allocated + rounding + discount + still owed = due.

    `due` is what is owed without the discount; `discounts` is what of it each charge is let off.
    """

    due: Money
    payable: Money
    received: Money
    parts: tuple[Part, ...]
    rounding_off: tuple[RoundingOff, ...]
    change: Money
    credited: Money
    discounts: Mapping[ChargeId, Money] = field(default_factory=dict)

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
        """Fen written off (negative: added) so that cash is whole jiao."""
        return total(off.amount for off in self.rounding_off)

    @property
    def still_owed(self) -> Money:
        """What stays owed of the chosen lines."""
        return self.due - self.allocated - self.rounding - self.discount


def payable_by(due: Money, method: Method, cash_rounding: CashRounding) -> Money:
    """What settles `due` in full by this method: whole jiao in cash, every fen otherwise."""
    return settle(due, cash_rounding).cash if method.is_cash else due


def settle_bill(
    lines: Sequence[OpenLine],
    received: Money,
    method: Method,
    day: date,
    order: LateFeeOrder = LateFeeOrder.PRINCIPAL_FIRST,
    cash_rounding: CashRounding = CashRounding.DOWN,
    offered: Mapping[ChargeId, Money] | None = None,
) -> Settlement:
    """Spread what was received over the chosen lines; who pays less than all of them loses what is `offered`.

    The exact sum typed in cash means its settled sum. Raises NothingToTake, NothingReceived, NoFenInCash.
    """
    taken = [_principal_only(line) for line in lines] if order is LateFeeOrder.PRINCIPAL_ONLY else list(lines)
    if offered:
        less = [_let_off(line, offered) for line in taken]
        settled = _settle(less, received, method, day, order, cash_rounding)
        if settled.received >= settled.payable:
            return replace(settled, due=settled.due + total(offered.values()), discounts=offered)
    return _settle(taken, received, method, day, order, cash_rounding)


def _settle(
    taken: Sequence[OpenLine],
    received: Money,
    method: Method,
    day: date,
    order: LateFeeOrder,
    cash_rounding: CashRounding,
) -> Settlement:
    due = total(line.principal + line.late_fee for line in taken)
    payable = payable_by(due, method, cash_rounding)
    if not payable:
        raise NothingToTake
    if received <= NOTHING:
        raise NothingReceived
    if method.is_cash and received == due:
        received = payable
    if method.is_cash and cash_rounding is not CashRounding.OFF and received.fen % 10:
        raise NoFenInCash(received, settle(received, CashRounding.HALF_UP).cash)
    if received < payable:
        split = allocate(received, taken, day, order)
        return Settlement(due, payable, received, split.parts, (), NOTHING, split.rest)
    return _paid_in_full(in_order(taken, day), due, payable, received, method)


def _paid_in_full(lines: Sequence[OpenLine], due: Money, payable: Money, received: Money, method: Method) -> Settlement:
    whole = [Part(line.charge_id, line.principal, line.late_fee) for line in lines]
    offs = tuple(_round_off(whole, due - payable))
    over = received - payable
    change, credited = (over, NOTHING) if method.is_cash else (NOTHING, over)
    return Settlement(due, payable, received, tuple(_less(part, offs) for part in whole), offs, change, credited)


def _round_off(parts: Sequence[Part], rounding: Money) -> Iterator[RoundingOff]:
    """Take the fen from principals before late fees, the last line first."""
    rest = rounding
    for late_fee in (False, True):
        for part in reversed(parts):
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
