"""A closed shift as it can be read again, whichever version closed it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.core.ids import ShiftId
from app.core.money import NOTHING, Money
from app.counter.methods import Method
from app.counter.shifts.comparison import MethodClose
from app.counter.shifts.shift_facts import ShiftFacts


@dataclass(frozen=True, slots=True)
class ShiftClose:
    """The stored snapshot of a closed shift; `z` is the number of its report, 0 where it has none."""

    shift: ShiftId
    cashier: str
    closed_at: datetime
    methods: tuple[MethodClose, ...]
    receipts: int
    voids: int
    copies: int
    rounding: Money
    z: int = 0


def close_from_report(facts: ShiftFacts) -> ShiftClose:
    """What a Z report says of its shift."""
    papers = facts.papers
    return ShiftClose(
        facts.shift,
        facts.cashier,
        facts.closed_at,
        facts.methods,
        len(papers.receipts),
        len(papers.voided),
        papers.copies,
        papers.rounding,
        facts.no,
    )


def close_before_reports(facts: Mapping[str, Any]) -> ShiftClose:
    """The snapshot of a close that was made before there were Z reports."""
    return ShiftClose(
        ShiftId(facts["shift"]),
        facts["cashier"],
        datetime.fromisoformat(facts["closed_at"]),
        tuple(_line(*line) for line in facts["methods"]),
        facts["receipts"],
        facts["voids"],
        facts["copies"],
        Money(facts["rounding"]),
    )


def _line(name: str, payments: int, expected: int, counted: int) -> MethodClose:
    """What came in and went out was not kept apart then."""
    return MethodClose(Method(name), payments, Money(expected), NOTHING, Money(expected), Money(counted))
