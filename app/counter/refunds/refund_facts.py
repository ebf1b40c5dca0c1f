"""What a refund slip (退款单) says, copied when it is issued; the paper and every copy are drawn from this alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Self

from app.core.money import Money, total
from app.core.paper_code import check_text

RECEIVED = "本人已收到上列退款，金额无误。"
NOT_AN_INVOICE = "本单是退款凭证，不是税务发票；已开发票的，请先办理发票冲红。"


@dataclass(frozen=True, slots=True)
class RefundLine:
    """One row: matter, length, days, arithmetic (all as printed), amount in fen; `back` where it makes the total."""

    item: str
    length: str
    period: str
    arithmetic: str
    amount: Money
    back: bool = False


@dataclass(frozen=True, slots=True)
class RefundFacts:
    """Everything printed on one slip. Raises ValueError where the lines do not make the total."""

    company: str
    service_centre: str
    label: str
    issued_at: datetime
    unit_word: str
    unit: str
    payer: str
    method: str
    original: str
    lines: tuple[RefundLine, ...]
    reason: str
    total: Money
    original_kept: bool
    by_proxy: bool
    taker: str
    cashier: str
    shift: str
    approver: str
    code: str
    notes: tuple[str, ...] = (NOT_AN_INVOICE,)

    def __post_init__(self) -> None:
        if total(line.amount for line in self.lines if line.back) != self.total:
            msg = f"{self.label}: the lines do not make the total {self.total}"
            raise ValueError(msg)

    @property
    def check(self) -> str:
        """The check value as printed below the code."""
        return check_text(self.code)

    def to_facts(self) -> dict[str, Any]:
        """A document for the database: texts, whole fen, ISO times."""
        plain = {name: getattr(self, name) for name in self.__slots__}
        plain |= {"issued_at": self.issued_at.isoformat(), "total": self.total.fen, "notes": list(self.notes)}
        return plain | {"lines": [_line_facts(line) for line in self.lines]}

    @classmethod
    def from_facts(cls, facts: Mapping[str, Any]) -> Self:
        """The slip as it was issued."""
        known = dict(facts) | {"total": Money(facts["total"]), "notes": tuple(facts["notes"])}
        known["issued_at"] = datetime.fromisoformat(facts["issued_at"])
        known["lines"] = tuple(RefundLine(**line | {"amount": Money(line["amount"])}) for line in facts["lines"])
        return cls(**known)


def _line_facts(line: RefundLine) -> dict[str, Any]:
    texts = {name: getattr(line, name) for name in ("item", "length", "period", "arithmetic", "back")}
    return texts | {"amount": line.amount.fen}
