"""Whether a receipt is a reason to open the drawer."""

from __future__ import annotations

from app.core.money import NOTHING
from app.counter.methods import ON_PAPER, Method
from app.counter.receipts.receipt_facts import ReceiptFacts


def moves_cash(facts: ReceiptFacts) -> bool:
    """Whether money goes into or out of the drawer: cash was handed over, or change given."""
    cash = ON_PAPER[Method.CASH]
    return facts.change != NOTHING or any(tender.method == cash and tender.amount for tender in facts.tenders)
