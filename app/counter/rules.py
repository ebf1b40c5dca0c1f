"""The office's own rules at the counter, read once per payment."""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlalchemy import Connection

from app.core.money import Money
from app.counter.books.kinds import BookKind
from app.counter.books.settings import RECEIPT_NUMBERS
from app.counter.methods import Method
from app.counter.settings import (
    CASH_ROUNDING,
    DEFAULT_METHOD,
    LATE_FEE_ORDER,
    MONTHS_AHEAD,
    RECEIPT_PAPER,
    REFERENCE_REQUIRED,
    ROUND_OFF_LIMIT,
    DefaultMethod,
)
from app.fees.allocation_rule import LateFeeOrder
from app.fees.cash_rounding import CashRounding
from app.store.settings import Chosen, read_chosen

COUNTER_RULES = (
    CASH_ROUNDING,
    LATE_FEE_ORDER,
    REFERENCE_REQUIRED,
    RECEIPT_PAPER,
    DEFAULT_METHOD,
    ROUND_OFF_LIMIT,
    MONTHS_AHEAD,
    RECEIPT_NUMBERS,
)


@dataclass(frozen=True, slots=True)
class CounterRules:
    """How cash is rounded, what a payment meets first, which methods need a reference, what receipts are printed on."""

    cash_rounding: CashRounding = CASH_ROUNDING.default
    late_fee_order: LateFeeOrder = LATE_FEE_ORDER.default
    reference_required: frozenset[Method] = field(default=REFERENCE_REQUIRED.default)
    receipt_paper: str = RECEIPT_PAPER.default
    default_method: DefaultMethod = DEFAULT_METHOD.default
    round_off_limit: Money = ROUND_OFF_LIMIT.default
    months_ahead: int = MONTHS_AHEAD.default
    receipt_numbers: BookKind = RECEIPT_NUMBERS.default


def read_rules(connection: Connection) -> CounterRules:
    """The rules that the office set, defaults where it said nothing."""
    return rules_in(read_chosen(connection, COUNTER_RULES))


def rules_in(chosen: Chosen) -> CounterRules:
    """The rules among settings that were read for more than them."""
    return CounterRules(
        cash_rounding=chosen[CASH_ROUNDING],
        late_fee_order=chosen[LATE_FEE_ORDER],
        reference_required=chosen[REFERENCE_REQUIRED],
        receipt_paper=chosen[RECEIPT_PAPER],
        default_method=chosen[DEFAULT_METHOD],
        round_off_limit=chosen[ROUND_OFF_LIMIT],
        months_ahead=chosen[MONTHS_AHEAD],
        receipt_numbers=chosen[RECEIPT_NUMBERS],
    )
