"""To which charges a payment goes: due before not due, oldest first, all principals before any late fee."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.core.ids import ChargeId
from app.core.money import NOTHING, Money


class LateFeeOrder(StrEnum):
    """What a payment meets first; the office's setting, and the payer may always say principal only."""

    PRINCIPAL_FIRST = "principal_first"
    LATE_FEE_FIRST = "late_fee_first"
    PRINCIPAL_ONLY = "principal_only"


@dataclass(frozen=True, slots=True)
class OpenLine:
    """What is unpaid of one charge, and what puts it in order; amounts in fen. `held`: the money is held for others."""

    charge_id: ChargeId
    due_on: date
    priority: int
    unit_order: int
    principal: Money
    late_fee: Money = NOTHING
    held: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """How much of a payment one charge gets."""

    charge_id: ChargeId
    principal: Money
    late_fee: Money

    @property
    def together(self) -> Money:
        """Principal and late fee."""
        return self.principal + self.late_fee


@dataclass(frozen=True, slots=True)
class Split:
    """A payment spread over charges: the parts and the rest together are what was paid."""

    parts: tuple[Part, ...]
    rest: Money


def in_order(lines: Sequence[OpenLine], day: date) -> list[OpenLine]:
    """Due before not due, then earliest due date, fee-item priority, unit order."""
    return sorted(
        lines, key=lambda line: (line.due_on > day, line.due_on, line.priority, line.unit_order, line.charge_id)
    )


def allocate(paid: Money, lines: Sequence[OpenLine], day: date, order: LateFeeOrder) -> Split:
    """Spread `paid` (fen, not negative) over the charges that the payer chose; parts in the order of `in_order`."""
    ordered = in_order(lines, day)
    principal = dict.fromkeys((line.charge_id for line in ordered), NOTHING)
    late_fee = dict(principal)
    rest = paid
    for line, is_late_fee in _steps(ordered, day, order):
        taken = min(rest, line.late_fee if is_late_fee else line.principal)
        (late_fee if is_late_fee else principal)[line.charge_id] = taken
        rest -= taken
    parts = (Part(line.charge_id, principal[line.charge_id], late_fee[line.charge_id]) for line in ordered)
    return Split(tuple(parts), rest)


def _steps(ordered: Sequence[OpenLine], day: date, order: LateFeeOrder) -> Iterator[tuple[OpenLine, bool]]:
    """Each principal (False) and late fee (True) in the order in which money reaches it."""
    if order is LateFeeOrder.LATE_FEE_FIRST:
        for line in ordered:
            yield from ((line, True), (line, False))
        return
    yield from ((line, False) for line in ordered if line.due_on <= day)
    if order is LateFeeOrder.PRINCIPAL_FIRST:
        yield from ((line, True) for line in ordered)
    yield from ((line, False) for line in ordered if line.due_on > day)
