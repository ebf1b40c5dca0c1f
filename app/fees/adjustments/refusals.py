"""What is refused when a charge is adjusted, a late fee paused or a discount granted, with the facts to act on."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from app.core.errors import Refusal
from app.core.money import Money


class AdjustmentNeedsReason(Refusal):
    """Whatever takes something off a charge, or lets its late fee rest, needs a reason."""


class ChargeChanged(Refusal):
    """The charge is no longer as it was shown: paid, adjusted or cancelled meanwhile."""

    charge: str


class WaiverOfNothing(Refusal):
    """A waiver of 0.00."""


class WaiverTooLarge(Refusal):
    """More is to be waived than is owed."""

    charge: str
    owed: Money
    asked: Money


class WaiverAboveLimit(Refusal):
    """Together with what was waived on the charge before, it passes what a cashier may waive alone."""

    together: Money
    limit: Money


class NotAWaiver(Refusal):
    """Only waivers are taken back by hand; what came with a payment goes with its receipt."""

    charge: str


class WaiverReversedBefore(Refusal):
    """The waiver was taken back already."""

    charge: str


class WaiverReliedUpon(Refusal):
    """Something was paid on the charge after the waiver; the payer relied on it."""

    charge: str
    paid_on: date


class PauseEnded(Refusal):
    """The pause has an end already, no later than the one asked for."""

    until: date


class PauseEndsInPast(Refusal):
    """Days that have passed in a pause stay paused: it ends today or later."""

    today: date


class DiscountNeedsName(Refusal):
    """A discount rule without a name; receipts print it."""


class DiscountNameTaken(Refusal):
    """A discount rule of that name is there already."""

    name: str


class DiscountValueOutOfRange(Refusal):
    """A percentage lies between 0 and 100, an amount above 0, gift months are whole and at most as many as paid."""

    kind: str
    value: Decimal


class DiscountMonthsOutOfRange(Refusal):
    """A rule is for 1 to 60 months paid at once."""

    months: int
    most: int


class DiscountEnded(Refusal):
    """The rule has an end already."""

    name: str
    until: date


class DiscountNeedsApproval(Refusal):
    """The discount is more than a cashier may grant alone."""

    rule: str
    discount: Money
    limit: Money


class FactorOutOfRange(Refusal):
    """A vacant factor lies between 0 and 1."""

    factor: Decimal


class VacancyOverlaps(Refusal):
    """The assignment has a vacant discount on some of these days already."""

    unit: str
    first: date
    until: date | None


class VacancyEnded(Refusal):
    """The vacant discount has an end already, no later than the one asked for."""

    unit: str
    until: date


class VacancyWithdrawnBefore(Refusal):
    """The vacant discount was withdrawn already."""

    unit: str
