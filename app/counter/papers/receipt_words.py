"""The words of a receipt that stand on every kind of paper."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.money import Money
from app.core.show import show_time
from app.counter.receipts.receipt_facts import CopyMark, ReceiptFacts, ReceiptLine, Undone

TITLE = "收款收据"
FADES = "热敏字迹会褪色，请拍照或复印后保存"
"""What a thermal paper has to say of itself."""


def marks(copy: CopyMark | None, *, voided: Undone) -> list[str]:
    """What stands in the frame beside the title: nothing on an original."""
    undone = "已作废" if voided is True else voided
    return ([f"补打 第 {copy.copy_no} 次"] if copy else []) + ([undone] if undone else [])


def copy_line(copy: CopyMark) -> str:
    """When and by whom a copy was made."""
    return f"补打 {show_time(copy.at)}  {copy.by}  不作第二份凭证"


@dataclass(frozen=True, slots=True)
class PaidRow:
    """One row of how it was paid."""

    label: str
    amount: Money
    is_change: bool = False


def paid_rows(facts: ReceiptFacts) -> list[PaidRow]:
    """Each method, what was received and the change where cash was given over, and the credit that is left."""
    rows = [PaidRow(tender.method, tender.amount) for tender in facts.tenders]
    if facts.gives_change:
        if len(rows) > 1:
            rows.append(PaidRow("实收", facts.received))
        rows.append(PaidRow("找零", facts.change, is_change=True))
    return [*rows, PaidRow("预存余额", facts.credit_after)]


def arithmetic(line: ReceiptLine) -> str:
    """Quantity and price of a line in one text: `89.50 ㎡ × 3 个月 × 1.85 元/㎡・月`."""
    return " × ".join(part for part in (line.quantity, line.unit_price) if part)
