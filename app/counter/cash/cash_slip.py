"""What a slip for cash in or out of a drawer prints."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.core.money import Money


@dataclass(frozen=True, slots=True)
class CashSlipFacts:
    """Texts as printed; `amount` is positive in both directions, `approver` empty below the office's limit."""

    company: str
    service_centre: str
    number: int
    goes_in: bool
    to_bank: bool
    amount: Money
    reason: str
    person: str
    at: datetime
    cashier: str
    shift: str
    approver: str
