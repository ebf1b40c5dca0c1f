"""The chart of accounts: names from root to leaf, as the exports for hledger and beancount show them."""

from __future__ import annotations

CREDIT_HELD = "liabilities:credit"
IN_ADVANCE = "liabilities:in-advance"
DEPOSITS_HELD = "liabilities:deposits"
OWNERS_MONEY = "liabilities:owners"
ROUNDING = "expenses:rounding"
DISCOUNT = "expenses:discount"
OVER_SHORT = "expenses:over-short"
OPENING = "equity:opening"
LATE_FEE_REVENUE = "revenue:late-fee"
FORFEITS = "revenue:forfeits"
SAFE = "assets:safe"
PETTY = "expenses:petty"

ROOTS = ("assets", "liabilities", "revenue", "expenses", "equity")


def money_in(method: str) -> str:
    """Where money of one method of payment lies: `assets:cash`."""
    return f"assets:{method}"


def receivable(item_code: str) -> str:
    """What units owe for one fee item."""
    return f"assets:receivable:{item_code}"


def revenue(item_code: str) -> str:
    """What the office earned with one fee item."""
    return f"revenue:{item_code}"


def supplier(item_code: str) -> str:
    """Money collected for the supplier of one fee item (water, power, gas, heat)."""
    return f"liabilities:supplier:{item_code}"


def owners(item_code: str) -> str:
    """Money held for the owners, such as the repair fund."""
    return f"{OWNERS_MONEY}:{item_code}"
