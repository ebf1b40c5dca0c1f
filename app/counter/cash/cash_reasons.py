"""Why cash goes in or out of a drawer without a receipt, and where it comes from or goes to."""

from __future__ import annotations

from enum import StrEnum

from app.core.language import mark
from app.ledger.accounts import PETTY, SAFE, money_in


class MoveKind(StrEnum):
    """What a row of cash is; the value is the stored name."""

    IN = "in"
    OUT = "out"
    BANKED = "banked"
    NO_SALE = "no_sale"
    FLOAT = "float"
    DIFFERENCE = "difference"
    HAND_OVER = "hand_over"


IN_THE_SHIFT = (MoveKind.IN, MoveKind.OUT, MoveKind.BANKED)
"""The rows that change the cash a drawer should hold; the others belong to its opening and its close."""


class CashReason(StrEnum):
    """The reasons that are offered; words of one's own stand beside."""

    CHANGE = "change"
    PETTY_BACK = "petty_back"
    OTHER_IN = "other_in"
    TO_SAFE = "to_safe"
    TO_BANK = "to_bank"
    PETTY = "petty"
    OTHER_OUT = "other_out"

    @property
    def goes_in(self) -> bool:
        """Whether the cash goes into the drawer."""
        return self in _IN

    @property
    def kind(self) -> MoveKind:
        """What its row is."""
        if self is CashReason.TO_BANK:
            return MoveKind.BANKED
        return MoveKind.IN if self.goes_in else MoveKind.OUT

    @property
    def account(self) -> str:
        """Where the cash comes from or goes to."""
        return _ACCOUNTS[self]


_IN = (CashReason.CHANGE, CashReason.PETTY_BACK, CashReason.OTHER_IN)
_ACCOUNTS = {
    CashReason.CHANGE: SAFE,
    CashReason.PETTY_BACK: PETTY,
    CashReason.OTHER_IN: SAFE,
    CashReason.TO_SAFE: SAFE,
    CashReason.TO_BANK: money_in("bank"),
    CashReason.PETTY: PETTY,
    CashReason.OTHER_OUT: PETTY,
}

NAMES: dict[CashReason, str] = {
    CashReason.CHANGE: mark("change from the safe"),
    CashReason.PETTY_BACK: mark("petty cash returned"),
    CashReason.OTHER_IN: mark("other money in"),
    CashReason.TO_SAFE: mark("handed to the safe"),
    CashReason.TO_BANK: mark("taken to the bank"),
    CashReason.PETTY: mark("small purchase"),
    CashReason.OTHER_OUT: mark("other money out"),
}

ON_PAPER: dict[CashReason, str] = {
    CashReason.CHANGE: "补充零钱",
    CashReason.PETTY_BACK: "零用金退回",
    CashReason.OTHER_IN: "其他存入",
    CashReason.TO_SAFE: "缴存保险柜",
    CashReason.TO_BANK: "缴存银行",
    CashReason.PETTY: "零星采购",
    CashReason.OTHER_OUT: "其他支出",
}


def reason_text(reason: CashReason, words: str) -> str:
    """The reason as it is stored and printed: the Chinese name, and the words of one's own behind it."""
    own = words.strip()
    return f"{ON_PAPER[reason]}：{own}" if own else ON_PAPER[reason]
