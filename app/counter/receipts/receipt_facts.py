"""What a receipt says, copied when it is issued; the paper and every copy of it are drawn from this alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any, Self

from app.core.money import NOTHING, Money, total
from app.core.paper_code import check_text

NOT_A_TAX_INVOICE = "本收据仅作收款凭证，不是税务发票。需要发票的，请凭本收据到服务中心开具。"
THREE_PLIES = "一联存根（白）  二联交款人（红）  三联财务（黄）"


Undone = bool | str
"""Whether a receipt was taken back: True for a void (已作废), or the word that its paper says instead."""
REVERSED = "已冲正"
"""What the paper of a payment says that never arrived."""


@dataclass(frozen=True, slots=True)
class ReceiptLine:
    """One line: fee item, period or reason, quantity, unit price (all as printed) and the amount in fen."""

    item: str
    period: str
    quantity: str
    unit_price: str
    amount: Money


@dataclass(frozen=True, slots=True)
class TenderLine:
    """One method by its Chinese name and what was handed over by it."""

    method: str
    amount: Money


@dataclass(frozen=True, slots=True)
class CopyMark:
    """A reprint says of itself which copy it is (1 = the first 补打), when and by whom."""

    copy_no: int
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class ReceiptFacts:
    """Everything printed on one receipt; texts as printed, amounts in fen, sums checked.

    Raises ValueError where the lines do not make the total, or tenders less change do not.
    """

    company: str
    service_centre: str
    label: str
    issued_at: datetime
    unit: str
    payer: str
    area: str
    lines: tuple[ReceiptLine, ...]
    total: Money
    tenders: tuple[TenderLine, ...]
    received: Money
    change: Money
    credit_after: Money
    cashier: str
    shift: str
    code: str
    notes: tuple[str, ...] = (NOT_A_TAX_INVOICE,)
    plies: str = THREE_PLIES

    def __post_init__(self) -> None:
        if total(line.amount for line in self.lines) != self.total:
            msg = f"{self.label}: the lines do not make the total {self.total}"
            raise ValueError(msg)
        if total(tender.amount for tender in self.tenders) - self.change != self.total:
            msg = f"{self.label}: the tenders less the change do not make the total {self.total}"
            raise ValueError(msg)

    @property
    def check(self) -> str:
        """The check value as printed beside the code: `1153 1250`."""
        return check_text(self.code)

    @property
    def gives_change(self) -> bool:
        """Whether cash was given over, so that what was received and the change are printed."""
        return self.change != NOTHING

    def to_facts(self) -> dict[str, Any]:
        """A document for the database: texts, whole fen, ISO times."""
        plain: dict[str, Any] = {field.name: getattr(self, field.name) for field in fields(self)}
        plain["issued_at"] = self.issued_at.isoformat()
        plain["lines"] = [_line_facts(line) for line in self.lines]
        plain["tenders"] = [{"method": tender.method, "amount": tender.amount.fen} for tender in self.tenders]
        plain["notes"] = list(self.notes)
        return plain | {name: plain[name].fen for name in _AMOUNTS}

    @classmethod
    def from_facts(cls, facts: Mapping[str, Any]) -> Self:
        """The receipt as it was issued."""
        known = dict(facts)
        known["issued_at"] = datetime.fromisoformat(known["issued_at"])
        known["lines"] = tuple(ReceiptLine(**line | {"amount": Money(line["amount"])}) for line in known["lines"])
        known["tenders"] = tuple(TenderLine(each["method"], Money(each["amount"])) for each in known["tenders"])
        known["notes"] = tuple(known["notes"])
        return cls(**known | {name: Money(known[name]) for name in _AMOUNTS})


_AMOUNTS = ("total", "received", "change", "credit_after")


def _line_facts(line: ReceiptLine) -> dict[str, Any]:
    texts = {name: getattr(line, name) for name in ("item", "period", "quantity", "unit_price")}
    return texts | {"amount": line.amount.fen}
