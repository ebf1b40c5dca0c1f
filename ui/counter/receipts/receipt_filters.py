"""Which receipts are listed: days, what became of them, method; each goes on by one key."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import TypeVar

from app.core.language import mark, tr
from app.counter.methods import NAMES, Method
from app.counter.receipts.receipt_search import Became, ReceiptQuery

T = TypeVar("T")


class Days(StrEnum):
    """From when on."""

    TODAY = "today"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    ALL = "all"


DAY_WORDS = {
    Days.TODAY: mark("today"),
    Days.WEEK: mark("last 7 days"),
    Days.MONTH: mark("this month"),
    Days.YEAR: mark("this year"),
    Days.ALL: mark("all days"),
}
BECAME_WORDS = {
    Became.ANY: mark("all receipts"),
    Became.STANDS: mark("not taken back"),
    Became.VOIDED: mark("voided"),
    Became.REVERSED: mark("reversed"),
    Became.REFUNDED: mark("paid back"),
    Became.COPIED: mark("with copies"),
    Became.ENTERED_LATER: mark("entered later"),
    Became.INVOICED: mark("invoiced"),
}
METHODS: tuple[Method | None, ...] = (None, *Method)


@dataclass(frozen=True, slots=True)
class Filters:
    """What is chosen; words come from the search box."""

    days: Days = Days.TODAY
    became: Became = Became.ANY
    method: Method | None = None

    def next_days(self) -> Filters:
        """The next span of days."""
        return replace(self, days=_after(tuple(Days), self.days))

    def next_became(self) -> Filters:
        """The next state."""
        return replace(self, became=_after(tuple(Became), self.became))

    def next_method(self) -> Filters:
        """The next method, then all of them."""
        return replace(self, method=_after(METHODS, self.method))

    def query(self, words: str, today: date) -> ReceiptQuery:
        """What is asked of the office."""
        return ReceiptQuery(words, first_day(self.days, today), None, self.method, self.became)

    def method_words(self) -> str:
        """The method chosen."""
        return tr("all methods") if self.method is None else tr(NAMES[self.method])


def first_day(days: Days, today: date) -> date | None:
    """The first day of a span that ends today."""
    return {
        Days.TODAY: today,
        Days.WEEK: today - timedelta(days=6),
        Days.MONTH: today.replace(day=1),
        Days.YEAR: today.replace(month=1, day=1),
        Days.ALL: None,
    }[days]


def _after(among: Sequence[T], chosen: T) -> T:
    return among[(among.index(chosen) + 1) % len(among)]
