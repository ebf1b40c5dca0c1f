"""Methods of payment: each is its own everywhere, on the screen, in the journal and on paper."""

from __future__ import annotations

from enum import StrEnum

from app.core.language import mark
from app.ledger.accounts import CREDIT_HELD, money_in


class Method(StrEnum):
    """One way to pay; the value is the stored name."""

    CASH = "cash"
    CARD = "card"
    WECHAT = "wechat"
    ALIPAY = "alipay"
    TRANSFER = "transfer"
    CHEQUE = "cheque"
    CREDIT = "credit"  # prepaid before: no money comes in, and nothing of it is counted

    @property
    def is_cash(self) -> bool:
        """Whether it goes through the drawer: change is given, and no fen exist."""
        return self is Method.CASH

    @property
    def brings_money(self) -> bool:
        """Whether anything comes in by it that a close counts; credit was counted when it was paid in."""
        return self is not Method.CREDIT

    @property
    def is_counted_at_once(self) -> bool:
        """Whether it is sure when it is taken; slips and transfers are checked later."""
        return self in (Method.CASH, Method.CREDIT)

    @property
    def account(self) -> str:
        """Where its money lies: a transfer goes to the bank, credit is held, all others have a place of their own."""
        if self is Method.CREDIT:
            return CREDIT_HELD
        return money_in("bank" if self is Method.TRANSFER else self.value)


NAMES: dict[Method, str] = {
    Method.CASH: mark("cash"),
    Method.CARD: mark("card"),
    Method.WECHAT: mark("WeChat"),
    Method.ALIPAY: mark("Alipay"),
    Method.TRANSFER: mark("bank transfer"),
    Method.CHEQUE: mark("cheque"),
    Method.CREDIT: mark("prepaid credit"),
}

ON_PAPER: dict[Method, str] = {
    Method.CASH: "现金",
    Method.CARD: "刷卡",
    Method.WECHAT: "微信",
    Method.ALIPAY: "支付宝",
    Method.TRANSFER: "转账",
    Method.CHEQUE: "支票",
    Method.CREDIT: "预存抵扣",
}


class TenderState(StrEnum):
    """Whether money that did not pass through the drawer was seen to arrive."""

    IN_HAND = "in_hand"
    TO_CHECK = "to_check"
    CHECKED = "checked"


def state_of(method: Method) -> TenderState:
    """What is known of a tender when it is taken: cash and credit are there, of all others the office waits to hear."""
    return TenderState.IN_HAND if method.is_counted_at_once else TenderState.TO_CHECK
