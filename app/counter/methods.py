"""Methods of payment: each is its own everywhere, on the screen, in the journal and on paper."""

from __future__ import annotations

from enum import StrEnum

from app.core.language import mark
from app.ledger.accounts import money_in


class Method(StrEnum):
    """One way to pay; the value is the stored name."""

    CASH = "cash"
    CARD = "card"
    WECHAT = "wechat"
    ALIPAY = "alipay"
    TRANSFER = "transfer"
    CHEQUE = "cheque"

    @property
    def is_cash(self) -> bool:
        """Whether it goes through the drawer: change is given, and no fen exist."""
        return self is Method.CASH

    @property
    def account(self) -> str:
        """Where its money lies: a transfer goes to the bank, all others have a place of their own."""
        return money_in("bank" if self is Method.TRANSFER else self.value)


NAMES: dict[Method, str] = {
    Method.CASH: mark("cash"),
    Method.CARD: mark("card"),
    Method.WECHAT: mark("WeChat"),
    Method.ALIPAY: mark("Alipay"),
    Method.TRANSFER: mark("bank transfer"),
    Method.CHEQUE: mark("cheque"),
}

ON_PAPER: dict[Method, str] = {
    Method.CASH: "现金",
    Method.CARD: "刷卡",
    Method.WECHAT: "微信",
    Method.ALIPAY: "支付宝",
    Method.TRANSFER: "转账",
    Method.CHEQUE: "支票",
}


class TenderState(StrEnum):
    """Whether money that did not pass through the drawer was seen to arrive."""

    IN_HAND = "in_hand"
    TO_CHECK = "to_check"
    CHECKED = "checked"
