"""What a line costs, and how far it is paid. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from app.core.money import NOTHING, Money
from app.core.quantities import exponent_of, parse_price
from app.core.refusals import NotPositive, TooManyDecimals
from app.core.rounding import round_to_fen
from app.tickets.materials.kinds import FreeReason, LineKind, PayState
from app.tickets.materials.refusals import LineNeedsName, LineOfNothing, LineTooDear

QUANTITY_DECIMALS = 4
MOST = Money.yuan(1_000_000)
"""No repair of one line costs more; such a figure is a slip of the key."""


@dataclass(frozen=True, slots=True)
class NewLine:
    """Material or labour: so much of a unit (个, 米, 小时) at a price in yuan; `free` says why nothing is paid."""

    kind: LineKind
    name: str
    unit_name: str
    quantity: Decimal
    price: Decimal
    free: FreeReason | None = None


@dataclass(frozen=True, slots=True)
class Owed:
    """The charge of a line: what was charged, is still owed, and was ever and is still paid."""

    amount: Money
    outstanding: Money
    paid: Money
    ever_paid: bool
    cancelled: bool


def parse_quantity(text: str) -> Decimal:
    """More than zero, up to 4 decimals. Raises NotANumber, NotPositive, TooManyDecimals, NumberTooLarge."""
    quantity = parse_price(text)
    if -exponent_of(quantity) > QUANTITY_DECIMALS:
        raise TooManyDecimals(text.strip(), QUANTITY_DECIMALS)
    return quantity


def worth_of(quantity: Decimal, price: Decimal) -> Money:
    """Quantity times price, rounded once to the fen, half up."""
    return round_to_fen(Fraction(quantity) * Fraction(price))


def amount_of(quantity: Decimal, price: Decimal, free: FreeReason | None) -> Money:
    """What the resident pays."""
    return worth_of(quantity, price) if free is None else NOTHING


def checked(line: NewLine) -> NewLine:
    """The line as it is written. Raises LineNeedsName, NotPositive, LineOfNothing, LineTooDear."""
    tidy = replace(line, name=line.name.strip(), unit_name=line.unit_name.strip())
    if not tidy.name:
        raise LineNeedsName
    if tidy.quantity <= 0:
        raise NotPositive(str(tidy.quantity))
    if tidy.price < 0:
        raise NotPositive(str(tidy.price))
    if tidy.free is None and not worth_of(tidy.quantity, tidy.price):
        raise LineOfNothing(tidy.name)
    if worth_of(tidy.quantity, tidy.price) > MOST:
        raise LineTooDear(tidy.name, MOST)
    return tidy


def pay_state(free: FreeReason | None, owed: Owed | None) -> PayState:
    """Where a line stands; a charge that was taken back counts as none."""
    if free is not None:
        return PayState.FREE
    if owed is None or owed.cancelled:
        return PayState.NOT_CHARGED
    if owed.outstanding > NOTHING:
        return PayState.PART_PAID if owed.paid > NOTHING else PayState.TO_PAY
    if owed.paid > NOTHING:
        return PayState.PAID
    return PayState.REFUNDED if owed.ever_paid else PayState.LET_OFF
