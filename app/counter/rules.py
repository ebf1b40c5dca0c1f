"""The office's own rules at the counter, each with its default; read once per payment."""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlalchemy import Connection

from app.counter.methods import Method
from app.fees.allocation_rule import SETTING as LATE_FEE_ORDER
from app.fees.allocation_rule import LateFeeOrder
from app.fees.cash_rounding import SETTING as CASH_ROUNDING
from app.fees.cash_rounding import CashRounding
from app.paper.profiles import THIRD_FORM
from app.store.settings import read_settings

REFERENCE_REQUIRED = "counter.reference_required"
RECEIPT_PAPER = "counter.receipt_paper"
_DEFAULTS = {
    CASH_ROUNDING: CashRounding.DOWN,
    LATE_FEE_ORDER: LateFeeOrder.PRINCIPAL_FIRST,
    REFERENCE_REQUIRED: [],
    RECEIPT_PAPER: THIRD_FORM.name,
}


@dataclass(frozen=True, slots=True)
class CounterRules:
    """How cash is rounded, what a payment meets first, which methods need a reference, what receipts are printed on."""

    cash_rounding: CashRounding = CashRounding.DOWN
    late_fee_order: LateFeeOrder = LateFeeOrder.PRINCIPAL_FIRST
    reference_required: frozenset[Method] = field(default=frozenset())
    receipt_paper: str = THIRD_FORM.name


def read_rules(connection: Connection) -> CounterRules:
    """The rules that the office set, defaults where it said nothing."""
    said = read_settings(connection, _DEFAULTS)
    return CounterRules(
        CashRounding(said[CASH_ROUNDING]),
        LateFeeOrder(said[LATE_FEE_ORDER]),
        frozenset(Method(name) for name in said[REFERENCE_REQUIRED]),
        said[RECEIPT_PAPER],
    )
