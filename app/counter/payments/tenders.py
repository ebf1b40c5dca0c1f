"""What is handed over by up to four methods at once: cash in whole jiao, everything else to the fen. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.core.money import NOTHING, Money, total
from app.counter.methods import Method
from app.counter.payments.asked import MOST_TENDERS, TenderAsked
from app.counter.payments.refusals import MoreCreditThanOwed, TooManyTenders
from app.counter.refusals import NoFenInCash, NothingReceived
from app.fees.cash_rounding import CashRounding, settle


@dataclass(frozen=True, slots=True)
class Handed:
    """The tenders of one payment with their sums in fen."""

    tenders: tuple[TenderAsked, ...]
    cash: Money
    other: Money

    @property
    def together(self) -> Money:
        """All that was handed over."""
        return self.cash + self.other

    @property
    def has_cash(self) -> bool:
        """Whether any of it goes through the drawer."""
        return any(one.method.is_cash for one in self.tenders)

    def as_counted(self, due: Money, payable: Money, cash_rounding: CashRounding) -> Handed:
        """Cash as it can be counted out: the exact rest of `due` means its settled sum.

        Raises NothingReceived, NoFenInCash, and MoreCreditThanOwed where credit would only become credit again.
        """
        if not self.tenders or any(one.amount <= NOTHING for one in self.tenders):
            raise NothingReceived
        credit = total(one.amount for one in self.tenders if one.method is Method.CREDIT)
        if credit > payable:
            raise MoreCreditThanOwed(credit, payable)
        if not self.has_cash:
            return self
        counted = self._with_cash(payable - self.other) if self.cash == due - self.other else self
        if cash_rounding is not CashRounding.OFF:
            _whole_jiao(counted.tenders)
        return counted

    def _with_cash(self, cash: Money) -> Handed:
        """The same with the last cash tender as it is settled."""
        last = max(place for place, one in enumerate(self.tenders) if one.method.is_cash)
        settled = replace(self.tenders[last], amount=self.tenders[last].amount + cash - self.cash)
        left = () if not settled.amount else (settled,)  # a few fen beside other methods are nothing in cash
        return replace(self, tenders=(*self.tenders[:last], *left, *self.tenders[last + 1 :]), cash=cash)


def handed_over(tenders: Sequence[TenderAsked]) -> Handed:
    """The tenders as they were typed, the first of them first. Raises TooManyTenders."""
    if len(tenders) > MOST_TENDERS:
        raise TooManyTenders(MOST_TENDERS)
    cash = total(one.amount for one in tenders if one.method.is_cash)
    return Handed(tuple(tenders), cash, total(one.amount for one in tenders) - cash)


def settled_in_cash(due: Money, handed: Handed, cash_rounding: CashRounding) -> Money:
    """What settles `due` where what other methods leave of it is paid in cash."""
    rest = due - handed.other
    return handed.other + settle(rest, cash_rounding).cash if rest > NOTHING else due


def _whole_jiao(tenders: Sequence[TenderAsked]) -> None:
    for one in tenders:
        if one.method.is_cash and one.amount.fen % 10:
            raise NoFenInCash(one.amount, settle(one.amount, CashRounding.HALF_UP).cash)
