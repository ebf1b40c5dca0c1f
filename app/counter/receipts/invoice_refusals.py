"""What the recording of tax invoices refuses."""

from __future__ import annotations

from datetime import date

from app.core.errors import Refusal
from app.core.money import Money


class InvoiceNumberUnreadable(Refusal):
    """An invoice number has 8 to 20 digits and nothing else."""

    text: str


class InvoiceOfNothing(Refusal):
    """An invoice has an amount above nothing."""


class InvoiceBeforeReceipt(Refusal):
    """An invoice follows the money; it is not older than its receipt."""

    label: str
    taken: date
    day: date


class InvoicedTooMuch(Refusal):
    """No amount is invoiced twice: less of the receipt is without an invoice than was asked for."""

    label: str
    rest: Money
    asked: Money


class InvoiceSeenBefore(Refusal):
    """The number stands recorded already."""

    number: str
    label: str


class InvoiceReversed(Refusal):
    """The invoice was reversed before, or is a reversal itself."""

    number: str


class InvoiceReasonMissing(Refusal):
    """A reversal says why."""

    number: str


class ReceiptTakenBack(Refusal):
    """The receipt was voided or reversed."""

    label: str
