"""What is refused when a charge is adjusted, a late fee paused or a discount granted, with the facts to act on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.core.errors import Refusal
from app.core.money import Money


@dataclass(eq=False)
class AdjustmentNeedsReason(Refusal):
    """Whatever takes something off a charge, or lets its late fee rest, needs a reason."""


@dataclass(eq=False)
class ChargeChanged(Refusal):
    """The charge is no longer as it was shown: paid, adjusted or cancelled meanwhile."""

    charge: str


@dataclass(eq=False)
class WaiverOfNothing(Refusal):
    """A waiver of 0.00."""


@dataclass(eq=False)
class WaiverTooLarge(Refusal):
    """More is to be waived than is owed."""

    charge: str
    owed: Money
    asked: Money


@dataclass(eq=False)
class WaiverAboveLimit(Refusal):
    """Together with what was waived on the charge before, it passes what a cashier may waive alone."""

    together: Money
    limit: Money


@dataclass(eq=False)
class NotAWaiver(Refusal):
    """Only waivers are taken back by hand; what came with a payment goes with its receipt."""

    charge: str


@dataclass(eq=False)
class WaiverReversedBefore(Refusal):
    """The waiver was taken back already."""

    charge: str


@dataclass(eq=False)
class WaiverReliedUpon(Refusal):
    """Something was paid on the charge after the waiver; the payer relied on it."""

    charge: str
    paid_on: date


@dataclass(eq=False)
class PauseEnded(Refusal):
    """The pause has an end already, no later than the one asked for."""

    until: date


@dataclass(eq=False)
class PauseEndsInPast(Refusal):
    """Days that have passed in a pause stay paused: it ends today or later."""

    today: date


@dataclass(eq=False)
class DiscountNeedsName(Refusal):
    """A discount rule without a name; receipts print it."""


@dataclass(eq=False)
class DiscountNameTaken(Refusal):
    """A discount rule of that name is there already."""

    name: str


@dataclass(eq=False)
class DiscountValueOutOfRange(Refusal):
    """A percentage lies between 0 and 100, an amount above 0, gift months are whole and at most as many as paid."""

    kind: str
    value: Decimal


@dataclass(eq=False)
class DiscountMonthsOutOfRange(Refusal):
    """A rule is for 1 to 60 months paid at once."""

    months: int
    most: int


@dataclass(eq=False)
class DiscountEnded(Refusal):
    """The rule has an end already."""

    name: str
    until: date


@dataclass(eq=False)
class DiscountNeedsApproval(Refusal):
    """The discount is more than a cashier may grant alone."""

    rule: str
    discount: Money
    limit: Money


@dataclass(eq=False)
class FactorOutOfRange(Refusal):
    """A vacant factor lies between 0 and 1."""

    factor: Decimal


@dataclass(eq=False)
class VacancyOverlaps(Refusal):
    """The assignment has a vacant discount on some of these days already."""

    unit: str
    first: date
    until: date | None


@dataclass(eq=False)
class VacancyEnded(Refusal):
    """The vacant discount has an end already, no later than the one asked for."""

    unit: str
    until: date


@dataclass(eq=False)
class VacancyWithdrawnBefore(Refusal):
    """The vacant discount was withdrawn already."""

    unit: str
