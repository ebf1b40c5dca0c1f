"""What a refund, a reversal and a deposit refuse, with the facts that a person needs to act."""

from __future__ import annotations

from datetime import date

from app.core.errors import Refusal
from app.core.money import Money


class RefundedBefore(Refusal):
    """Money of the receipt was given back already, so it can no longer be taken back as a whole."""

    label: str
    refund: str


class CreditSpent(Refusal):
    """The payment left credit, and some of it was used since."""

    label: str
    unit: str
    held: Money
    wanted: Money


class DepositUsed(Refusal):
    """A part of a deposit on the receipt was kept, used or given back since."""

    label: str
    deposit: str


class PaidSince(Refusal):
    """What the refund let be owed again was paid since, so that it cannot become paid by the first receipt again."""

    label: str
    line: str


class NotToRefund(Refusal):
    """The receipt was voided, or its money never arrived: there is nothing to give back."""

    label: str


class NothingToRefund(Refusal):
    """No line is chosen, or nothing of the receipt is left."""

    label: str


class RefundAboveRest(Refusal):
    """More than what is left of a line; `line` is empty where it is more than what is left of the whole receipt."""

    label: str
    line: str
    asked: Money
    rest: Money


class RefundChanged(Refusal):
    """What would be given back is no longer what the screen showed."""

    shown: Money
    now: Money


class RefundReasonMissing(Refusal):
    """A refund says why."""


class TakerMissing(Refusal):
    """The slip names who takes the money."""


class AccountMissing(Refusal):
    """Money that goes to a bank account names the last digits of it."""


class NotEnoughCash(Refusal):
    """The drawer holds less than is to be given back."""

    asked: Money
    there: Money


class MeteredIsServed(Refusal):
    """A charge by meter reading was used up; a wrong reading is corrected instead."""

    line: str


class AllServed(Refusal):
    """The receipt paid for no day on or after this one."""

    label: str
    day: date


class CashDoesNotBounce(Refusal):
    """Cash and credit were there: only a payment that came in by other means can turn out never to have arrived."""

    label: str


class RefundUnknown(Refusal):
    """There is no refund of that number."""

    label: str
