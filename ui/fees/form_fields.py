"""Fields of the tariff form that read something besides plain text: prices, rates, whole days, shares."""

from __future__ import annotations

from decimal import Decimal

from app.core.language import tr
from app.core.quantities import parse_daily_rate, parse_price
from app.core.refusals import NotANumber, NumberTooLarge
from app.core.show import show_decimal
from app.core.typed_text import plain
from app.fees.explain_words import show_rate
from ui.widgets.typed_field import TypedField

_LONGEST_GRACE = 366
_HIGHEST_CAP = 1000


def price_field() -> TypedField[Decimal]:
    """Yuan per month, up to six decimals."""
    return TypedField(tr("Price"), parse_price, show_decimal, required=True)


def rate_field() -> TypedField[Decimal]:
    """A daily rate with its sign; empty means that there is no late fee."""
    return TypedField(tr("Late fee a day"), parse_daily_rate, show_rate)


def grace_field() -> TypedField[int]:
    """Whole days without a late fee."""
    return TypedField(tr("Days of grace"), parse_days, str, columns=5)


def cap_field() -> TypedField[Decimal]:
    """The most that the late fee may come to, in percent of the charge, kept as a fraction."""
    return TypedField(tr("Late fee at most (% of the charge)"), parse_share, _show_share, columns=5)


def parse_days(text: str) -> int:
    """A number of days, 0 to 365. Raises NotANumber, NumberTooLarge."""
    typed = plain(text)
    if not typed.isdecimal():
        raise NotANumber(text.strip())
    if int(typed) >= _LONGEST_GRACE:
        raise NumberTooLarge(text.strip(), _LONGEST_GRACE)
    return int(typed)


def parse_share(text: str) -> Decimal:
    """A percentage as a fraction: `100` or `30%`. Raises NotANumber, NotPositive, TooManyDecimals, NumberTooLarge."""
    percent = parse_price(plain(text).removesuffix("%"))
    if percent >= _HIGHEST_CAP:
        raise NumberTooLarge(text.strip(), _HIGHEST_CAP)
    return percent.scaleb(-2)


def _show_share(share: Decimal) -> str:
    return show_decimal(share * 100, 0)
