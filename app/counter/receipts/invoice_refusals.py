"""What the recording of tax invoices refuses."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.core.errors import Refusal
from app.core.money import Money


@dataclass(eq=False)
class InvoiceNumberUnreadable(Refusal):
    """An invoice number has 8 to 20 digits and nothing else."""

    text: str


@dataclass(eq=False)
class InvoiceOfNothing(Refusal):
    """An invoice has an amount above nothing."""


@dataclass(eq=False)
class InvoiceBeforeReceipt(Refusal):
    """An invoice follows the money; it is not older than its receipt."""

    label: str
    taken: date
    day: date


@dataclass(eq=False)
class InvoicedTooMuch(Refusal):
    """No amount is invoiced twice: less of the receipt is without an invoice than was asked for."""

    label: str
    rest: Money
    asked: Money


@dataclass(eq=False)
class InvoiceSeenBefore(Refusal):
    """The number stands recorded already."""

    number: str
    label: str


@dataclass(eq=False)
class InvoiceReversed(Refusal):
    """The invoice was reversed before, or is a reversal itself."""

    number: str


@dataclass(eq=False)
class InvoiceReasonMissing(Refusal):
    """A reversal says why."""

    number: str


@dataclass(eq=False)
class ReceiptTakenBack(Refusal):
    """The receipt was voided or reversed."""

    label: str
