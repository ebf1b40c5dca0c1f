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
from app.store.settings import read_setting

REFERENCE_REQUIRED = "counter.reference_required"
RECEIPT_PAPER = "counter.receipt_paper"


@dataclass(frozen=True, slots=True)
class CounterRules:
    """How cash is rounded, what a payment meets first, which methods need a reference, what receipts are printed on."""

    cash_rounding: CashRounding = CashRounding.DOWN
    late_fee_order: LateFeeOrder = LateFeeOrder.PRINCIPAL_FIRST
    reference_required: frozenset[Method] = field(default=frozenset())
    receipt_paper: str = THIRD_FORM.name


def read_rules(connection: Connection) -> CounterRules:
    """The rules that the office set, defaults where it said nothing."""
    return CounterRules(
        CashRounding(read_setting(connection, CASH_ROUNDING, CashRounding.DOWN)),
        LateFeeOrder(read_setting(connection, LATE_FEE_ORDER, LateFeeOrder.PRINCIPAL_FIRST)),
        frozenset(Method(name) for name in read_setting(connection, REFERENCE_REQUIRED, [])),
        read_setting(connection, RECEIPT_PAPER, THIRD_FORM.name),
    )
